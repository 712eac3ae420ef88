import { type Clock, dateAt, type Instant, parseDate } from '@traliccio/sdk';

/** The machine's clock in the business time zone, moved by `offset` milliseconds where a test or the demo asks for it. */
export function systemClock(timeZone: string, offset = 0): Clock {
  const now = (): Instant => Date.now() + offset;
  return { now, today: () => dateAt(now(), timeZone) };
}

/** Hour of the day, in UTC, at which a clock given only a date starts: the same day in every zone of Europe. */
const NOON_IN_ROME = 'T11:00:00Z';

/**
 * How far the clock is to be moved to stand, now, at `2026-11-24` or at an ISO instant; undefined when the text is
 * neither.
 */
export function clockOffset(text: string): number | undefined {
  if (parseDate(text.slice(0, 10)) === undefined) return undefined;
  const instant = Date.parse(text.length === 10 ? `${text}${NOON_IN_ROME}` : text);
  return Number.isNaN(instant) ? undefined : instant - Date.now();
}
