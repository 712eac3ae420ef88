import { Conflict } from '@traliccio/sdk';
import type { Database } from '../../kernel/db/database.ts';
import { readCursor, writeCursor, type CursorOf } from '../../kernel/http/list-cursor.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { Fields, Id, IdParams } from '../../kernel/http/schemas.ts';
import type { Live } from '../../kernel/live/live.ts';
import type { Permissions } from '../../kernel/permissions/permissions.ts';
import type { ApiTokenService } from './api-token.service.ts';
import type { GroupService } from './group.service.ts';
import { groupRoutes } from './group.routes.ts';
import { operatorPage, operatorView } from './operator-views.ts';
import {
  Operator,
  OperatorChanges,
  OperatorCreation,
  OperatorQuery,
  Operators,
  PasswordReset,
} from './operator.schema.ts';
import type { OperatorService } from './operator.service.ts';
import { presenceRoutes } from './presence.routes.ts';
import { mine, sessionList, sessionRoutes } from './session.routes.ts';
import { Sessions } from './session.schema.ts';
import type { SessionService } from './session.service.ts';
import type { SetupService } from './setup.service.ts';

type Needs = {
  readonly database: Database;
  readonly permissions: Permissions;
  readonly operators: OperatorService;
  readonly groups: GroupService;
  readonly sessions: SessionService;
  readonly apiTokens: ApiTokenService;
  readonly setup: SetupService;
  readonly live: Live;
};

/** Everything about operators: logging in, people, groups. */
export const operatorRoutes = (needs: Needs): readonly CoreRoute[] => [
  ...sessionRoutes(needs),
  ...peopleRoutes(needs),
  ...groupRoutes(needs),
  ...presenceRoutes(needs),
];

const BY_ID: CursorOf = { list: 'operators', sort: 'id', filters: [], columns: [] };
const PAGE = 50;

const peopleRoutes = ({ database, operators, sessions }: Needs): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/operators',
    summary: 'Operators',
    permission: 'operators.read',
    mode: 'read',
    query: OperatorQuery,
    response: Operators,
    async handler({ query: { limit = PAGE, cursor } }) {
      const after = cursor === undefined ? 0 : (readCursor(BY_ID, cursor).at(-1) as number);
      const found = await operatorPage(database.sql, { after, limit: limit + 1 });
      const items = found.slice(0, limit);
      return { items, next: found.length > limit ? writeCursor(BY_ID, [items.at(-1)!.id]) : null };
    },
  }),
  route({
    method: 'GET',
    path: '/operators/:id',
    summary: 'An operator',
    permission: 'operators.read',
    mode: 'read',
    params: IdParams,
    response: Operator,
    handler: ({ params }) => operatorView(database.sql, params),
  }),
  route({
    method: 'POST',
    path: '/operators',
    summary: 'Creates an operator, who has to change the password at the first login',
    permission: 'operators.manage',
    mode: 'own',
    sensitive: true,
    body: OperatorCreation,
    response: Operator,
    status: 201,
    async handler(request) {
      const id = await operators.create({ ...request.body, mustChangePassword: true }, request);
      return operatorView(database.sql, { id });
    },
  }),
  route({
    method: 'PATCH',
    path: '/operators/:id',
    summary: 'Changes what is given; whoever is disabled or put into other groups is logged out',
    permission: 'operators.manage',
    mode: 'write',
    versioned: true,
    params: IdParams,
    body: OperatorChanges,
    response: Operator,
    async handler(request, tx) {
      const { id } = request.params;
      await operators.update(tx, { id, version: request.version, input: request.body }, request);
      return operatorView(tx, { id });
    },
    current: ({ params }) => operatorView(database.sql, params),
  }),
  route({
    method: 'POST',
    path: '/operators/:id/password',
    summary: 'Gives an operator another password, which he has to change; his sessions and tokens end',
    permission: 'operators.manage',
    mode: 'own',
    sensitive: true,
    versioned: true,
    params: IdParams,
    body: PasswordReset,
    response: Operator,
    async handler(request) {
      const { params, version, body } = request;
      await operators.setPassword({ ...params, version, ...body, mustChangePassword: true }, request);
      return operatorView(database.sql, params);
    },
    current: ({ params }) => operatorView(database.sql, params),
  }),
  route({
    method: 'POST',
    path: '/operators/:id/unlock',
    summary: 'Lets an operator try his password again at once',
    permission: 'operators.manage',
    mode: 'write',
    params: IdParams,
    handler: (request, tx) => operators.unlock(tx, request.params.id, request),
  }),
  route({
    method: 'GET',
    path: '/operators/:id/sessions',
    summary: 'Sessions and API tokens of an operator that are not over',
    permission: 'operators.manage',
    mode: 'read',
    params: IdParams,
    response: Sessions,
    async handler({ params, session }) {
      await operatorView(database.sql, params);
      return sessionList(await sessions.list(params.id), session);
    },
  }),
  route({
    method: 'DELETE',
    path: '/operators/:id/sessions/:session',
    summary: 'Ends a session or an API token of an operator',
    permission: 'operators.manage',
    mode: 'write',
    params: Fields({ id: Id, session: Id }),
    async handler({ params, session, actor }, tx) {
      if (params.session === mine(session).id)
        throw new Conflict('session.own', 'this is the session that you ask with: log out instead');
      await sessions.revoke(tx, { id: params.session, operatorId: params.id }, actor);
    },
  }),
];
