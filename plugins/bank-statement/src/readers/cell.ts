import { type Cents, dateOf, daysInMonth, parseDate, parseDecimal, type PlainDate } from '@traliccio/sdk';
import type { Mapping } from './mapping.ts';

/** What a cell of a CSV or XLSX may hold. */
export type Cell = string | number | boolean | Date | null;

export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

/** Undefined when the cell holds no date of that format. */
export function cellDate(cell: Cell | undefined, format: Mapping['dateFormat']): PlainDate | undefined {
  // A spreadsheet's own date has no zone: the reader gives it as midnight in UTC.
  if (cell instanceof Date) return parseDate(cell.toISOString().slice(0, 10));
  const digits = cellText(cell);
  if (format === 'yyyy-mm-dd') return parseDate(digits);
  const found = PATTERNS[format].exec(digits);
  if (!found) return undefined;
  const [first, month, last] = found.slice(1).map(Number) as [number, number, number];
  const [year, day] =
    format === 'yyyymmdd' ? [first, last] : [format === 'dd/mm/yy' ? 2000 + last : last, first];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dateOf(year, month, day);
}

const PATTERNS = {
  'dd/mm/yyyy': /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
  'dd/mm/yy': /^(\d{1,2})\/(\d{1,2})\/(\d{2})$/,
  'dd-mm-yyyy': /^(\d{1,2})-(\d{1,2})-(\d{4})$/,
  'dd.mm.yyyy': /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/,
  yyyymmdd: /^(\d{4})(\d{2})(\d{2})$/,
} as const;

/** Undefined when the cell holds no amount; null when it is empty. A spreadsheet's number is as it stands. */
export function cellCents(cell: Cell | undefined, decimal: Mapping['decimal']): Cents | null | undefined {
  if (typeof cell === 'number') return numberCents(cell);
  const text = cellText(cell)
    .replace(/(€|EUR)/gi, '')
    .replace(/[\s\u00a0']/g, '');
  if (text === '') return null;
  const [, before = '', figure = '', after = ''] = /^([+-]?)([\d.,]+)(-?)$/.exec(text) ?? [];
  const shape =
    decimal === ',' ? /^(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?$/ : /^(\d{1,3}(,\d{3})+|\d+)(\.\d{1,2})?$/;
  if (!shape.test(figure) || (before !== '' && after !== '')) return undefined;
  const plain = decimal === ',' ? figure.replaceAll('.', '').replace(',', '.') : figure.replaceAll(',', '');
  const cents = parseDecimal(plain, 2);
  return cents !== undefined && cents !== 0 && (before === '-' || after === '-') ? -cents : cents;
}

/** `12.1` and `1210.0000000002`, which is how binary fractions hold cents; no finer amount. */
function numberCents(value: number): Cents | undefined {
  const text = value.toString();
  const short = /^-?\d+(\.\d{1,2})?$/.test(text) ? text : roundedText(value);
  return short === undefined ? undefined : parseDecimal(short, 2);
}

function roundedText(value: number): string | undefined {
  const text = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 2 }).format(value);
  return Math.abs(Number(text) - value) < 1e-6 ? text.replace(/^-0$/, '0') : undefined;
}
