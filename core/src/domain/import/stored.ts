import type { SqlRow, SqlValue } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';

/** Rows of a table by code, those that there are. */
export async function rowsByCode<R extends SqlRow>(
  tx: CoreTx,
  table: string,
  codes: readonly string[],
  columns = '*',
): Promise<Map<string, R & { readonly id: number; readonly code: string }>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.all<R & { id: number; code: string }>(
    `SELECT ${columns} FROM ${table} WHERE code IN ${textList(tx, codes)}`,
    textParams(tx, codes),
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** A list of texts for `IN`: on SQLite one parameter, so that the statement is the same for every length. */
export const textList = (tx: CoreTx, texts: readonly string[]): string =>
  tx.dialect === 'sqlite' ? '(SELECT value FROM json_each(?))' : `(${texts.map(() => '?').join(', ')})`;
export const textParams = (tx: CoreTx, texts: readonly string[]): SqlValue[] =>
  tx.dialect === 'sqlite' ? [JSON.stringify(texts)] : [...texts];

/** The columns in which a stored row differs from the one that is to be stored. */
export const differing = (stored: SqlRow, wanted: Readonly<Record<string, SqlValue>>): string[] =>
  Object.entries(wanted)
    .filter(([column, value]) => (stored[column] ?? null) !== value)
    .map(([column]) => column);
