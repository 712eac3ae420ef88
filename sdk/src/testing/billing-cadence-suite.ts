import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Anchor, BillingCadence, BillingGrid } from '../capabilities/billing-cadence.ts';
import { addDays, lastDayOfMonth, parseDate } from '../dates.ts';
import type { Suite } from './contract.ts';

const ANCHORS: readonly Anchor[] = [
  ...(['2024-02-29', '2025-01-01', '2025-01-30', '2025-01-31', '2025-06-15', '2027-12-31'] as const).map(
    (date) => ({ date, lastDay: false }),
  ),
  { date: '2025-02-28', lastDay: true },
  { date: '2027-12-31', lastDay: true },
];
const REACH = 30;

/**
 * What billing relies on in a provider of cadences.
 *
 * @param options.cadences names of the provider's cadences to try; those it offers are tried as well
 * @example runSuite(billingCadenceSuite(() => cadences, { cadences: ['months:3', 'weeks:2'] }))
 */
export function billingCadenceSuite(
  make: () => BillingCadence,
  options: { readonly cadences: readonly string[] },
): Suite {
  const names = (): string[] => [...new Set([...make().offered, ...options.cadences])];
  const everyGrid = (check: (grid: BillingGrid, name: string, anchor: Anchor) => void): void => {
    for (const name of names())
      for (const anchor of ANCHORS)
        check(gridOf(make(), name, anchor), `${name} from ${anchor.date}`, anchor);
  };
  return {
    name: 'BillingCadence contract',
    cases: [
      [
        'has a name in both languages for each of its cadences, and keeps to it',
        () => {
          for (const name of names()) {
            const info = make().describe(name);
            ok(info?.label.it && info.label.en, `${name} has no label`);
            if (info.warning)
              ok(info.warning.it && info.warning.en, `the warning of ${name} lacks a language`);
          }
        },
      ],
      [
        'leaves cadences that it does not know to others',
        () => {
          for (const name of ['', 'nobody:1', 'months:-1', 'months:0', 'months:1.5']) {
            equal(make().describe(name), undefined, name);
            equal(make().grid(name, ANCHORS[0] as Anchor), undefined, name);
          }
        },
      ],
      [
        'starts the first period on the anchor',
        () => {
          everyGrid((grid, what, anchor) => {
            const start =
              anchor.lastDay && what.startsWith('months') ? lastDayOfMonth(anchor.date) : anchor.date;
            equal(grid.boundary(0), start, what);
          });
        },
      ],
      [
        'has boundaries that are dates and strictly increase',
        () => {
          everyGrid((grid, what) => {
            for (let k = -REACH; k < REACH; k += 1) {
              ok(parseDate(grid.boundary(k)), `${what}: boundary ${k} is ${grid.boundary(k)}`);
              ok(grid.boundary(k) < grid.boundary(k + 1), `${what}: boundary ${k} is not before the next`);
            }
          });
        },
      ],
      [
        'finds the period of its first day, its last day, and no other',
        () => {
          everyGrid((grid, what) => {
            for (let k = -REACH; k < REACH; k += 1) {
              equal(grid.indexOf(grid.boundary(k)), k, `${what}: first day of ${k}`);
              equal(grid.indexOf(addDays(grid.boundary(k + 1), -1)), k, `${what}: last day of ${k}`);
            }
          });
        },
      ],
      [
        'answers the same whatever it was asked before',
        () => {
          const ahead = (grid: BillingGrid): string[] =>
            Array.from({ length: REACH }, (_, k) => grid.boundary(k));
          everyGrid((grid, what, anchor) => {
            const backwards = Array.from({ length: REACH }, (_, k) => grid.boundary(REACH - 1 - k)).reverse();
            deepEqual(backwards, ahead(gridOf(make(), what.split(' ')[0] as string, anchor)), what);
          });
        },
      ],
    ],
  };
}

function gridOf(provider: BillingCadence, name: string, anchor: Anchor): BillingGrid {
  const grid = provider.grid(name, anchor);
  ok(grid, `no grid for ${name}`);
  return grid;
}
