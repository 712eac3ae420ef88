import { createHash } from 'node:crypto';
import { Conflict, type Sql } from '@traliccio/sdk';
import type { CoreTx, Database } from '../db/database.ts';
import { HttpError } from './problem.ts';

/** A request that must have its effect once, however often it is sent. */
export type Repeatable = {
  readonly actor: string;
  readonly key: string;
  readonly route: string;
  /** Of all that was asked for. */
  readonly hash: string;
};
export type Kept = { readonly status: number; readonly body: string | null };

export const requestHash = (request: unknown): string =>
  createHash('sha256').update(JSON.stringify(request)).digest('hex');

/** How long an action may take that opens its own transactions, before another may try. */
const LEASE_MS = 10 * 60_000;
const COLUMNS = [
  'actor',
  'request_key',
  'route',
  'request_hash',
  'status',
  'body',
  'lease_until',
  'created_at',
];

/**
 * Takes the key, in the transaction of the effect: whoever comes second waits for the first to commit.
 * @returns what was answered before, if it was
 * @throws HttpError when the key stands for another request, Conflict while the first is at work
 */
export async function takeKey(
  tx: CoreTx,
  request: Repeatable,
  { now, lease }: { now: number; lease: boolean },
): Promise<Kept | null> {
  const { actor, key, route, hash } = request;
  const dbNow = nowOf(tx);
  const made = await tx.run(
    `${tx.dialect === 'sqlite' ? 'INSERT OR IGNORE' : 'INSERT IGNORE'} INTO idempotency (${COLUMNS.join(', ')}) VALUES (?, ?, ?, ?, NULL, NULL, ${dbNow} + ${LEASE_MS}, ?)`,
    [actor, key, route, hash, now],
  );
  if (made > 0) return null;
  const [row] = await tx.all<{
    route: string;
    request_hash: string;
    status: number | null;
    body: string | null;
    is_leased: number;
  }>(
    `SELECT route, request_hash, status, body, CASE WHEN lease_until >= ${dbNow} THEN 1 ELSE 0 END AS is_leased
       FROM idempotency WHERE actor = ? AND request_key = ?${tx.dialect === 'mysql' ? ' FOR UPDATE' : ''}`,
    [actor, key],
  );
  if (!row) throw new Conflict('request.in_progress', 'the same request is being answered: try again soon');
  if (row.route !== route || row.request_hash !== hash)
    throw new HttpError(
      422,
      'request.key_reused',
      'this Idempotency-Key was used for another request: give each request a key of its own',
    );
  if (row.status !== null) return { status: row.status, body: row.body };
  if (lease && row.is_leased === 1)
    throw new Conflict('request.in_progress', 'the same request is being answered: try again soon');
  await tx.run(
    `UPDATE idempotency SET lease_until = ${dbNow} + ${LEASE_MS} WHERE actor = ? AND request_key = ?`,
    [actor, key],
  );
  return null;
}

export async function keepAnswer(sql: Sql, request: Repeatable, kept: Kept): Promise<void> {
  await sql.run('UPDATE idempotency SET status = ?, body = ? WHERE actor = ? AND request_key = ?', [
    kept.status,
    kept.body,
    request.actor,
    request.key,
  ]);
}

/** Nothing came of it: it may be tried again. */
export async function dropKey(sql: Sql, request: Repeatable): Promise<void> {
  await sql.run('DELETE FROM idempotency WHERE actor = ? AND request_key = ? AND status IS NULL', [
    request.actor,
    request.key,
  ]);
}

const KEPT_MS = 48 * 3_600_000;

/** For housekeeping. */
export async function purgeKeys(database: Database, now: number): Promise<number> {
  return database.sql.run('DELETE FROM idempotency WHERE created_at < ?', [now - KEPT_MS]);
}

const nowOf = (tx: Sql): string =>
  tx.dialect === 'sqlite'
    ? "CAST(unixepoch('subsec') * 1000 AS INTEGER)"
    : 'CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)';
