import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, dateAt, dateFromDayNumber, dayNumber, type PlainDate } from '@traliccio/sdk';
import fc from 'fast-check';
import { CATCH_UP_DAYS, dueDates, givenUp, lateDates, momentOf, nextDate } from './due-dates.ts';

const ROME = 'Europe/Rome';
const utc = (text: string): number => Date.parse(text);
const due = (more: {
  now: string;
  at?: string;
  activatedOn?: PlainDate;
  done?: readonly PlainDate[];
}): PlainDate[] =>
  dueDates({
    activatedOn: more.activatedOn ?? '2026-10-20',
    done: new Set(more.done ?? []),
    now: utc(more.now),
    at: more.at ?? '02:00',
    zone: ROME,
  });

describe('the moment of an hour', () => {
  const moments = [
    ['2026-11-24', '02:30', ROME, '2026-11-24T01:30:00Z', 'in winter'],
    ['2026-07-01', '02:30', ROME, '2026-07-01T00:30:00Z', 'in summer'],
    ['2026-10-25', '02:30', ROME, '2026-10-25T00:30:00Z', 'that comes twice: the first'],
    ['2026-10-25', '02:00', ROME, '2026-10-25T00:00:00Z', 'at the beginning of what comes twice'],
    ['2026-10-25', '03:00', ROME, '2026-10-25T02:00:00Z', 'after what comes twice'],
    ['2027-03-28', '02:30', ROME, '2027-03-28T01:30:00Z', 'that is skipped: at 03:30'],
    ['2027-03-28', '02:00', ROME, '2027-03-28T01:00:00Z', 'at the beginning of what is skipped'],
    ['2027-03-28', '03:00', ROME, '2027-03-28T01:00:00Z', 'after what is skipped'],
    ['2026-11-24', '00:00', 'Pacific/Apia', '2026-11-23T11:00:00Z', 'east of the date line'],
    ['2026-11-24', '23:59', 'America/Los_Angeles', '2026-11-25T07:59:00Z', 'in the west'],
  ] as const;
  for (const [date, at, zone, moment, what] of moments)
    it(`${at} of ${date} ${what}`, () => {
      assert.equal(new Date(momentOf(date, { at, zone })).toISOString(), `${moment.slice(0, -1)}.000Z`);
    });

  it('is none of what is no time', () => {
    for (const at of ['2:30', '24:30', '02:60', '', 'noon'])
      assert.throws(() => momentOf('2026-11-24', { at, zone: ROME }), RangeError, at);
  });
});

