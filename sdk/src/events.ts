import type { PlainDate } from './dates.ts';
import type { Cents } from './money.ts';
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
  'contract.terminated': { contractId: number; on: PlainDate; state: ContractState };
  'document.issued': {
    documentId: number;
    revision: number;
    kind: DocumentKind;
    customerId: number;
    total: Cents;
  };
  'document.credited': { documentId: number; creditNoteId: number };
  'run.finished': {
    runId: number;
    kind: string;
    date: PlainDate;
    documents: number;
    total: Cents;
    parked: number;
  };
}
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
