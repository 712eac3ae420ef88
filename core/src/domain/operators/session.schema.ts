import { Type, type Static } from 'typebox';
import { Fields, Id, Instant, Line, Nullable, OneOf } from '../../kernel/http/schemas.ts';
import type { Authenticated } from '../../kernel/http/session-gate.ts';
import { DAYS_DEFAULT, DAYS_MAX } from './api-token.service.ts';
import { EMAIL_MAX, LANGUAGES, NAME_MAX } from './operator.rules.ts';

/** Longer than a password may be: its rules say so better than a schema. */
export const Password = Type.String({ minLength: 1, maxLength: 512, format: 'password' });
export const Email = Line(EMAIL_MAX);
export const Language = OneOf(LANGUAGES);

export const LoginInput = Fields({
  email: Line(200),
  password: Password,
  token: Type.Optional(
    Type.Boolean({
      description: 'For programs: the answer holds a bearer token, instead of a cookie being set',
    }),
  ),
});
export const PasswordChange = Fields({ old: Password, new: Password });

const me = {
  operator: Fields({ id: Id, email: Type.String(), name: Type.String(), language: Language }),
  permissions: Type.Array(Type.String(), { description: 'Ids of permissions; * is all of them' }),
  mustChangePassword: Type.Boolean({ description: 'Until it is changed, nothing else is answered' }),
};
export const Me = Fields(me);
export const LoggedInView = Fields({
  ...me,
  token: Nullable(Type.String({ description: 'Of a program that asked for it; null when a cookie was set' })),
});

export const meOf = (who: Authenticated): Static<typeof Me> => ({
  operator: { id: who.operatorId, email: who.actor.name, name: who.name, language: who.language },
  permissions: [...who.permissions].sort(),
  mustChangePassword: who.mustChangePassword,
});

export const SessionView = Fields({
  id: Id,
  kind: OneOf(['cookie', 'bearer', 'token']),
  name: Nullable(Type.String({ description: 'Of an API token' })),
  peer: Type.String({ description: 'Address that it was opened from' }),
  createdAt: Instant,
  seenAt: Instant,
  expiresAt: Instant,
  isThis: Type.Boolean({ description: 'The one that asks' }),
});
export const Sessions = Fields({ items: Type.Array(SessionView), next: Type.Null() });

export const TokenCreation = Fields({
  name: Line(NAME_MAX),
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: DAYS_MAX, default: DAYS_DEFAULT })),
});
export const TokenCreated = Fields({
  id: Id,
  token: Type.String({ description: 'Shown this once' }),
  expiresAt: Instant,
});

export const SetupNeeded = Fields({ needed: Type.Boolean({ description: 'There is no operator yet' }) });
export const SetupInput = Fields({
  token: Type.String({ minLength: 1, maxLength: 100, description: 'From the console of the server' }),
  email: Email,
  name: Line(NAME_MAX),
  language: Type.Optional(Language),
  password: Password,
});
