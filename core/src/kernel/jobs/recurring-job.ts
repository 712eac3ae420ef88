import { Invalid, type Actor, type PlainDate } from '@traliccio/sdk';
import type { RunInWorker } from '../kernel.ts';
import type { JobProgress } from './jobs.ts';

/** Work that comes again and again: daily at an hour, or every so many seconds. */
export type RecurringJob = {
  /** What it is called by whoever starts it: `billing.run`. */
  readonly name: string;
  readonly label: { readonly it: string; readonly en: string };
  /** Of its rows in the run ledger; its name, where nothing else is said. */
  readonly kind?: string;
  /** It opens its run in the ledger itself, under its kind and the date that it is given. */
  readonly opensRun?: boolean;
  /**
   * Does what is due on or before the date. What it returns is kept as the run's summary. It may be stopped and begun
   * again at any point, so it must do no harm when it does a thing twice.
   */
  readonly run: (context: RecurringContext) => Promise<unknown>;
} & When;

export type When =
  | {
      /**
       * `HH:MM` in the business time zone: each date gets one run, those missed too. Null while it does not run by
       * itself: dates that pass meanwhile are not missed. Asked again and again.
       */
      readonly at: () => Promise<string | null>;
      readonly every?: undefined;
    }
  | {
      /** Seconds. What is missed is not made up for: one run a day has a row, which each opens again. */
      readonly every: number;
      readonly at?: undefined;
    };

export type RecurringContext = {
  /** The logical date. */
  readonly date: PlainDate;
  /** Who started it: the scheduler, or an operator. */
  readonly by: Actor;
  /** Somebody asks for a date that may be done. */
  readonly again: boolean;
  /** Somebody has looked at why it was held, and wants it to go on. */
  readonly confirm: boolean;
  /** Ends when the process stops, or another has taken the run over. */
  readonly signal: AbortSignal;
  readonly progress: (progress: JobProgress) => void;
  /** Runs a registered job in a thread of its own, which ends with the process. */
  readonly runJob: (kind: string, args: unknown) => ReturnType<RunInWorker>;
};

export type DailyJob = RecurringJob & { readonly at: () => Promise<string | null> };
export const isDaily = (job: RecurringJob): job is DailyJob => job.at !== undefined;
export const kindOf = (job: RecurringJob): string => job.kind ?? job.name;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** @throws Invalid when the setting behind it is no time */
export async function hourOf(job: DailyJob): Promise<string | null> {
  const at = await job.at();
  if (at !== null && !TIME.test(at))
    throw new Invalid('job.time', `${job.name} is to run at ${JSON.stringify(at)}: write a time as 02:00`);
  return at;
}
