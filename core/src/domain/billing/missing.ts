import { addDays, type Cents, type PlainDate } from '@traliccio/sdk';
import type { OwedPeriod, Span } from './item-version.ts';
import { daysIn } from './proration.ts';

/** What has been charged of a grid period so far: the sum of its entries, and how many they are. */
export type Charged = { readonly amount: Cents; readonly days: number; readonly entries: number };
export const NOTHING_CHARGED: Charged = { amount: 0, days: 0, entries: 0 };

/** The difference between what a period owes and what was charged of it. */
export type Missing = {
  readonly period: OwedPeriod;
  readonly amount: Cents;
  readonly days: number;
  readonly revision: number;
  /** The days that the entry is about, as a span; null when it is about none in particular. */
  readonly span: Span | null;
};

/** Owed less charged. Undefined when nothing is missing. */
export function missingOf(period: OwedPeriod, charged: Charged): Missing | undefined {
  const amount = period.amount - period.takenOver.amount - charged.amount;
  const days = period.days - period.takenOver.days - charged.days;
  if (amount === 0 && (days === 0 || period.price === 0)) return undefined;
  return { period, amount, days, revision: charged.entries, span: spanOf(period, charged, days) };
}

/** Which days to name: the ones that are charged, or those that are given back. */
function spanOf(period: OwedPeriod, charged: Charged, days: number): Span | null {
  if (days < 0) return hull(complement(period));
  const nothingBefore = charged.entries === 0 && period.takenOver.days === 0;
  if (nothingBefore || days === 0) return hull(period.spans);
  if (charged.entries === 0) {
    const from = period.version.billedTo as PlainDate;
    return hull(period.spans.filter((s) => s.to > from).map((s) => (s.from < from ? { from, to: s.to } : s)));
  }
  return hull(period.spans);
}

const hull = (spans: readonly Span[]): Span | null => {
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
};

/** The days of the period that the version might have owed, and doesn't. */
function complement(period: OwedPeriod): Span[] {
  const from = period.version.validFrom > period.start ? period.version.validFrom : period.start;
  const rest: Span[] = [];
  let at = from;
  for (const span of period.spans) {
    if (span.from > at) rest.push({ from: at, to: span.from });
    at = span.to;
  }
  if (at < period.end) rest.push({ from: at, to: period.end });
  return daysIn(rest) > 0 ? rest : [];
}

/** The last day of a span, as people are shown it. */
export const lastDay = (span: Span): PlainDate => addDays(span.to, -1);
