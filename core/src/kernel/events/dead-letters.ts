import { NotFound, type Sql, type SqlValue } from '@traliccio/sdk';

/** What a person may have to look at: `dead` was given up or refused, `uncertain` may have gone out. */
export type OutboxState =
  | 'ready'
  | 'leased'
  | 'paused'
  | 'dead'
  | 'uncertain'
  | 'done'
  | 'dropped'
  | 'discarded';

export type OutboxEntry = {
  readonly id: number;
  readonly event: string;
  readonly aggregate: string;
  readonly subscriber: string;
  readonly key: string;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly error: string | null;
  readonly createdAt: number;
};

export type Selection = {
  readonly states?: readonly OutboxState[];
  readonly subscriber?: string;
  readonly limit?: number;
};

/** The oldest first. */
export async function listOutbox(sql: Sql, selection: Selection = {}): Promise<OutboxEntry[]> {
  const { states = ['dead', 'uncertain'], subscriber, limit = 100 } = selection;
  const params: SqlValue[] = [...states, ...(subscriber === undefined ? [] : [subscriber])];
  return sql.all<OutboxEntry>(
    `SELECT id, event, aggregate, subscriber, delivery_key AS ${quoted(sql, 'key')}, state, attempts, last_error AS error,
            created_at AS ${quoted(sql, 'createdAt')}
       FROM outbox WHERE state IN (${states.map(() => '?').join(', ')})${subscriber === undefined ? '' : ' AND subscriber = ?'}
       ORDER BY id LIMIT ${limit}`,
    params,
  );
}

/** Rows by state, for `plugin list` and `doctor`. */
export async function countOutbox(
  sql: Sql,
): Promise<{ subscriber: string; state: OutboxState; count: number }[]> {
  return sql.all(
    `SELECT subscriber, state, COUNT(*) AS ${quoted(sql, 'count')} FROM outbox WHERE state NOT IN ('done', 'dropped', 'discarded')
      GROUP BY subscriber, state ORDER BY subscriber, state`,
  );
}

/** Tries dead letters again at once, and as often as new ones; without ids all of them that are dead (not uncertain). */
export async function retryOutbox(sql: Sql, ids: readonly number[] | 'all'): Promise<number> {
  const set = "state = 'ready', next_at = 0, attempts = 0, first_tried_at = NULL";
  if (ids === 'all') return sql.run(`UPDATE outbox SET ${set} WHERE state = 'dead'`);
  return changeEach(sql, ids, `UPDATE outbox SET ${set} WHERE state IN ('dead', 'uncertain')`);
}

/** Puts dead letters away undelivered. */
export async function discardOutbox(sql: Sql, ids: readonly number[]): Promise<number> {
  return changeEach(sql, ids, "UPDATE outbox SET state = 'discarded' WHERE state IN ('dead', 'uncertain')");
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

const SUBSCRIBERS_OF = 'subscriber IN (SELECT s.subscriber FROM subscription s WHERE s.plugin = ?)';

async function changeEach(sql: Sql, ids: readonly number[], update: string): Promise<number> {
  let changed = 0;
  for (const id of ids) {
    const one = await sql.run(`${update} AND id = ?`, [id]);
    if (one === 0)
      throw new NotFound(
        'outbox.not_found',
        `there is no dead letter ${id}: "traliccio outbox list" shows them`,
      );
    changed += one;
  }
  return changed;
}

const quoted = (sql: Sql, name: string): string => (sql.dialect === 'mysql' ? `\`${name}\`` : `"${name}"`);
