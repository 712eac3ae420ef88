import { setTimeout as wait } from 'node:timers/promises';
import assert from 'node:assert/strict';
import type { Logger, PlainDate } from '@traliccio/sdk';
import { fixedClock, type FixedClock } from '@traliccio/sdk/testing';
import { Audit } from '../../audit/audit.ts';
import { Notices } from '../../notices/notices.ts';
import { AgendaWaker } from '../agenda-waker.ts';
import type { ProcessOptions } from '../create-scheduler.ts';
import { openJobStore, type JobStore } from '../job-store.ts';
import type { RecurringContext, RecurringJob } from '../recurring-job.ts';
import { RunLedger } from '../run-ledger.ts';
import { Scheduler } from '../scheduler.ts';
import type { Waker } from '../waker.ts';
import type { TestJobStore } from './job-stores.ts';

/** Fast enough for tests; ticks are made by hand. */
const OPTIONS: ProcessOptions = {
  tickMs: 3_600_000,
  graceMs: 200,
  pollMs: 40,
  lockMs: 500,
  stopMs: 5_000,
  ledger: { leaseMs: 2_000 },
};

const silent = (): void => undefined;
export const LOG: Logger = { debug: silent, info: silent, warn: silent, error: silent };

type Run = RecurringJob['run'];
export type SimulationOptions = {
  readonly name: string;
  readonly from: readonly [PlainDate, `${number}:${number}`];
  readonly at?: string | null;
  readonly job?: Partial<RecurringJob>;
  /** Does more than to note the date. */
  readonly run?: Run;
};
export type ProcessParts = {
  /** Instead of Agenda. */
  readonly waker?: Waker;
  readonly executes?: boolean;
  readonly options?: ProcessOptions;
};

/** One installation on a clock of its own, with one daily job, and any number of processes. */
export class Simulation {
  readonly clock: FixedClock;
  readonly notices: Notices;
  readonly ledger: RunLedger;
  /** The dates that were done, as they were. */
  readonly made: PlainDate[] = [];
  readonly job: RecurringJob;
  readonly #test: TestJobStore;
  readonly #running: Scheduler[] = [];
  #shared: { readonly store: Promise<JobStore>; users: number } | undefined;

  constructor(test: TestJobStore, options: SimulationOptions) {
    this.#test = test;
    this.clock = fixedClock(options.from[0], { time: options.from[1] });
    this.notices = new Notices(test.database, this.clock, new Audit(this.clock));
    this.ledger = new RunLedger(test.database, this.clock, OPTIONS.ledger);
    const at = options.at === undefined ? '02:00' : options.at;
    this.job = {
      name: options.name,
      label: { it: 'Prova', en: 'Trial' },
      at: async () => at,
      run: async (context: RecurringContext) => {
        const summary = await options.run?.(context);
        this.made.push(context.date);
        return summary;
      },
      ...options.job,
    } as RecurringJob;
  }

  /** A process that has not started yet. */
  process({ waker, options }: ProcessParts = {}): Scheduler {
    const all = { ...OPTIONS, ...options };
    const needs = {
      database: this.#test.database,
      ledger: this.ledger,
      notices: this.notices,
      clock: this.clock,
      log: LOG,
      timeZone: 'Europe/Rome',
      waker: waker ?? new AgendaWaker({ open: () => this.#openStore(), log: LOG }, all),
      jobs: () => [this.job],
      runJob: async (_kind: string, args: unknown) => args,
    };
    return new Scheduler(needs, all);
  }

  /**
   * Processes of a simulation are one process really, and so share one connection to an SQLite file: with two, one
   * would wait for the other without letting it go on.
   */
  async #openStore(): Promise<JobStore> {
    if (this.#test.database.dialect !== 'sqlite' || this.#test.config.jobsUrl !== null)
      return openJobStore(this.#test);
    this.#shared ??= { store: openJobStore(this.#test), users: 0 };
    const shared = this.#shared;
    shared.users += 1;
    const { backend, close } = await shared.store;
    return {
      backend,
      close: async () => {
        shared.users -= 1;
        if (shared.users > 0) return;
        this.#shared = undefined;
        await close();
      },
    };
  }

  async start(parts: ProcessParts = {}): Promise<Scheduler> {
    const scheduler = this.process(parts);
    this.#running.push(scheduler);
    await scheduler.start({ executes: parts.executes ?? true });
    return scheduler;
  }

  async stopAll(): Promise<void> {
    for (const scheduler of this.#running.splice(0)) await scheduler.stop();
  }

  /** As a process leaves it that dies at work on today's date: in its hands for so long. */
  async leaveAtWork(forMs: number): Promise<void> {
    const { sql, nowExpression } = this.#test.database;
    await sql.run(
      `INSERT INTO run (kind, logical_date, state, started_at, token, lease_until) VALUES (?, ?, 'running', 0, 1, ${nowExpression} + ?)`,
      [this.job.name, this.clock.today(), forMs],
    );
  }

  /** Moves the clock, looks, and waits until nothing more is to be done now. */
  async pass(by: { readonly days?: number; readonly minutes?: number }, scheduler: Scheduler): Promise<void> {
    this.clock.advance(by);
    await scheduler.tick();
    await this.settled(scheduler);
  }

  async settled(scheduler: Scheduler): Promise<void> {
    let look = performance.now() + 2_000;
    await until(async () => {
      // A wake is lost to one that is just ending; the next look makes up for it, as every half minute in service.
      if (performance.now() > look) {
        look += 2_000;
        await scheduler.tick();
      }
      const [job] = await scheduler.list();
      return !job!.running && (job!.nextRun === null || job!.nextRun > this.clock.now());
    });
  }

  /** Checks what operators are told of the job: keys of notices, without its name. */
  async tells(expected: readonly string[]): Promise<void> {
    let told: string[] = [];
    // A notice is posted a moment after its run has ended.
    const end = performance.now() + 2_000;
    do {
      if (told.length > 0) await wait(10);
      const keys = await this.notices.openKeys('core', 'job.');
      told = keys
        .filter((key) => key.includes(`:${this.job.name}`))
        .map((key) => key.replace(`:${this.job.name}`, ''));
    } while (told.join() !== expected.join() && performance.now() < end);
    assert.deepEqual(told, expected);
  }
}

export async function until(holds: () => boolean | Promise<boolean>, what = 'it'): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await holds())) {
    assert.ok(performance.now() < end, `${what} did not come to be in 20 s`);
    await wait(5);
  }
}
