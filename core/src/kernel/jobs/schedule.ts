import { housekeeping, type Cleaner } from './housekeeping.ts';
import type { RecurringJob } from './recurring-job.ts';

/** What this build of the product does again and again: core's jobs and its plugins'. */
export class Schedule {
  readonly #jobs = new Map<string, RecurringJob>();
  readonly #cleaners = new Map<string, Cleaner>();

  constructor() {
    this.register(housekeeping(() => [...this.#cleaners.values()]));
  }

  /** @returns what takes it out again */
  register(job: RecurringJob): () => void {
    if (this.#jobs.has(job.name)) throw new TypeError(`the recurring job ${job.name} is registered twice`);
    this.#jobs.set(job.name, job);
    return () => void this.#jobs.delete(job.name);
  }

  /** Registers what is cleaned up every night. @returns what takes it out again */
  clean(cleaner: Cleaner): () => void {
    if (this.#cleaners.has(cleaner.name))
      throw new TypeError(`the cleaner ${cleaner.name} is registered twice`);
    this.#cleaners.set(cleaner.name, cleaner);
    return () => void this.#cleaners.delete(cleaner.name);
  }

  jobs(): readonly RecurringJob[] {
    return [...this.#jobs.values()];
  }
}
