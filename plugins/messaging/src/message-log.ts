import { createHash } from 'node:crypto';
import type { Delivery, PluginMigration } from '@traliccio/sdk';
import type { Context } from './mail-document.ts';

/** A mail that is still to go out. */
export type Message = {
  readonly address: string;
  readonly key: string;
  /** Hash of the key, by which it is logged: the log holds no addresses. */
  readonly id: string;
  /** When it was tried first: what its `Date` says, whenever it arrives. */
  readonly writtenAt: number;
};

export const migrations: readonly PluginMigration[] = [
  {
    name: '001_message',
    sqlite: `CREATE TABLE messaging_message (
      id TEXT NOT NULL PRIMARY KEY,
      document_id INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      written_at INTEGER NOT NULL
    )`,
    mysql: `CREATE TABLE messaging_message (
      id CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
      document_id BIGINT NOT NULL,
      revision INT NOT NULL,
      outcome VARCHAR(16) NOT NULL,
      written_at BIGINT NOT NULL
    )`,
  },
];

const TABLE = 'messaging_message';
const COLUMNS = ['id', 'document_id', 'revision', 'outcome', 'written_at'];

/** Logs the messages of a delivery when it is tried first, and returns those that are still open. */
export function openMessages(
  ctx: Context,
  { key, data }: Delivery<'document.issued'>,
  addresses: readonly string[],
): Promise<Message[]> {
  const now = ctx.clock.now();
  const messages = addresses.map((address) => ({
    address,
    key: `${key}:${address}`,
    id: sha256(`${key}:${address}`),
    writtenAt: now,
  }));
  return ctx.transaction(async (tx) => {
    const places = messages.map(() => '?').join(', ');
    const rows = await tx.all<{ id: string; outcome: string; written_at: number }>(
      `SELECT id, outcome, written_at FROM ${TABLE} WHERE id IN (${places})`,
      messages.map(({ id }) => id),
    );
    const known = new Map(rows.map((row) => [row.id, row]));
    const first = messages.filter(({ id }) => !known.has(id));
    if (first.length > 0)
      await tx.insert(
        TABLE,
        COLUMNS,
        first.map(({ id }) => [id, data.documentId, data.revision, 'open', now]),
      );
    return messages.flatMap((message) => {
      const row = known.get(message.id);
      if (!row) return message;
      return row.outcome === 'open' ? { ...message, writtenAt: row.written_at } : [];
    });
  });
}

export async function closeMessage(
  ctx: Context,
  { id }: Message,
  outcome: 'sent' | 'refused',
): Promise<void> {
  await ctx.transaction((tx) => tx.run(`UPDATE ${TABLE} SET outcome = ? WHERE id = ?`, [outcome, id]));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
