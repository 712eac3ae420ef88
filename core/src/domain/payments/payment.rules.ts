import {
  Conflict,
  Invalid,
  PAYMENT_METHODS,
  type NewPayment,
  type PaymentState,
  type PlainDate,
} from '@traliccio/sdk';

/** Ten million euro: more is a slip of the pen. */
export const MOST_CENTS = 1_000_000_000;
const LENGTHS = { reference: 300, payer: 140, note: 300 } as const;
const KEY = /^[a-z][a-z0-9-]*:[\u0020-\u007e]+$/;

/** @throws Invalid when it can't be a payment, whoever's it is */
export function checkPayment(payment: NewPayment, today: PlainDate): void {
  const refuse = (field: string, why: string, message: string): never => {
    throw new Invalid(`payment.${field}_${why}`, message, { field });
  };
  if (!KEY.test(payment.key) || payment.key.length > 160)
    refuse(
      'key',
      'invalid',
      'a key is <plugin id>:<what only this payment has>, at most 160 plain characters',
    );
  checkAmount(payment.amount);
  if (!PAYMENT_METHODS.includes(payment.method))
    refuse('method', 'invalid', `there is no way to pay called ${payment.method}`);
  if (payment.state !== 'pending') notInFuture(payment.receivedOn, today, 'receivedOn');
  for (const [field, most] of Object.entries(LENGTHS) as [keyof typeof LENGTHS, number][])
    if ((payment[field]?.length ?? 0) > most)
      refuse(field, 'too_long', `${field} has at most ${most} characters`);
  if (typeof payment.allocate === 'string') return;
  const seen = new Set<number>();
  let sum = 0;
  for (const [i, { documentId, amount }] of payment.allocate.entries()) {
    checkAmount(amount, `allocate[${i}].amount`);
    if (seen.has(documentId))
      throw new Invalid('payment.document_twice', `document ${documentId} is named twice`, {
        field: `allocate[${i}].documentId`,
      });
    seen.add(documentId);
    sum += amount;
  }
  if (sum > payment.amount)
    throw new Invalid(
      'payment.allocated_too_much',
      `${sum} cents are to be paid of a payment of ${payment.amount}`,
      { field: 'allocate' },
    );
}

/** @throws Invalid */
export function checkAmount(amount: number, field = 'amount'): void {
  if (!(Number.isSafeInteger(amount) && amount > 0 && amount <= MOST_CENTS))
    throw new Invalid('payment.amount_invalid', `an amount is 1 to ${MOST_CENTS} cents`, { field });
}

/** @throws Invalid */
export function notInFuture(day: PlainDate, today: PlainDate, field: string): void {
  if (day > today) throw new Invalid('payment.date_future', `${day} is in the future`, { field });
}

/** Nothing is taken back before it came. @throws Invalid */
export function notBefore(day: PlainDate, bookedOn: PlainDate | null): void {
  if (bookedOn !== null && day < bookedOn)
    throw new Invalid('payment.date_before', `${day} is before ${bookedOn}, when the money came`, {
      field: 'on',
    });
}

/** What a change of state does: nothing, counts it, moves it on, gives up what was pending, or takes it back. */
export type Transition = 'none' | 'book' | 'move' | 'give up' | 'take back';
const FORWARD: readonly PaymentState[] = ['pending', 'provisional', 'settled', 'returned'];

/** @throws Conflict backwards, or when it was taken back already */
export function transitionOf(from: PaymentState, to: 'provisional' | 'settled' | 'returned'): Transition {
  if (from === to) return 'none';
  if (from === 'reversed' || FORWARD.indexOf(to) < FORWARD.indexOf(from))
    throw new Conflict('payment.state', `a payment that is ${from} does not become ${to}`);
  if (to === 'returned') return from === 'pending' ? 'give up' : 'take back';
  return from === 'pending' ? 'book' : 'move';
}
