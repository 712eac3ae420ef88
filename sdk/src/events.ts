import type { PlainDate } from './dates.ts';
import type { Cents, PriceE8 } from './money.ts';
import type { ContractState, DocumentKind } from './views.ts';

/**
 * What may happen, by name. Plugins add their own under their domain by declaration merging:
 * `declare module '@traliccio/sdk' { interface EventMap { 'outage.opened': { siteId: number } } }`.
 * Payloads are plain JSON and carry ids, never personal data.
 */
export interface EventMap {
  'customer.created': { customerId: number };
  'customer.updated': { customerId: number };
  'contract.activated': { contractId: number; on: PlainDate };
  'contract.changed': { contractId: number; from: PlainDate };
  'contract.held': { contractId: number; holdId: number };
  'contract.released': { contractId: number; holdId: number };
  /**
   * A contract gets another price from a day on, and its customer has to be told before. Once a price change and
   * contract. Whoever tells him calls `core.priceChanges.told`; after `tellBy` it is too late, and he is not told.
   */
  'contract.price-change-announced': PriceChangeAnnounced;
  'contract.terminated': { contractId: number; on: PlainDate; state: ContractState };
  'document.issued': {
    documentId: number;
    revision: number;
    kind: DocumentKind;
    customerId: number;
    total: Cents;
  };
  /**
   * An operator wants the customer to hear of a document again, as when it was issued. `request` counts from 1 for
   * each document: make it part of whatever must go out once a request (the delivery's key has it).
   */
  'document.resend': {
    documentId: number;
    revision: number;
    kind: DocumentKind;
    customerId: number;
    total: Cents;
    request: number;
  };
  'document.credited': { documentId: number; creditNoteId: number };
  /** Money came in and counts: recorded as provisional or settled, or become so. Once a payment. */
  'payment.received': { paymentId: number; customerId: number; amount: Cents };
  /**
   * It came back, or was taken back by an operator: what it paid, or was to pay while it was pending, is open again.
   * Once a payment.
   */
  'payment.returned': {
    paymentId: number;
    customerId: number;
    amount: Cents;
    documentIds: readonly number[];
  };
  /** Nothing is open of an invoice any more: paid, credited, or both. Again when it was open again meanwhile. */
  'document.paid': { documentId: number; customerId: number; on: PlainDate };
  'run.finished': {
    runId: number;
    kind: string;
    date: PlainDate;
    documents: number;
    total: Cents;
    parked: number;
  };
}
/** Prices of a period in 1e-8 euro, before and from `effectiveOn` on, each with or without VAT. */
export type PriceChangeAnnounced = {
  changeId: number;
  contractId: number;
  contractCode: string;
  /** Name of the plan. */
  plan: string;
  issuerId: number;
  customerId: number;
  oldPriceE8: PriceE8;
  oldVatIncluded: boolean;
  priceE8: PriceE8;
  vatIncluded: boolean;
  effectiveOn: PlainDate;
  /** The last day on which he can be told in time. */
  tellBy: PlainDate;
  /** Days from being told in which he may withdraw without any penalty. */
  withdrawDays: number;
};
export type EventName = keyof EventMap & string;

/** One delivery. `key` is unique per (event, subscriber) and stays the same when it is tried again. */
export type Delivery<N extends EventName = EventName> = {
  readonly name: N;
  readonly data: EventMap[N];
  readonly key: string;
  /** How many times it has been tried, this time included. */
  readonly attempt: number;
  /** Ends when the lease is lost or the process stops: give up then. */
  readonly signal: AbortSignal;
};

export type SubscriptionOptions = {
  /**
   * What becomes of events while the plugin is disabled: `keep` delivers them when it is enabled again, `skip`
   * drops them.
   */
  readonly whileDisabled: 'keep' | 'skip';
  /** Events older than this many hours are dropped instead of delivered. */
  readonly maxAgeHours?: number;
  /** Handlers of one plugin for one event are told apart by this; needed from the second on. */
  readonly id?: string;
};
