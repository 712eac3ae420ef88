import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type BillingGrid, plainDate } from '@traliccio/sdk';
import { billingCadenceSuite, runSuite } from '@traliccio/sdk/testing';
import { cadences } from './cadences.ts';

runSuite(
  billingCadenceSuite(() => cadences, {
    cadences: [
      ...cadences.offered,
      'months:5',
      'months:60',
      'weeks:1',
      'weeks:4',
      'days:1',
      'days:28',
      'days:30',
    ],
  }),
);

const grid = (name: string, date: string, lastDay = false): BillingGrid => {
  const found = cadences.grid(name, { date: plainDate(date), lastDay });
  ok(found, `${name} is ours`);
  return found;
};

describe('the periods of a contract', () => {
  const golden: [what: string, cadence: string, boundaries: string][] = [
    [
      'monthly from 31 January',
      'months:1',
      '2025-01-31 2025-02-28 2025-03-31 2025-04-30 2025-05-31 2025-06-30',
    ],
    ['monthly from 30 January', 'months:1', '2025-01-30 2025-02-28 2025-03-30 2025-04-30'],
    [
      'every two months from 31 December',
      'months:2',
      '2027-12-31 2028-02-29 2028-04-30 2028-06-30 2028-08-31 2028-10-31',
    ],
    [
      'quarterly from 30 November',
      'months:3',
      '2025-11-30 2026-02-28 2026-05-30 2026-08-30 2026-11-30 2027-02-28',
    ],
    [
      'every four months from 31 August',
      'months:4',
      '2025-08-31 2025-12-31 2026-04-30 2026-08-31 2026-12-31',
    ],
    ['half-yearly from 31 August', 'months:6', '2025-08-31 2026-02-28 2026-08-31 2027-02-28'],
    [
      'yearly from 29 February',
      'months:12',
      '2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29 2029-02-28',
    ],
    ['every four weeks', 'weeks:4', '2025-12-15 2026-01-12 2026-02-09'],
    ['every 30 days over a leap day', 'days:30', '2028-02-01 2028-03-02 2028-04-01'],
  ];
  for (const [what, cadence, boundaries] of golden) {
    it(`${what} start on ${boundaries}`, () => {
      const expected = boundaries.split(' ');
      const { boundary } = grid(cadence, expected[0] as string);
      deepEqual(
        expected.map((_, k) => boundary(k)),
        expected,
      );
    });
  }

  it('go back before the anchor on the same days', () => {
    const { boundary } = grid('months:1', '2025-03-31');
    deepEqual([boundary(-1), boundary(-2), boundary(-3)], ['2025-02-28', '2025-01-31', '2024-12-31']);
  });

  it('lie on the last day of every month when the contract says so, even from a short month', () => {
    const { boundary, indexOf } = grid('months:1', '2025-02-28', true);
    deepEqual([boundary(0), boundary(1), boundary(2)], ['2025-02-28', '2025-03-31', '2025-04-30']);
    equal(indexOf('2025-03-30'), 0);
    equal(indexOf('2025-03-31'), 1);
  });
});

describe('a cadence', () => {
  it('is shown by its usual name in both languages', () => {
    deepEqual(
      cadences.offered.map((name) => cadences.describe(name)?.label.it),
      ['Mensile', 'Bimestrale', 'Trimestrale', 'Quadrimestrale', 'Semestrale', 'Annuale'],
    );
    deepEqual(cadences.describe('months:5')?.label, { it: 'Ogni 5 mesi', en: 'Every 5 months' });
    deepEqual(cadences.describe('weeks:1')?.label, { it: 'Ogni settimana', en: 'Every week' });
    deepEqual(cadences.describe('days:30')?.label, { it: 'Ogni 30 giorni', en: 'Every 30 days' });
  });

  it('in weeks or days asks the operator to confirm that no consumer is billed by it', () => {
    match(cadences.describe('days:28')?.warning?.it ?? '', /172\/2017/);
    match(cadences.describe('weeks:4')?.warning?.en ?? '', /172\/2017/);
    equal(cadences.describe('months:1')?.warning, null);
  });

  it('of another plugin, or one mistyped, is left to others', () => {
    for (const name of [
      'months:0',
      'months:61',
      'months:01',
      'months:1.5',
      'month:1',
      'days:-1',
      'days:',
      'weeks:261',
      ' months:1',
      '',
    ]) {
      equal(cadences.grid(name, { date: '2025-01-01', lastDay: false }), undefined, name);
      equal(cadences.describe(name), undefined, name);
    }
  });
});
