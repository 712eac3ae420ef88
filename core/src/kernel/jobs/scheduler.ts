import {
  Invalid,
  NotFound,
  RetryLater,
  TraliccioError,
  type Actor,
  type Clock,
  type Logger,
  type PlainDate,
} from '@traliccio/sdk';
import type { Database } from '../db/database.ts';
import type { RunInWorker } from '../kernel.ts';
import type { Notices } from '../notices/notices.ts';
import { messageOf } from '../thrown.ts';
import { dailyState, type DailyState } from './daily-state.ts';
import { JobAlarms } from './job-alarms.ts';
import { jobView, type JobView } from './job-view.ts';
import { performRun } from './perform-run.ts';
import { isDaily, kindOf, type DailyJob, type RecurringJob } from './recurring-job.ts';
import type { RunLedger } from './run-ledger.ts';
import type { Asked, Timing, Waker } from './waker.ts';

export type SchedulerNeeds = {
  readonly database: Database;
  readonly ledger: RunLedger;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly log: Logger;
  /** The business time zone. */
  readonly timeZone: string;
  readonly waker: Waker;
  /** What there is to do, in the build of the product that serves now. */
  readonly jobs: () => readonly RecurringJob[];
  readonly runJob: RunInWorker;
};
export type SchedulerOptions = {
  /** How often it looks at what is due and what is late. */
  readonly tickMs?: number;
  /** How long a stop waits for what is at work before it ends it. */
  readonly graceMs?: number;
};

const SCHEDULER: Actor = { kind: 'system', name: 'scheduler' };
const DEFAULTS: Required<SchedulerOptions> = { tickMs: 30_000, graceMs: 10_000 };
/** A process that has just started makes up for what was missed before it calls it late. */
const QUIET_MS = 10 * 60_000;

/**
 * Has recurring jobs done: each logical date of a daily job once, whoever is woken for it and how often. The waker
 * says only that it is time to look; the run ledger says what is done, and the clock what is due.
 */
export class Scheduler {
  readonly #needs: SchedulerNeeds;
  readonly #options: Required<SchedulerOptions>;
  readonly #alarms: JobAlarms;
  readonly #stopping = new AbortController();
  #isStopping = false;
  #executes = false;
  #quietUntil = 0;
  #timer: NodeJS.Timeout | undefined;
  #ticking: Promise<void> = Promise.resolve();

  constructor(needs: SchedulerNeeds, options: SchedulerOptions = {}) {
    this.#needs = needs;
    this.#options = { ...DEFAULTS, ...options };
    this.#alarms = new JobAlarms(needs.notices);
  }

  /**
   * Begins to look for what is late; with `executes`, to do what is due too.
   * @throws BadConfiguration when there is nothing to be woken by
   */
  async start({ executes }: { readonly executes: boolean }): Promise<void> {
    this.#executes = executes;
    this.#quietUntil = this.#needs.clock.now() + QUIET_MS;
    if (executes) await this.#needs.waker.start((name, asked) => this.#work(name, asked));
    await this.tick();
    this.#schedule();
  }

