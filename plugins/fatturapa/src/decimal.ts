import type { E8 } from './fattura.ts';

const ZERO = 48;

/** A number of 1e-8 with at least two decimals, no more than it needs. @example decimalE8(2450819672n) // '24.50819672' */
export function decimalE8(value: E8): string {
  const digits = (value < 0n ? -value : value).toString().padStart(9, '0');
  const point = digits.length - 8;
  let end = digits.length;
  while (end > point + 2 && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point, end)}`;
}

/** The inverse of {@link decimalE8}, for text that the schema has accepted. */
export function parseE8(text: string): E8 {
  const [whole = '0', places = ''] = text.split('.');
  return BigInt(whole + places.padEnd(8, '0'));
}
