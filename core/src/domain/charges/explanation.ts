import { addDays, formatDate, formatEuro, type Cents, type PlainDate } from '@traliccio/sdk';

/** Why a charge is what it is, kept with it: of a recurring one, all that the amount was computed from. */
export type RecurringExplanation = {
  readonly rule: 'recurring' | 'correction';
  readonly item: string;
  readonly itemVersion: number;
  readonly planPrice: number | null;
  readonly period: readonly [from: PlainDate, to: PlainDate];
  /** The days owed; each ends before its second date. */
  readonly spans: readonly (readonly PlainDate[])[];
  readonly due: PlainDate;
  readonly proration: string;
  readonly price: Cents;
  readonly owed: Cents;
  readonly owedDays: number;
  readonly takenOver: Cents;
  readonly amount: Cents;
  readonly days: number;
};
export type Explanation =
  | RecurringExplanation
  | { readonly rule: string; readonly [detail: string]: unknown };

/** The computation in words. */
export function formulaOf(explanation: Explanation): string | null {
  if (!isRecurring(explanation)) return null;
  const { period, price, owed, owedDays, spans, amount, takenOver } = explanation;
  const days = spans
    .map(([from, to]) => `${formatDate(from as PlainDate)}-${lastOf(to as PlainDate)}`)
    .join(', ');
  const before = owed - takenOver - amount;
  return [
    `${formatEuro(price)} per ${formatDate(period[0])}-${lastOf(period[1])}`,
    `dovuti ${owedDays} giorni${days === '' ? '' : ` (${days})`} = ${formatEuro(owed)}`,
    ...(takenOver === 0 ? [] : [`meno ${formatEuro(takenOver)} fatturati dal sistema precedente`]),
    ...(before === 0 ? [] : [`meno ${formatEuro(before)} già addebitati`]),
  ].join(', ');
}

const lastOf = (to: PlainDate): string => formatDate(addDays(to, -1));
const isRecurring = (e: Explanation): e is RecurringExplanation =>
  e.rule === 'recurring' || e.rule === 'correction';
