import { formatEuro, type Cents } from '@traliccio/sdk';
import type { BillingLimits } from './settings.ts';

/** What runs charged per cadence: the measure of the next ones. */
export type CadenceFigures = { readonly periods: number; readonly amount: Cents };
export type ByCadence = Readonly<Record<string, CadenceFigures>>;

export function sumByCadence(a: ByCadence, b: ByCadence): ByCadence {
  const sum: Record<string, CadenceFigures> = { ...a };
  for (const [cadence, { periods, amount }] of Object.entries(b))
    sum[cadence] = {
      periods: periods + (sum[cadence]?.periods ?? 0),
      amount: amount + (sum[cadence]?.amount ?? 0),
    };
  return sum;
}

/** A plan in figures. */
export type PlanFigures = {
  /** Contracts with something to bill. */
  readonly billed: number;
  /** Contracts of which history leads one to expect it: billed before, and due or parked now. */
  readonly expected: number;
  readonly byCadence: ByCadence;
};

export type BoundTripped = {
  readonly code: 'bounds.no_history' | 'bounds.count' | 'bounds.total' | 'bounds.plugin_not_up';
  readonly message: string;
};

/** Compares a plan with earlier runs, before the first number is given. Nothing to say: an empty list. */
export function boundsTripped(
  plan: PlanFigures,
  history: readonly ByCadence[],
  limits: BillingLimits,
): BoundTripped[] {
  if (plan.billed === 0) return [];
  if (history.length === 0)
    return [
      {
        code: 'bounds.no_history',
        message:
          'this is the first billing run: look at the preview (run billing --preview), then confirm it (--confirm)',
      },
    ];
  return [...countTripped(plan, limits), ...totalTripped(plan, history, limits)];
}

function countTripped({ billed, expected }: PlanFigures, limits: BillingLimits): BoundTripped[] {
  const low = expected * limits.countLow;
  const high = expected * limits.countHigh;
  if ((billed >= low && billed <= high) || Math.abs(billed - expected) <= limits.countFloor) return [];
  const why = billed < low ? 'too many are parked' : 'too many are billed for the first time';
  return [
    {
      code: 'bounds.count',
      message: `${billed} contracts would be billed where ${expected} are expected: ${why}. Look at the preview, then confirm (--confirm)`,
    },
  ];
}

function totalTripped(
  plan: PlanFigures,
  history: readonly ByCadence[],
  limits: BillingLimits,
): BoundTripped[] {
  let expected = 0;
  let actual = 0;
  for (const [cadence, { periods, amount }] of Object.entries(plan.byCadence)) {
    const runs = history.flatMap((run) => run[cadence] ?? []);
    const past = runs.reduce((n, r) => n + r.periods, 0);
    if (runs.length < limits.leastRuns || past === 0) continue;
    expected += (runs.reduce((n, r) => n + r.amount, 0) / past) * periods;
    actual += amount;
  }
  if (actual >= expected * limits.totalLow && actual <= expected * limits.totalHigh) return [];
  if (Math.abs(actual - expected) <= limits.totalFloor) return [];
  return [
    {
      code: 'bounds.total',
      message: `the recurring charges come to ${formatEuro(actual)} where earlier runs lead one to expect about ${formatEuro(Math.trunc(expected))}. Look at the preview, then confirm (--confirm)`,
    },
  ];
}
