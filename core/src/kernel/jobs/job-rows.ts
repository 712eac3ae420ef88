import { toJobId, type JobParameters } from 'agenda';
import type { SqlValue } from '@traliccio/sdk';

/** A job as it is stored. What only Agenda reads is in `terms`, as JSON. */
export type JobRow = {
  id: string;
  name: string;
  single_key: string | null;
  priority: number;
  next_run_at: number | null;
  disabled: number;
  locked_at: number | null;
  last_run_at: number | null;
  last_finished_at: number | null;
  failed_at: number | null;
  fail_count: number | null;
  fail_reason: string | null;
  progress: number | null;
  terms: string;
  data: string | null;
  last_modified_by: string | null;
};

type Terms = Partial<
  Pick<JobParameters, 'repeatInterval' | 'repeatTimezone' | 'repeatAt' | 'fork' | 'skipDays'> & {
    debounceStartedAt: number;
    startDate: number;
    endDate: number;
  }
>;
type Columns = Partial<Record<keyof JobRow, SqlValue>>;

export function jobOf(row: JobRow): JobParameters & { readonly _id: NonNullable<JobParameters['_id']> } {
  const { debounceStartedAt, startDate, endDate, ...terms } = JSON.parse(row.terms) as Terms;
  return {
    _id: toJobId(row.id),
    name: row.name,
    type: row.single_key === null ? 'normal' : 'single',
    priority: row.priority,
    nextRunAt: row.next_run_at === null ? null : new Date(row.next_run_at),
    data: row.data === null ? undefined : (JSON.parse(row.data) as unknown),
    ...terms,
    ...defined({
      disabled: row.disabled === 1 ? true : undefined,
      debounceStartedAt: date(debounceStartedAt),
      startDate: date(startDate),
      endDate: date(endDate),
      lockedAt: date(row.locked_at),
      lastRunAt: date(row.last_run_at),
      lastFinishedAt: date(row.last_finished_at),
      failedAt: date(row.failed_at),
      failCount: row.fail_count ?? undefined,
      failReason: row.fail_reason ?? undefined,
      progress: row.progress ?? undefined,
      lastModifiedBy: row.last_modified_by ?? undefined,
    }),
  };
}

/** What whoever plans a job says of it. */
export function plannedColumns(job: JobParameters): Columns {
  const { repeatInterval, repeatTimezone, repeatAt, fork, skipDays } = job;
  const terms: Terms = defined({
    repeatInterval,
    repeatTimezone,
    repeatAt,
    fork,
    skipDays,
    debounceStartedAt: job.debounceStartedAt?.getTime(),
    startDate: job.startDate?.getTime(),
    endDate: job.endDate?.getTime(),
  });
  return {
    name: job.name,
    single_key: job.type === 'single' ? job.name : null,
    priority: job.priority,
    next_run_at: job.nextRunAt?.getTime() ?? null,
    disabled: job.disabled ? 1 : 0,
    terms: JSON.stringify(terms),
    data: job.data === undefined ? null : JSON.stringify(job.data),
  };
}

/** How the job went, as whoever runs it says; the lock is not among it. */
export const stateColumns = (job: JobParameters): Columns => ({
  next_run_at: job.nextRunAt?.getTime() ?? null,
  last_run_at: job.lastRunAt?.getTime() ?? null,
  last_finished_at: job.lastFinishedAt?.getTime() ?? null,
  failed_at: job.failedAt?.getTime() ?? null,
  fail_count: job.failCount ?? null,
  fail_reason: text(job.failReason),
  progress: job.progress ?? null,
});

/** Handlers throw anything, and Agenda passes it on as the reason. */
function text(reason: unknown): string | null {
  if (reason === undefined || reason === null) return null;
  return typeof reason === 'string' ? reason : (JSON.stringify(reason) ?? `a ${typeof reason}`);
}

const date = (ms: number | null | undefined): Date | undefined =>
  ms === null || ms === undefined ? undefined : new Date(ms);

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  ) as never;
}
