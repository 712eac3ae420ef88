import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import { SessionReply } from '../../kernel/http/session-gate.ts';
import type { ApiTokenService } from './api-token.service.ts';
import { operatorView } from './operator-views.ts';
import { Operator } from './operator.schema.ts';
import {
  LoggedInView,
  LoginInput,
  Me,
  meOf,
  PasswordChange,
  Sessions,
  SetupInput,
  SetupNeeded,
  TokenCreated,
  TokenCreation,
} from './session.schema.ts';
import type { LoggedIn, SessionService } from './session.service.ts';
import type { SessionView } from './session.store.ts';
import type { SetupService } from './setup.service.ts';
import type { Database } from '../../kernel/db/database.ts';

type Needs = {
  readonly database: Database;
  readonly sessions: SessionService;
  readonly apiTokens: ApiTokenService;
  readonly setup: SetupService;
};

/** Logging in and out, and what operators do with their own sessions. */
export const sessionRoutes = ({ database, sessions, apiTokens, setup }: Needs): readonly CoreRoute[] => [
  route({
    method: 'POST',
    path: '/session',
    summary: 'Logs in; a browser gets a cookie, a program a token',
    permission: 'public',
    mode: 'own',
    sensitive: true,
    body: LoginInput,
    response: LoggedInView,
    async handler({ body: { email, password, token }, peer }) {
      const kind = token === true ? 'bearer' : 'cookie';
      return inReply(await sessions.login({ email, password, peer, kind }), kind);
    },
  }),
  route({
    method: 'GET',
    path: '/session',
    summary: 'Who is logged in, and what he may do',
    permission: 'session',
    mode: 'read',
    response: Me,
    handler: async ({ session }) => meOf(await sessions.whose(mine(session))),
  }),
  route({
    method: 'DELETE',
    path: '/session',
    summary: 'Logs out',
    permission: 'session',
    mode: 'own',
    async handler({ session, actor }) {
      await sessions.logout(mine(session), actor);
      return new SessionReply(null, undefined) as never;
    },
  }),
  route({
    method: 'POST',
    path: '/session/password',
    summary: 'Changes the own password; all other sessions and tokens end, and this one gets a new token',
    permission: 'session',
    mode: 'own',
    sensitive: true,
    body: PasswordChange,
    response: LoggedInView,
    async handler({ session, body, peer }) {
      const own = mine(session);
      const kind = await sessions.refuseTokens(own);
      return inReply(
        await sessions.changePassword({ session: own, old: body.old, new: body.new, peer }),
        kind,
      );
    },
  }),
  route({
    method: 'GET',
    path: '/session/list',
    summary: 'The own sessions and API tokens that are not over',
    permission: 'session',
    mode: 'read',
    response: Sessions,
    handler: async ({ session }) => sessionList(await sessions.list(mine(session).operatorId), session),
  }),
  route({
    method: 'DELETE',
    path: '/session/list/:id',
    summary: 'Ends an own session or API token',
    permission: 'session',
    mode: 'own',
    params: IdParams,
    async handler({ session, params: { id }, actor }) {
      const { operatorId } = mine(session);
      await sessions.refuseTokens(mine(session));
      await database.transaction((tx) => sessions.revoke(tx, { id, operatorId }, actor));
    },
  }),
  route({
    method: 'POST',
    path: '/session/tokens',
    summary: 'Makes an API token with the own permissions',
    permission: 'session',
    mode: 'own',
    sensitive: true,
    body: TokenCreation,
    response: TokenCreated,
    status: 201,
    async handler({ session, body, actor, peer }) {
      const { operatorId } = mine(session);
      await sessions.refuseTokens(mine(session));
      return database.transaction((tx) => apiTokens.create(tx, { ...body, operatorId, peer }, actor));
    },
  }),
  route({
    method: 'GET',
    path: '/setup',
    summary: 'Whether the first operator is still to be made',
    permission: 'public',
    mode: 'read',
    response: SetupNeeded,
    handler: async () => ({ needed: await setup.needed() }),
  }),
  route({
    method: 'POST',
    path: '/setup',
    summary: 'Makes the first administrator, with the token from the console',
    permission: 'public',
    mode: 'own',
    sensitive: true,
    body: SetupInput,
    response: Operator,
    status: 201,
    handler: async ({ body }) => operatorView(database.sql, { id: await setup.complete(body) }),
  }),
];

/** A browser's token goes into a cookie, where no script reads it; a program's into the answer. */
function inReply({ token, who }: LoggedIn, kind: 'cookie' | 'bearer'): never {
  return (
    kind === 'bearer' ? { ...meOf(who), token } : new SessionReply(token, { ...meOf(who), token: null })
  ) as never;
}

export type Mine = { readonly id: number; readonly operatorId: number };

/** Routes with the permission `session` are answered only to those who have one. */
export function mine(session: Mine | null): Mine {
  if (!session) throw new TypeError('this route has a session');
  return session;
}

export const sessionList = (all: readonly SessionView[], session: Mine | null) => ({
  items: all.map((one) => ({ ...one, isThis: one.id === session?.id })),
  next: null,
});
