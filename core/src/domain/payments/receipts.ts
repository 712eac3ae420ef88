import { Conflict, type PaymentMethod, type PlainDate, type Tx } from '@traliccio/sdk';

/** What an operator takes at his desk, and has to account for at the end of the day. */
export const isCounter = (method: PaymentMethod): boolean => method === 'cash' || method === 'pos';

/**
 * The next number of an operator's receipts. His desk stays locked until the transaction ends, so that none is added
 * while the day is being closed.
 * @throws Conflict when he has closed that day
 */
export async function takeReceipt(
  tx: Tx,
  { operator, day }: { readonly operator: string; readonly day: PlainDate },
): Promise<number> {
  const last = await lockDesk(tx, operator);
  const [closed] = await tx.all('SELECT id FROM cash_closing WHERE operator = ? AND day = ?', [
    operator,
    day,
  ]);
  if (closed)
    throw new Conflict(
      'receipt.day_closed',
      `${operator} has closed ${day}: cash and POS of that day can't change any more. Record it with a later date`,
      { field: 'receivedOn' },
    );
  await tx.run('UPDATE cash_desk SET last_receipt = ? WHERE operator = ?', [last + 1, operator]);
  return last + 1;
}

/** @returns the last number that was given */
export async function lockDesk(tx: Tx, operator: string): Promise<number> {
  await tx.upsert('cash_desk', ['operator', 'last_receipt'], [[operator, 0]], {
    key: ['operator'],
    update: [],
  });
  const lock = tx.dialect === 'mysql' ? ' FOR UPDATE' : '';
  const [desk] = await tx.all<{ last: number }>(
    `SELECT last_receipt AS last FROM cash_desk WHERE operator = ?${lock}`,
    [operator],
  );
  return (desk as { last: number }).last;
}
