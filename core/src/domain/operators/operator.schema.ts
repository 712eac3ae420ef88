import { Type } from 'typebox';
import { Fields, Id, Instant, Line, Nullable, Page, Version } from '../../kernel/http/schemas.ts';
import { PAGING } from '../../kernel/http/list.ts';
import { NAME_MAX } from './operator.rules.ts';
import { Email, Language, Password } from './session.schema.ts';

const GroupIds = Type.Array(Id, { minItems: 1, maxItems: 50, description: 'Ids of groups' });

export const OperatorCreation = Fields({
  email: Email,
  name: Line(NAME_MAX),
  language: Type.Optional(Language),
  groups: GroupIds,
  password: Password,
});
export const OperatorChanges = Fields(
  {
    email: Type.Optional(Email),
    name: Type.Optional(Line(NAME_MAX)),
    language: Type.Optional(Language),
    groups: Type.Optional(GroupIds),
    enabled: Type.Optional(Type.Boolean()),
  },
  { minProperties: 1 },
);
export const PasswordReset = Fields({ password: Password });

const times = { version: Version, createdAt: Instant, updatedAt: Instant };
export const Operator = Fields({
  id: Id,
  email: Type.String(),
  name: Type.String(),
  language: Language,
  groups: Type.Array(Fields({ id: Id, name: Type.String() })),
  enabled: Type.Boolean(),
  mustChangePassword: Type.Boolean(),
  ...times,
});
export const OperatorQuery = Fields(PAGING);
export const Operators = Page(Operator);

const PermissionIds = Type.Array(Line(100), {
  maxItems: 500,
  description: 'Ids of permissions; * is all of them',
});
export const GroupCreation = Fields({ name: Line(NAME_MAX), permissions: PermissionIds });
export const GroupChanges = Fields(
  { name: Type.Optional(Line(NAME_MAX)), permissions: Type.Optional(PermissionIds) },
  { minProperties: 1 },
);
export const Group = Fields({
  id: Id,
  name: Type.String(),
  permissions: Type.Array(Type.String()),
  ...times,
});
export const Groups = Page(Group);

const Label = Fields({ it: Type.String(), en: Type.String() });
export const PermissionList = Page(
  Fields({
    id: Type.String(),
    label: Label,
    plugin: Nullable(Type.String({ description: 'Id of its plugin' })),
  }),
);
