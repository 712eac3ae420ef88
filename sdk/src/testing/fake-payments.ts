import { Conflict, Invalid, NotFound } from '../errors.ts';
import type {
  OpenDocument,
  PaymentRef,
  PaymentShare,
  PaymentsApi,
  PaymentState,
  NewPayment,
} from '../payments.ts';

/** A payment as a fake core keeps it. */
export type FakePayment = Omit<NewPayment, 'state'> & {
  readonly id: number;
  state: PaymentState;
  /** What it pays, after `oldest` has been worked out. */
  shares: PaymentShare[];
};

export type FakePaymentsData = {
  openDocuments?: OpenDocument[];
  /** What has been recorded. */
  payments?: FakePayment[];
};

/** Accounts of customers in memory: open documents are given, payments take off what is open of them. */
export function fakePayments(data: FakePaymentsData): PaymentsApi {
  const payments = (data.payments ??= []);
  const documents = (): OpenDocument[] => data.openDocuments ?? [];
  const move = (shares: readonly PaymentShare[], sign: 1 | -1): void => {
    data.openDocuments = documents().map((one) => {
      const share = shares.find(({ documentId }) => documentId === one.documentId);
      return share ? { ...one, open: one.open + sign * share.amount } : one;
    });
  };
  const find = (ref: PaymentRef): FakePayment => {
    const found = payments.find((one) => ('key' in ref ? one.key === ref.key : one.id === ref.paymentId));
    if (!found) throw new NotFound('payment.not_found', 'there is no such payment');
    return found;
  };
  const takeBack = (payment: FakePayment, state: 'returned' | 'reversed'): void => {
    move(payment.shares, 1);
    payment.shares = [];
    payment.state = state;
  };
  return {
    async record(_tx, payment) {
      const known = payments.find(({ key }) => key === payment.key);
      if (known) return { paymentId: known.id, created: false };
      if (!(payment.amount > 0))
        throw new Invalid('payment.amount_invalid', 'a payment is more than 0', { field: 'amount' });
      const shares = sharesOf(payment, documents());
      move(shares, -1);
      const id = payments.length + 1;
      payments.push({ ...payment, id, state: payment.state ?? 'settled', shares });
      return { paymentId: id, created: true };
    },
    async changeState(_tx, change) {
      const payment = find(change);
      if (payment.state === change.state) return;
      const order: PaymentState[] = ['pending', 'provisional', 'settled', 'returned'];
      const [from, to] = [order.indexOf(payment.state), order.indexOf(change.state)];
      if (from < 0 || to < from)
        throw new Conflict(
          'payment.state',
          `a payment that is ${payment.state} does not become ${change.state}`,
        );
      if (change.state === 'returned') takeBack(payment, 'returned');
      else payment.state = change.state;
    },
    async reverse(_tx, reversal) {
      const payment = find(reversal);
      if (payment.state === 'reversed') return;
      if (payment.state === 'returned')
        throw new Conflict('payment.state', 'the payment has come back already');
      takeBack(payment, 'reversed');
    },
    open: async ({ customerIds, numbers, amounts, limit }) =>
      documents()
        .filter(
          (one) =>
            one.open > 0 &&
            (customerIds?.includes(one.customerId) ?? true) &&
            (numbers?.includes(one.numberText) ?? true) &&
            (amounts?.includes(one.open) ?? true),
        )
        .toSorted((a, b) => ((a.dueDate ?? a.date) < (b.dueDate ?? b.date) ? -1 : 1))
        .slice(0, limit),
    async customersByIban(ibans) {
      const found = new Map<
        number,
        { iban: string; customerId: number; customerCode: string; customerName: string }
      >();
      for (const { iban, customerId, customerCode, customerName } of documents())
        if (iban !== null && ibans.includes(iban))
          found.set(customerId, { iban, customerId, customerCode, customerName });
      return [...found.values()];
    },
  };
}

function sharesOf(payment: NewPayment, documents: readonly OpenDocument[]): PaymentShare[] {
  if (payment.allocate === 'none') return [];
  const own = documents.filter(({ customerId, open }) => customerId === payment.customerId && open > 0);
  if (payment.allocate !== 'oldest') {
    for (const { documentId, amount } of payment.allocate) {
      const document = own.find((one) => one.documentId === documentId);
      if (!document || document.open < amount)
        throw new Conflict('payment.document_closed', `document ${documentId} has less open than ${amount}`);
    }
    return [...payment.allocate];
  }
  let rest = payment.amount;
  return own
    .toSorted((a, b) => ((a.dueDate ?? a.date) < (b.dueDate ?? b.date) ? -1 : 1))
    .flatMap(({ documentId, open }) => {
      const amount = Math.min(rest, open);
      rest -= amount;
      return amount > 0 ? [{ documentId, amount }] : [];
    });
}
