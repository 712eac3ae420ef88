import type { Clock, DocumentView, PlainDate, Tx } from '@traliccio/sdk';
import type { Events } from '../../kernel/events/events.ts';
import { insertOpenItems, openOf } from '../documents/open-items.ts';
import { Accounts, type Item } from './accounts.ts';
import { emitPaid } from './payment.service.ts';
import { spread } from './spread.ts';

/**
 * Puts documents onto their customers' accounts as they are issued, a page at a time: a credit note pays its invoice,
 * as far as that is open, and credit that a customer has pays his new invoices. Four statements; five more where
 * somebody of the page has credit.
 */
export async function postIssued(
  tx: Tx,
  documents: readonly DocumentView[],
  {
    events,
    clock,
    date,
  }: { readonly events: Pick<Events, 'emitMany'>; readonly clock: Clock; readonly date: PlainDate },
): Promise<void> {
  await insertOpenItems(
    tx,
    documents.map((view) => ({
      documentId: view.id,
      customerId: view.customer.id,
      kind: view.kind,
      date: view.date,
      dueDate: view.payment?.dueDate ?? null,
      payable: view.payable,
      open: openOf(view.payable),
    })),
  );
  const accounts = await Accounts.lock(
    tx,
    documents.map((view) => view.customer.id),
    clock.now(),
  );
  const own = documents.map((view) => accounts.add(itemOf(view)));
  const customers = accounts.withCredit();
  if (customers.length > 0) {
    const items = await accounts.openItems(customers);
    payCredited(accounts, documents, { items, date });
    payNew(accounts, own, { items, date });
  }
  await emitPaid(tx, events, await accounts.write(), date);
}

type Open = { readonly items: readonly Item[]; readonly date: PlainDate };

function payCredited(accounts: Accounts, documents: readonly DocumentView[], { items, date }: Open): void {
  const byId = new Map(items.flatMap((item) => (item.kind === 'document' ? [[item.id, item]] : [])));
  for (const view of documents) {
    const note = byId.get(view.id);
    const invoice = view.credits ? byId.get(view.credits.id) : undefined;
    if (!note || !invoice) continue;
    const amount = Math.min(note.open, invoice.open);
    if (amount > 0) accounts.allocate(note, invoice, amount, date);
  }
}

function payNew(accounts: Accounts, own: readonly Item[], { items, date }: Open): void {
  const fresh = Map.groupBy(
    own.filter(({ side, open }) => side === 'debit' && open > 0),
    ({ customerId }) => customerId,
  );
  const credits = Map.groupBy(
    items.filter(({ side, open }) => side === 'credit' && open > 0),
    ({ customerId }) => customerId,
  );
  for (const [customerId, invoices] of fresh)
    for (const share of spread(whole(credits.get(customerId) ?? []), whole(invoices)))
      accounts.allocate(share.credit, share.debit, share.amount, date);
}

const whole = (items: readonly Item[]) => items.map((of) => ({ of, amount: of.open }));

const itemOf = (view: DocumentView): Item => ({
  kind: 'document',
  id: view.id,
  customerId: view.customer.id,
  side: view.kind === 'invoice' ? 'debit' : 'credit',
  dueOn: view.payment?.dueDate ?? view.date,
  open: openOf(view.payable),
  pending: 0,
});
