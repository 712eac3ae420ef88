import { deepEqual, equal } from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, type PlainDate } from '@traliccio/sdk';
import {
  type Candidate,
  checkAnnouncement,
  checkWithdrawal,
  firstPossible,
  lastDayAfter,
  skipReason,
} from './price-change.rules.ts';

const TODAY: PlainDate = '2026-11-01';
const day = fc.integer({ min: -400, max: 400 }).map((n) => addDays(TODAY, n));

describe('a price change', () => {
  it('is announced in time or refused with the first possible date', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 30, max: 365 }), (effectiveOn, noticeDays) => {
        const problems = checkAnnouncement({ effectiveOn, today: TODAY, noticeDays });
        const first = firstPossible(TODAY, noticeDays);
        equal(problems.length === 0, effectiveOn >= first);
        for (const problem of problems) equal(problem.message.endsWith(first), true);
      }),
    );
  });

  it('ends a contract the day before, or on the day of the withdrawal when that is later', () => {
    equal(lastDayAfter('2026-12-01', '2026-11-10'), '2026-11-30');
    equal(lastDayAfter('2026-12-01', '2026-12-05'), '2026-12-05');
  });

  it('can be withdrawn from within sixty days of being told, and not in the future', () => {
    const ask = (on: PlainDate, toldOn: PlainDate | null = '2026-11-02') =>
      checkWithdrawal({ announcedOn: TODAY, toldOn, on, today: '2027-02-01' }).map((p) => p.code);
    deepEqual(ask('2027-01-01'), []);
    deepEqual(ask('2027-01-02'), ['price_change.withdrawal_late']);
    deepEqual(ask('2027-01-02', null), []);
    deepEqual(ask('2026-10-31'), ['price_change.withdrawal_invalid']);
    deepEqual(ask('2027-02-02'), ['price_change.withdrawal_invalid']);
  });

  it('reaches only contracts that are as they were, and whose customers were told in time', () => {
    const old = { priceE8: 2_000_000_000, vatIncluded: true };
    const fine: Candidate = {
      effectiveOn: '2026-12-15',
      noticeDays: 30,
      toldOn: '2026-11-15',
      old,
      contract: { state: 'active', endsOn: null },
      items: [old],
      changesLater: false,
    };
    const cases: [Partial<Candidate>, ReturnType<typeof skipReason>][] = [
      [{}, undefined],
      [{ toldOn: null }, 'not_told'],
      [{ toldOn: '2026-11-16' }, 'told_late'],
      [{ contract: { state: 'terminating', endsOn: '2026-12-15' } }, 'ended'],
      [{ contract: { state: 'terminating', endsOn: '2026-12-16' } }, undefined],
      [{ contract: { state: 'cancelled', endsOn: null } }, 'ended'],
      [{ items: [] }, 'price_changed'],
      [{ items: [old, { ...old, vatIncluded: false }] }, 'price_changed'],
      [{ items: [old, old] }, undefined],
      [{ changesLater: true }, 'changes_later'],
    ];
    for (const [change, reason] of cases) equal(skipReason({ ...fine, ...change }), reason);
  });
});
