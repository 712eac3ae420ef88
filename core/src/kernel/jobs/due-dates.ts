import {
  addDays,
  dateAt,
  dayNumber,
  dateFromDayNumber,
  later,
  type Instant,
  type PlainDate,
} from '@traliccio/sdk';

/** Dates further back are not made up for: a notice says which. */
export const CATCH_UP_DAYS = 40;
const DAY = 24 * 60 * 60_000;

export type TimeOfDay = {
  /** `HH:MM`, as clocks in `zone` show it. */
  readonly at: string;
  readonly zone: string;
};
export type DueQuestion = TimeOfDay & {
  /** The first date that counts: an installation owes nothing for the days before it was there. */
  readonly activatedOn: PlainDate;
  readonly done: ReadonlySet<PlainDate>;
  readonly now: Instant;
};

/** The logical dates whose hour has come and that are not done, oldest first. */
export function dueDates({ activatedOn, done, now, at, zone }: DueQuestion): PlainDate[] {
  const today = dateAt(now, zone);
  const last = momentOf(today, { at, zone }) <= now ? today : addDays(today, -1);
  return datesBetween(later(activatedOn, addDays(today, -CATCH_UP_DAYS)), last).filter((d) => !done.has(d));
}

/** So long after its hour, a date that is not done is late. */
const LATE_AFTER = 2 * 60 * 60_000;

/** Of the dates that are due, those that are late; a later one that is done has made up for those before it. */
export function lateDates(question: {
  readonly due: readonly PlainDate[];
  readonly lastDone: PlainDate | null;
  readonly now: Instant;
  readonly time: TimeOfDay;
}): PlainDate[] {
  const { due, lastDone, now, time } = question;
  return due.filter(
    (date) => (lastDone === null || date > lastDone) && momentOf(date, time) + LATE_AFTER <= now,
  );
}

/** What is given up, because it is older than `CATCH_UP_DAYS`; undefined when nothing is. */
export function givenUp(question: {
  readonly activatedOn: PlainDate;
  readonly lastDone: PlainDate | null;
  readonly today: PlainDate;
}): { readonly from: PlainDate; readonly to: PlainDate } | undefined {
  const { activatedOn, lastDone, today } = question;
  const from = lastDone === null ? activatedOn : later(activatedOn, addDays(lastDone, 1));
  const to = addDays(today, -CATCH_UP_DAYS - 1);
  return from <= to ? { from, to } : undefined;
}

/** The first date whose hour is still to come. */
export function nextDate(now: Instant, time: TimeOfDay): PlainDate {
  const today = dateAt(now, time.zone);
  return momentOf(today, time) >= now ? today : addDays(today, 1);
}

/**
 * When clocks in the zone show this hour of this date. Of an hour that comes twice it is the first; one that is
 * skipped in spring comes later by as much as is skipped: 02:30 at 03:30.
 */
export function momentOf(date: PlainDate, { at, zone }: TimeOfDay): Instant {
  const shown = Date.parse(`${date}T${at}:00Z`);
  if (!/^\d\d:\d\d$/.test(at) || Number.isNaN(shown))
    throw new RangeError(`not a time of day: ${JSON.stringify(at)}`);
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const offset = (instant: Instant): number =>
    Date.parse(`${format.format(instant).replace(' ', 'T')}Z`) - instant;
  const before = shown - offset(shown - DAY);
  const after = shown - offset(shown + DAY);
  const isShown = (instant: Instant): boolean => instant + offset(instant) === shown;
  const moments = [before, after].filter(isShown);
  return moments.length > 0 ? Math.min(...moments) : before;
}

function datesBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  const first = dayNumber(from);
  const count = Math.max(0, dayNumber(to) - first + 1);
  return Array.from({ length: count }, (_, i) => dateFromDayNumber(first + i));
}
