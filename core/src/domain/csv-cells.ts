import { formatDecimal, type Cents, type PlainDate } from '@traliccio/sdk';

/** Cells of a file for Italian spreadsheets: commas in amounts, days before months. */
export const amountCell = (cents: Cents): string => formatDecimal(cents, 2).replace('.', ',');
export const dayCell = (day: PlainDate | null): string => day?.split('-').toReversed().join('/') ?? '';

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export const textCell = (value: string): string =>
  `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

export const csvFile = (lines: readonly string[]): string => `\ufeff${lines.join('\r\n')}\r\n`;
