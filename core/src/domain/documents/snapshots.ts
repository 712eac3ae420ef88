import { NotFound, type Sql, type Tx } from '@traliccio/sdk';
import { sha256 } from './packing.ts';

/** Keeps what something was, once, under the hash of it. */
export async function keepSnapshots(tx: Tx, contents: readonly string[]): Promise<void> {
  const rows = [...new Set(contents)].map((content) => [sha256(content), content]);
  const known = await tx.all<{ sha256: string }>(
    `SELECT sha256 FROM snapshot WHERE sha256 IN (${rows.map(() => '?').join(', ')})`,
    rows.map((r) => r[0] as string),
  );
  const have = new Set(known.map((k) => k.sha256));
  await tx.upsert(
    'snapshot',
    ['sha256', 'content'],
    rows.filter((r) => !have.has(r[0] as string)),
    { key: ['sha256'], update: [] },
  );
}

export async function snapshot(sql: Sql, key: string): Promise<string> {
  const [row] = await sql.all<{ content: string }>('SELECT content FROM snapshot WHERE sha256 = ?', [key]);
  if (!row)
    throw new NotFound('snapshot.not_found', `snapshot ${key} is not in the database: run traliccio verify`);
  return row.content;
}
