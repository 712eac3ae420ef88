import type { Instant, PlainDate } from '@traliccio/sdk';
import type { DailyState } from './daily-state.ts';
import { momentOf, nextDate } from './due-dates.ts';
import { kindOf, type RecurringJob } from './recurring-job.ts';
import type { Run, RunState } from './run-ledger.ts';

/** A recurring job as operators see it. */
export type JobView = {
  readonly name: string;
  readonly label: { readonly it: string; readonly en: string };
  /** Of its runs in the ledger. */
  readonly kind: string;
  /** When it is due next; now, when it is due already; null when it does not run by itself. */
  readonly nextRun: Instant | null;
  readonly lastRun: {
    readonly date: PlainDate;
    readonly at: Instant;
    readonly state: RunState;
    readonly reason: string | null;
  } | null;
  /** The latest date that is done. */
  readonly lastDate: PlainDate | null;
  /** A date should have been done for two hours. */
  readonly late: boolean;
  readonly running: boolean;
};

type Standing = { readonly now: Instant } & (
  | { readonly daily: DailyState }
  | { readonly daily?: undefined; readonly last: Run | undefined }
);

export function jobView(job: RecurringJob, standing: Standing): JobView {
  const { daily, now } = standing;
  const runs = daily ? [...daily.runs.values()] : [standing.last].filter((run) => run !== undefined);
  const last = runs.at(-1);
  return {
    name: job.name,
    label: job.label,
    kind: kindOf(job),
    nextRun: daily ? nextOf(daily) : nextInterval(last, now, (job.every ?? 0) * 1000),
    lastRun: last
      ? { date: last.date, at: last.finishedAt ?? last.startedAt, state: last.state, reason: last.reason }
      : null,
    lastDate: daily ? daily.lastDone : last?.state === 'done' ? last.date : null,
    late: daily !== undefined && daily.late.length > 0,
    running: runs.some((run) => run.state === 'running' && run.isLeased),
  };
}

function nextOf({ next, now, time }: DailyState): Instant | null {
  if (time === null) return null;
  // What is due at this very moment is done.
  if (next === null) return momentOf(nextDate(now + 1, time), time);
  return 'date' in next ? now : next.notBefore;
}

const nextInterval = (last: Run | undefined, now: Instant, everyMs: number): Instant =>
  last?.finishedAt ? Math.max(now, last.finishedAt + everyMs) : now;
