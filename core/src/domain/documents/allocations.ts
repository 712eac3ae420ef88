import type { Cents, PlainDate, SqlRow } from '@traliccio/sdk';
import type { Part } from '../../kernel/db/parts.ts';
import type { DocumentDetail } from './document.schema.ts';

type Allocation = DocumentDetail['allocations'][number];

/** What pays an invoice, or what a credit note pays. `alias` tells one part from the other. */
const allocationsOf = (own: 'debit' | 'credit', other: 'credit' | 'debit', alias: string): Part => ({
  table: `allocation ${alias}`,
  owner: `${alias}.${own}_id`,
  where: `${alias}.${own}_kind = 'document'`,
  joins: `LEFT JOIN payment ${alias}p ON ${alias}.${other}_kind = 'payment' AND ${alias}p.id = ${alias}.${other}_id
    LEFT JOIN document ${alias}d ON ${alias}.${other}_kind = 'document' AND ${alias}d.id = ${alias}.${other}_id`,
  select: {
    entry: `${alias}.id`,
    kind: `${alias}.${other}_kind`,
    id: `${alias}.${other}_id`,
    date: `${alias}.date`,
    amount: `${alias}.amount`,
    numberText: `${alias}d.number_text`,
    method: `${alias}p.method`,
    state: `${alias}p.state`,
  },
  order: ['entry'],
});

/** Parts of a document, `d`: {@link allocationsIn} reads them. */
export const ALLOCATION_PARTS = {
  paidBy: allocationsOf('debit', 'credit', 'pb'),
  pays: allocationsOf('credit', 'debit', 'ps'),
  pending: {
    table: 'pending_share s',
    owner: 's.document_id',
    joins: 'LEFT JOIN payment sp ON sp.id = s.payment_id',
    select: {
      id: 's.payment_id',
      amount: 's.amount',
      date: 'sp.received_on',
      method: 'sp.method',
      state: 'sp.state',
    },
    order: ['id'],
  },
} as const satisfies Record<string, Part>;

type Parts = Readonly<Record<keyof typeof ALLOCATION_PARTS, readonly SqlRow[]>>;

/** What pays a document, or what it pays, by the last day; what was undone is not shown. */
export function allocationsIn({ paidBy, pays, pending }: Parts): Allocation[] {
  const groups = Map.groupBy([...paidBy, ...pays], (row) => `${String(row['kind'])}:${String(row['id'])}`);
  const standing = [...groups.values()].flatMap((rows): Allocation[] => {
    const { entry: _, ...last } = rows.at(-1) as SqlRow;
    const amount = rows.reduce((sum, row) => sum + (row['amount'] as Cents), 0);
    return amount === 0 ? [] : [{ ...(last as Omit<Allocation, 'amount'>), amount }];
  });
  const waiting = pending
    .filter((row) => row['state'] === 'pending')
    .map((row): Allocation => ({ kind: 'payment', numberText: null, ...(row as Waiting) }));
  return [...standing, ...waiting].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

type Waiting = { id: number; amount: Cents; date: PlainDate; method: string; state: string };
