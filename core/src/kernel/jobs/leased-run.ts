import { Conflict, type Clock, type PlainDate, type Sql } from '@traliccio/sdk';
import type { Database } from '../db/database.ts';
import type { JobProgress } from './jobs.ts';

export type LeasedRunOptions = {
  readonly database: Database;
  readonly clock: Clock;
  readonly leaseMs: number;
  readonly id: number;
  readonly kind: string;
  readonly date: PlainDate;
  readonly token: number;
};

const FAILURES = { done: '0', held: 'failures', failed: 'failures + 1' } as const;
/** How often other processes are told how far it is. */
const TELL_MS = 1_000;

/** A run that this process has. The lease is renewed while it lives; every write asks whether it is still ours. */
export class LeasedRun {
  readonly id: number;
  readonly kind: string;
  readonly date: PlainDate;
  readonly token: number;
  readonly #options: LeasedRunOptions;
  readonly #lost = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #toldAt = -Infinity;

  constructor(options: LeasedRunOptions) {
    this.id = options.id;
    this.kind = options.kind;
    this.date = options.date;
    this.token = options.token;
    this.#options = options;
    this.#timer = setInterval(() => void this.#renew(), options.leaseMs / 3);
    this.#timer.unref();
  }

  /** Ends when another process has taken the run over. */
  get signal(): AbortSignal {
    return this.#lost.signal;
  }

  /**
   * Asks, in the transaction of a step, whether the run is still ours, and renews the lease. Whoever took the run over
   * waits for the row until the step has committed, or the step sees that it is gone.
   * @throws Conflict `run.lease_lost`
   */
  async fence(tx: Sql): Promise<void> {
    const { database, leaseMs } = this.#options;
    const mine = await tx.run(
      `UPDATE run SET lease_until = ${database.nowExpression} + ? WHERE id = ? AND token = ? AND state = 'running'`,
      [leaseMs, this.id, this.token],
    );
    if (mine === 0) throw this.#lose();
  }

  /** Tells other processes how far it is, once a second at most; not from inside a transaction. */
  progress({ done, total, what }: JobProgress): void {
    if (performance.now() - this.#toldAt < TELL_MS) return;
    this.#toldAt = performance.now();
    void this.#options.database.sql
      .run(
        'UPDATE run SET progress_done = ?, progress_total = ?, progress_what = ? WHERE id = ? AND token = ?',
        [done, total, what, this.id, this.token],
      )
      // Whoever looks sees it with the next one.
      .catch(() => undefined);
  }

  /** Done. With `tx`, together with the last step. */
  async finish(summary: unknown, tx?: Sql): Promise<void> {
    await this.#end('done', { reason: null, summary }, tx);
  }

  /** Stopped on purpose: it goes on when somebody has looked at the reason and starts it again. */
  async hold(reason: string, summary: unknown = null, tx?: Sql): Promise<void> {
    await this.#end('held', { reason, summary }, tx);
  }

  async fail(reason: string, summary: unknown = null, tx?: Sql): Promise<void> {
    await this.#end('failed', { reason, summary }, tx);
  }

  /** Gives the run up without an end, for another process to go on at once. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    await this.#options.database.sql.run('UPDATE run SET lease_until = 0 WHERE id = ? AND token = ?', [
      this.id,
      this.token,
    ]);
  }

  async #end(
    state: 'done' | 'held' | 'failed',
    end: { reason: string | null; summary: unknown },
    sql: Sql = this.#options.database.sql,
  ): Promise<void> {
    clearInterval(this.#timer);
    const ended = await sql.run(
      `UPDATE run SET state = ?, reason = ?, summary = ?, finished_at = ?, lease_until = NULL, failures = ${FAILURES[state]} WHERE id = ? AND token = ? AND state = 'running'`,
      [
        state,
        end.reason,
        JSON.stringify(end.summary ?? null),
        this.#options.clock.now(),
        this.id,
        this.token,
      ],
    );
    if (ended === 0) throw this.#lose();
  }

  async #renew(): Promise<void> {
    try {
      await this.fence(this.#options.database.sql);
    } catch (error) {
      // A database that is away may be back before the lease ends; a lease that is lost is in the signal.
      if (!(error instanceof Conflict)) return;
    }
  }

  #lose(): Conflict {
    clearInterval(this.#timer);
    const error = new Conflict(
      'run.lease_lost',
      `${this.kind} of ${this.date} was taken over by another process: this one stops`,
    );
    this.#lost.abort(error);
    return error;
  }
}
