import type { Instant, PlainDate } from '@traliccio/sdk';
import type { Run } from './run-ledger.ts';

const MINUTE = 60_000;
/** How long after each failure a date is tried again: a few times in the same night. */
const RETRY_AFTER = [5, 15, 45, 90];

/** What is to be done now: a date to run, or nothing before an instant; null when nothing but waiting is left. */
export type NextRun = { readonly date: PlainDate } | { readonly notBefore: Instant } | null;

/**
 * The oldest date comes first, and the next when it is done. What is held waits for people, as does what has failed
 * too often: the dates after it go on. What another process has at work is waited for.
 */
export function nextRun(question: {
  readonly due: readonly PlainDate[];
  readonly runs: ReadonlyMap<PlainDate, Run>;
  readonly now: Instant;
}): NextRun {
  const { due, runs, now } = question;
  for (const date of due) {
    const run = runs.get(date);
    if (run?.state === 'held') continue;
    if (run?.state === 'running' && run.isLeased) return null;
    if (run?.state !== 'failed') return { date };
    const at = retryAt(run);
    if (at === undefined) continue;
    return at <= now ? { date } : { notBefore: at };
  }
  return null;
}

/** When a run that failed is tried again; undefined when it has failed too often. */
export function retryAt(run: Pick<Run, 'failures' | 'finishedAt'>): Instant | undefined {
  const minutes = RETRY_AFTER[Math.max(0, run.failures - 1)];
  return minutes === undefined ? undefined : (run.finishedAt ?? 0) + minutes * MINUTE;
}
