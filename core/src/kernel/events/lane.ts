import { setTimeout as wait } from 'node:timers/promises';
import type { Claimed, Settled } from './outbox.ts';
import { deliver } from './delivery.ts';
import type { RelayNeeds, RelayOptions } from './relay.ts';

export type Totals = {
  tried: number;
  done: number;
  retried: number;
  dead: number;
  uncertain: number;
  dropped: number;
  /** Written by somebody else meanwhile: the lease had ended. */
  stale: number;
};

const CLAIM = 100;
const SETTLE_ROWS = 50;
const SETTLE_MS = 200;
const GRACE_MS = 30_000;

/** Delivers to one subscriber. */
export class Lane {
  readonly subscriber: string;
  readonly totals: Totals = { tried: 0, done: 0, retried: 0, dead: 0, uncertain: 0, dropped: 0, stale: 0 };
  readonly #needs: RelayNeeds;
  readonly #options: Required<RelayOptions>;
  #queue: Claimed[] = [];
  readonly #inFlight = new Map<Claimed, { readonly abort: AbortController; readonly ended: Promise<void> }>();
  #finished: Settled[] = [];
  #settledAt = performance.now();
  readonly #stop = new AbortController();

  constructor(subscriber: string, needs: RelayNeeds, options: Required<RelayOptions>) {
    this.subscriber = subscriber;
    this.#needs = needs;
    this.#options = options;
  }

  /** Until there is nothing due, or until it is stopped. A database that is away is waited for. */
  async run(until: 'idle' | 'stopped'): Promise<void> {
    const heartbeat = setInterval(() => void this.#extend(), this.#options.leaseMs / 4);
    try {
      while (!this.#stop.signal.aborted) {
        try {
          if (await this.#step()) continue;
          if (until === 'idle') break;
          await this.#pause();
        } catch (error) {
          if (until === 'idle') throw error;
          this.#needs.log.error(
            { err: error, subscriber: this.subscriber },
            'the outbox could not be read or written',
          );
          await this.#pause();
        }
      }
      await this.#windDown();
    } finally {
      clearInterval(heartbeat);
    }
  }

  async stop(): Promise<void> {
    this.#stop.abort();
  }

  /** @returns whether there was anything to do */
  async #step(): Promise<boolean> {
    const { concurrency, leaseMs } = this.#options;
    if (this.#queue.length === 0 && this.#inFlight.size < concurrency) {
      // What has ended may have held back the next event of its aggregate.
      if (this.#inFlight.size === 0) await this.#settle();
      this.#queue = await this.#needs.outbox.claim(this.subscriber, { limit: CLAIM, leaseMs });
    }
    while (this.#inFlight.size < concurrency && this.#queue.length > 0) this.#start(this.#queue.shift()!);
    if (this.#inFlight.size === 0) {
      if ((await this.#needs.outbox.reclaim(this.subscriber)) > 0) return true;
      if (await this.#needs.outbox.isDue(this.subscriber)) return true;
      return false;
    }
    await this.#oneEnds();
    if (this.#finished.length >= SETTLE_ROWS || performance.now() - this.#settledAt > SETTLE_MS)
      await this.#settle();
    return true;
  }

  #start(row: Claimed): void {
    const abort = new AbortController();
    const { events, clock } = this.#needs;
    const work = deliver(row, {
      subscription: events.handlerOf(row.subscriber, row.event),
      abort,
      clock,
      ...this.#options,
    });
    const ended = work.then((outcome) => {
      this.#inFlight.delete(row);
      this.#finished.push({ row, outcome });
      if ('error' in outcome)
        this.#needs.log.warn(
          { event: row.event, subscriber: row.subscriber, key: row.key, state: outcome.state },
          outcome.error,
        );
    });
    this.#inFlight.set(row, { abort, ended });
  }

  async #oneEnds(): Promise<void> {
    const timeout = new AbortController();
    const tick = wait(SETTLE_MS, undefined, { signal: timeout.signal }).catch(() => undefined);
    await Promise.race([...[...this.#inFlight.values()].map((one) => one.ended), tick]);
    timeout.abort();
  }

  async #settle(): Promise<void> {
    const settled = this.#finished;
    if (settled.length === 0) return;
    this.#finished = [];
    this.#settledAt = performance.now();
    try {
      const stale = await this.#needs.outbox.settle(settled);
      if (stale > 0)
        this.#needs.log.warn(
          { subscriber: this.subscriber, stale },
          'deliveries ended after their lease: they are delivered again',
        );
      this.totals.stale += stale;
    } catch (error) {
      this.#finished.unshift(...settled);
      throw error;
    }
    this.totals.tried += settled.length;
    for (const { outcome } of settled) this.totals[outcome.state === 'ready' ? 'retried' : outcome.state]++;
  }

  /** Long handlers keep their leases; whoever has lost one is told to give up. */
  async #extend(): Promise<void> {
    const held = [...this.#queue, ...this.#inFlight.keys(), ...this.#finished.map((one) => one.row)];
    if (held.length === 0) return;
    try {
      for (const row of await this.#needs.outbox.extend(held, this.#options.leaseMs)) {
        this.#inFlight.get(row)?.abort.abort(new Error('the lease was lost'));
        this.#queue = this.#queue.filter((one) => one !== row);
      }
    } catch (error) {
      this.#needs.log.warn({ err: error, subscriber: this.subscriber }, 'leases could not be extended');
    }
  }

  async #windDown(): Promise<void> {
    const grace = setTimeout(() => this.#abortAll(), GRACE_MS);
    await Promise.all([...this.#inFlight.values()].map((one) => one.ended));
    clearTimeout(grace);
    await this.#settle();
    const untried = this.#queue;
    this.#queue = [];
    await this.#needs.outbox.release(untried);
  }

  #abortAll(): void {
    for (const { abort } of this.#inFlight.values()) abort.abort(new Error('the process stops'));
  }

  async #pause(): Promise<void> {
    await wait(this.#options.pollMs, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }
}
