import { type Instant, TraliccioError } from '@traliccio/sdk';

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
  const kind = kindOf(error);
  if (kind === 'Refused') return { state: 'dead', error: message };
  if (kind === 'Unknown') return { state: 'uncertain', error: message };
  if (tried.attempt >= policy.attempts || tried.now - tried.firstTriedAt >= policy.giveUpAfterMs)
    return { state: 'dead', error: `given up after ${tried.attempt} attempts: ${message}` };
  const asked = kind === 'RetryLater' ? (error as { afterSeconds?: number }).afterSeconds : undefined;
  return {
    state: 'ready',
    afterMs: Math.max((asked ?? 0) * 1000, backOff(tried.attempt, policy)),
    error: message,
  };
}

/** Doubling, with up to a fifth more or less, so that what failed together doesn't come back together. */
function backOff(attempt: number, policy: RetryPolicy): number {
  const wait = Math.min(policy.longestMs, policy.firstMs * 2 ** (attempt - 1));
  return Math.floor(wait * (0.8 + Math.random() * 0.4));
}

/** By name, since a plugin from outside may bring an SDK of its own, and so classes of its own. */
function kindOf(error: unknown): string {
  return error instanceof Error || (typeof error === 'object' && error !== null && 'name' in error)
    ? String((error as { name: unknown }).name)
    : '';
}

function describe(error: unknown): string {
  if (error instanceof TraliccioError) return `[${error.code}] ${error.message}`;
  if (error instanceof Error) return error.message || error.name;
  return `threw ${String(error)}`;
}
