import {
  NotFound,
  type Cents,
  type PaymentMethod,
  type PaymentRef,
  type PaymentState,
  type PlainDate,
  type Sql,
} from '@traliccio/sdk';
import type { Side } from './accounts.ts';

/** `refund`: paid back to the customer. `return` and `reversal` take another back, and stand beside it. */
export const PAYMENT_KINDS = ['payment', 'refund', 'return', 'reversal'] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

export type PaymentRow = {
  readonly id: number;
  readonly key: string;
  readonly customerId: number;
  readonly kind: PaymentKind;
  readonly side: Side;
  readonly amount: Cents;
  readonly rest: Cents;
  readonly method: PaymentMethod;
  readonly state: PaymentState;
  readonly receivedOn: PlainDate;
  /** Since when it counts; null while it is pending. */
  readonly bookedOn: PlainDate | null;
  /** Whose receipts it stands in. */
  readonly operator: string | null;
};

const ROW = `SELECT id, payment_key AS 'key', customer_id AS customerId, kind, side, amount, rest, method, state, received_on AS receivedOn, booked_on AS bookedOn, operator FROM payment`;

/** Without accents and the like: all that a key can be. */
const PLAIN = /^[\u0020-\u007e]+$/;

/** @throws NotFound */
export async function paymentRow(sql: Sql, ref: PaymentRef): Promise<PaymentRow> {
  const rows =
    'paymentId' in ref
      ? await sql.all<PaymentRow>(`${ROW} WHERE id = ?`, [ref.paymentId])
      : PLAIN.test(ref.key)
        ? await sql.all<PaymentRow>(`${ROW} WHERE payment_key = ?`, [ref.key])
        : [];
  const [found] = rows;
  if (found) return found;
  const what = 'key' in ref ? ref.key : ref.paymentId;
  throw new NotFound('payment.not_found', `there is no payment ${what}`);
}
