import type { Sql } from '@traliccio/sdk';
import { Type } from 'typebox';
import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { Day, Fields, Id, Instant, Line, Nullable } from '../../kernel/http/schemas.ts';
import { type DocumentLocks, onlyIssuerId, lockedThrough, locksOf } from './lock.ts';

const LockView = Fields({
  through: Nullable(Day),
  history: Type.Array(
    Fields({
      id: Id,
      through: Day,
      lockedAt: Instant,
      lockedBy: Type.String(),
      releasedAt: Nullable(Instant),
      releasedBy: Nullable(Type.String()),
      reason: Nullable(Type.String()),
    }),
    { description: 'The newest first' },
  ),
});

async function lockView(sql: Sql) {
  const issuer = await onlyIssuerId(sql);
  return { through: await lockedThrough(sql, issuer), history: await locksOf(sql, issuer) };
}

export const lockRoutes = ({
  database,
  documentLocks,
}: {
  readonly database: Database;
  readonly documentLocks: DocumentLocks;
}): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/documents/lock',
    summary: 'The months in which nothing is issued any more',
    permission: 'documents.read',
    mode: 'read',
    response: LockView,
    handler: () => lockView(database.sql),
  }),
  route({
    method: 'POST',
    path: '/documents/lock',
    summary: 'Locks the months up to a day: nothing is issued with a date in them',
    permission: 'documents.lock',
    mode: 'write',
    body: Fields({ through: { ...Day, description: 'Last day of a month that is over' } }),
    response: LockView,
    async handler({ body, actor }, tx) {
      await documentLocks.lock(tx, body.through, actor);
      return lockView(tx);
    },
  }),
  route({
    method: 'POST',
    path: '/documents/lock/release',
    summary: 'Takes the last lock back',
    permission: 'documents.lock',
    mode: 'write',
    body: Fields({ reason: Line(200) }),
    response: LockView,
    async handler({ body, actor }, tx) {
      await documentLocks.release(tx, body.reason, actor);
      return lockView(tx);
    },
  }),
];
