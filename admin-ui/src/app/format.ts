/** Money, dates and the like as Italians write them, in either language. */

const euro = new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', useGrouping: 'always' });
const number = new Intl.NumberFormat('it-IT', { useGrouping: 'always' });
const instant = new Intl.DateTimeFormat('it-IT', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Rome',
});

/** Whole cents: `1.234,56 €`. */
export const money = (cents: number | null | undefined): string =>
  cents == null ? '–' : euro.format(cents / 100);

/** A price in 1/10^8 euro, with as many places as it has, and two at least. */
export function price(e8: number | null | undefined): string {
  if (e8 == null) return '–';
  const sign = e8 < 0 ? '-' : '';
  const digits = String(Math.abs(e8)).padStart(9, '0');
  const places = digits.slice(-8).replace(/0{1,6}$/, '');
  return `${sign}${number.format(Number(digits.slice(0, -8)))},${places} €`;
}

/** A VAT rate in hundredths of a percent. */
export const percent = (hundredths: number | null | undefined): string =>
  hundredths == null ? '–' : `${number.format(hundredths / 100)} %`;

export const count = (n: number): string => number.format(n);

/** A plain date: `2026-11-24` is shown as 24/11/2026. */
export const date = (plain: string | null | undefined): string =>
  plain == null ? '–' : plain.split('-').reverse().join('/');

/** An instant in milliseconds, in Rome. */
export const moment = (ms: number | null | undefined): string => (ms == null ? '–' : instant.format(ms));

/** What somebody typed as an amount of euro, in cents; undefined when it is none. */
export function parseMoney(text: string): number | undefined {
  const match = /^\s*(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?\s*€?\s*$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', places = ''] = match;
  const cents = Number(whole.replaceAll('.', '')) * 100 + Number(places.padEnd(2, '0'));
  return sign ? -cents : cents;
}

/** Cents as they are typed: `1234,50`. */
export const typedMoney = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

/** The same with up to eight places, in 1/10^8 euro. */
export function parsePrice(text: string): number | undefined {
  const match = /^\s*(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,8}))?\s*€?\s*$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', places = ''] = match;
  const e8 = Number(whole.replaceAll('.', '')) * 1e8 + Number(places.padEnd(8, '0'));
  return sign ? -e8 : e8;
}

/** A plain date as it is typed in a form: `24/11/2026` or `2026-11-24`. */
export function parseDate(text: string): string | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const plain = match
    ? `${match[3]}-${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}`
    : text.trim();
  const read = new Date(`${plain}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(plain) ? plain : undefined;
}
