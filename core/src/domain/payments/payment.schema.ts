import { PAYMENT_METHODS } from '@traliccio/sdk';
import { Type, type Static } from 'typebox';
import { Cents, Day, Fields, Id, Instant, Line, Nullable, OneOf } from '../../kernel/http/schemas.ts';
import { Ref } from '../ref.schema.ts';
import { PAYMENT_KINDS } from './payment-row.ts';
import { MOST_CENTS } from './payment.rules.ts';

export const PAYMENT_STATES = ['pending', 'provisional', 'settled', 'returned', 'reversed'] as const;

export const Amount = Type.Integer({
  minimum: 1,
  maximum: MOST_CENTS,
  description: 'Euro cents, more than 0',
});
export const Method = OneOf(PAYMENT_METHODS);
const Shares = Type.Array(Fields({ documentId: Id, amount: Amount }), { minItems: 1, maxItems: 200 });

export const PaymentInput = Fields({
  customerId: Id,
  amount: Amount,
  method: Method,
  receivedOn: Day,
  valueDate: Type.Optional(Nullable(Day)),
  reference: Type.Optional(Nullable(Line(300))),
  payer: Type.Optional(Nullable(Line(140))),
  note: Type.Optional(Nullable(Line(300))),
  allocate: Type.Union([OneOf(['oldest', 'none']), Shares], {
    description: 'The oldest open invoices, these invoices, or none: then all of it is credit',
  }),
});
export const AllocateInput = Fields({
  allocate: Type.Union([OneOf(['oldest']), Shares], { description: 'The oldest open invoices, or these' }),
});
export const TakeBackInput = Fields({ on: Day, reason: Line(300) });
export const ReturnInput = Fields({
  ...TakeBackInput.properties,
  fee: Type.Optional(
    Nullable({ ...Amount, description: 'What the bank charges for it, in cents; only noted' }),
  ),
});
export const RefundInput = Fields({
  amount: Amount,
  method: Method,
  on: Day,
  note: Type.Optional(Nullable(Line(300))),
});

/** A payment as it stands in a list. */
export const PaymentItem = Fields({
  id: Id,
  kind: OneOf(PAYMENT_KINDS),
  side: OneOf(['credit', 'debit']),
  customer: Ref,
  amount: Cents,
  rest: { ...Cents, description: 'What pays nothing yet; of a refund, what no credit covers any more' },
  method: Method,
  state: OneOf(PAYMENT_STATES),
  stateOn: Day,
  receivedOn: Day,
  bookedOn: Nullable({ ...Day, description: 'Since when it counts; null while it is pending' }),
  valueDate: Nullable(Day),
  reference: Nullable(Type.String()),
  payer: Nullable(Type.String()),
  note: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  fee: Nullable(Cents),
  source: Type.String({
    description: 'The plugin that recorded it, `operator`, or `core` for counter-entries',
  }),
  operator: Nullable(Type.String({ description: 'Whose receipts it stands in' })),
  receiptNumber: Nullable(Type.Integer()),
  undoes: Nullable(Id),
  createdAt: Instant,
});

/** What a payment pays, or is meant to pay. */
const PaidDocument = Fields({
  documentId: Id,
  numberText: Type.String(),
  date: Day,
  dueDate: Nullable(Day),
  payable: Cents,
  open: { ...Cents, description: 'What is open of it now' },
  amount: { ...Cents, description: 'Of this payment' },
});
export const PaymentDetail = Fields({
  ...PaymentItem.properties,
  undoneBy: Nullable(Id),
  documents: Type.Array(PaidDocument, {
    description: 'What it pays; while it is pending, what it is meant for',
  }),
});
export type PaymentDetail = Static<typeof PaymentDetail>;
