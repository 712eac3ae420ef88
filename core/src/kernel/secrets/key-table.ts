import type { Instant, Sql, Tx } from '@traliccio/sdk';
import { checkValueOf, type MasterKey } from './envelope.ts';

/** What is kept of a master key that was used: never the key itself. */
export type KnownKey = {
  readonly id: string;
  readonly checkValue: string;
  readonly createdAt: Instant;
  readonly retiredAt: Instant | null;
};

type Row = { id: string; kcv: string; created_at: number; retired_at: number | null };

/** The table `secret_key`. */
export async function knownKeys(sql: Sql): Promise<KnownKey[]> {
  const rows = await sql.all<Row>(
    'SELECT id, kcv, created_at, retired_at FROM secret_key ORDER BY created_at, id',
  );
  return rows.map((r) => ({
    id: r.id,
    checkValue: r.kcv,
    createdAt: r.created_at,
    retiredAt: r.retired_at,
  }));
}

/**
 * Records a key before something is sealed with it, and keeps its row locked until the transaction ends: it can't be
 * retired meanwhile, and of two keys with one id the second finds out.
 */
export async function recordKey(tx: Tx, key: MasterKey, now: Instant): Promise<KnownKey> {
  await tx.upsert('secret_key', ['id', 'kcv', 'created_at'], [[key.id, checkValueOf(key), now]], {
    key: ['id'],
    update: [],
  });
  return (await knownKeys(tx)).find((one) => one.id === key.id)!;
}

/** Locks the row until the transaction ends. */
export async function markRetired(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx.run('UPDATE secret_key SET retired_at = COALESCE(retired_at, ?) WHERE id = ?', [now, id]);
}
