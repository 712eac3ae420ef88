import { dayOf, daysBetween, monthOf, mulDiv, yearOf, type Cents, type PlainDate } from '@traliccio/sdk';
import type { ItemVersion, Span } from './item-version.ts';

type Measure = (from: PlainDate, to: PlainDate) => number;

/**
 * The part of a period's price that falls on some of its days. Each span `[a, b)` costs `R(P * b / D) - R(P * a / D)`,
 * counted from the period's start, so that the parts of a period always sum to the whole.
 */
export function prorate(
  period: Span,
  spans: readonly Span[],
  price: Cents,
  policy: ItemVersion['proration'],
): Cents {
  if (policy === 'none') return spans.length > 0 ? price : 0;
  const measure: Measure = policy === 'thirty' ? thirtyDayMonths : daysBetween;
  const whole = measure(period.from, period.to);
  if (whole <= 0) return 0;
  const upTo = (date: PlainDate): Cents => mulDiv(price, Math.min(measure(period.from, date), whole), whole);
  return spans.reduce((sum, span) => sum + upTo(span.to) - upTo(span.from), 0);
}

export const daysIn = (spans: readonly Span[]): number =>
  spans.reduce((n, s) => n + daysBetween(s.from, s.to), 0);

/** Days between two dates if each month had 30: the 31st counts as the 30th, the last of February as itself. */
function thirtyDayMonths(from: PlainDate, to: PlainDate): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return months * 30 + Math.min(dayOf(to), 30) - Math.min(dayOf(from), 30);
}
