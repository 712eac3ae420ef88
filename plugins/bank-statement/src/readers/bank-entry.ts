import type { Cents, PlainDate } from '@traliccio/sdk';

/** A line of a statement, whatever the file was. */
export type BankEntry = {
  /** The account's IBAN, or what the bank calls it. */
  readonly account: string;
  readonly statementId: string;
  /** The bank's or the reader's number of the line in its statement. */
  readonly entryRef: string;
  readonly bookedOn: PlainDate;
  readonly valueDate: PlainDate | null;
  /** More than 0 came in, less went out. */
  readonly amount: Cents;
  readonly currency: string;
  /** What the payer's order carried from end to end; null for `NOTPROVIDED`. */
  readonly endToEndId: string | null;
  readonly payerName: string | null;
  readonly payerIban: string | null;
  /** What the payer wrote, then what the bank says of it; runs of white space are one space. */
  readonly text: string;
  /** What kind of movement it is in the bank's own code, as `48`. */
  readonly bankCode: string | null;
  /** The bank's own identity of the movement, where the file has one. */
  readonly bankRef: string | null;
};

export type Statement = {
  readonly account: string;
  readonly id: string;
  readonly currency: string;
  /** Balances where the file has them. */
  readonly opening: Cents | null;
  readonly closing: Cents | null;
  readonly entries: readonly BankEntry[];
};

export const FORMATS = ['cbi-camt', 'camt', 'cbi-rh', 'mt940', 'csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export type StatementFile = { readonly format: Format; readonly statements: readonly Statement[] };
