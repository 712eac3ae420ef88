import { Conflict, NotFound, type Actor, type Sql, type SqlValue, type Tx } from '@traliccio/sdk';
import type { Audit } from '../audit/audit.ts';
import { columnsOf, type Part } from '../db/parts.ts';
import type { OUTBOX_STATES, OutboxView } from './outbox.schema.ts';

/** What a person may have to look at: `dead` was given up or refused, `uncertain` may have gone out. */
export type OutboxState = (typeof OUTBOX_STATES)[number];

export type Selection = {
  readonly states?: readonly OutboxState[];
  readonly subscriber?: string;
  readonly limit?: number;
};

/** The oldest first. */
export async function listOutbox(sql: Sql, selection: Selection = {}): Promise<OutboxView[]> {
  const { states = ['dead', 'uncertain'], subscriber, limit = 100 } = selection;
  const params: SqlValue[] = [...states, ...(subscriber === undefined ? [] : [subscriber])];
  return sql.all<OutboxView>(
    `SELECT ${outboxColumns(sql)} FROM outbox WHERE state IN (${states.map(() => '?').join(', ')})${subscriber === undefined ? '' : ' AND subscriber = ?'}
       ORDER BY id LIMIT ${limit}`,
    params,
  );
}

/** @throws NotFound */
export async function outboxEntry(sql: Sql, id: number): Promise<OutboxView> {
  const [entry] = await sql.all<OutboxView>(`SELECT ${outboxColumns(sql)} FROM outbox WHERE id = ?`, [id]);
  if (!entry) throw new NotFound('outbox.not_found', `there is no delivery ${id}`);
  return entry;
}

/** The deliveries of what happened to a thing, the oldest first. */
export const deliveriesOf = (entity: string): Part => ({
  // The index begins with the subscriber; of these there are a handful.
  table: 'subscription e',
  where: 'NOT EXISTS (SELECT 1 FROM subscription f WHERE f.subscriber = e.subscriber AND f.event < e.event)',
  joins: 'LEFT JOIN outbox o ON o.subscriber = e.subscriber AND o.aggregate = ?',
  params: (id) => [`${entity}:${id}`],
  select: {
    ...columnsOf('o', ['id', 'event', 'aggregate', 'subscriber', 'state', 'attempts']),
    key: 'o.delivery_key',
    error: 'o.last_error',
    createdAt: 'o.created_at',
    doneAt: 'o.done_at',
  },
  order: ['id'],
});

/** Rows by state, for `plugin list` and `doctor`. */
export async function countOutbox(
  sql: Sql,
): Promise<{ subscriber: string; state: OutboxState; count: number }[]> {
  return sql.all(
    `SELECT subscriber, state, COUNT(*) AS ${quoted(sql, 'count')} FROM outbox WHERE state NOT IN ('done', 'dropped', 'discarded')
      GROUP BY subscriber, state ORDER BY subscriber, state`,
  );
}

const AGAIN = "state = 'ready', next_at = 0, attempts = 0, first_tried_at = NULL";

/** Tries all that are dead (not uncertain) again at once, and as often as new ones. @returns how many */
export async function retryAll(tx: Tx, by: Actor, audit: Audit): Promise<number> {
  const count = await tx.run(`UPDATE outbox SET ${AGAIN} WHERE state = 'dead'`);
  if (count > 0)
    await audit.record(tx, {
      actor: by,
      action: 'outbox.retried',
      entity: 'outbox',
      entityId: 0,
      detail: { count },
    });
  return count;
}

const DECISIONS = {
  /** At once, and as often as a new one. */
  retry: { set: AGAIN, action: 'outbox.retried' },
  /** Put away undelivered. */
  discard: { set: "state = 'discarded'", action: 'outbox.discarded' },
} as const;

type Decision = {
  readonly decision: keyof typeof DECISIONS;
  readonly id: number;
  readonly by: Actor;
  readonly reason?: string;
};

/** What a person decides on a dead letter, on the record. @throws NotFound, Conflict when it is none any more */
export async function decideOutbox(
  tx: Tx,
  { decision, id, by, reason }: Decision,
  audit: Audit,
): Promise<OutboxView> {
  const { state } = await outboxEntry(tx, id);
  const { set, action } = DECISIONS[decision];
  const changed = await tx.run(`UPDATE outbox SET ${set} WHERE id = ? AND state IN ('dead', 'uncertain')`, [
    id,
  ]);
  if (changed === 0)
    throw new Conflict(
      'outbox.not_dead',
      `delivery ${id} is ${state}: only one that is dead or uncertain waits for a decision`,
    );
  const entry = await outboxEntry(tx, id);
  const detail = {
    event: entry.event,
    subscriber: entry.subscriber,
    was: state,
    ...(reason === undefined ? {} : { reason }),
  };
  await audit.record(tx, { actor: by, action, entity: 'outbox', entityId: id, detail });
  return entry;
}

/** Holds back what a plugin that is disabled would get. */
export async function pauseOutbox(sql: Sql, plugin: string): Promise<void> {
  await sql.run(`UPDATE outbox SET state = 'paused' WHERE state = 'ready' AND ${SUBSCRIBERS_OF}`, [plugin]);
}

export async function resumeOutbox(sql: Sql, plugin: string): Promise<void> {
  await sql.run(
    `UPDATE outbox SET state = 'ready', next_at = 0 WHERE state = 'paused' AND ${SUBSCRIBERS_OF}`,
    [plugin],
  );
}

/**
 * Lets go what a process that has not yet heard that a plugin is enabled still held back for it.
 * @returns how many
 */
export async function resumeLeftBehind(sql: Sql, subscribers: readonly string[]): Promise<number> {
  if (subscribers.length === 0) return 0;
  const where = `state = 'paused' AND subscriber IN (${subscribers.map(() => '?').join(', ')})`;
  // Looked for first: nearly always there is nothing to write.
  const [left] = await sql.all(`SELECT id FROM outbox WHERE ${where} LIMIT 1`, subscribers);
  return left ? sql.run(`UPDATE outbox SET state = 'ready', next_at = 0 WHERE ${where}`, subscribers) : 0;
}

const SUBSCRIBERS_OF = 'subscriber IN (SELECT s.subscriber FROM subscription s WHERE s.plugin = ?)';

const outboxColumns = (sql: Sql): string =>
  `id, event, aggregate, subscriber, delivery_key AS ${quoted(sql, 'key')}, state, attempts, last_error AS error,
   created_at AS ${quoted(sql, 'createdAt')}, done_at AS ${quoted(sql, 'doneAt')}`;

const quoted = (sql: Sql, name: string): string => (sql.dialect === 'mysql' ? `\`${name}\`` : `"${name}"`);
