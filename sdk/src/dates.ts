/**
 * Plain dates of the civil calendar, without time or zone: what contracts, periods and documents are dated with.
 * They are text, so they compare with `<` and sort as they are, and go through JSON and SQL unchanged.
 */

/** A date as `YYYY-MM-DD`. */
export type PlainDate = `${number}-${number}-${number}`;
/** An instant: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Reads `YYYY-MM-DD`; undefined when the text is not a date of the calendar (`2026-02-30` is not). */
export function parseDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return text as PlainDate;
}

/** Like {@link parseDate}, for text that must be a date. @throws RangeError naming the text. */
export function plainDate(text: string): PlainDate {
  const date = parseDate(text);
  if (date === undefined) throw new RangeError(`not a date: ${JSON.stringify(text)}`);
  return date;
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (DAYS[month - 1] as number);

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7));
export const dayOf = (date: PlainDate): number => Number(date.slice(8, 10));

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
/** The date with these parts; the day is clamped to the last of the month. */
export function dateOf(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(Math.min(day, daysInMonth(year, month)))}` as PlainDate;
}

/** Days since 1970-01-01, by the civil-calendar arithmetic of era, year of era and day of year. */
export function dayNumber(date: PlainDate): number {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of {@link dayNumber}. */
export function dateFromDayNumber(days: number): PlainDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export const addDays = (date: PlainDate, days: number): PlainDate =>
  days === 0 ? date : dateFromDayNumber(dayNumber(date) + days);
/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);

/** Adds months, the day clamped to the month's last. @example addMonths('2025-01-31', 1) // '2025-02-28' */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const total = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const month = ((total % 12) + 12) % 12;
  return dateOf((total - month) / 12, month + 1, dayOf(date));
}

export const lastDayOfMonth = (date: PlainDate): PlainDate => dateOf(yearOf(date), monthOf(date), 31);
export const earlier = <T extends PlainDate>(a: T, b: T): T => (a <= b ? a : b);
export const later = <T extends PlainDate>(a: T, b: T): T => (a >= b ? a : b);

/** Monday is 1, Sunday 7. */
export const weekday = (date: PlainDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** The civil date at an instant in a time zone. @example dateAt(0, 'Europe/Rome') // '1970-01-01' */
export function dateAt(instant: Instant, timeZone: string): PlainDate {
  return civil(timeZone).format(instant) as PlainDate;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function civil(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** A date as an Italian reads it. @example formatDate('2026-11-24') // '24/11/2026' */
export const formatDate = (date: PlainDate): string =>
  `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** Tells the time. Injected everywhere; tests and the demo move it. */
export interface Clock {
  now(): Instant;
  /** Today in the business time zone (the issuer's; Europe/Rome by default). */
  today(): PlainDate;
}
