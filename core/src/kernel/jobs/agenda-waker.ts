import type { Agenda, Job } from 'agenda';
import type { Logger } from '@traliccio/sdk';
import { systemClock } from '../clock.ts';
import { messageOf } from '../thrown.ts';
import type { JobStore } from './job-store.ts';
import type { Asked, Timing, Waker, Work } from './waker.ts';

export type AgendaWakerNeeds = { readonly open: () => Promise<JobStore>; readonly log: Logger };
export type AgendaWakerOptions = {
  /** How often it looks for work that other processes have asked for. */
  readonly pollMs?: number;
  /** After so long, what a killed process had at work wakes another. */
  readonly lockMs?: number;
  /** How long a stop waits. */
  readonly stopMs?: number;
};

type Wake = { readonly wake: true };
type Data = Asked | Wake | null | undefined;
type Connected = { readonly agenda: Agenda; readonly close: () => Promise<void> };

const DEFAULTS: Required<AgendaWakerOptions> = { pollMs: 5_000, lockMs: 15_000, stopMs: 20_000 };

/** Agenda, reduced to what it is good at: waking one of several processes at a time of day, or when asked. */
export class AgendaWaker implements Waker {
  readonly #needs: AgendaWakerNeeds;
  readonly #options: Required<AgendaWakerOptions>;
  #connected: Promise<Connected> | undefined;
  #work: Work | undefined;

  constructor(needs: AgendaWakerNeeds, options: AgendaWakerOptions = {}) {
    this.#needs = needs;
    this.#options = { ...DEFAULTS, ...options };
  }

  async start(work: Work): Promise<void> {
    this.#work = work;
    const { agenda } = await this.#connect();
    await agenda.start();
  }

  /**
   * `every()` computes the next time from now on, and so loses the one that was missed while nobody was there: it is
   * called only for what is new or has changed.
   */
  async recur(timings: readonly Timing[]): Promise<void> {
    const { agenda } = await this.#connect();
    for (const { name } of timings) this.#define(agenda, name);
    const { jobs } = await agenda.queryJobs({ names: timings.map((one) => one.name) });
    for (const timing of timings) {
      const [known, ...more] = jobs.filter((job) => job.name === timing.name && job.type === 'single');
      const needless = timing.when === null && known ? [known, ...more] : more;
      if (needless.length > 0) await agenda.cancel({ ids: needless.map((job) => job._id) });
      if (timing.when === null) continue;
      const interval = 'at' in timing.when ? cronOf(timing.when.at) : timing.when.every * 1000;
      if (known?.repeatInterval === interval && known.repeatTimezone === timing.zone) continue;
      await agenda.every(interval, timing.name, undefined, { timezone: timing.zone });
    }
  }

  async wake(name: string): Promise<void> {
    const { agenda } = await this.#connect();
    const data: Wake = { wake: true };
    await agenda.create<Data>(name, data).unique({ 'data.wake': true }).save();
  }

  async ask(name: string, asked: Asked): Promise<void> {
    const { agenda } = await this.#connect();
    await agenda.now<Data>(name, asked);
  }

  async stop(): Promise<void> {
    const connected = await this.#connected?.catch(() => undefined);
    this.#connected = undefined;
    if (!connected) return;
    await connected.agenda.drain({ timeout: this.#options.stopMs, closeConnection: false });
    await connected.close();
  }

  #connect(): Promise<Connected> {
    this.#connected ??= this.#open().catch((error: unknown) => {
      this.#connected = undefined;
      throw error;
    });
    return this.#connected;
  }

  async #open(): Promise<Connected> {
    // Loaded when it is needed: most commands and many processes never wake.
    const { Agenda, InMemoryNotificationChannel } = await import('agenda');
    const { backend, close } = await this.#needs.open();
    const agenda = new Agenda({
      backend,
      processEvery: this.#options.pollMs,
      defaultLockLifetime: this.#options.lockMs,
      notificationChannel: new InMemoryNotificationChannel(),
    });
    agenda.on('error', (error) =>
      this.#needs.log.warn({ why: messageOf(error) }, 'the job store gives trouble'),
    );
    await agenda.ready;
    return { agenda, close };
  }

  #define(agenda: Agenda, name: string): void {
    if (agenda.definitions[name]) return;
    // Of a job, one at a time and no further locked: another process may have it.
    // oxlint-disable-next-line typescript/no-misused-promises -- of Agenda's two signatures it sees the other one
    agenda.define<Data>(name, (job) => this.#woken(job), { concurrency: 1, lockLimit: 1 });
  }

  async #woken(job: Job<Data>): Promise<void> {
    const touching = keepLocked(job, this.#options.lockMs / 3);
    const { data } = job.attrs;
    const isDone = await this.#work!(job.attrs.name, data && 'by' in data ? data : null);
    await touching.stop();
    if (job.attrs.repeatInterval !== undefined) return;
    if (isDone) await job.remove();
    // At once by another process, when this one stops.
    else job.attrs.nextRunAt = new Date(machine.now() + (this.#connected ? this.#options.pollMs : 0));
  }
}

const machine = systemClock('UTC');

/** `30 2 * * *` */
function cronOf(at: string): string {
  const [hours, minutes] = at.split(':').map(Number) as [number, number];
  return `${minutes} ${hours} * * *`;
}

/** Agenda takes a job whose lock is old for one whose process is gone. */
function keepLocked(job: Job<Data>, everyMs: number): { stop: () => Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    // A lock that is lost wakes another process, which finds in the ledger that the run is at work.
    last = job.touch().catch(() => undefined);
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
}
