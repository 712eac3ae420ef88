import { RetryLater, type Clock, type Delivery } from '@traliccio/sdk';
import type { Subscription } from './events.ts';
import type { Claimed } from './outbox.ts';
import { outcomeOf, type Outcome, type RetryPolicy } from './outcome.ts';

export type DeliveryOptions = {
  readonly subscription: Subscription | undefined;
  readonly abort: AbortController;
  readonly clock: Clock;
  readonly handlerMs: number;
  readonly retry: RetryPolicy;
};

const HOUR = 3_600_000;

/** Calls the handler once, and tells what comes of it; never throws. */
export async function deliver(row: Claimed, options: DeliveryOptions): Promise<Outcome> {
  const { subscription, abort, clock, retry } = options;
  if (!subscription)
    return { state: 'dead', error: `${row.subscriber} has no handler of ${row.event} any more` };
  const { maxAgeHours } = subscription.options;
  if (maxAgeHours !== undefined && clock.now() - row.createdAt > maxAgeHours * HOUR)
    return { state: 'dropped' };
  if (row.attempt > retry.attempts)
    return { state: 'dead', error: `given up: ${row.attempt - 1} attempts ended with their process` };
  try {
    await withinTime(options, () =>
      subscription.handler({
        name: subscription.event,
        data: JSON.parse(row.payload),
        key: row.key,
        attempt: row.attempt,
        signal: abort.signal,
      } as Delivery),
    );
    return { state: 'done' };
  } catch (error) {
    return outcomeOf(
      error,
      { attempt: row.attempt, firstTriedAt: row.firstTriedAt, now: clock.now() },
      retry,
    );
  }
}

/** A handler that heeds no signal is left behind: its lane goes on. */
async function withinTime(options: DeliveryOptions, handler: () => Promise<void>): Promise<void> {
  const { abort, handlerMs } = options;
  const timer = setTimeout(
    () => abort.abort(new RetryLater(`no end after ${handlerMs / 1000} s`)),
    handlerMs,
  );
  const aborted = new Promise<never>((_, reject) => {
    abort.signal.addEventListener('abort', () => reject(abort.signal.reason as Error), { once: true });
  });
  aborted.catch(() => undefined);
  try {
    await Promise.race([handler(), aborted]);
  } finally {
    clearTimeout(timer);
  }
}
