import { hash } from 'node:crypto';
import { Invalid, type SqlValue } from '@traliccio/sdk';
import type { SortColumn } from './list-paths.ts';

/** What a cursor belongs to: it goes on with the same list, filters and order, and with no other. */
export type CursorOf = {
  readonly list: string;
  readonly sort: string;
  readonly filters: unknown;
  readonly columns: readonly Pick<SortColumn, 'type' | 'nullable'>[];
};
/** The last row of a page: its values of the order's columns, and its id. */
export type Position = readonly [...values: (string | number | null)[], id: number];

/** Opaque to clients: the order, the position, and a check that it was made for this request and not changed. */
export function writeCursor(of: CursorOf, position: Position): string {
  return Buffer.from(JSON.stringify([of.sort, position, checkOf(of, position)])).toString('base64url');
}

/** @throws Invalid when it is none, or was made for another request */
export function readCursor(of: CursorOf, cursor: string): Position {
  const [sort, position, check] = parse(cursor) ?? [];
  if (sort !== of.sort || !isPosition(position, of.columns) || check !== checkOf(of, position))
    throw new Invalid(
      'list.cursor',
      'the cursor belongs to another request: give the next of a page with the same filters and the same sort',
      { field: 'cursor' },
    );
  return position;
}

function parse(cursor: string): unknown[] | undefined {
  try {
    const bytes = Buffer.from(cursor, 'base64url');
    const value: unknown = bytes.toString('base64url') === cursor ? JSON.parse(bytes.toString()) : undefined;
    return Array.isArray(value) && value.length === 3 ? value : undefined;
  } catch {
    return undefined;
  }
}

function isPosition(value: unknown, columns: CursorOf['columns']): value is Position {
  if (!Array.isArray(value) || value.length !== columns.length + 1) return false;
  return (
    Number.isSafeInteger(value.at(-1)) &&
    columns.every(({ type, nullable }, i) =>
      value[i] === null ? nullable === true : isOfType(value[i], type),
    )
  );
}

function isOfType(value: unknown, type: SortColumn['type']): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  return typeof value === 'string' && (type === 'text' || /^[\x00-\x7f]*$/.test(value));
}

function checkOf({ list, sort, filters }: CursorOf, position: Position): string {
  const text = JSON.stringify([list, sort, filters, position]);
  return hash('sha256', text, 'base64url').slice(0, 16);
}

export const isSortValue = (value: SqlValue): value is string | number | null =>
  value === null || typeof value === 'string' || typeof value === 'number';
