import { Type } from 'typebox';
import { defineList } from '../../kernel/http/list.ts';
import { between, exactly, oneOf, yesNo } from '../../kernel/http/list-filters.ts';
import { listRoute, type ListNeeds } from '../../kernel/http/list-route.ts';
import type { CoreRoute } from '../../kernel/http/route.ts';
import { Cents, Day, Fields, Id, OneOf } from '../../kernel/http/schemas.ts';
import { refColumns, refIn } from '../ref.ts';
import { Ref } from '../ref.schema.ts';

const KINDS = ['invoice', 'credit_note'] as const;

const OpenItem = Fields({
  id: { ...Id, description: 'Of the document' },
  kind: OneOf(KINDS),
  numberText: Type.String(),
  customer: Ref,
  date: Day,
  dueDate: { ...Day, description: 'The date where the document says none' },
  payable: Cents,
  open: { ...Cents, description: 'Not paid yet; of a credit note, not used yet' },
  pending: { ...Cents, description: 'What pending payments ask for' },
});

export const openItemList = defineList({
  name: 'open-items',
  table: 'open_item',
  key: 'document_id',
  filters: {
    customer: exactly('customer_id', Id),
    kind: oneOf('kind', KINDS),
    open: yesNo('is_open'),
    dueDate: between('due_date', Day),
  },
  sorts: { dueDate: [{ column: 'due_date', type: 'ascii' }], id: [] },
  paths: [
    { index: 'open_item_due', by: ['is_open', 'kind'], sort: 'dueDate' },
    { index: 'PRIMARY', sort: '-id' },
    { index: 'open_item_customer', by: ['customer_id'], sort: 'dueDate', few: true },
  ],
  select: {
    id: 't.document_id',
    kind: 't.kind',
    numberText: 'd.number_text',
    ...refColumns('customer', 'c'),
    date: 't.date',
    dueDate: 't.due_date',
    payable: 't.payable',
    open: 't.open_amount',
    pending: 't.pending',
  },
  joins: 'LEFT JOIN document d ON d.id = t.document_id LEFT JOIN customer c ON c.id = t.customer_id',
  item: OpenItem,
  view: (row) => ({ customer: refIn(row, 'customer') }),
});

export const openItemLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(openItemList, needs, {
    path: '/open-items',
    summary: 'What is open of documents; with a last `dueDate`, what is overdue',
    permission: 'payments.read',
  }),
];
