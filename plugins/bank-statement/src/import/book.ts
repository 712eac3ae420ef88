import { Conflict, Invalid, type Tx } from '@traliccio/sdk';
import type { Suggestion } from '../matching/suggestion.ts';
import type { Context } from './context.ts';
import { lineMoved, moveLine, type StoredLine } from './line-store.ts';
import { ACCOUNTS, BOOKINGS } from './migrations.ts';

/** So much of a line for one customer; what its shares leave is his credit. */
export type Part = {
  readonly customerId: number;
  readonly amount: number;
  readonly shares: readonly { readonly documentId: number; readonly amount: number }[];
};
export type Who = { readonly by: string; readonly rule: string | null; readonly learns: boolean };

/** A suggestion as it is booked: all of the line for its customer. */
export const partOf = (line: Pick<StoredLine, 'amount'>, { customerId, shares }: Suggestion): Part => ({
  customerId,
  amount: line.amount,
  shares: shares.map(({ documentId, amount }) => ({ documentId, amount })),
});

/**
 * Books a line on one or more customers, together with its state: the line is moved first, so that of two who book it
 * one is told. @throws Invalid, Conflict
 */
export async function bookLine(
  ctx: Pick<Context, 'clock' | 'core'>,
  tx: Tx,
  line: StoredLine,
  parts: readonly Part[],
  who: Who,
): Promise<void> {
  checkParts(line, parts);
  if (line.state !== 'open')
    throw new Conflict(
      'bank_statement.not_open',
      `line ${line.id} is ${line.state}: only one that is open is booked`,
    );
  const [round, at] = [line.round + 1, ctx.clock.now()];
  await moveLine(tx, line, { to: 'booked', by: who.by, at, rule: who.rule, round });
  const keys = parts.map((part) => keyOf(line, round, part));
  for (const [index, part] of parts.entries()) {
    const { created } = await ctx.core.payments.record(tx, {
      key: keys[index]!,
      customerId: part.customerId,
      amount: part.amount,
      method: 'transfer',
      receivedOn: line.bookedOn,
      valueDate: line.valueDate,
      reference: line.text.slice(0, 300) || null,
      payer: line.payerName?.slice(0, 140) ?? null,
      allocate: part.shares.length === 0 ? 'none' : part.shares,
    });
    if (!created) throw lineMoved(line.id);
  }
  await tx.insert(
    BOOKINGS,
    ['line_id', 'round', 'payment_key', 'customer_id', 'amount', 'shares', 'undone_at'],
    parts.map((part, index) => [
      line.id,
      round,
      keys[index]!,
      part.customerId,
      part.amount,
      JSON.stringify(part.shares),
      null,
    ]),
  );
  if (who.learns && line.payerIban !== null)
    await tx.upsert(
      ACCOUNTS,
      ['iban', 'customer_id', 'line_id'],
      parts.map(({ customerId }) => [line.payerIban, customerId, line.id]),
      { key: ['iban', 'customer_id'], update: [] },
    );
}

/** The same for the same line, whichever file it came in. */
const keyOf = (line: StoredLine, round: number, { customerId }: Part): string =>
  `bank-statement:${line.contentHash}-${line.occurrence}/${round}/${customerId}`;

/** @throws Invalid naming what is wrong */
export function checkParts(line: Pick<StoredLine, 'amount'>, parts: readonly Part[]): void {
  const wrong = (message: string): Invalid =>
    new Invalid('bank_statement.parts', message, { field: 'parts' });
  const total = parts.reduce((sum, { amount }) => sum + amount, 0);
  if (total !== line.amount)
    throw wrong(
      `the parts come to ${total} cents, and the line to ${line.amount}: all of it is booked, or none`,
    );
  if (new Set(parts.map((one) => one.customerId)).size !== parts.length)
    throw wrong('a customer is there twice: put his invoices into one part');
  for (const { shares, amount } of parts) {
    if (shares.reduce((sum, share) => sum + share.amount, 0) > amount)
      throw wrong('the invoices of a part come to more than the part');
    if (new Set(shares.map((share) => share.documentId)).size !== shares.length)
      throw wrong('an invoice is there twice in a part');
  }
}

export async function putAside(
  ctx: Pick<Context, 'clock'>,
  tx: Tx,
  line: StoredLine,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<void> {
  if (line.state !== 'open')
    throw new Conflict(
      'bank_statement.not_open',
      `line ${line.id} is ${line.state}: only one that is open is put aside`,
    );
  await moveLine(tx, line, { to: 'aside', by, at: ctx.clock.now(), reason });
}

/** Open again: what was booked is reversed, and what was learned of it forgotten. Nothing is deleted of the accounts. */
export async function undo(
  ctx: Pick<Context, 'clock' | 'core'>,
  tx: Tx,
  line: StoredLine,
  by: string,
): Promise<void> {
  if (line.state !== 'booked' && line.state !== 'aside')
    throw new Conflict(
      'bank_statement.not_done',
      `line ${line.id} is ${line.state}: there is nothing to undo`,
    );
  const at = ctx.clock.now();
  await moveLine(tx, line, { to: 'open', by, at });
  if (line.state === 'aside') return;
  const booked = await tx.all<{ paymentKey: string }>(
    `SELECT payment_key AS paymentKey FROM ${BOOKINGS} WHERE line_id = ? AND round = ? AND undone_at IS NULL ORDER BY id`,
    [line.id, line.round],
  );
  const reason = `Estratto conto: abbinamento annullato da ${by}`.slice(0, 300);
  for (const { paymentKey: key } of booked)
    await ctx.core.payments.reverse(tx, { key, on: ctx.clock.today(), reason });
  await tx.run(`UPDATE ${BOOKINGS} SET undone_at = ? WHERE line_id = ? AND round = ?`, [
    at,
    line.id,
    line.round,
  ]);
  await tx.run(`DELETE FROM ${ACCOUNTS} WHERE line_id = ?`, [line.id]);
}
