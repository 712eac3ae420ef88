import { deepEqual, equal } from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, type PlainDate } from '@traliccio/sdk';
import { nextDue, periodDueOn, type Plan } from './cadence.ts';

describe('packages that go out by themselves', () => {
  it('are of the month before, on the day that is set', () => {
    const plan: Plan = { cadence: 'monthly', day: 5 };
    deepEqual(periodDueOn('2026-11-05', plan), { from: '2026-10-01', to: '2026-10-31' });
    deepEqual(periodDueOn('2027-01-05', plan), { from: '2026-12-01', to: '2026-12-31' });
    deepEqual(periodDueOn('2028-03-05', plan), { from: '2028-02-01', to: '2028-02-29' });
    equal(periodDueOn('2026-11-04', plan), null);
  });

  it('are of the quarter before, in its first month', () => {
    const plan: Plan = { cadence: 'quarterly', day: 10 };
    deepEqual(periodDueOn('2027-01-10', plan), { from: '2026-10-01', to: '2026-12-31' });
    deepEqual(periodDueOn('2026-07-10', plan), { from: '2026-04-01', to: '2026-06-30' });
    equal(periodDueOn('2026-11-10', plan), null);
  });

  it('leave no day out and have none twice', () => {
    const plans = fc.record({
      cadence: fc.constantFrom('monthly' as const, 'quarterly' as const),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 2000 }), (plan, days) => {
        let today: PlainDate = addDays('2024-01-01', days);
        let last: PlainDate | undefined;
        for (let n = 0; n < 8; n += 1) {
          const next = nextDue(today, plan)!;
          if (last !== undefined) equal(next.from, addDays(last, 1));
          deepEqual(periodDueOn(next.on, plan), { from: next.from, to: next.to });
          [today, last] = [next.on, next.to];
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are none when nobody wants them', () => {
    equal(periodDueOn('2026-11-05', { cadence: 'never', day: 5 }), null);
    equal(nextDue('2026-11-05', { cadence: 'never', day: 5 }), null);
  });
});
