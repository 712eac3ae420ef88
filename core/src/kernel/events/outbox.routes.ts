import type { Audit } from '../audit/audit.ts';
import type { Database } from '../db/database.ts';
import { type CoreRoute, route } from '../http/route.ts';
import { Fields, IdParams, Line } from '../http/schemas.ts';
import { decideOutbox, outboxEntry } from './dead-letters.ts';
import { OutboxView } from './outbox.schema.ts';

export const outboxRoutes = ({
  database,
  audit,
}: {
  readonly database: Database;
  readonly audit: Audit;
}): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/outbox/:id',
    summary: 'A delivery of an event to one subscriber',
    permission: 'outbox.read',
    mode: 'read',
    params: IdParams,
    response: OutboxView,
    handler: ({ params }) => outboxEntry(database.sql, params.id),
  }),
  route({
    method: 'POST',
    path: '/outbox/:id/retry',
    summary: 'Tries a dead letter again, as often as a new one; an uncertain one may go out twice',
    permission: 'outbox.manage',
    mode: 'write',
    params: IdParams,
    response: OutboxView,
    handler: ({ params, actor }, tx) =>
      decideOutbox(tx, { decision: 'retry', id: params.id, by: actor }, audit),
  }),
  route({
    method: 'POST',
    path: '/outbox/:id/discard',
    summary: 'Puts a dead letter away undelivered, and records why',
    permission: 'outbox.manage',
    mode: 'write',
    params: IdParams,
    body: Fields({ reason: Line(200) }),
    response: OutboxView,
    handler: ({ params, body, actor }, tx) =>
      decideOutbox(tx, { decision: 'discard', id: params.id, by: actor, reason: body.reason }, audit),
  }),
];
