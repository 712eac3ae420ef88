import { PAYMENT_METHODS } from '@traliccio/sdk';
import { Type } from 'typebox';
import { Cents, Day, Fields, Id, Nullable, OneOf } from '../../kernel/http/schemas.ts';
import { Ref } from '../ref.schema.ts';
import { PAYMENT_STATES } from './payment.schema.ts';
import { ENTRY_KINDS } from './statement.ts';

export const BalanceView = Fields({
  owed: Cents,
  credit: { ...Cents, description: 'What of payments and credit notes pays nothing yet' },
  balance: { ...Cents, description: 'Owed less credit' },
  overdue: { ...Cents, description: 'Due before today, without what pending payments ask for' },
  overdueDocuments: Type.Integer({ minimum: 0 }),
  oldestDue: Nullable({ ...Day, description: 'Since when something has been overdue' }),
  pending: { ...Cents, description: 'Asked for by pending payments' },
});

export const StatementQuery = Fields({ from: Day, to: Day });
export const StatementView = Fields({
  from: Day,
  to: Day,
  opening: Cents,
  entries: Type.Array(
    Fields({
      kind: OneOf(ENTRY_KINDS),
      date: Day,
      documentId: Nullable(Id),
      numberText: Nullable(Type.String()),
      dueDate: Nullable(Day),
      paymentId: Nullable(Id),
      method: Nullable(OneOf(PAYMENT_METHODS)),
      state: Nullable(OneOf(PAYMENT_STATES)),
      text: Nullable(Type.String()),
      amount: { ...Cents, description: 'More than 0 is owed by the customer, less takes it off' },
      balance: { ...Cents, description: 'With this entry' },
    }),
  ),
  closing: Cents,
});

const Buckets = {
  notDue: Cents,
  days30: { ...Cents, description: 'Due for 1 to 30 days' },
  days60: { ...Cents, description: 'Due for 31 to 60 days' },
  days90: { ...Cents, description: 'Due for 61 to 90 days' },
  older: Cents,
  overdue: Cents,
  open: { ...Cents, description: 'All of it, without what pending payments ask for' },
};
export const AgeingQuery = Fields({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(
    Type.String({ pattern: '^[0-9]{1,15}-[0-9]{1,15}$', description: 'The `next` of the page before' }),
  ),
});
export const AgeingView = Fields({
  today: Day,
  totals: Fields(Buckets),
  items: Type.Array(Fields({ customer: Ref, ...Buckets, oldestDue: Day, credit: Cents }), {
    description: 'Whoever has the most overdue first',
  }),
  next: Nullable(Type.String()),
});
