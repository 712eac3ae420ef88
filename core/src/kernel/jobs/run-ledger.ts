import { randomInt } from 'node:crypto';
import {
  Conflict,
  NotFound,
  type Clock,
  type PlainDate,
  type Sql,
  type SqlRow,
  type SqlValue,
} from '@traliccio/sdk';
import type { Database } from '../db/database.ts';
import type { JobProgress } from './jobs.ts';
import { LeasedRun } from './leased-run.ts';

export type RunState = 'running' | 'done' | 'held' | 'failed';

/** A row of the ledger. */
export type Run = {
  readonly id: number;
  readonly kind: string;
  readonly date: PlainDate;
  readonly state: RunState;
  readonly reason: string | null;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly summary: unknown;
  /** How often it has failed since it was last done. */
  readonly failures: number;
  /** As far as its process has told. */
  readonly progress: JobProgress | null;
  /** Whether a process has it now: one that is `running` and that nobody has was interrupted. */
  readonly isLeased: boolean;
};

export type OpenOptions = {
  readonly kind: string;
  readonly date: PlainDate;
  /** Opens a run that is done once more. */
  readonly again?: boolean;
  /** Waits, at most for one lease, to see whether a process that had it is still alive. */
  readonly wait?: boolean;
};

/** `opened` when it is new, `resumed` when it goes on where another left it. */
export type Opened = { readonly outcome: 'opened' | 'resumed'; readonly run: LeasedRun };
export type LedgerOptions = {
  /** Short, so that what a killed process left goes on soon. */
  readonly leaseMs?: number;
  readonly onOpened?: ((run: { readonly id: number; readonly token: number }) => void) | undefined;
};

const LEASE = 15_000;

/**
 * What makes a run happen once, whoever starts it: one row per kind and logical date, leased by the database's clock
 * to one process at a time.
 */
export class RunLedger {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #lease: number;
  readonly #onOpened: LedgerOptions['onOpened'];

  constructor(database: Database, clock: Clock, options: LedgerOptions = {}) {
    this.#database = database;
    this.#clock = clock;
    this.#lease = options.leaseMs ?? LEASE;
    this.#onOpened = options.onOpened;
  }

  /**
   * Takes the run, new or left by somebody else.
   * @throws Conflict `run.running` when another process has it, `run.done` when it is done
   */
  async open(options: OpenOptions): Promise<Opened> {
    let lease: number | null | undefined;
    for (;;) {
      const taken = await this.#take(options);
      if (taken.outcome !== 'running') return taken;
      const isAlive = lease !== undefined && taken.lease !== lease;
      lease = taken.lease;
      if (!options.wait || isAlive)
        throw new Conflict(
          'run.running',
          `${options.kind} of ${options.date} is running in another process: wait until it has finished`,
        );
      await new Promise((resolve) => setTimeout(resolve, this.#lease / 10));
    }
  }

  async find(kind: string, date: PlainDate): Promise<Run | undefined> {
    const [run] = await this.#runs('WHERE kind = ? AND logical_date = ?', [kind, date]);
    return run;
  }

  /** Newest first. */
  async list(kind?: string, limit = 50): Promise<Run[]> {
    return this.#runs(
      `${kind === undefined ? '' : 'WHERE kind = ?'} ORDER BY id DESC LIMIT ${limit}`,
      kind === undefined ? [] : [kind],
    );
  }

  /** Those of a kind from a date on, by date. */
  async since(kind: string, date: PlainDate): Promise<Run[]> {
    return this.#runs('WHERE kind = ? AND logical_date >= ? ORDER BY logical_date', [kind, date]);
  }

  /** The latest date that is done. */
  async lastDone(kind: string): Promise<PlainDate | null> {
    const [row] = await this.#database.sql.all<{ date: PlainDate | null }>(
      "SELECT MAX(logical_date) AS date FROM run WHERE kind = ? AND state = 'done'",
      [kind],
    );
    return row?.date ?? null;
  }

  /** Ends a run in the place of a process that can't any more: whoever watched over it knows its token. */
  async endFor(
    run: { readonly id: number; readonly token: number },
    state: 'held' | 'failed',
    reason: string,
  ): Promise<boolean> {
    const ended = await this.#database.sql.run(
      "UPDATE run SET state = ?, reason = ?, finished_at = ?, lease_until = NULL, failures = failures + ? WHERE id = ? AND token = ? AND state = 'running'",
      [state, reason, this.#clock.now(), state === 'failed' ? 1 : 0, run.id, run.token],
    );
    return ended > 0;
  }

