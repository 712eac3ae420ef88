import { date, money } from '../../app/format.ts';
import type { Charge } from './document.ts';

type T = (key: string, named?: Record<string, unknown>) => string;

/** What the server kept with a recurring charge: all that its amount was computed from. */
type Recurring = {
  readonly period: readonly [from: string, to: string];
  readonly spans: readonly (readonly [from: string, to: string])[];
  readonly proration: string;
  readonly price: number;
  readonly owed: number;
  readonly owedDays: number;
  readonly takenOver: number;
  readonly amount: number;
};
type Details = Charge['details'];

const isRecurring = (details: Details): details is Details & Recurring =>
  Array.isArray(details['period']) && typeof details['price'] === 'number' && Array.isArray(details['spans']);

const DAY_MS = 86_400_000;
/** Periods are kept with the day on which the next begins; people say the last day. */
const lastOf = (end: string): string =>
  date(new Date(Date.parse(`${end}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10));
const daysIn = ([from, to]: readonly [string, string]): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** How the amount of a charge came about, a sentence for each step. */
export function sentences(t: T, { rule, formula, details }: Charge): string[] {
  if (isRecurring(details)) return recurring(t, rule, details);
  const text = (name: string): string => {
    const value = details[name];
    return typeof value === 'string' ? value : '–';
  };
  if (rule === 'once') return [t('why.once', { day: date(text('date')), source: text('source') })];
  if (rule === 'billing.charges')
    return [t('why.plugin', { plugin: text('plugin') }), t('why.key', { key: text('key') })];
  if (rule === 'credit') return [t('why.credit')];
  return [formula ?? t('why.other', { rule })];
}

function recurring(t: T, rule: string, it: Recurring): string[] {
  const whole = daysIn(it.period);
  const [from, to] = it.period;
  const said = [
    t('why.price', { price: money(it.price), from: date(from), to: lastOf(to), days: whole }),
    it.owedDays === whole && it.owed === it.price
      ? t('why.whole')
      : it.spans.length === 0
        ? t('why.nothing')
        : t('why.part', {
            days: it.owedDays,
            spans: it.spans.map(([a, b]) => `${date(a)}–${lastOf(b)}`).join(', '),
            owed: money(it.owed),
          }),
  ];
  if (it.owed !== it.price && ['calendar', 'thirty', 'none'].includes(it.proration))
    said.push(t(`why.proration.${it.proration}`));
  if (it.takenOver !== 0) said.push(t('why.takenOver', { amount: money(it.takenOver) }));
  const before = it.owed - it.takenOver - it.amount;
  if (before !== 0) said.push(t('why.before', { amount: money(before) }));
  if (rule === 'correction')
    said.push(t(it.amount < 0 ? 'why.givenBack' : 'why.added', { amount: money(Math.abs(it.amount)) }));
  else said.push(t('why.so', { amount: money(it.amount) }));
  return said;
}
