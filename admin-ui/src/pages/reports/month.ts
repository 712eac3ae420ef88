/** First and last day of the month before the one that a day is in. */
export function lastMonth(day: string): { readonly from: string; readonly to: string } {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const plain = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return { from: plain(Date.UTC(year, month - 2, 1)), to: plain(Date.UTC(year, month - 1, 0)) };
}
