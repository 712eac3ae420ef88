import { Conflict, Invalid, type Cents, type NewPayment, type PaymentShare, type Tx } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import type { Accounts, Item } from './accounts.ts';

export type Wanted = NewPayment['allocate'];
export type Debt = { readonly of: Item; readonly amount: Cents };

/** Not paid, and not asked for by a pending payment. */
const freeOf = (item: Item): Cents => Math.max(0, item.open - item.pending);

/**
 * What a payment is to pay, in the order in which it does.
 * @throws Invalid (no invoice, another customer's), Conflict (less open)
 */
export async function debtsFor(
  tx: Tx,
  accounts: Accounts,
  { customerId, wanted, most }: { customerId: number; wanted: Wanted; most: Cents },
): Promise<Debt[]> {
  if (wanted === 'none') return [];
  if (wanted === 'oldest')
    return (await accounts.openItems([customerId]))
      .filter(({ side }) => side === 'debit')
      .map((of) => ({ of, amount: freeOf(of) }))
      .filter(({ amount }) => amount > 0);
  const sum = wanted.reduce((total, { amount }) => total + amount, 0);
  if (sum > most)
    throw new Invalid('payment.allocated_too_much', `${sum} cents are to be paid of ${most}`, {
      field: 'allocate',
    });
  const ids = wanted.map(({ documentId }) => documentId);
  const items = new Map((await accounts.items('document', ids)).map((item) => [item.id, item]));
  const numbers = await numbersOf(tx, ids);
  return wanted.map((share, i) => {
    const field = `allocate[${i}].documentId`;
    const document = numbers.get(share.documentId);
    const item = items.get(share.documentId);
    if (!document)
      throw new Invalid('payment.document_unknown', `there is no document ${share.documentId}`, { field });
    if (!item || item.side !== 'debit')
      throw new Invalid('payment.document_not_payable', `${document.name} is no issued invoice`, { field });
    if (item.customerId !== customerId)
      throw new Invalid('payment.document_of_another', `${document.name} is another customer's`, { field });
    refuseClosed(item, share, { document, field: `allocate[${i}].amount` });
    return { of: item, amount: share.amount };
  });
}

type Named = { readonly name: string; readonly credited: Cents; readonly payable: Cents };

function refuseClosed(
  item: Item,
  { amount }: PaymentShare,
  { document, field }: { document: Named; field: string },
): void {
  if (amount <= freeOf(item)) return;
  const why =
    document.credited >= document.payable
      ? 'has been credited whole: nothing is to be paid'
      : item.open === 0
        ? 'is paid already'
        : freeOf(item) < item.open
          ? `has ${freeOf(item)} cents open that no pending payment asks for`
          : `has only ${item.open} cents open`;
  throw new Conflict('payment.document_closed', `${document.name} ${why}`, { field });
}

async function numbersOf(tx: Tx, ids: readonly number[]): Promise<Map<number, Named>> {
  const list = idList(tx, ids);
  const rows = await tx.all<Named & { id: number }>(
    `SELECT d.id AS id, COALESCE(d.number_text, 'a draft') AS name, d.payable AS payable,
       (SELECT COALESCE(SUM(n.payable), 0) FROM document n WHERE n.credits_document_id = d.id AND n.state = 'issued') AS credited
     FROM document d WHERE d.id IN ${list.sql}`,
    list.params,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
