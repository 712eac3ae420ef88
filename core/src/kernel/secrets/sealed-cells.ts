import type { Sql, SqlValue, Tx } from '@traliccio/sdk';
import { keyIdOf } from './envelope.ts';
import { mapSealedIn, type SealedColumn } from './sealed-columns.ts';
import { SecretDamaged } from './secret-errors.ts';

export type Cell = { readonly row: string | number; readonly text: string };

const PAGE = 50;

/** A page of the cells that hold something sealed, in the order of their rows. */
export async function sealedCells(
  sql: Sql,
  column: SealedColumn,
  after: Cell['row'] | null,
): Promise<Cell[]> {
  const { table, column: name, key, holds } = column;
  const behind: readonly SqlValue[] = after === null ? [] : [after];
  const rows = await sql.all<{ cell_row: string | number; cell: string }>(
    `SELECT ${key} AS cell_row, ${name} AS cell FROM ${table}
     WHERE ${name} LIKE ?${after === null ? '' : ` AND ${key} > ?`} ORDER BY ${key} LIMIT ${PAGE}`,
    [holds === 'json' ? '%"$sealed"%' : 'v1:%', ...behind],
  );
  return rows.map((r) => ({ row: r.cell_row, text: r.cell }));
}

/** Runs `work` on page after page, each in a transaction of its own. */
export async function eachPage(
  column: SealedColumn,
  run: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>,
  work: (sql: Sql, cells: readonly Cell[]) => Promise<void>,
): Promise<void> {
  for (let after: Cell['row'] | null = null; ;) {
    const cells: readonly Cell[] = await run(async (sql) => {
      const page = await sealedCells(sql, column, after);
      await work(sql, page);
      return page;
    });
    const last = cells.at(-1);
    if (!last || cells.length < PAGE) return;
    after = last.row;
  }
}

/** Unless somebody else has changed the cell since it was read. */
export async function replaceCell(
  tx: Sql,
  column: SealedColumn,
  cell: Cell,
  text: string | null,
): Promise<boolean> {
  const { table, column: name, key } = column;
  const changed = await tx.run(`UPDATE ${table} SET ${name} = ? WHERE ${key} = ? AND ${name} = ?`, [
    text,
    cell.row,
    cell.text,
  ]);
  return changed > 0;
}

/** How many values are sealed with each key. */
export async function countByKey(
  sql: Sql | Tx,
  columns: readonly SealedColumn[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const column of columns)
    await eachPage(
      column,
      (work) => work(sql),
      async (_, cells) => {
        for (const cell of cells) countIn(column, cell, counts);
      },
    );
  return counts;
}

function countIn(column: SealedColumn, cell: Cell, counts: Map<string, number>): void {
  mapSealedIn(column, cell, (sealed, place) => {
    try {
      const id = keyIdOf(place, sealed);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    } catch (error) {
      // What names no key needs none.
      if (!(error instanceof SecretDamaged)) throw error;
    }
    return sealed;
  });
}
