export type Month = { readonly from: string; readonly to: string };

/** The month that a day is in, and those before it, the newest first. */
export function monthsUpTo(day: string, count: number): Month[] {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const plain = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, back) => ({
    from: plain(Date.UTC(year, month - 1 - back, 1)),
    to: plain(Date.UTC(year, month - back, 0)),
  }));
}

/** The day behind a day. @example dayAfter('2026-10-31') // '2026-11-01' */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
