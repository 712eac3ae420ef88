import { deepEqual, equal } from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlainDate } from '@traliccio/sdk';
import { cadences } from '../../../../plugins/billing-cadences/src/cadences.ts';
import { effectiveDate, isDowngrade, type Rated } from './change-date.ts';
import { displayState, type StateOfHold } from './display-state.ts';
import { type DueVersion, firstDue } from './first-due.ts';
import { touch } from './touch.ts';
import { supersede, versionOn } from './versions.ts';

const gridOf = (cadence: string, date: PlainDate = '2026-01-01') => {
  const grid = cadences.grid(cadence, { date, lastDay: false });
  if (!grid) throw new Error(`no grid ${cadence}`);
  return grid;
};

describe('when a change takes effect', () => {
  const rate = (euro: number, changes: Partial<Rated> = {}): Rated => ({
    priceE8: euro * 100_000_000,
    vatIncluded: false,
    vatRate: 2200,
    quantity: 1_000_000,
    ...changes,
  });
  const cases: [what: string, before: [Rated, string], after: [Rated, string], downgrade: boolean][] = [
    ['30 to 40 a month', [rate(30), 'months:1'], [rate(40), 'months:1'], false],
    ['40 to 30 a month', [rate(40), 'months:1'], [rate(30), 'months:1'], true],
    ['30 a month to 90 a quarter', [rate(30), 'months:1'], [rate(90), 'months:3'], false],
    ['90 a quarter to 30 a month', [rate(90), 'months:3'], [rate(30), 'months:1'], false],
    ['30 a month to 89 a quarter', [rate(30), 'months:1'], [rate(89), 'months:3'], true],
    ['30 net to 36 with VAT', [rate(30), 'months:1'], [rate(36, { vatIncluded: true }), 'months:1'], true],
    ['30 net to 37 with VAT', [rate(30), 'months:1'], [rate(37, { vatIncluded: true }), 'months:1'], false],
    ['two to one of a thing', [rate(3, { quantity: 2_000_000 }), 'months:1'], [rate(3), 'months:1'], true],
  ];
  for (const [what, [b, bc], [a, ac], downgrade] of cases)
    it(`${what} is ${downgrade ? 'a downgrade' : 'none'}`, () =>
      equal(isDowngrade({ rate: b, grid: gridOf(bc) }, { rate: a, grid: gridOf(ac) }), downgrade));

  it('an upgrade holds at once, a downgrade at the end of the period', () => {
    const grid = gridOf('months:1', '2026-01-15');
    equal(effectiveDate({ downgrade: false, grid, today: '2026-11-20' }), '2026-11-20');
    equal(effectiveDate({ downgrade: true, grid, today: '2026-11-20' }), '2026-12-15');
    equal(effectiveDate({ downgrade: true, grid, today: '2026-11-15' }), '2026-12-15');
  });
});

describe('when a run must first look at a contract', () => {
  const version: DueVersion = {
    cadence: 'months:1',
    timing: 'advance',
    offsetDays: 0,
    validFrom: '2026-03-10',
    validTo: null,
    anchor: '2026-01-01',
    anchorLastDay: false,
    billedTo: null,
  };
  const cases: [what: string, changes: Partial<DueVersion>, end: PlainDate | null, due: PlainDate | null][] =
    [
      ['in advance: on its first day', {}, null, '2026-03-10'],
      ['in advance, ten days early', { offsetDays: -10 }, null, '2026-02-28'],
      ['in arrears: when the period of its first day has ended', { timing: 'arrears' }, null, '2026-04-01'],
      ['in arrears, five days late', { timing: 'arrears', offsetDays: 5 }, null, '2026-04-06'],
      ['billed elsewhere through October: on 1 November', { billedTo: '2026-11-01' }, null, '2026-11-01'],
      ['billed elsewhere into a period: the rest at once', { billedTo: '2026-11-10' }, null, '2026-11-10'],
      ['in arrears and ended before: at its end', { timing: 'arrears' }, '2026-03-20', '2026-03-20'],
      ['billed elsewhere up to its end: never', { billedTo: '2026-11-01' }, '2026-11-01', null],
      [
        'billed elsewhere beyond its end: then, to give it back',
        { billedTo: '2026-12-01' },
        '2026-11-10',
        '2026-11-10',
      ],
      ['taken back before it began: never', { validTo: '2026-03-10' }, null, null],
    ];
  for (const [what, changes, end, due] of cases)
    it(what, () => equal(firstDue([{ ...version, ...changes }], end, cadences.grid), due));

  it('is the first of its items', () =>
    equal(
      firstDue(
        [
          { ...version, billedTo: '2026-12-01' },
          { ...version, billedTo: '2026-11-05' },
        ],
        null,
        cadences.grid,
      ),
      '2026-11-05',
    ));

  it('an earlier difference lowers it, a draft is never looked at', () => {
    const contract = { activatedOn: '2026-01-01', settledTo: '2026-10-01', nextDue: '2026-12-01' } as {
      activatedOn: PlainDate | null;
      settledTo: PlainDate | null;
      nextDue: PlainDate | null;
    };
    touch(contract, '2026-11-10');
    deepEqual([contract.settledTo, contract.nextDue], ['2026-10-01', '2026-11-10']);
    touch(contract, '2026-09-01');
    deepEqual([contract.settledTo, contract.nextDue], ['2026-09-01', '2026-09-01']);
    touch(contract, '2026-11-10');
    deepEqual([contract.settledTo, contract.nextDue], ['2026-09-01', '2026-09-01']);
    const ended = { ...contract, nextDue: null };
    touch(ended, '2026-05-01');
    equal(ended.nextDue, '2026-05-01');
    const draft = { activatedOn: null, settledTo: null, nextDue: null };
    touch(draft, '2026-05-01');
    equal(draft.nextDue, null);
  });
});

