import { addDays, earlier, later, priceTimes, type BillingGrid, type PlainDate } from '@traliccio/sdk';
import type { BillingHold, ItemVersion, OwedPeriod, Span } from './item-version.ts';
import { daysIn, prorate } from './proration.ts';

export type OwedQuestion = {
  readonly version: ItemVersion;
  readonly grid: BillingGrid;
  readonly holds: readonly BillingHold[];
  /** The first day that the contract no longer lasts; null while it has no end. */
  readonly contractEnd: PlainDate | null;
  /** The customer withdrew: the days of use are paid and no others, whatever the version says of ends and of parts. */
  readonly withdrawn?: boolean;
  /** Periods that end on or before this are settled; null when nothing is. */
  readonly settledTo: PlainDate | null;
  /** The day of the run: periods due later are left. */
  readonly day: PlainDate;
  /** Starts of the periods that have been charged: one that no longer belongs to the version owes nothing. */
  readonly chargedStarts?: Iterable<PlainDate>;
};

export type OwedAnswer = {
  readonly periods: OwedPeriod[];
  /** The due date of the next period; null when none will come. */
  readonly nextDue: PlainDate | null;
  /** Where that period begins: all before is settled. */
  readonly openFrom: PlainDate | null;
};

/** A version is walked period by period; one that is never billed must not walk for ever. */
const MOST_PERIODS = 5000;

/** What a version owes of each grid period that is due and not settled, under the history as it stands. */
export function owedBy(question: OwedQuestion): OwedAnswer {
  const { version, grid, settledTo, day } = question;
  const begin = settledTo === null ? version.validFrom : later(version.validFrom, settledTo);
  const periods: OwedPeriod[] = [];
  const first = grid.indexOf(begin);
  for (let k = first; k < first + MOST_PERIODS; k++) {
    const start = grid.boundary(k);
    const over = isOver(question, start);
    if (over && !wasTakenOver(version, start)) {
      periods.push(...lost(question, start));
      return { periods, nextDue: null, openFrom: null };
    }
    const period: Span = { from: start, to: grid.boundary(k + 1) };
    const due = dueOn(question, period);
    if (due > day && !over) {
      const next = nextThatOwes(question, k);
      return { periods, nextDue: next, openFrom: later(start, version.validFrom) };
    }
    periods.push(owedOf(question, period, due));
  }
  throw new RangeError(
    `item version ${version.id}: more than ${MOST_PERIODS} periods of ${version.cadence} from ${begin}`,
  );
}

/** No period that starts on this date belongs to the version any more. */
function isOver({ version, contractEnd }: OwedQuestion, start: PlainDate): boolean {
  return (
    (version.validTo !== null && start >= version.validTo) || (contractEnd !== null && start >= contractEnd)
  );
}

const wasTakenOver = (version: ItemVersion, start: PlainDate): boolean =>
  version.billedTo !== null && start < version.billedTo;

/** Periods from `over` on that were charged before the version or the contract was cut short: nothing of them is owed. */
function lost(question: OwedQuestion, over: PlainDate): OwedPeriod[] {
  const { grid } = question;
  return [...(question.chargedStarts ?? [])]
    .filter((start) => start >= over)
    .toSorted()
    .map((start) => {
      const period: Span = { from: start, to: grid.boundary(grid.indexOf(start) + 1) };
      return owedOf(question, period, dueOn(question, period));
    });
}

/** A first period that is free has a due date at which nothing happens: the next one counts. */
function nextThatOwes(question: OwedQuestion, from: number): PlainDate | null {
  for (let k = from; k <= from + 1; k++) {
    const start = question.grid.boundary(k);
    if (isOver(question, start)) return null;
    const period: Span = { from: start, to: question.grid.boundary(k + 1) };
    if (!isFree(question.version, period)) return dueOn(question, period);
  }
  return null;
}

const isFree = (version: ItemVersion, period: Span): boolean =>
  version.firstPeriod === 'free' && isFirstPart(version, period);
const isFirstPart = (version: ItemVersion, period: Span): boolean =>
  version.startsItem && version.validFrom > period.from && version.validFrom < period.to;