describe('what is due', () => {
  it('is today from its hour on', () => {
    assert.deepEqual(due({ now: '2026-11-24T00:59:59Z', activatedOn: '2026-11-24' }), []);
    assert.deepEqual(due({ now: '2026-11-24T01:00:00Z', activatedOn: '2026-11-24' }), ['2026-11-24']);
  });

  it('is what was missed, oldest first, and nothing that is done', () => {
    assert.deepEqual(due({ now: '2026-10-24T12:00:00Z', done: ['2026-10-20', '2026-10-22'] }), [
      '2026-10-21',
      '2026-10-23',
      '2026-10-24',
    ]);
  });

  it('is nothing from before the first day', () => {
    assert.deepEqual(due({ now: '2026-10-24T12:00:00Z', activatedOn: '2026-10-25' }), []);
  });

  it('is one a day when the clocks change', () => {
    for (const at of ['02:00', '02:30', '03:00']) {
      const [autumn, spring] = [
        due({ at, now: '2026-10-26T12:00:00Z', activatedOn: '2026-10-24' }),
        due({ at, now: '2027-03-29T12:00:00Z', activatedOn: '2027-03-27' }),
      ];
      assert.deepEqual(autumn, ['2026-10-24', '2026-10-25', '2026-10-26']);
      assert.deepEqual(spring, ['2027-03-27', '2027-03-28', '2027-03-29']);
    }
  });

  it('goes no further back than forty days, and says what is given up', () => {
    const found = due({ now: '2026-12-31T12:00:00Z' });
    assert.deepEqual([found.length, found[0]], [CATCH_UP_DAYS + 1, '2026-11-21']);
    const question = { activatedOn: '2026-10-20', today: '2026-12-31' } as const;
    assert.deepEqual(givenUp({ ...question, lastDone: '2026-10-30' }), {
      from: '2026-10-31',
      to: '2026-11-20',
    });
    assert.deepEqual(givenUp({ ...question, lastDone: null }), { from: '2026-10-20', to: '2026-11-20' });
    assert.equal(givenUp({ ...question, lastDone: '2026-11-20' }), undefined);
  });

  const zone = fc.constantFrom(ROME, 'America/Los_Angeles', 'Pacific/Apia', 'Asia/Kathmandu');
  const at = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'));
  const time = fc.record({ at, zone });
  const instant = fc.integer({ min: utc('2026-01-01T00:00:00Z'), max: utc('2028-01-01T00:00:00Z') });
  const HOUR = 60 * 60_000;

  it('is each date once, in order, none in the future, none left out', () => {
    fc.assert(
      fc.property(
        time,
        instant,
        fc.integer({ min: 0, max: 60 }),
        fc.infiniteStream(fc.boolean()),
        (when, now, back, isDone) => {
          const today = dateAt(now, when.zone);
          const activatedOn = addDays(today, -back);
          const done = new Set<PlainDate>();
          for (let day = -60; day <= 0; day += 1) if (isDone.next().value) done.add(addDays(today, day));
          const found = dueDates({ ...when, activatedOn, done, now });
          const first = Math.max(dayNumber(activatedOn), dayNumber(today) - CATCH_UP_DAYS);
          const expected = Array.from({ length: dayNumber(today) - first + 1 }, (_, i) =>
            dateFromDayNumber(first + i),
          ).filter((date) => !done.has(date) && momentOf(date, when) <= now);
          assert.deepEqual(found, expected);
        },
      ),
    );
  });

  it('comes up once for every date, however one looks', () => {
    fc.assert(
      fc.property(
        time,
        instant,
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 5, maxLength: 60 }),
        (when, start, steps) => {
          const done = new Set<PlainDate>();
          const activatedOn = nextDate(start, when);
          let now = start;
          const made: PlainDate[] = [];
          for (const step of steps) {
            now += step * HOUR;
            for (const date of dueDates({ ...when, activatedOn, done, now })) {
              made.push(date);
              done.add(date);
            }
          }
          const today = dateAt(now, when.zone);
          const last = momentOf(today, when) <= now ? today : addDays(today, -1);
          const days = dayNumber(last) - dayNumber(activatedOn) + 1;
          assert.deepEqual(
            made,
            Array.from({ length: Math.max(0, days) }, (_, i) => addDays(activatedOn, i)),
          );
        },
      ),
    );
  });

  it('has a next date whose hour is still to come, within a day or so', () => {
    fc.assert(
      fc.property(time, instant, (when, now) => {
        const next = momentOf(nextDate(now, when), when);
        assert.ok(next >= now && next - now <= 25 * HOUR + HOUR);
      }),
    );
  });
});

describe('what is late', () => {
  const question = {
    due: ['2026-11-22', '2026-11-23', '2026-11-24'] as PlainDate[],
    lastDone: null,
    time: { at: '02:00', zone: ROME },
  };

  it('is what should have been done for two hours', () => {
    assert.deepEqual(lateDates({ ...question, now: utc('2026-11-24T02:59:59Z') }), [
      '2026-11-22',
      '2026-11-23',
    ]);
    assert.deepEqual(lateDates({ ...question, now: utc('2026-11-24T03:00:00Z') }), question.due);
  });

  it('is not what a later one that is done has made up for', () => {
    const now = utc('2026-11-24T12:00:00Z');
    assert.deepEqual(lateDates({ ...question, now, lastDone: '2026-11-23' }), ['2026-11-24']);
  });
});
