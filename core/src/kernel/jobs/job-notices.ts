import { formatDate, type NoticeInput, type PlainDate } from '@traliccio/sdk';
import { CATCH_UP_DAYS } from './due-dates.ts';
import { kindOf, type RecurringJob } from './recurring-job.ts';
import type { Run } from './run-ledger.ts';

/** What operators are told of a job, by key. */
export const lateKey = (job: RecurringJob, date: PlainDate): string => `job.late:${kindOf(job)}:${date}`;
export const heldKey = (job: RecurringJob): string => `job.held:${kindOf(job)}`;
export const failedKey = (job: RecurringJob): string => `job.failed:${kindOf(job)}`;

export const lateNotice = (job: RecurringJob, date: PlainDate, at: string): NoticeInput => ({
  key: lateKey(job, date),
  level: 'error',
  message: {
    it: `${ofDate.it(job, date)} non è ancora concluso, e doveva partire alle ${at}. Controlla che un processo con il ruolo worker sia attivo, o avvialo a mano.`,
    en: `${ofDate.en(job, date)} is not done yet, and was to start at ${at}. See that a process with the role worker is up, or start it by hand.`,
  },
});

export const heldNotice = (job: RecurringJob, run: Run): NoticeInput => ({
  key: heldKey(job),
  level: 'warning',
  message: {
    it: `${ofDate.it(job, run.date)} è in attesa: ${run.reason}. Non riparte da solo: controlla, e avvialo confermando.`,
    en: `${ofDate.en(job, run.date)} is held: ${run.reason}. It does not go on by itself: look at it, and start it with a confirmation.`,
  },
});

export const failedNotice = (job: RecurringJob, run: Run): NoticeInput => ({
  key: failedKey(job),
  level: 'error',
  message: {
    it: `${ofDate.it(job, run.date)} è fallito ${run.failures} volte: ${run.reason}. Non viene più ritentato: togli la causa, e avvialo a mano.`,
    en: `${ofDate.en(job, run.date)} has failed ${run.failures} times: ${run.reason}. It is not tried again: remove the cause, and start it by hand.`,
  },
});

export const givenUpNotice = (
  job: RecurringJob,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): NoticeInput => ({
  key: `job.given_up:${kindOf(job)}:${from}`,
  level: 'warning',
  message: {
    it: `Il lavoro «${job.label.it}» non è stato fatto dal ${formatDate(from)} al ${formatDate(to)}: dopo ${CATCH_UP_DAYS} giorni non viene recuperato.`,
    en: `The job "${job.label.en}" was not done from ${from} to ${to}: after ${CATCH_UP_DAYS} days it is not made up for.`,
  },
});

const ofDate = {
  it: (job: RecurringJob, date: PlainDate): string => `Il lavoro «${job.label.it}» del ${formatDate(date)}`,
  en: (job: RecurringJob, date: PlainDate): string => `The job "${job.label.en}" of ${date}`,
};
