import type { SqlValue } from '@traliccio/sdk';

/** A value as a literal, for multi-row statements: binding tens of thousands of parameters costs more than it brings. */
export function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`not a number for SQL: ${value}`);
    return String(value);
  }
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return `'${value.replace(/[\\'"\0\n\r\x1a]/g, (sign) => ESCAPED[sign]!)}'`;
  return `x'${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}'`;
}

/** What MySQL reads otherwise inside quotes, in sessions of ours: NO_BACKSLASH_ESCAPES is off there. */
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\0': '\\0',
  '\n': '\\n',
  '\r': '\\r',
  '\x1a': '\\Z',
};
