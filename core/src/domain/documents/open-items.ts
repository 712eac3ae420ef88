import type { Cents, DocumentKind, PlainDate, Tx } from '@traliccio/sdk';

/** What an issued document leaves to be paid, or a credit note to be used. */
export type NewOpenItem = {
  readonly documentId: number;
  readonly customerId: number;
  readonly kind: DocumentKind;
  readonly date: PlainDate;
  readonly dueDate: PlainDate | null;
  readonly payable: Cents;
  /** All of it for a document that is issued; of an imported one what its file says. */
  readonly open: Cents;
};

const COLUMNS = [
  'document_id',
  'customer_id',
  'kind',
  'date',
  'due_date',
  'payable',
  'settled_before',
  'settled',
  'pending',
  'open_amount',
  'is_open',
];

/** Opens the items of documents that are being issued or imported. */
export const insertOpenItems = (tx: Tx, items: readonly NewOpenItem[]): Promise<void> =>
  tx.insert(
    'open_item',
    COLUMNS,
    items.map((one) => [
      one.documentId,
      one.customerId,
      one.kind,
      one.date,
      one.dueDate ?? one.date,
      one.payable,
      one.payable - one.open,
      0,
      0,
      one.open,
      one.open > 0 ? 1 : 0,
    ]),
  );

/** What is open of a document when nothing else is known: nothing where nothing, or less, is to be paid. */
export const openOf = (payable: Cents, said: Cents = payable): Cents => Math.max(0, Math.min(payable, said));
