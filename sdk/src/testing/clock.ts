import { type Clock, dateAt, type PlainDate } from '../dates.ts';

/** A clock that stands still until a test moves it. */
export interface FixedClock extends Clock {
  /** Moves it on, by whole days of 24 hours and by minutes. */
  advance(by: { readonly days?: number; readonly minutes?: number }): void;
}

const MINUTE = 60_000;
const ZONE = 'Europe/Rome';

/**
 * A clock at a date and time of the business time zone (Europe/Rome), noon when no time is given.
 *
 * @example const clock = fixedClock('2026-11-24', { time: '02:30' }); clock.advance({ days: 1 })
 */
export function fixedClock(
  date: PlainDate,
  options: { readonly time?: `${number}:${number}` } = {},
): FixedClock {
  let now = instantAt(date, options.time ?? '12:00');
  return {
    now: () => now,
    today: () => dateAt(now, ZONE),
    advance({ days = 0, minutes = 0 }) {
      now += (days * 24 * 60 + minutes) * MINUTE;
    },
  };
}

/** The instant at which clocks in Italy show this; of an hour that comes twice, the second. */
function instantAt(date: PlainDate, time: string): number {
  const shown = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(shown)) throw new RangeError(`not a date and time: ${date} ${time}`);
  const winter = shown - 60 * MINUTE;
  return wallClock(winter) === shown ? winter : shown - 120 * MINUTE;
}

const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });
const wallClock = (instant: number): number => Date.parse(`${parts.format(instant).replace(' ', 'T')}Z`);
