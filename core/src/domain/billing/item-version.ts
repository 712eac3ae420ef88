import type { BillingGrid, Cents, Micro, PlainDate, PriceE8, VatRate } from '@traliccio/sdk';

/** What a contract item costs and how it is billed from one date to another: a version, never edited. */
export type ItemVersion = {
  readonly id: number;
  readonly contractId: number;
  readonly item: string;
  readonly description: string;
  readonly quantity: Micro;
  readonly validFrom: PlainDate;
  /** The first day on which it no longer holds. */
  readonly validTo: PlainDate | null;
  /** The item itself begins with this version; a later version continues it. */
  readonly startsItem: boolean;
  readonly cadence: string;
  readonly anchor: PlainDate;
  readonly anchorLastDay: boolean;
  readonly timing: 'advance' | 'arrears';
  readonly offsetDays: number;
  readonly proration: 'calendar' | 'thirty' | 'none';
  readonly firstPeriod: 'alone' | 'with_next' | 'free';
  /** Days paid in advance and not used are given back when the contract ends. */
  readonly endCredit: boolean;
  readonly priceE8: PriceE8;
  readonly vatIncluded: boolean;
  readonly vatRate: VatRate;
  readonly natura: string | null;
  readonly vatReference: string | null;
  readonly planPriceId: number | null;
  /** Days before this were charged by the system that the contract was taken over from. */
  readonly billedTo: PlainDate | null;
};

/** A hold as far as billing goes. */
export type BillingHold = {
  readonly id: number;
  readonly from: PlainDate;
  /** The first day on which it no longer holds; null while it is open. */
  readonly until: PlainDate | null;
  readonly releasePolicy: 'resume' | 'back_bill' | 'credit' | 'none';
  /** The day it was decided on: what had fallen due before counts as billed. */
  readonly decidedOn: PlainDate;
  /** Days that are billed all the same, by choice of the operator. */
  readonly billedDays: readonly PlainDate[];
};

export type Span = { readonly from: PlainDate; readonly to: PlainDate };

/** A grid period of an item version: what is owed of it, under the history as it stands. */
export type OwedPeriod = {
  readonly version: ItemVersion;
  readonly start: PlainDate;
  readonly end: PlainDate;
  readonly due: PlainDate;
  /** The days owed, as half-open spans in order. */
  readonly spans: readonly Span[];
  readonly days: number;
  readonly amount: Cents;
  /** What the system that it was taken over from has charged of it. */
  readonly takenOver: { readonly days: number; readonly amount: Cents };
  /** The price of the whole period. */
  readonly price: Cents;
};

export type Grids = (version: ItemVersion) => BillingGrid;
