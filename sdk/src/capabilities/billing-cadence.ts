import type { PlainDate } from '../dates.ts';
import { defineCapability } from './token.ts';

/**
 * Knows how billing periods follow each other. Pure arithmetic: no clock, no database.
 * A cadence is named by text such as `months:3`, `weeks:2`, `days:30`.
 */
export interface BillingCadence {
  /** The cadences offered to operators. `describe` explains one, or is undefined for a cadence that isn't ours. */
  readonly offered: readonly string[];
  describe(cadence: string): CadenceInfo | undefined;
  /**
   * The grid of a cadence from an anchor. Period `k` is `[boundary(k), boundary(k + 1))`; `boundary(0)` is the anchor.
   * Undefined for a cadence that isn't this provider's.
   */
  grid(cadence: string, anchor: Anchor): BillingGrid | undefined;
}

export type Anchor = {
  readonly date: PlainDate;
  /** Every boundary on the last day of its month. */
  readonly lastDay: boolean;
};

export interface BillingGrid {
  /** Start of period `k`; `k` may be negative. Always counted from the anchor, so days never drift. */
  boundary(k: number): PlainDate;
  /** The `k` of the period that a date lies in. */
  indexOf(date: PlainDate): number;
}

export type CadenceInfo = {
  readonly label: { readonly it: string; readonly en: string };
  /** What an operator must confirm before using it (the ban on 28-day billing, law 172/2017), if anything. */
  readonly warning: { readonly it: string; readonly en: string } | null;
};

export const BillingCadence = defineCapability<BillingCadence>('BillingCadence', { many: true });
