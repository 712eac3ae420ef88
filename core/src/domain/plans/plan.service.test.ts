import { deepEqual, equal, rejects } from 'node:assert/strict';
import { it } from 'node:test';
import { cadences } from '../../../../plugins/billing-cadences/src/cadences.ts';
import { eachDatabase } from '../../../../test/host/database.ts';
import { BY, openProvider } from '../../../../test/host/provider.ts';
import { checkPlan, checkPlanPrice, priceOn } from './plan.rules.ts';
import { pricesOf } from './plan.service.ts';
import { DEFAULT_TERMS } from './terms.ts';

const PLAN = { code: 'CASA-30', name: 'Internet Casa 30', kind: 'internet', ...DEFAULT_TERMS } as const;
const PRICE = {
  validFrom: '2026-01-01',
  priceE8: 1_990_000_000,
  vatIncluded: true,
  vatRate: 2200,
  natura: null,
  vatReference: null,
} as const;

it('the price on a day is the newest that holds then', () => {
  const prices = [
    { validFrom: '2026-01-01' },
    { validFrom: '2027-01-01' },
    { validFrom: '2025-01-01' },
  ] as const;
  deepEqual(
    (['2024-12-31', '2025-01-01', '2026-12-31', '2027-01-01'] as const).map(
      (day) => priceOn(prices, day)?.validFrom,
    ),
    [undefined, '2025-01-01', '2026-01-01', '2027-01-01'],
  );
});

const bad: [what: string, change: object, code: string][] = [
  ['a cadence that no plugin knows', { cadence: 'moons:1' }, 'plan.cadence_unknown'],
  ['a rate of 0 without natura', { vatRate: 0, vatReference: 'art. 10' }, 'plan.natura_missing'],
  ['a natura beside a rate', { natura: 'N4' }, 'plan.natura_with_rate'],
  ['a price below 0', { priceE8: -1 }, 'plan.price_invalid'],
  ['a name that no invoice can carry', { name: 'Fibra 🚀' }, 'plan.name_characters'],
];
for (const [what, change, code] of bad)
  it(`a plan with ${what} is refused as ${code}`, () => {
    const problems = [
      ...checkPlan({ ...PLAN, ...change }, cadences.grid),
      ...checkPlanPrice({ ...PRICE, ...change }),
    ];
    deepEqual(
      problems.map((p) => p.code),
      [code],
    );
  });

eachDatabase((_name, open) => {
  it('a plan gets dearer from a date on, and its old price stays', async () => {
    const p = await openProvider(open, { day: '2026-11-24' });
    const plan = await p.tx((tx) => p.app.plans.create(tx, { ...PLAN, prices: [PRICE] }, BY));
    const dearer = { ...PRICE, validFrom: '2027-01-01', priceE8: 2_190_000_000 } as const;
    await p.tx((tx) => p.app.plans.addPrice(tx, { plan: 'CASA-30', price: dearer }, BY));
    deepEqual(
      (await p.tx((tx) => pricesOf(tx, plan.id))).map((x) => [x.validFrom, x.priceE8, x.vatIncluded]),
      [
        ['2026-01-01', 1_990_000_000, true],
        ['2027-01-01', 2_190_000_000, true],
      ],
    );
    await rejects(
      p.tx((tx) => p.app.plans.addPrice(tx, { plan: 'CASA-30', price: dearer }, BY)),
      { code: 'plan.price_taken' },
    );
  });

  it('what a plan proposes is changed by one operator at a time', async () => {
    const p = await openProvider(open, { day: '2026-11-24' });
    await p.tx((tx) => p.app.plans.create(tx, PLAN, BY));
    const change = { version: 1, input: { ...PLAN, cadence: 'months:3' } };
    equal((await p.tx((tx) => p.app.plans.update(tx, change, BY))).cadence, 'months:3');
    await rejects(
      p.tx((tx) => p.app.plans.update(tx, change, BY)),
      { code: 'plan.version' },
    );
  });
});