describe('what people see of a contract', () => {
  const active = { state: 'active', endsOn: null } as const;
  const hold = (changes: Partial<StateOfHold>): StateOfHold => ({
    fromDate: '2026-11-01',
    untilDate: null,
    blocksBilling: false,
    access: 'none',
    ...changes,
  });
  const cases: [what: string, shown: string, holds: StateOfHold[]][] = [
    ['without a hold', 'Attivo', []],
    ['whose billing is stopped', 'Pending', [hold({ blocksBilling: true })]],
    ['whose access is cut', 'Sospeso', [hold({ blocksBilling: true, access: 'cut' })]],
    ['whose access is throttled', 'Sospeso', [hold({ access: 'throttle' })]],
    ['that shows a notice', 'Attivo', [hold({ access: 'notice' })]],
    ['whose hold is over today', 'Attivo', [hold({ blocksBilling: true, untilDate: '2026-11-24' })]],
    ['whose hold begins tomorrow', 'Attivo', [hold({ blocksBilling: true, fromDate: '2026-11-25' })]],
  ];
  for (const [what, shown, holds] of cases)
    it(`one ${what} is ${shown}`, () => equal(displayState(active, holds, '2026-11-24'), shown));

  it('one that ends is Attivo up to its last day and Disattivato after it', () => {
    const ending = { state: 'terminating', endsOn: '2026-11-25' } as const;
    equal(displayState(ending, [], '2026-11-24'), 'Attivo');
    equal(displayState(ending, [], '2026-11-25'), 'Disattivato');
  });
});

describe('versions of an item', () => {
  type V = { validFrom: PlainDate; validTo: PlainDate | null; startsItem: boolean };
  const first = (): V => ({ validFrom: '2026-01-01', validTo: null, startsItem: true });

  it('a change ends the version that holds and goes on without end', () => {
    const versions = [first()];
    deepEqual(supersede(versions, '2026-06-01'), { startsItem: false, validTo: null });
    deepEqual(versions, [{ validFrom: '2026-01-01', validTo: '2026-06-01', startsItem: true }]);
    equal(versionOn(versions, '2026-05-31'), versions[0]);
    equal(versionOn(versions, '2026-06-01'), undefined);
  });

  it('a change takes back what was planned for later, and keeps the end of the item', () => {
    const versions: V[] = [
      { validFrom: '2026-01-01', validTo: '2026-06-01', startsItem: true },
      { validFrom: '2026-06-01', validTo: '2026-12-01', startsItem: false },
    ];
    deepEqual(supersede(versions, '2026-05-01'), { startsItem: false, validTo: '2026-12-01' });
    deepEqual(
      versions.map((v) => v.validTo),
      ['2026-05-01', '2026-06-01'],
    );
  });

  it('a change on the first day begins the item', () =>
    deepEqual(supersede([first()], '2026-01-01'), { startsItem: true, validTo: null }));

  it('a version that was taken back has no say in a later change', () => {
    const versions: V[] = [{ validFrom: '2026-06-01', validTo: '2026-06-01', startsItem: false }, first()];
    deepEqual(supersede(versions, '2026-07-01'), { startsItem: false, validTo: null });
    equal(versions[0]?.validTo, '2026-06-01');
  });
});
