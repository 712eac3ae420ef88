/** A cadence as its name says it: every `count` months, weeks or days. */
export type Cadence = { readonly unit: Unit; readonly count: number };
export type Unit = 'months' | 'weeks' | 'days';

/** Five years: whoever writes more has mistyped. */
const MOST = { months: 60, weeks: 260, days: 1830 } as const;

/** Reads `months:3`; undefined for what isn't ours. Only one spelling of each is taken, since names are compared. */
export function parseCadence(name: string): Cadence | undefined {
  const match = /^(months|weeks|days):([1-9]\d{0,3})$/.exec(name);
  if (!match) return undefined;
  const unit = match[1] as Unit;
  const count = Number(match[2]);
  return count <= MOST[unit] ? { unit, count } : undefined;
}
