import { Invalid, parseDate, parseDecimal, type PlainDate } from '@traliccio/sdk';

/** The one thing that a command is about. @throws Invalid */
export function onlyArgument(positionals: readonly string[], what: string): string {
  const [only] = positionals;
  if (only === undefined || positionals.length > 1) throw new Invalid('usage', `give one ${what}`);
  return only;
}

/** @throws Invalid when the option was not given */
export function needed(value: string | undefined, option: string): string {
  if (value === undefined) throw new Invalid('usage', `${option} is needed`, { field: option });
  return value;
}

export function dateOption(value: string, option: string): PlainDate {
  const date = parseDate(value);
  if (date === undefined)
    throw new Invalid('usage', `${JSON.stringify(value)} is no date: write it as 2026-11-24`, {
      field: option,
    });
  return date;
}

/** A decimal with a point or a comma, as an integer with `places` places. */
export function decimalOption(value: string, option: string, places: number): number {
  const number = parseDecimal(value, places);
  if (number === undefined)
    throw new Invalid('usage', `${JSON.stringify(value)} is no number with at most ${places} decimals`, {
      field: option,
    });
  return number;
}

export function oneOfOption<T extends string>(value: string, option: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new Invalid('usage', `${JSON.stringify(value)} is none of ${known.join(', ')}`, { field: option });
  return found;
}

/** The options that were given, under the names of what they become. */
export const given = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
