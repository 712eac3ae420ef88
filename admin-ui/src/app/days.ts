/** Plain days, as `2026-11-24`. */

export type Month = { readonly from: string; readonly to: string };

/** The day in Rome: what the server calls today. */
export const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' }).format();

/** @example dayAfter('2026-10-31') // '2026-11-01' */
export function dayAfter(plain: string, days = 1): string {
  const day = new Date(`${plain}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Whether a native date field has a whole date in it. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The month that a day is in, and those before it, the newest first. */
export function monthsUpTo(day: string, count: number): Month[] {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const plain = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, back) => ({
    from: plain(Date.UTC(year, month - 1 - back, 1)),
    to: plain(Date.UTC(year, month - back, 0)),
  }));
}

/** First and last day of the month before the one that a day is in. */
export const lastMonth = (day: string): Month => monthsUpTo(day, 2)[1]!;
