import type { Clock, Logger } from '@traliccio/sdk';
import type { Events } from './events.ts';
import { Lane, type Totals } from './lane.ts';
import type { Outbox } from './outbox.ts';
import { RETRY, type RetryPolicy } from './outcome.ts';

export type RelayOptions = {
  /** Deliveries in flight for each subscriber. */
  readonly concurrency?: number;
  readonly leaseMs?: number;
  /** How long one handler may take. */
  readonly handlerMs?: number;
  readonly pollMs?: number;
  readonly retry?: RetryPolicy;
};
export type RelayNeeds = {
  readonly events: Events;
  readonly outbox: Outbox;
  readonly log: Logger;
  readonly clock: Clock;
};
export type DrainProgress = { readonly delivered: number; readonly total: number };
/** What a drain did; `waiting` rows are due later. */
export type Drained = Totals & { readonly waiting: number };

const DEFAULTS: Required<RelayOptions> = {
  concurrency: 8,
  leaseMs: 20_000,
  handlerMs: 300_000,
  pollMs: 1_000,
  retry: RETRY,
};

/**
 * Delivers what the outbox holds to the handlers of this process; any number of processes may do so. Each subscriber
 * has a lane of its own, so that a slow one keeps no other waiting.
 */
export class Relay {
  readonly #needs: RelayNeeds;
  readonly #options: Required<RelayOptions>;
  #lanes: Lane[] = [];
  #running: Promise<unknown> = Promise.resolve();

  constructor(needs: RelayNeeds, options: RelayOptions = {}) {
    this.#needs = needs;
    this.#options = { ...DEFAULTS, ...options };
  }

  /** Delivers until `stop`. */
  start(): void {
    this.#lanes = this.#newLanes();
    this.#running = Promise.all(this.#lanes.map((lane) => lane.run('stopped')));
  }

  /** Takes no more, ends what is in flight, gives the rest back. */
  async stop(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.stop()));
    await this.#running;
    this.#lanes = [];
  }

  /** Delivers all that is due, and what comes of it, then returns. */
  async drain(options: { readonly onProgress?: (progress: DrainProgress) => void } = {}): Promise<Drained> {
    const lanes = (this.#lanes = this.#newLanes());
    const subscribers = lanes.map((lane) => lane.subscriber);
    const { outbox } = this.#needs;
    let total = await outbox.count('ready', subscribers);
    const timer = setInterval(() => {
      const delivered = sum(lanes).tried;
      total = Math.max(total, delivered);
      options.onProgress?.({ delivered, total });
    }, 200);
    try {
      let idleSince = performance.now();
      for (;;) {
        const before = sum(lanes).tried;
        await Promise.all(lanes.map((lane) => lane.run('idle')));
        if (sum(lanes).tried > before) {
          idleSince = performance.now();
          continue;
        }
        // What another process has is done soon, or its lease ends and it is ours.
        const hasGivenUp = performance.now() - idleSince > this.#options.leaseMs * 1.5;
        if (hasGivenUp || (await outbox.count('leased', subscribers)) === 0) break;
        await new Promise((resolve) => setTimeout(resolve, Math.min(250, this.#options.pollMs)));
      }
    } finally {
      clearInterval(timer);
    }
    const totals = sum(lanes);
    options.onProgress?.({ delivered: totals.tried, total: totals.tried });
    return { ...totals, waiting: await outbox.count('ready', subscribers) };
  }

  #newLanes(): Lane[] {
    const subscribers = new Set(this.#needs.events.subscriptions().map((one) => one.subscriber));
    return [...subscribers].sort().map((subscriber) => new Lane(subscriber, this.#needs, this.#options));
  }
}

function sum(lanes: readonly Lane[]): Totals {
  const total = { tried: 0, done: 0, retried: 0, dead: 0, uncertain: 0, dropped: 0, stale: 0 };
  for (const { totals } of lanes)
    for (const key of Object.keys(total) as (keyof Totals)[]) total[key] += totals[key];
  return total;
}
