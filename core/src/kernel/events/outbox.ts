import { randomInt } from 'node:crypto';
import type { Clock, Instant, Sql } from '@traliccio/sdk';
import type { Database } from '../db/database.ts';
import { addFailures } from '../plugins/plugin-table.ts';
import type { Events } from './events.ts';
import type { Outcome } from './outcome.ts';

/** A row that this process has leased. */
export type Claimed = {
  readonly id: number;
  readonly event: string;
  readonly aggregate: string;
  readonly subscriber: string;
  readonly payload: string;
  readonly key: string;
  /** This attempt included. */
  readonly attempt: number;
  readonly createdAt: Instant;
  readonly firstTriedAt: Instant;
  readonly token: number;
};
export type Settled = { readonly row: Claimed; readonly outcome: Outcome };
type Candidate = Omit<Claimed, 'attempt' | 'token' | 'firstTriedAt' | 'subscriber'> & {
  attempts: number;
  firstTriedAt: Instant | null;
  behind: number;
};

/** A row behind another of its aggregate looks again after so long, unless the other one ends first. */
const BEHIND_MS = 60_000;

/**
 * The outbox as SQL. `next_at` is when a row is due or, while it is leased, when the lease ends, by the database's
 * clock; `token` is who leased it: a writer with another token touches no row.
 */
export class Outbox {
  readonly #database: Database;
  readonly #events: Events;
  readonly #clock: Clock;

  constructor(database: Database, events: Events, clock: Clock) {
    this.#database = database;
    this.#events = events;
    this.#clock = clock;
  }

  /** Leases up to `limit` due rows: of each aggregate only the oldest that has not ended. */
  async claim(
    subscriber: string,
    options: { readonly limit: number; readonly leaseMs: number },
  ): Promise<Claimed[]> {
    const now = this.#database.nowExpression;
    const token = randomInt(1, 2 ** 47);
    return this.#database.transaction(async (tx) => {
      const candidates = await tx.all<Candidate>(candidatesQuery(tx.dialect, now), [
        subscriber,
        options.limit,
      ]);
      const [mine, behind] = [
        candidates.filter((c) => c.behind === 0),
        candidates.filter((c) => c.behind !== 0),
      ];
      if (behind.length > 0)
        await tx.run(`UPDATE outbox SET next_at = ${now} + ${BEHIND_MS} WHERE id IN (${ids(behind)})`);
      if (mine.length === 0) return [];
      const at = this.#clock.now();
      await tx.run(
        `UPDATE outbox SET state = 'leased', token = ?, attempts = attempts + 1, next_at = ${now} + ?,
           first_tried_at = COALESCE(first_tried_at, ?) WHERE id IN (${ids(mine)})`,
        [token, options.leaseMs, at],
      );
      return mine.map(({ attempts, behind: _, ...row }) => ({
        ...row,
        subscriber,
        attempt: attempts + 1,
        firstTriedAt: row.firstTriedAt ?? at,
        token,
      }));
    });
  }

  /** Whether the claim would find something, blocked or not. */
  async isDue(subscriber: string): Promise<boolean> {
    const [row] = await this.#database.sql.all(
      `SELECT 1 AS due FROM outbox WHERE state = 'ready' AND subscriber = ? AND next_at <= ${this.#database.nowExpression} LIMIT 1`,
      [subscriber],
    );
    return row !== undefined;
  }

  /** Extends leases. @returns the rows that are no longer ours */
  async extend(rows: readonly Claimed[], leaseMs: number): Promise<Claimed[]> {
    const lost: Claimed[] = [];
    for (const [token, group] of byToken(rows)) {
      const mine = `token = ${token} AND state = 'leased' AND id IN (${ids(group)})`;
      const kept = await this.#database.sql.run(
        `UPDATE outbox SET next_at = ${this.#database.nowExpression} + ? WHERE ${mine}`,
        [leaseMs],
      );
      if (kept === group.length) continue;
      const left = await this.#database.sql.all<{ id: number }>(`SELECT id FROM outbox WHERE ${mine}`);
      const still = new Set(left.map((row) => row.id));
      lost.push(...group.filter((row) => !still.has(row.id)));
    }
    return lost;
  }

  /** Writes what became of deliveries. @returns how many were no longer ours and so were left as they are */
  async settle(settled: readonly Settled[]): Promise<number> {
    const now = this.#database.nowExpression;
    return this.#database.transaction(async (tx) => {
      let written = 0;
      for (const state of ['done', 'dropped'] as const)
        for (const [token, rows] of byToken(
          settled.filter((s) => s.outcome.state === state).map((s) => s.row),
        ))
          written += await tx.run(
            `UPDATE outbox SET state = '${state}', done_at = ${now} WHERE token = ${token} AND state = 'leased' AND id IN (${ids(rows)})`,
          );
      for (const { row, outcome } of settled) {
        if (!('error' in outcome)) continue;
        const afterMs = outcome.state === 'ready' ? outcome.afterMs : 0;
        written += await tx.run(
          `UPDATE outbox SET state = ?, last_error = ?, next_at = ${now} + ? WHERE id = ? AND token = ? AND state = 'leased'`,
          [outcome.state, outcome.error, afterMs, row.id, row.token],
        );
      }
      await this.#countFailures(tx, settled);
      await releaseNext(
        tx,
        settled.filter((s) => s.outcome.state !== 'ready').map((s) => s.row),
        now,
      );
      return settled.length - written;
    });
  }

  /** Gives rows back untried. */
  async release(rows: readonly Claimed[]): Promise<void> {
    for (const [token, group] of byToken(rows))
      await this.#database.sql.run(
        `UPDATE outbox SET state = 'ready', next_at = 0, attempts = attempts - 1 WHERE token = ${token} AND state = 'leased' AND id IN (${ids(group)})`,
      );
  }

  /** Makes rows due whose lease has ended: their process died, or lost the database. */
  async reclaim(subscriber: string): Promise<number> {
    // In a transaction, which is run again when another relay's claim was in the way.
    return this.#database.transaction((tx) =>
      tx.run(
        `UPDATE outbox SET state = 'ready', next_at = 0 WHERE state = 'leased' AND subscriber = ? AND next_at < ${this.#database.nowExpression}`,
        [subscriber],
      ),
    );
  }

  async count(state: 'ready' | 'leased', subscribers: readonly string[]): Promise<number> {
    if (subscribers.length === 0) return 0;
    const [row] = await this.#database.sql.all<{ n: number }>(
      `SELECT COUNT(*) AS n FROM outbox WHERE state = ? AND subscriber IN (${subscribers.map(() => '?').join(', ')})`,
      [state, ...subscribers],
    );
    return row?.n ?? 0;
  }

  async #countFailures(tx: Sql, settled: readonly Settled[]): Promise<void> {
    const failures = new Map<string, { count: number; last: string }>();
    for (const { row, outcome } of settled) {
      if (!('error' in outcome)) continue;
      const plugin = this.#events.handlerOf(row.subscriber, row.event)?.plugin ?? row.subscriber;
      failures.set(plugin, {
        count: (failures.get(plugin)?.count ?? 0) + 1,
        last: `${row.event}: ${outcome.error}`,
      });
    }
    await addFailures(tx, failures);
  }
}

