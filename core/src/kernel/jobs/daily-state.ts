import { addDays, type Clock, type Instant, type PlainDate } from '@traliccio/sdk';
import type { Database } from '../db/database.ts';
import { CATCH_UP_DAYS, dueDates, givenUp, lateDates, nextDate, type TimeOfDay } from './due-dates.ts';
import { nextRun, type NextRun } from './next-run.ts';
import { hourOf, kindOf, type DailyJob } from './recurring-job.ts';
import type { Run, RunLedger } from './run-ledger.ts';

/** How a daily job stands by the clock and the ledger. */
export type DailyState = {
  /** Null while it does not run by itself. */
  readonly time: TimeOfDay | null;
  readonly now: Instant;
  /** By date, from `CATCH_UP_DAYS` ago on. */
  readonly runs: ReadonlyMap<PlainDate, Run>;
  readonly lastDone: PlainDate | null;
  readonly next: NextRun;
  readonly late: readonly PlainDate[];
  readonly givenUp: { readonly from: PlainDate; readonly to: PlainDate } | undefined;
};
export type DailyNeeds = {
  readonly database: Database;
  readonly ledger: RunLedger;
  readonly clock: Clock;
  readonly timeZone: string;
};

/** @param activate whether the job begins to count now, if it hasn't yet, or ceases to */
export async function dailyState(
  job: DailyJob,
  { database, ledger, clock, timeZone }: DailyNeeds,
  { activate }: { readonly activate: boolean },
): Promise<DailyState> {
  const kind = kindOf(job);
  const at = await hourOf(job);
  const [now, today] = [clock.now(), clock.today()];
  const found = await ledger.since(kind, addDays(today, -CATCH_UP_DAYS));
  const runs = new Map(found.map((run) => [run.date, run]));
  const lastDone = await ledger.lastDone(kind);
  const standing = { now, runs, lastDone };
  if (at === null) {
    // From when it runs by itself again, it counts anew.
    if (activate) await database.sql.run('DELETE FROM recurring_job WHERE kind = ?', [kind]);
    return { ...standing, time: null, next: null, late: [], givenUp: undefined };
  }
  const time = { at, zone: timeZone };
  const activatedOn = await firstDate(database, { kind, otherwise: nextDate(now, time), activate });
  const done = new Set(found.filter((run) => run.state === 'done').map((run) => run.date));
  const due = dueDates({ ...time, activatedOn, done, now });
  return {
    ...standing,
    time,
    next: nextRun({ due, runs, now }),
    late: lateDates({ due, lastDone, now, time }),
    givenUp: givenUp({ activatedOn, lastDone, today }),
  };
}

/** The date from which on a job counts, remembered: a new installation has missed nothing. */
async function firstDate(
  database: Database,
  one: { readonly kind: string; readonly otherwise: PlainDate; readonly activate: boolean },
): Promise<PlainDate> {
  const find = async (): Promise<PlainDate | undefined> => {
    const [row] = await database.sql.all<{ first_date: PlainDate }>(
      'SELECT first_date FROM recurring_job WHERE kind = ?',
      [one.kind],
    );
    return row?.first_date;
  };
  const known = await find();
  if (known !== undefined || !one.activate) return known ?? one.otherwise;
  await database.sql.upsert('recurring_job', ['kind', 'first_date'], [[one.kind, one.otherwise]], {
    key: ['kind'],
    update: [],
  });
  return (await find()) ?? one.otherwise;
}
