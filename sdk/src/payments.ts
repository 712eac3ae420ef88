import type { PlainDate } from './dates.ts';
import type { Cents } from './money.ts';
import type { Tx } from './sql.ts';

/** How money came in. */
export const PAYMENT_METHODS = [
  'cash',
  'pos',
  'transfer',
  'direct_debit',
  'card',
  'postal',
  'other',
] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/**
 * `pending`: asked for, as in a direct-debit file; nothing is paid yet. `provisional`: collected, and may still come
 * back. `settled`: collected. `returned`: came back, even after it was settled; what it paid is open again.
 * `reversed`: an operator recorded it by mistake and took it back.
 */
export type PaymentState = 'pending' | 'provisional' | 'settled' | 'returned' | 'reversed';

/** So much of a payment for one invoice. */
export type PaymentShare = { readonly documentId: number; readonly amount: Cents };

export type NewPayment = {
  /**
   * What makes recording it twice harmless: `<plugin id>:<what only this payment has>`, at most 160 characters, such
   * as `bank-statements:IT60X…/2026-11-24/17`. The part before the colon is kept as the payment's source.
   */
  readonly key: string;
  readonly customerId: number;
  /** More than 0. */
  readonly amount: Cents;
  readonly method: PaymentMethod;
  readonly receivedOn: PlainDate;
  /** The bank's value date, where there is one. */
  readonly valueDate?: PlainDate | null;
  /** What the payer quoted, at most 300 characters. */
  readonly reference?: string | null;
  /** Who paid, as the bank says it; at most 140 characters. */
  readonly payer?: string | null;
  readonly note?: string | null;
  /** `settled` when not given. */
  readonly state?: 'pending' | 'provisional' | 'settled';
  /**
   * `oldest`: open invoices by due date, the oldest first. A list: these invoices and amounts, which together are not
   * more than the payment. `none`: all of it stays credit. What is left is credit of the customer.
   */
  readonly allocate: 'oldest' | readonly PaymentShare[] | 'none';
};

/** A payment by its id, or by the key that it was recorded with. */
export type PaymentRef = { readonly paymentId: number } | { readonly key: string };

export type PaymentChange = PaymentRef & {
  /** Only forward: pending, provisional, settled; `returned` from each of them. */
  readonly state: 'provisional' | 'settled' | 'returned';
  readonly on: PlainDate;
  /** Why it came back, such as the bank's code `MD01`. */
  readonly reason?: string | null;
  /** What the bank charges for it; noted, never booked. */
  readonly fee?: Cents | null;
};

export type PaymentReversal = PaymentRef & { readonly on: PlainDate; readonly reason: string };

/** Which open invoices are looked for; what is given must all hold. */
export type OpenDocumentFilter = {
  readonly customerIds?: readonly number[];
  /** Numbers as printed, such as `12/A`; several years may have one. */
  readonly numbers?: readonly string[];
  /** What is open, to the cent. */
  readonly amounts?: readonly Cents[];
  /** 1 to 500. */
  readonly limit: number;
};

/** An issued invoice that is not paid whole. */
export type OpenDocument = {
  readonly documentId: number;
  readonly numberText: string;
  readonly date: PlainDate;
  readonly dueDate: PlainDate | null;
  readonly customerId: number;
  readonly customerCode: string;
  readonly customerName: string;
  readonly payable: Cents;
  /** What is neither paid nor asked for by a pending payment. */
  readonly open: Cents;
  /** What the payer was asked to quote. */
  readonly reference: string | null;
  /** The customer's account, where it is known. */
  readonly iban: string | null;
};

/**
 * The customers' accounts. Commands take the caller's transaction; reads see what is committed.
 *
 * @example
 * const { created } = await ctx.core.payments.record(tx, {
 *   key: `bank-statements:${line.identity}`, customerId: 7, amount: 2990, method: 'transfer',
 *   receivedOn: '2026-11-24', reference: 'FT 12/A', allocate: [{ documentId: 31, amount: 2990 }],
 * });
 */
export interface PaymentsApi {
  /**
   * Records money that came in, once for each key: a second time nothing is written, and `created` is false.
   * @throws NotFound `customer.not_found`; Invalid `payment.*` (amount, key, more allocated than paid, a document that is
   * unknown, no invoice, or another customer's); Conflict `payment.document_closed` (paid or credited whole, or less open)
   */
  record(tx: Tx, payment: NewPayment): Promise<{ paymentId: number; created: boolean }>;
  /**
   * Moves a payment on; the state that it is in already changes nothing.
   * @throws NotFound `payment.not_found`; Conflict `payment.state` (backwards, or taken back already)
   */
  changeState(tx: Tx, change: PaymentChange): Promise<void>;
  /**
   * Takes a payment back that should not have been recorded, by a counter-entry; a second time it changes nothing.
   * @throws NotFound `payment.not_found`; Conflict `payment.state` (returned already)
   */
  reverse(tx: Tx, reversal: PaymentReversal): Promise<void>;
  /** Open invoices, oldest due first. An empty list in the filter finds nothing. */
  open(filter: OpenDocumentFilter): Promise<OpenDocument[]>;
  /** Customers by their account, written as in the bank's file; accounts that nobody has are left out. */
  customersByIban(
    ibans: readonly string[],
  ): Promise<{ iban: string; customerId: number; customerCode: string; customerName: string }[]>;
}