const ids = (rows: readonly { readonly id: number }[]): string => rows.map((row) => row.id).join(', ');

function byToken(rows: readonly Claimed[]): Map<number, Claimed[]> {
  return Map.groupBy(rows, (row) => row.token);
}

/** Left to itself, MariaDB looks for the rows of an aggregate among all that are due. */
const byOrder = (dialect: Sql['dialect']): string =>
  dialect === 'mysql' ? 'FORCE INDEX (outbox_order)' : '';

/** Walks `outbox_due` from its first due row, and looks up `outbox_order` for each: never more than the limit. */
function candidatesQuery(dialect: Sql['dialect'], now: string): string {
  const before = (state: string): string =>
    `EXISTS (SELECT 1 FROM outbox p ${byOrder(dialect)} WHERE p.subscriber = o.subscriber AND p.aggregate = o.aggregate AND p.state = '${state}' AND p.id < o.id)`;
  return `SELECT o.id, o.event, o.aggregate, o.payload, o.delivery_key AS "key", o.attempts, o.created_at AS "createdAt",
      o.first_tried_at AS "firstTriedAt", CASE WHEN ${before('leased')} OR ${before('ready')} THEN 1 ELSE 0 END AS behind
    FROM outbox o WHERE o.state = 'ready' AND o.subscriber = ? AND o.next_at <= ${now}
    ORDER BY o.next_at, o.id LIMIT ?${dialect === 'mysql' ? ' FOR UPDATE SKIP LOCKED' : ''}`.replaceAll(
    '"',
    dialect === 'mysql' ? '`' : '"',
  );
}

/** What waited behind these is due now; a row that waits for its own next attempt goes on waiting. */
async function releaseNext(tx: Sql, ended: readonly Claimed[], now: string): Promise<void> {
  if (ended.length === 0) return;
  const next = await tx.all<{ id: number | null }>(
    `SELECT (SELECT MIN(n.id) FROM outbox n ${byOrder(tx.dialect)} WHERE n.subscriber = o.subscriber AND n.aggregate = o.aggregate AND n.state = 'ready') AS id
       FROM outbox o WHERE o.id IN (${ids(ended)})`,
  );
  const waiting = next.filter((row): row is { id: number } => row.id !== null);
  if (waiting.length > 0)
    await tx.run(
      `UPDATE outbox SET next_at = ${now} WHERE id IN (${ids(waiting)}) AND attempts = 0 AND state = 'ready' AND next_at > ${now}`,
    );
}