  /** Takes nothing new, waits for what is at work, ends it if it takes too long, and leaves no lease behind. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#timer);
    await this.#ticking;
    const grace = setTimeout(() => this.#stopping.abort(), this.#options.graceMs);
    await this.#needs.waker.stop();
    clearTimeout(grace);
  }

  /** All jobs and how they stand: from the ledger, so in any process. */
  async list(): Promise<JobView[]> {
    const { jobs, clock, ledger } = this.#needs;
    return Promise.all(
      jobs().map(async (job) => {
        if (isDaily(job)) return jobView(job, { daily: await this.#state(job, false), now: clock.now() });
        const [last] = await ledger.list(kindOf(job), 1);
        return jobView(job, { last, now: clock.now() });
      }),
    );
  }

  /**
   * Asks that a job be run once more, today or for an earlier date. A process that works does it; this one may not.
   * @returns what its run is found by in the ledger, once it has begun
   * @throws NotFound, Invalid; RetryLater when the job store can't be reached
   */
  async trigger(
    name: string,
    {
      date,
      by,
      confirm = false,
    }: { readonly date?: PlainDate; readonly by: Actor; readonly confirm?: boolean },
  ): Promise<{ readonly kind: string; readonly date: PlainDate }> {
    const job = this.#find(name);
    if (!job) {
      const names = this.#needs.jobs().map((one) => one.name);
      throw new NotFound('job.not_found', `there is no recurring job ${name}: there are ${names.join(', ')}`);
    }
    const today = this.#needs.clock.today();
    const asked: Asked = { date: date ?? today, by, confirm };
    if (asked.date > today)
      throw new Invalid(
        'run.date_in_future',
        `a run of ${asked.date} can't be made on ${today}: wait for the day`,
        {
          field: 'date',
        },
      );
    try {
      await this.#needs.waker.ask(name, asked);
    } catch (error) {
      throw new RetryLater(`${name} can't be asked for now: ${messageOf(error)}`, { cause: error });
    }
    return { kind: kindOf(job), date: asked.date };
  }

  /** Looks at everything once: says what is late, and has woken for what is due. Never fails. */
  tick(): Promise<void> {
    this.#ticking = this.#ticking.then(() => this.#look());
    return this.#ticking;
  }

  async #look(): Promise<void> {
    const due: string[] = [];
    const timings: Timing[] = [];
    for (const job of this.#needs.jobs())
      await this.#try(`the state of ${job.name} can't be told`, async () => {
        const one = { name: job.name, zone: this.#needs.timeZone };
        if (!isDaily(job)) {
          timings.push({ ...one, when: { every: job.every! } });
          return;
        }
        const state = await this.#state(job, true);
        timings.push({ ...one, when: state.time && { at: state.time.at } });
        if (state.next !== null && 'date' in state.next) due.push(job.name);
        await this.#alarms.check(job, state, state.now < this.#quietUntil);
      });
    if (!this.#executes || this.#isStopping) return;
    await this.#try('jobs can not be planned', () => this.#needs.waker.recur(timings));
    for (const name of due)
      await this.#try(`nobody can be woken for ${name}`, () => this.#needs.waker.wake(name));
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      void this.tick().then(() => {
        if (!this.#isStopping) this.#schedule();
      });
    }, this.#options.tickMs);
    this.#timer.unref();
  }

  /** What this process is woken for. @returns whether it is done with, as far as it can be */
  async #work(name: string, asked: Asked | null): Promise<boolean> {
    if (this.#isStopping) return false;
    const job = this.#find(name);
    if (!job) return true;
    let isDone = true;
    await this.#try(`${name} came to no end`, async () => {
      isDone = asked || !isDaily(job) ? await this.#perform(job, asked) : await this.#catchUp(job);
    });
    return isDone;
  }

  async #catchUp(job: DailyJob): Promise<boolean> {
    for (let before: PlainDate | undefined; ;) {
      const { next } = await this.#state(job, true);
      if (next === null || !('date' in next) || next.date === before) return true;
      if (this.#isStopping) return false;
      before = next.date;
      if (!(await this.#perform(job, null, next.date))) return false;
    }
  }

  async #perform(job: RecurringJob, asked: Asked | null, due?: PlainDate): Promise<boolean> {
    const date = asked?.date ?? due ?? this.#needs.clock.today();
    const ended = await performRun(job, {
      ...this.#needs,
      date,
      by: asked?.by ?? SCHEDULER,
      again: due === undefined,
      confirm: asked?.confirm ?? false,
      signal: this.#stopping.signal,
    });
    if (ended === 'stopped') return false;
    // Whoever has it may be gone without anybody knowing yet: what was asked for stays asked for until it has ended.
    if (ended === 'elsewhere' && asked) return false;
    if (ended !== 'elsewhere' && due !== undefined) await this.#alarms.ended(job, ended);
    if (isDaily(job)) await this.#alarms.check(job, await this.#state(job, true), true);
    return true;
  }

  #state(job: DailyJob, activate: boolean): Promise<DailyState> {
    return dailyState(job, this.#needs, { activate });
  }

  #find(name: string): RecurringJob | undefined {
    return this.#needs.jobs().find((job) => job.name === name);
  }

  async #try(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const code = error instanceof TraliccioError ? error.code : undefined;
      this.#needs.log.error({ code, why: messageOf(error) }, what);
    }
  }
}
