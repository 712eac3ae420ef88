import { randomInt } from 'node:crypto';
import { Conflict, NotFound, type Clock, type PlainDate, type Sql, type SqlRow } from '@traliccio/sdk';
import type { Database } from '../db/database.ts';
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
    const [row] = await this.#database.sql.all('SELECT * FROM run WHERE kind = ? AND logical_date = ?', [
      kind,
      date,
    ]);
    return row && view(row);
  }

  /** Newest first. */
  async list(kind?: string, limit = 50): Promise<Run[]> {
    const rows = await this.#database.sql.all(
      `SELECT * FROM run ${kind === undefined ? '' : 'WHERE kind = ?'} ORDER BY id DESC LIMIT ${limit}`,
      kind === undefined ? [] : [kind],
    );
    return rows.map(view);
  }

  /** Ends a run in the place of a process that can't any more: whoever watched over it knows its token. */
  async endFor(
    run: { readonly id: number; readonly token: number },
    state: 'held' | 'failed',
    reason: string,
  ): Promise<boolean> {
    const ended = await this.#database.sql.run(
      "UPDATE run SET state = ?, reason = ?, finished_at = ?, lease_until = NULL WHERE id = ? AND token = ? AND state = 'running'",
      [state, reason, this.#clock.now(), run.id, run.token],
    );
    return ended > 0;
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
        `UPDATE run SET state = 'running', reason = NULL, finished_at = NULL, token = ?, lease_until = ${now} + ? WHERE id = ?`,
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
  };
}
