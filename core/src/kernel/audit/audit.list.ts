import { Type } from 'typebox';
import { defineList } from '../http/list.ts';
import { between, exactly } from '../http/list-filters.ts';
import { listRoute, type ListNeeds } from '../http/list-route.ts';
import type { CoreRoute } from '../http/route.ts';
import { Instant, Line } from '../http/schemas.ts';
import { AuditView, auditView } from './audit.schema.ts';

export const auditList = defineList({
  name: 'audit',
  table: 'audit_log',
  filters: {
    entity: exactly('entity', Type.String({ pattern: '^[a-z][a-z0-9_.-]{0,59}$' })),
    entityId: exactly('entity_id', Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
    actor: exactly('actor', Line(120)),
    at: between('at', Instant),
  },
  sorts: { at: [{ column: 'at', type: 'integer' }], id: [] },
  paths: [
    { index: 'PRIMARY', sort: '-id' },
    { index: 'audit_entity', by: ['entity', 'entity_id'], sort: '-id' },
    { index: 'audit_at', sort: '-at' },
    { index: 'audit_kind', by: ['entity'], sort: '-at' },
    { index: 'audit_actor', by: ['actor'], sort: '-at' },
  ],
  select: {
    id: 't.id',
    at: 't.at',
    actor: 't.actor',
    action: 't.action',
    entity: 't.entity',
    entity_id: 't.entity_id',
    detail: 't.detail',
  },
  item: AuditView,
  view: (row) => auditView(row as Parameters<typeof auditView>[0]),
});

export const auditLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(auditList, needs, {
    path: '/audit',
    summary: 'Who did what, newest first',
    permission: 'audit.read',
  }),
];
