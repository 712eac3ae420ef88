import type { PlainDate } from '@traliccio/sdk';
import type { Grids } from '../ports.ts';
import type { Problems } from '../problem.ts';

export const TIMINGS = ['advance', 'arrears'] as const;
export const PRORATIONS = ['calendar', 'thirty', 'none'] as const;
export const FIRST_PERIODS = ['alone', 'with_next', 'free'] as const;

/** How a priced thing is billed: what a plan proposes and an item version fixes. */
export type Terms = {
  /** As the plugin that knows it names it: `months:3`. */
  readonly cadence: string;
  readonly timing: (typeof TIMINGS)[number];
  /** Days after the period's start (advance) or end (arrears); may be negative. */
  readonly offsetDays: number;
  readonly proration: (typeof PRORATIONS)[number];
  readonly firstPeriod: (typeof FIRST_PERIODS)[number];
  /** Days paid in advance and not used are given back when the contract ends. */
  readonly endCredit: boolean;
};

/** Monthly in advance, from the customary side of each choice. */
export const DEFAULT_TERMS: Terms = {
  cadence: 'months:1',
  timing: 'advance',
  offsetDays: 0,
  proration: 'calendar',
  firstPeriod: 'alone',
  endCredit: true,
};

export type Price = {
  /** Of one unit for one period, in 1e-8 euro; net, or gross when `vatIncluded`. */
  readonly priceE8: number;
  readonly vatIncluded: boolean;
  readonly vatRate: number;
  readonly natura: string | null;
  readonly vatReference: string | null;
};

/** Ninety days either way: who writes more has mistyped. */
const OFFSET_MAX = 90;
const ANY_DAY = '2026-01-01' as PlainDate;

export function checkTerms(terms: Terms, grids: Grids, problems: Problems): void {
  if (!grids(terms.cadence, { date: ANY_DAY, lastDay: false }))
    problems.add(
      'cadence',
      'unknown',
      `no plugin knows the cadence ${JSON.stringify(terms.cadence)}: months:1, months:3, weeks:2, days:30`,
    );
  problems.unless(
    TIMINGS.includes(terms.timing),
    'timing',
    'unknown',
    `the timing is one of ${TIMINGS.join(', ')}`,
  );
  problems.unless(
    Number.isInteger(terms.offsetDays) && Math.abs(terms.offsetDays) <= OFFSET_MAX,
    'offset_days',
    'invalid',
    `the offset is -${OFFSET_MAX} to ${OFFSET_MAX} days`,
  );
  problems.unless(
    PRORATIONS.includes(terms.proration),
    'proration',
    'unknown',
    `the proration is one of ${PRORATIONS.join(', ')}`,
  );
  problems.unless(
    FIRST_PERIODS.includes(terms.firstPeriod),
    'first_period',
    'unknown',
    `the first period is one of ${FIRST_PERIODS.join(', ')}`,
  );
}

/** The ban of law 172/2017: consumers' internet and telephone may be billed by months only. Only an operator can say that it doesn't apply. */
export const needsConfirmation = (cadence: string): boolean => !/^months:/.test(cadence);
