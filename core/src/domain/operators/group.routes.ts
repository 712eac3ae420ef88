import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import type { Permissions } from '../../kernel/permissions/permissions.ts';
import type { GroupService } from './group.service.ts';
import { groupView, groupViews } from './operator-views.ts';
import { Group, GroupChanges, GroupCreation, Groups, PermissionList } from './operator.schema.ts';

type Needs = {
  readonly database: Database;
  readonly permissions: Permissions;
  readonly groups: GroupService;
};

/** Groups, and what there is to be allowed. */
export const groupRoutes = ({ database, permissions, groups }: Needs): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/permissions',
    summary: "All permissions that there are: core's and the plugins'",
    permission: 'operators.read',
    mode: 'read',
    response: PermissionList,
    handler: () => ({ items: [...permissions.all()], next: null }),
  }),
  route({
    method: 'GET',
    path: '/groups',
    summary: 'All groups of operators',
    permission: 'operators.read',
    mode: 'read',
    response: Groups,
    handler: async () => ({ items: await groupViews(database.sql), next: null }),
  }),
  route({
    method: 'GET',
    path: '/groups/:id',
    summary: 'A group of operators',
    permission: 'operators.read',
    mode: 'read',
    params: IdParams,
    response: Group,
    handler: ({ params }) => groupView(database.sql, params),
  }),
  route({
    method: 'POST',
    path: '/groups',
    summary: 'Creates a group with permissions that one has oneself',
    permission: 'operators.manage',
    mode: 'write',
    body: GroupCreation,
    response: Group,
    status: 201,
    async handler(request, tx) {
      return groupView(tx, { id: await groups.create(tx, request.body, request) });
    },
  }),
  route({
    method: 'PATCH',
    path: '/groups/:id',
    summary: 'Changes what is given; it holds from the next request of everybody in the group on',
    permission: 'operators.manage',
    mode: 'write',
    versioned: true,
    params: IdParams,
    body: GroupChanges,
    response: Group,
    async handler(request, tx) {
      const { id } = request.params;
      await groups.update(tx, { id, version: request.version, input: request.body }, request);
      return groupView(tx, { id });
    },
    current: ({ params }) => groupView(database.sql, params),
  }),
  route({
    method: 'DELETE',
    path: '/groups/:id',
    summary: 'Removes a group that nobody is in',
    permission: 'operators.manage',
    mode: 'write',
    versioned: true,
    params: IdParams,
    handler: (request, tx) => groups.delete(tx, { id: request.params.id, version: request.version }, request),
    current: ({ params }) => groupView(database.sql, params) as never,
  }),
];
