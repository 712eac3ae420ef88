import { addDays, earlier, type BillingGrid, type PlainDate } from '@traliccio/sdk';
import type { Terms } from '../plans/terms.ts';
import type { Grids } from '../ports.ts';

export type DueVersion = Pick<Terms, 'cadence' | 'timing' | 'offsetDays'> & {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly anchor: PlainDate;
  readonly anchorLastDay: boolean;
  readonly billedTo: PlainDate | null;
};

/** The day on which a run must first look at a contract: when the first unbilled period of any version falls due. */
export function firstDue(
  versions: readonly DueVersion[],
  end: PlainDate | null,
  grids: Grids,
): PlainDate | null {
  let first: PlainDate | null = null;
  for (const version of versions) {
    const due = dueOf(version, end, grids);
    if (due !== null && (first === null || due < first)) first = due;
  }
  return first;
}

function dueOf(version: DueVersion, end: PlainDate | null, grids: Grids): PlainDate | null {
  const from =
    version.billedTo !== null && version.billedTo > version.validFrom ? version.billedTo : version.validFrom;
  const to =
    version.validTo !== null && end !== null ? earlier(version.validTo, end) : (version.validTo ?? end);
  // What the other system billed beyond the end has to be given back: look at once.
  if (to !== null && from > to && version.billedTo !== null && version.validFrom < version.billedTo)
    return to;
  if (to !== null && from >= to) return null;
  const grid = grids(version.cadence, { date: version.anchor, lastDay: version.anchorLastDay });
  return grid ? addDays(dayOfBilling(version.timing, { from, to, grid }), version.offsetDays) : from;
}

function dayOfBilling(
  timing: Terms['timing'],
  period: { from: PlainDate; to: PlainDate | null; grid: BillingGrid },
): PlainDate {
  if (timing === 'advance') return period.from;
  const end = period.grid.boundary(period.grid.indexOf(period.from) + 1);
  return period.to === null ? end : earlier(end, period.to);
}
