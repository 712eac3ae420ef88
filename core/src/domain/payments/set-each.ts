import type { Tx } from '@traliccio/sdk';

const MOST = 1000;

/** Sets whole numbers of many rows, each to its own, in one statement for each 1000 rows. The key comes first. */
export async function setEach(
  tx: Tx,
  of: { readonly table: string; readonly key: string; readonly columns: readonly string[] },
  rows: readonly (readonly number[])[],
): Promise<void> {
  if (rows.some((row) => !row.every(Number.isSafeInteger))) throw new RangeError('whole numbers only');
  const set = (target: string, value: (at: number) => string): string =>
    of.columns.map((column, at) => `${target}${column} = ${value(at + 1)}`).join(', ');
  for (let i = 0; i < rows.length; i += MOST) {
    const part = rows.slice(i, i + MOST);
    if (tx.dialect === 'sqlite') {
      const value = (at: number): string => `json_extract(v.value, '$[${at}]')`;
      await tx.run(
        `UPDATE ${of.table} SET ${set('', value)} FROM json_each(?) v WHERE ${of.table}.${of.key} = ${value(0)}`,
        [JSON.stringify(part)],
      );
      continue;
    }
    const values = part.map((row) => `SELECT ${row.map((n, at) => `${n} AS v${at}`).join(', ')}`);
    await tx.run(
      `UPDATE ${of.table} t JOIN (${values.join(' UNION ALL ')}) v ON t.${of.key} = v.v0 SET ${set('t.', (at) => `v.v${at}`)}`,
    );
  }
}
