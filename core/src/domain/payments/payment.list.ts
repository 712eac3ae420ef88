import { PAYMENT_METHODS } from '@traliccio/sdk';
import { defineList } from '../../kernel/http/list.ts';
import { between, exactly, oneOf, yesNo } from '../../kernel/http/list-filters.ts';
import { listRoute, type ListNeeds } from '../../kernel/http/list-route.ts';
import type { CoreRoute } from '../../kernel/http/route.ts';
import { Day, Id } from '../../kernel/http/schemas.ts';
import { refColumns, refIn } from '../ref.ts';
import { PAYMENT_KINDS } from './payment-row.ts';
import { PAYMENT_STATES, PaymentItem } from './payment.schema.ts';

/** The columns of a payment, from `t`, and its customer from `c`. */
export const PAYMENT_COLUMNS = {
  id: 't.id',
  kind: 't.kind',
  side: 't.side',
  ...refColumns('customer', 'c'),
  amount: 't.amount',
  rest: 't.rest',
  method: 't.method',
  state: 't.state',
  stateOn: 't.state_on',
  receivedOn: 't.received_on',
  bookedOn: 't.booked_on',
  valueDate: 't.value_date',
  reference: 't.reference',
  payer: 't.payer',
  note: 't.note',
  reason: 't.reason',
  fee: 't.fee',
  source: 't.source',
  operator: 't.operator',
  receiptNumber: 't.receipt_number',
  undoes: 't.undoes',
  createdAt: 't.created_at',
} as const;

export const paymentList = defineList({
  name: 'payments',
  table: 'payment',
  filters: {
    customer: exactly('customer_id', Id),
    kind: oneOf('kind', PAYMENT_KINDS),
    method: oneOf('method', PAYMENT_METHODS),
    state: oneOf('state', PAYMENT_STATES),
    receivedOn: between('received_on', Day),
    hasRest: yesNo('has_rest'),
  },
  sorts: { receivedOn: [{ column: 'received_on', type: 'ascii' }], id: [] },
  paths: [
    { index: 'payment_received', sort: '-receivedOn' },
    { index: 'payment_kind', by: ['kind'], sort: '-receivedOn' },
    { index: 'payment_rest', by: ['has_rest'], sort: '-receivedOn' },
    { index: 'payment_method', by: ['method', 'state'], sort: '-receivedOn' },
    { index: 'PRIMARY', sort: '-id' },
    { index: 'payment_customer', by: ['customer_id'], sort: '-receivedOn', few: true },
  ],
  select: PAYMENT_COLUMNS,
  joins: 'LEFT JOIN customer c ON c.id = t.customer_id',
  item: PaymentItem,
  view: (row) => ({ customer: refIn(row, 'customer') }),
});

export const paymentLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(paymentList, needs, {
    path: '/payments',
    summary: 'Money that came in, and what was paid back or taken back',
    permission: 'payments.read',
  }),
];
