import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateAt,
  dateFromDayNumber,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  formatDate,
  lastDayOfMonth,
  monthOf,
  parseDate,
  plainDate,
  type PlainDate,
  weekday,
  yearOf,
} from './dates.ts';

const DAY = 86_400_000;
const iso = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

describe('dates of the calendar', () => {
  it('agree with the machine’s own calendar on every day from 1900 to 2400', () => {
    const first = Date.UTC(1900, 0, 1) / DAY;
    const last = Date.UTC(2400, 11, 31) / DAY;
    for (let day = first; day <= last; day += 1) {
      const date = dateFromDayNumber(day);
      if (date !== iso(day) || dayNumber(date) !== day)
        throw new Error(`day ${day} is ${iso(day)}, not ${date}`);
      if (weekday(date) !== ((new Date(day * DAY).getUTCDay() + 6) % 7) + 1)
        throw new Error(`weekday of ${date}`);
    }
  });

  it('are read only when they exist', () => {
    equal(parseDate('2028-02-29'), '2028-02-29');
    for (const text of [
      '2026-02-29',
      '2100-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-1-1',
      '2026-01-00',
      '',
      '2026-01-01T00:00',
    ])
      equal(parseDate(text), undefined, text);
    throws(() => plainDate('31/12/2026'), /not a date: "31\/12\/2026"/);
  });

  it('are written as Italians read them', () => equal(formatDate('2026-11-24'), '24/11/2026'));

  it('have parts', () => {
    deepEqual(
      [yearOf('2026-11-24'), monthOf('2026-11-24'), dayOf('2026-11-24'), daysInMonth(2000, 2)],
      [2026, 11, 24, 29],
    );
  });
});

describe('adding', () => {
  it('months keeps the day, or the last one that the month has', () => {
    equal(addMonths('2025-01-31', 1), '2025-02-28');
    equal(addMonths('2024-02-29', 12), '2025-02-28');
    equal(addMonths('2025-03-31', -1), '2025-02-28');
    equal(addMonths('2025-01-15', -13), '2023-12-15');
    equal(addMonths('2025-12-31', 2), '2026-02-28');
  });

  it('days, and counting those between, undo each other', () => {
    const dates = fc.integer({ min: -30_000, max: 150_000 }).map(dateFromDayNumber);
    fc.assert(
      fc.property(dates, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        equal(daysBetween(date, addDays(date, days)), days);
      }),
    );
  });

  it('months lands in the right month and never past the day', () => {
    const dates = fc.integer({ min: -20_000, max: 100_000 }).map(dateFromDayNumber);
    fc.assert(
      fc.property(dates, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const moved = addMonths(date, months);
        equal(yearOf(moved) * 12 + monthOf(moved), yearOf(date) * 12 + monthOf(date) + months);
        ok(dayOf(moved) === dayOf(date) || (dayOf(moved) < dayOf(date) && moved === lastDayOfMonth(moved)));
      }),
    );
  });
});

describe('today in Italy', () => {
  const rome: [instant: string, date: PlainDate][] = [
    ['2026-01-31T22:59:59Z', '2026-01-31'],
    ['2026-01-31T23:00:00Z', '2026-02-01'],
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    // The nights on which clocks change, before and after they do.
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-24T21:59:59Z', '2026-10-24'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
  ];
  for (const [instant, date] of rome)
    it(`at ${instant} is ${date}`, () => equal(dateAt(Date.parse(instant), 'Europe/Rome'), date));
});
