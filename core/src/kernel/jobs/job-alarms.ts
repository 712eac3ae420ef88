import type { Notices } from '../notices/notices.ts';
import type { DailyState } from './daily-state.ts';
import {
  failedKey,
  failedNotice,
  givenUpNotice,
  heldKey,
  heldNotice,
  lateKey,
  lateNotice,
} from './job-notices.ts';
import { retryAt } from './next-run.ts';
import { kindOf, type DailyJob, type RecurringJob } from './recurring-job.ts';
import type { Run } from './run-ledger.ts';

const SOURCE = 'core';

/** Tells operators what is late, held or failed, and takes it back when it is made good. */
export class JobAlarms {
  readonly #notices: Notices;

  constructor(notices: Notices) {
    this.#notices = notices;
  }

  /** After a run of the scheduler's own: whoever starts one by hand sees how it ends. */
  async ended(job: RecurringJob, run: Run): Promise<void> {
    if (run.state === 'held') await this.#notices.post(SOURCE, heldNotice(job, run));
    if (isGivenUp(run)) await this.#notices.post(SOURCE, failedNotice(job, run));
  }

  /** @param isQuiet calls nothing late: a process that has just started is about to make up for it */
  async check(job: DailyJob, state: DailyState, isQuiet: boolean): Promise<void> {
    const open = new Set(await this.#notices.openKeys(SOURCE, 'job.'));
    const late = new Map(state.late.map((date) => [lateKey(job, date), date]));
    if (!isQuiet) {
      for (const [key, date] of late)
        if (!open.has(key)) await this.#notices.postOnce(SOURCE, lateNotice(job, date, state.time?.at ?? ''));
    }
    if (state.givenUp) await this.#notices.postOnce(SOURCE, givenUpNotice(job, state.givenUp));
    for (const key of open)
      if (key.startsWith(`job.late:${kindOf(job)}:`) && !late.has(key))
        await this.#notices.closeKey(SOURCE, key);
    const since = [...state.runs.values()].filter(
      (run) => state.lastDone === null || run.date > state.lastDone,
    );
    if (open.has(heldKey(job)) && !since.some((run) => run.state === 'held'))
      await this.#notices.closeKey(SOURCE, heldKey(job));
    if (open.has(failedKey(job)) && !since.some(isGivenUp))
      await this.#notices.closeKey(SOURCE, failedKey(job));
  }
}

const isGivenUp = (run: Run): boolean => run.state === 'failed' && retryAt(run) === undefined;
