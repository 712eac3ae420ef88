import {
  Invalid,
  NotFound,
  type Cents,
  type PaymentMethod,
  type PaymentState,
  type PlainDate,
  type Sql,
} from '@traliccio/sdk';
import type { PaymentKind } from './payment-row.ts';

/**
 * What changed a balance. `before`: what was paid, or used, of a document before there were accounts, or where it was
 * imported from.
 */
export const ENTRY_KINDS = [
  'invoice',
  'credit_note',
  'before',
  'payment',
  'refund',
  'return',
  'reversal',
] as const;
export type StatementEntry = {
  readonly kind: (typeof ENTRY_KINDS)[number];
  readonly date: PlainDate;
  readonly documentId: number | null;
  readonly numberText: string | null;
  readonly dueDate: PlainDate | null;
  readonly paymentId: number | null;
  readonly method: PaymentMethod | null;
  readonly state: PaymentState | null;
  readonly text: string | null;
  /** More than 0 is owed by the customer, less takes it off. */
  readonly amount: Cents;
  /** With this entry and all before it. */
  readonly balance: Cents;
};
export type Statement = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly opening: Cents;
  readonly entries: readonly StatementEntry[];
  readonly closing: Cents;
};
type Entry = Omit<StatementEntry, 'balance'>;

/** @throws Invalid for a period that ends before it begins, or is longer than five years */
export function checkPeriod(from: PlainDate, to: PlainDate): void {
  if (to < from) throw new Invalid('payment.period_reversed', `${to} is before ${from}`, { field: 'to' });
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 5)
    throw new Invalid('payment.period_long', 'a statement is of five years at most', { field: 'from' });
}

/**
 * What a customer's balance was, what changed it, and what it came to. Counted back from the balance as it is, so that
 * nothing before `from` is read. @throws NotFound, Invalid
 */
export async function statementOf(
  sql: Sql,
  customerId: number,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<Statement> {
  checkPeriod(from, to);
  const [customer] = await sql.all<{ balance: Cents }>(
    `SELECT COALESCE(b.open_amount, 0) - COALESCE(b.credit, 0) AS balance
     FROM customer c LEFT JOIN customer_balance b ON b.customer_id = c.id WHERE c.id = ?`,
    [customerId],
  );
  if (!customer) throw new NotFound('customer.not_found', `there is no customer ${customerId}`);
  const since = [
    ...(await documentEntries(sql, customerId, from)),
    ...(await paymentEntries(sql, customerId, from)),
  ]
    // Those of one day: documents before payments, as they come from the database.
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return runningFrom(customer.balance - since.reduce((sum, { amount }) => sum + amount, 0), since, {
    from,
    to,
  });
}

function runningFrom(
  opening: Cents,
  since: readonly Entry[],
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Statement {
  let balance = opening;
  const entries = since
    .filter(({ date }) => date <= to)
    .map((entry) => ({ ...entry, balance: (balance += entry.amount) }));
  return { from, to, opening, entries, closing: balance };
}

type DocumentRow = {
  readonly id: number;
  readonly kind: 'invoice' | 'credit_note';
  readonly date: PlainDate;
  readonly due: PlainDate | null;
  readonly numberText: string;
  readonly payable: Cents;
  readonly before: Cents;
};

async function documentEntries(sql: Sql, customerId: number, from: PlainDate): Promise<Entry[]> {
  const rows = await sql.all<DocumentRow>(
    `SELECT d.id AS id, d.kind AS kind, d.date AS date, d.due_date AS due, d.number_text AS numberText, o.payable AS payable, o.settled_before AS 'before'
     FROM open_item o JOIN document d ON d.id = o.document_id WHERE o.customer_id = ? AND o.date >= ? ORDER BY d.date, d.id`,
    [customerId, from],
  );
  return rows.flatMap(({ id, kind, date, due, numberText, payable, before }) => {
    const sign = kind === 'invoice' ? 1 : -1;
    const of = {
      date,
      documentId: id,
      numberText,
      dueDate: due,
      paymentId: null,
      method: null,
      state: null,
      text: null,
    };
    return [
      { kind, ...of, amount: sign * payable },
      ...(before === 0 ? [] : [{ kind: 'before' as const, ...of, amount: -sign * before }]),
    ];
  });
}

type PaymentRow = {
  readonly id: number;
  readonly kind: PaymentKind;
  readonly side: 'credit' | 'debit';
  readonly date: PlainDate;
  readonly method: PaymentMethod;
  readonly state: PaymentState;
  readonly text: string | null;
  readonly amount: Cents;
};

async function paymentEntries(sql: Sql, customerId: number, from: PlainDate): Promise<Entry[]> {
  // By the index over customers: others have more entries on these days than he has in all.
  const rows = await sql.all<PaymentRow>(
    `SELECT id, kind, side, booked_on AS date, method, state, COALESCE(reference, reason, note) AS text, amount
     FROM payment WHERE customer_id = ? AND COALESCE(booked_on, '') >= ? ORDER BY booked_on, id`,
    [customerId, from],
  );
  return rows.map(({ id, kind, side, amount, ...of }) => ({
    kind,
    ...of,
    documentId: null,
    numberText: null,
    dueDate: null,
    paymentId: id,
    amount: side === 'debit' ? amount : -amount,
  }));
}
