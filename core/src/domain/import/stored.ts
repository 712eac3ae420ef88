import type { SqlRow, SqlValue } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { textList, textParams } from '../text-list.ts';

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

/** The columns in which a stored row differs from the one that is to be stored. */
export const differing = (stored: SqlRow, wanted: Readonly<Record<string, SqlValue>>): string[] =>
  Object.entries(wanted)
    .filter(([column, value]) => (stored[column] ?? null) !== value)
    .map(([column]) => column);
