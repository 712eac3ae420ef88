import { type Instant, TraliccioError } from '@traliccio/sdk';
import { classesOf, messageOf } from '../thrown.ts';

/** What became of one delivery. */
export type Outcome =
  | { readonly state: 'done' | 'dropped' }
  | { readonly state: 'ready'; readonly afterMs: number; readonly error: string }
  | { readonly state: 'dead' | 'uncertain'; readonly error: string };

export type RetryPolicy = {
  readonly firstMs: number;
  readonly longestMs: number;
  readonly attempts: number;
  readonly giveUpAfterMs: number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Tried for three days: what a weekend breaks, somebody can mend on Monday. */
export const RETRY: RetryPolicy = {
  firstMs: MINUTE,
  longestMs: 6 * HOUR,
  attempts: 25,
  giveUpAfterMs: 72 * HOUR,
};

export type Tried = { readonly attempt: number; readonly firstTriedAt: Instant; readonly now: Instant };

/** What a failed delivery leads to: again later, or, when it never will succeed or nobody knows, a person's look. */
export function outcomeOf(error: unknown, tried: Tried, policy: RetryPolicy): Outcome {
  const message = describe(error);
  const kinds = classesOf(error);
  if (kinds.includes('Refused')) return { state: 'dead', error: message };
  if (kinds.includes('Unknown')) return { state: 'uncertain', error: message };
  if (tried.attempt >= policy.attempts || tried.now - tried.firstTriedAt >= policy.giveUpAfterMs)
    return { state: 'dead', error: `given up after ${tried.attempt} attempts: ${message}` };
  const asked = kinds.includes('RetryLater') ? secondsOf(error as { afterSeconds?: unknown }) : 0;
  return {
    state: 'ready',
    afterMs: Math.max(asked * 1000, backOff(tried.attempt, policy)),
    error: message,
  };
}

/** Doubling, with up to a fifth more or less, so that what failed together doesn't come back together. */
function backOff(attempt: number, policy: RetryPolicy): number {
  const wait = Math.min(policy.longestMs, policy.firstMs * 2 ** (attempt - 1));
  return Math.floor(wait * (0.8 + Math.random() * 0.4));
}

/** A month at most: a plugin that asks for more, or for no number, would hide what it could not do. */
function secondsOf({ afterSeconds }: { afterSeconds?: unknown }): number {
  return typeof afterSeconds === 'number' && afterSeconds > 0 ? Math.min(afterSeconds, 30 * 86_400) : 0;
}

function describe(error: unknown): string {
  const message = messageOf(error);
  return error instanceof TraliccioError ? `[${error.code}] ${message}` : message;
}
