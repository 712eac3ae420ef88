import type { PlainDate } from './dates.ts';
import type { Cents, VatRate } from './money.ts';
import type { Tx } from './sql.ts';
import type { Artifact, ContractView, DocumentView, Finding } from './views.ts';

/**
 * The questions that core asks plugins, a closed list. A handler gets a frozen **batch** and answers for all of it,
 * with as few queries as for one. It runs inside the caller's transaction: it may read and write its own tables
 * through `tx`; no network, no waiting.
 *
 * *collect* filters return items, each with the `ref` of the batch's element that it belongs to; *veto* filters
 * return reasons; *waterfall* filters return the next value for each element.
 */
export interface FilterMap {
  /** What else is a contract charged in this run? (interventions, calls, fees) */
  'billing.charges': { kind: 'collect'; item: BillingChargesQuestion; answer: ExtraCharge };
  /** May this hold be put on a contract? */
  'billing.hold': { kind: 'veto'; item: HoldQuestion; answer: Veto };
  /** What would be refused about this document? An error keeps it from being numbered. */
  'document.check': { kind: 'collect'; item: DocumentView; answer: Finding & Ref };
  /** What bytes go with this document that is being issued? Called with its real number. */
  'document.artifacts': { kind: 'collect'; item: DocumentView; answer: Artifact & Ref };
  /** The text of a message before it is sent; asked by the plugin that sends it (`ctx.filters.ask`). */
  'message.compose': { kind: 'waterfall'; item: ComposedMessage; answer: ComposedMessage };
}
export type FilterName = keyof FilterMap & string;

/** `ref` is the `id` of the batch's element. */
export type Ref = { readonly ref: number };

export type BillingChargesQuestion = {
  readonly id: number;
  readonly contract: ContractView;
  readonly until: PlainDate;
};
export type ExtraCharge = Ref & {
  /** Unique for the plugin: the same key never charges twice, whatever the run. */
  readonly key: string;
  readonly description: string;
  readonly amount: Cents;
  readonly vatIncluded: boolean;
  readonly vatRate: VatRate;
  readonly natura: string | null;
  readonly periodFrom?: PlainDate;
  readonly periodTo?: PlainDate;
};

export type HoldQuestion = {
  readonly id: number;
  readonly contract: ContractView;
  readonly reason: string;
  readonly blocksBilling: boolean;
  readonly access: 'none' | 'notice' | 'throttle' | 'walled_garden' | 'cut';
};
export type Veto = Ref & { readonly reason: string };

export type ComposedMessage = {
  readonly id: number;
  /** Channel and subject: `mail.invoice`, `mail.credit_note`, `sms.invoice`. */
  readonly template: string;
  readonly customerId: number;
  /** Empty where the channel knows none. */
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
};

export type FilterItem<N extends FilterName> = FilterMap[N]['item'];
export type FilterAnswer<N extends FilterName> = FilterMap[N]['answer'];
export type FilterHandler<N extends FilterName> = (
  batch: readonly FilterItem<N>[],
  context: { readonly tx: Tx; readonly today: PlainDate },
) => Promise<readonly FilterAnswer<N>[]> | readonly FilterAnswer<N>[];