/** When a period is billed: on its start or its end, moved by the offset. */
export function dueOn({ version, contractEnd }: OwedQuestion, period: Span): PlainDate {
  if (version.timing === 'arrears') {
    const ends = contractEnd !== null && contractEnd < period.to ? contractEnd : period.to;
    return addDays(ends, version.offsetDays);
  }
  if (version.firstPeriod === 'with_next' && isFirstPart(version, period)) {
    // The next period may never come: then the contract's end is the last occasion.
    const next = contractEnd !== null && contractEnd < period.to ? contractEnd : period.to;
    return addDays(next, version.offsetDays);
  }
  const begins = later(period.from, version.validFrom);
  const unbilled =
    version.billedTo !== null && version.billedTo < period.to ? later(begins, version.billedTo) : begins;
  return addDays(unbilled, version.offsetDays);
}

function owedOf(question: OwedQuestion, period: Span, due: PlainDate): OwedPeriod {
  const { version } = question;
  const price = priceTimes(version.priceE8, version.quantity);
  const spans = spansOwed(question, period, due);
  const before = takenOver(version, period);
  const proration = paysUseOnly(question, period) ? byDays(version.proration) : version.proration;
  return {
    version,
    start: period.from,
    end: period.to,
    due,
    spans,
    price,
    days: daysIn(spans),
    amount: prorate(period, spans, price, proration),
    takenOver: { days: daysIn(before), amount: prorate(period, before, price, version.proration) },
  };
}

/** Of a contract that was withdrawn from, the period in which it ends. */
const paysUseOnly = ({ withdrawn, contractEnd }: OwedQuestion, period: Span): boolean =>
  withdrawn === true && contractEnd !== null && period.from < contractEnd && contractEnd < period.to;
const byDays = (policy: ItemVersion['proration']): ItemVersion['proration'] =>
  policy === 'none' ? 'calendar' : policy;

function takenOver(version: ItemVersion, period: Span): Span[] {
  if (version.billedTo === null) return [];
  return clip({ from: later(period.from, version.validFrom), to: earlier(period.to, version.billedTo) });
}

/** The days of a period that belong to the version and the contract, less those that holds drop. */
function spansOwed(question: OwedQuestion, period: Span, due: PlainDate): Span[] {
  const { version, contractEnd, holds, day } = question;
  if (isFree(version, period)) return [];
  const usedOnly = paysUseOnly(question, period);
  if (version.proration === 'none' && !usedOnly && version.validFrom > period.from && !version.startsItem)
    return [];
  let to = version.validTo === null ? period.to : earlier(period.to, version.validTo);
  const keepsPaidDays =
    version.timing === 'advance' &&
    !version.endCredit &&
    !usedOnly &&
    contractEnd !== null &&
    period.from < contractEnd;
  if (contractEnd !== null && !keepsPaidDays) to = earlier(to, contractEnd);
  let spans = clip({ from: later(period.from, version.validFrom), to });
  for (const hold of holds) if (drops(hold, due, day)) spans = without(spans, hold);
  return spans;
}

/**
 * Whether a hold drops the days that it covers of a period. What was due before it was decided on counts as billed,
 * whether or not a run had come by: so the same history always owes the same. `credit` gives those back too,
 * `back_bill` drops nothing once it is lifted.
 */
function drops(hold: BillingHold, due: PlainDate, day: PlainDate): boolean {
  const lifted = hold.until !== null && hold.until <= day;
  if (lifted && hold.releasePolicy === 'back_bill') return false;
  if (lifted && hold.releasePolicy === 'credit') return true;
  return due >= hold.decidedOn;
}

function without(spans: readonly Span[], hold: BillingHold): Span[] {
  const billed = [...hold.billedDays]
    .filter((d) => d >= hold.from && (hold.until === null || d < hold.until))
    .toSorted();
  const holes: Span[] = [];
  let from = hold.from;
  for (const date of billed) {
    holes.push(...clip({ from, to: date }));
    from = addDays(date, 1);
  }
  holes.push({ from, to: hold.until ?? '9999-12-31' });
  return holes.reduce((rest, hole) => rest.flatMap((span) => cut(span, hole)), [...spans]);
}

const cut = (span: Span, hole: Span): Span[] =>
  hole.to <= span.from || hole.from >= span.to
    ? [span]
    : [...clip({ from: span.from, to: hole.from }), ...clip({ from: hole.to, to: span.to })];

const clip = (span: Span): Span[] => (span.from < span.to ? [span] : []);
