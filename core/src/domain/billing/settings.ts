import type { Cents } from '@traliccio/sdk';

/** How far a run may leave what history leads one to expect, and what makes a single invoice suspicious. */
export type BillingLimits = {
  /** Contracts billed, as a share of those expected. */
  readonly countLow: number;
  readonly countHigh: number;
  /** Total per billed period, as a share of what earlier runs made of it. */
  readonly totalLow: number;
  readonly totalHigh: number;
  /** A difference of fewer contracts, or of a smaller amount, never trips a bound: small runs vary. */
  readonly countFloor: number;
  readonly totalFloor: Cents;
  /** How many earlier runs of a cadence it takes to compare with. */
  readonly leastRuns: number;
  /** An invoice over the floor and this many times the payer's median is parked. */
  readonly medianTimes: number;
  readonly medianFloor: Cents;
  readonly linesPerContract: number;
  /** A period that starts later than this many days after the run is impossible. */
  readonly daysAhead: number;
};

export const DEFAULT_LIMITS: BillingLimits = {
  countLow: 0.7,
  countHigh: 1.02,
  totalLow: 0.8,
  totalHigh: 1.2,
  countFloor: 10,
  totalFloor: 50_000,
  leastRuns: 3,
  medianTimes: 5,
  medianFloor: 20_000,
  linesPerContract: 15,
  daysAhead: 40,
};