  /** Gives a run up in the place of a process that was stopped: the next one goes on at once. */
  async releaseFor(run: { readonly id: number; readonly token: number }): Promise<void> {
    await this.#database.sql.run(
      "UPDATE run SET lease_until = 0 WHERE id = ? AND token = ? AND state = 'running'",
      [run.id, run.token],
    );
  }

  async #runs(which: string, params: readonly SqlValue[]): Promise<Run[]> {
    const rows = await this.#database.sql.all(
      `SELECT run.*, CASE WHEN state = 'running' AND lease_until >= ${this.#database.nowExpression} THEN 1 ELSE 0 END AS is_leased FROM run ${which}`,
      params,
    );
    return rows.map(view);
  }

  /**
   * Holds a run that is at work, or that its process has left: whoever has it finds out at its next step, which then
   * is not taken. Started again, it goes on behind the last one. @throws Conflict when it is not running
   */
  async stop(tx: Sql, id: number, reason: string): Promise<void> {
    const stopped = await tx.run(
      "UPDATE run SET state = 'held', reason = ?, finished_at = ?, lease_until = NULL WHERE id = ? AND state = 'running'",
      [reason, this.#clock.now(), id],
    );
    if (stopped === 0)
      throw new Conflict('run.not_running', `run ${id} is not running: there is nothing to stop`);
  }

  async #take(options: OpenOptions): Promise<Opened | { outcome: 'running'; lease: number | null }> {
    const { kind, date } = options;
    // Any number that no other holder has: a token is compared, never counted.
    const token = randomInt(1, 2 ** 47);
    const now = this.#database.nowExpression;
    const taken = await this.#database.transaction(async (tx) => {
      await tx.upsert(
        'run',
        ['kind', 'logical_date', 'state', 'started_at'],
        [[kind, date, 'new', this.#clock.now()]],
        { key: ['kind', 'logical_date'], update: [] },
      );
      const row = await lockRun(tx, kind, date, now);
      if (row.state === 'done' && !options.again) return { ...row, outcome: 'done' as const };
      if (row.state === 'running' && row.is_leased === 1) return { ...row, outcome: 'running' as const };
      await tx.run(
        `UPDATE run SET state = 'running', reason = NULL, finished_at = NULL, progress_what = NULL, token = ?, lease_until = ${now} + ? WHERE id = ?`,
        [token, this.#lease, row.id],
      );
      return { ...row, outcome: row.state === 'new' ? ('opened' as const) : ('resumed' as const) };
    });
    if (taken.outcome === 'done')
      throw new Conflict('run.done', `${kind} of ${date} is done already: run ${taken.id}`);
    if (taken.outcome === 'running') return { outcome: 'running', lease: taken.lease_until };
    this.#onOpened?.({ id: taken.id, token });
    const identity = { id: taken.id, kind, date, token };
    return {
      outcome: taken.outcome,
      run: new LeasedRun({ database: this.#database, clock: this.#clock, leaseMs: this.#lease, ...identity }),
    };
  }
}

type Locked = { id: number; state: string; lease_until: number | null; is_leased: number };

async function lockRun(tx: Sql, kind: string, date: PlainDate, now: string): Promise<Locked> {
  const [row] = await tx.all<Locked>(
    `SELECT id, state, lease_until, CASE WHEN lease_until >= ${now} THEN 1 ELSE 0 END AS is_leased
       FROM run WHERE kind = ? AND logical_date = ?${tx.dialect === 'mysql' ? ' FOR UPDATE' : ''}`,
    [kind, date],
  );
  if (!row) throw new NotFound('run.not_found', `there is no run ${kind} of ${date}`);
  return row;
}

function view(row: SqlRow): Run {
  return {
    id: row['id'] as number,
    kind: row['kind'] as string,
    date: row['logical_date'] as PlainDate,
    state: row['state'] as RunState,
    reason: row['reason'] as string | null,
    startedAt: row['started_at'] as number,
    finishedAt: row['finished_at'] as number | null,
    summary: row['summary'] === null ? null : JSON.parse(row['summary'] as string),
    failures: row['failures'] as number,
    progress:
      row['progress_what'] === null
        ? null
        : {
            done: row['progress_done'] as number,
            total: row['progress_total'] as number,
            what: row['progress_what'] as string,
          },
    isLeased: row['is_leased'] === 1,
  };
}
