import type { DebounceOptions, JobParameters } from 'agenda';

/**
 * When a job runs that is saved again and again: `trailing`, so long after the last time, but not later than
 * `maxWait` after the first; `leading`, as the first time said.
 */
export function debounced(
  job: JobParameters,
  before: JobParameters | undefined,
  { options, now }: { readonly options: DebounceOptions; readonly now: number },
): JobParameters {
  const started = before?.debounceStartedAt?.getTime() ?? now;
  if (options.strategy === 'leading')
    return {
      ...job,
      nextRunAt: before ? before.nextRunAt : job.nextRunAt,
      debounceStartedAt: new Date(started),
    };
  const deadline = started + (options.maxWait ?? Infinity);
  if (before && now >= deadline) {
    const { debounceStartedAt: _, ...rest } = job;
    return { ...rest, nextRunAt: new Date(now) };
  }
  return {
    ...job,
    nextRunAt: new Date(Math.min(now + options.delay, deadline)),
    debounceStartedAt: new Date(started),
  };
}
