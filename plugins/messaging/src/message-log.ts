import { createHash } from 'node:crypto';
import type { PluginMigration, Tx } from '@traliccio/sdk';
import type { Context, DocumentDelivery } from './context.ts';

export type Channel = 'mail' | 'sms';

/**
 * `open`: to be sent, or tried again. `sending`: an SMS is being handed over; found so later, the process ended in the
 * middle of it. `sent`, `refused`: done. `uncertain`: it may have gone out.
 */
export type MessageState = 'open' | 'sending' | 'sent' | 'refused' | 'uncertain';

/** A message that is still to go out. */
export type Message = {
  /** E-mail address or telephone number. */
  readonly to: string;
  readonly key: string;
  /** Hash of the key, by which it is logged: the log holds neither addresses nor numbers. */
  readonly id: string;
  readonly state: MessageState;
  /** When it was tried first: what a mail's `Date` says, whenever it arrives. */
  readonly writtenAt: number;
};

export const migrations: readonly PluginMigration[] = [
  {
    name: '001_message',
    sqlite: `CREATE TABLE messaging_message (
      id TEXT NOT NULL PRIMARY KEY,
      channel TEXT NOT NULL,
      document_id INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      provider_id TEXT,
      written_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL
    )`,
    mysql: `CREATE TABLE messaging_message (
      id CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
      channel VARCHAR(8) NOT NULL,
      document_id BIGINT NOT NULL,
      revision INT NOT NULL,
      state VARCHAR(16) NOT NULL,
      reason VARCHAR(500) CHARACTER SET utf8mb4,
      provider_id VARCHAR(255) CHARACTER SET utf8mb4,
      written_at BIGINT NOT NULL,
      changed_at BIGINT NOT NULL
    )`,
  },
];

const TABLE = 'messaging_message';
const COLUMNS = ['id', 'channel', 'document_id', 'revision', 'state', 'written_at', 'changed_at'];

/** Logs the messages of a delivery when it is tried first, and returns those that are still to go out. */
export async function openMessages(
  tx: Tx,
  { key, data }: DocumentDelivery,
  { channel, recipients, now }: { channel: Channel; recipients: readonly string[]; now: number },
): Promise<Message[]> {
  const messages = recipients.map((to): Message => {
    const own = `${key}:${to}`;
    return { to, key: own, id: sha256(own), state: 'open', writtenAt: now };
  });
  const places = messages.map(() => '?').join(', ');
  const rows = await tx.all<{ id: string; state: MessageState; written_at: number }>(
    `SELECT id, state, written_at FROM ${TABLE} WHERE id IN (${places})`,
    messages.map(({ id }) => id),
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  await tx.insert(
    TABLE,
    COLUMNS,
    messages
      .filter(({ id }) => !known.has(id))
      .map(({ id }) => [id, channel, data.documentId, data.revision, 'open', now, now]),
  );
  return messages.flatMap((message) => {
    const row = known.get(message.id);
    if (!row) return message;
    if (row.state === 'sent' || row.state === 'refused') return [];
    return { ...message, state: row.state, writtenAt: row.written_at };
  });
}

/** Writes down what became of a message, without the address that a server may name in its reason. */
export async function noteMessage(
  ctx: Context,
  { id, to }: Message,
  state: MessageState,
  { reason, providerId }: { readonly reason?: string; readonly providerId?: string | null } = {},
): Promise<void> {
  const shown = reason?.replaceAll(to, '…').slice(0, 500) ?? null;
  await ctx.transaction((tx) =>
    tx.run(`UPDATE ${TABLE} SET state = ?, reason = ?, provider_id = ?, changed_at = ? WHERE id = ?`, [
      state,
      shown,
      providerId?.slice(0, 255) ?? null,
      ctx.clock.now(),
      id,
    ]),
  );
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
