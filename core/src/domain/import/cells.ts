import { parseDate, parseDecimal, type PlainDate } from '@traliccio/sdk';
import type { Problem } from '../problem.ts';

/** A row being read: values by column, and what is wrong with them. An empty cell is null. */
export class Cells {
  readonly line: number;
  readonly problems: Problem[] = [];
  readonly #values: ReadonlyMap<string, string>;
  readonly #prefix: string;

  constructor(row: {
    readonly line: number;
    readonly values: ReadonlyMap<string, string>;
    readonly prefix: string;
  }) {
    this.line = row.line;
    this.#values = row.values;
    this.#prefix = row.prefix;
  }

  text(field: string): string | null {
    return this.#values.get(field) || null;
  }

  required(field: string): string {
    const value = this.text(field);
    if (value === null) this.refuse(field, 'missing', `${field} is missing`);
    return value ?? '';
  }

  date(field: string): PlainDate | null {
    const value = this.text(field);
    if (value === null) return null;
    const italian = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
    const date = parseDate(italian ? `${italian[3]}-${two(italian[2])}-${two(italian[1])}` : value);
    if (date === undefined)
      this.refuse(
        field,
        'date_invalid',
        `${JSON.stringify(value)} is no date: write YYYY-MM-DD or DD/MM/YYYY`,
      );
    return date ?? null;
  }

  /** A decimal as an integer with `places` places. */
  decimal(field: string, places: number): number | null {
    const value = this.text(field);
    if (value === null) return null;
    const number = parseDecimal(value.replace(/^€\s*|\s*€$/g, ''), places);
    if (number === undefined)
      this.refuse(
        field,
        'number_invalid',
        `${JSON.stringify(value)} is no number with at most ${places} decimals (no thousands separators)`,
      );
    return number ?? null;
  }

  integer(field: string): number | null {
    return this.decimal(field, 0);
  }

  yesNo(field: string): boolean | null {
    const value = this.text(field)?.toLowerCase();
    if (value === undefined) return null;
    if (['yes', 'si', 'sì', 'true', '1', 'y', 's'].includes(value)) return true;
    if (['no', 'false', '0', 'n'].includes(value)) return false;
    this.refuse(field, 'invalid', `${JSON.stringify(value)} is neither yes nor no`);
    return null;
  }

  oneOf<T extends string>(field: string, values: readonly T[]): T | null {
    const value = this.text(field)?.toLowerCase();
    if (value === undefined) return null;
    const found = values.find((one) => one === value);
    if (found === undefined)
      this.refuse(field, 'unknown', `${JSON.stringify(value)} is none of ${values.join(', ')}`);
    return found ?? null;
  }

  /** All values of columns that begin with the prefix, by the rest of their name. */
  starting(prefix: string): [name: string, value: string][] {
    return [...this.#values]
      .filter(([name, value]) => name.startsWith(prefix) && value !== '')
      .map(([name, value]) => [name.slice(prefix.length), value]);
  }

  refuse(field: string, what: string, message: string): void {
    this.problems.push({ field, code: `${this.#prefix}.${field}_${what}`, message });
  }
}

const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');
