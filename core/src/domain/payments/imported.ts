import type { Tx } from '@traliccio/sdk';
import { insertOpenItems, type NewOpenItem } from '../documents/open-items.ts';
import { Accounts } from './accounts.ts';

/** Puts imported documents onto their customers' accounts. What they are paid with is what their file says. */
export async function postImported(tx: Tx, items: readonly NewOpenItem[], now: number): Promise<void> {
  await insertOpenItems(tx, items);
  const accounts = await Accounts.lock(
    tx,
    items.map((one) => one.customerId),
    now,
  );
  for (const { documentId: id, customerId, kind, date, dueDate, open } of items)
    accounts.add({
      kind: 'document',
      id,
      customerId,
      side: kind === 'invoice' ? 'debit' : 'credit',
      dueOn: dueDate ?? date,
      open,
      pending: 0,
    });
  await accounts.write();
}
