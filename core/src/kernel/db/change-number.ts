import type { Sql } from '@traliccio/sdk';

/**
 * The next number of a change, to be written in the same transaction. The row stays locked until that commits, so
 * numbers become visible in their order: whoever has read up to one number misses nothing by asking for larger ones.
 */
export async function nextChange(tx: Sql, name: string): Promise<number> {
  const next = (): Promise<number> =>
    tx.run('UPDATE id_block SET next_id = next_id + 1 WHERE name = ?', [name]);
  if ((await next()) === 0) {
    await tx.upsert('id_block', ['name', 'next_id'], [[name, 0]], { key: ['name'], update: [] });
    await next();
  }
  const [row] = await tx.all<{ next_id: number }>('SELECT next_id FROM id_block WHERE name = ?', [name]);
  return row!.next_id;
}
