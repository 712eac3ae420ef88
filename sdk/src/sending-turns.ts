import { setTimeout as wait } from 'node:timers/promises';
import type { PluginContext } from './context.ts';
import { RetryLater } from './errors.ts';
import type { PluginMigration } from './plugin.ts';
import { nextTurn, type SendingLimits, type SendingState, UNUSED } from './sending-limits.ts';
import { databaseClock } from './sql.ts';

/** How long a sender waits for its turn. Shorter than what a process that stops waits for its deliveries. */
const PATIENCE_MS = 20_000;

/** A step of a plugin's history that makes the table of its turns. @example sendingTurnsTable('001_turn', 'mail_smtp_turn') */
export const sendingTurnsTable = (name: string, table: string): PluginMigration => ({
  name,
  sqlite: `CREATE TABLE ${table} (account TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL)`,
  mysql: `CREATE TABLE ${table} (
    account VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
    state VARCHAR(2000) NOT NULL
  )`,
});

export type SendingTurns = {
  /** Made by {@link sendingTurnsTable}. */
  readonly table: string;
  /** What the other side counts by: `user@host`. */
  readonly account: string;
  readonly limits: SendingLimits;
};

/**
 * Waits for this account's turn to send. Turns are kept in the database and measured with its clock, so that the
 * limits hold for all processes together and over a restart. A turn that was taken counts, whatever comes of it.
 *
 * @throws RetryLater when the turn is further away than 20 s, saying after how many seconds to come back; or when
 * `signal` ends
 * @example await takeSendingTurn(ctx, { table: 'mail_smtp_turn', account, limits }, call.signal)
 */
export async function takeSendingTurn(
  ctx: Pick<PluginContext, 'transaction'>,
  { table, account, limits }: SendingTurns,
  signal: AbortSignal,
): Promise<void> {
  if (limits.perMinute === 0 && limits.perDay === 0) return;
  const turn = await ctx.transaction(async (tx) => {
    // Locks the account's row, whether it was there or not: who reads it next waits for the commit.
    const fresh = [[account, JSON.stringify(UNUSED)]];
    await tx.upsert(table, ['account', 'state'], fresh, { key: ['account'], update: [] });
    const [row] = await tx.all<{ state: string; now: number }>(
      `SELECT state, ${databaseClock(tx)} AS now FROM ${table} WHERE account = ?`,
      [account],
    );
    const state = JSON.parse((row as { state: string }).state) as SendingState;
    const next = nextTurn(state, { limits, now: Number(row?.now), patienceMs: PATIENCE_MS });
    if (next.state)
      await tx.run(`UPDATE ${table} SET state = ? WHERE account = ?`, [JSON.stringify(next.state), account]);
    return next;
  });
  if (!turn.state)
    throw new RetryLater(
      `${account} has sent as much as its limits allow (${limits.perMinute || 'any number'} a minute, ${limits.perDay || 'any number'} a day)`,
      { afterSeconds: Math.ceil(turn.waitMs / 1000) },
    );
  if (turn.waitMs > 0) await patiently(turn.waitMs, signal);
}

async function patiently(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal });
  } catch (cause) {
    throw new RetryLater('nothing was sent: the caller gave up before its turn came', { cause });
  }
}
