import { type Cents, formatDate, formatDecimal, type PlainDate } from '@traliccio/sdk';

/** Amounts as Italian spreadsheets read them. @example csvAmount(-1050) // '-10,50' */
export const csvAmount = (cents: Cents): string => formatDecimal(cents, 2).replace('.', ',');

export const csvDate = (date: PlainDate): string => formatDate(date);

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export const csvText = (value: string): string =>
  `"${(/^\s*[=+\-@\t\r\n]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** A file with a mark by which spreadsheets know that it is UTF-8. */
export const csvFile = (lines: readonly (readonly string[])[]): Uint8Array =>
  Buffer.from(`\ufeff${lines.map((cells) => `${cells.join(';')}\r\n`).join('')}`);
