import type { Cents, Label, OpenDocument } from '@traliccio/sdk';

/** By what a line and what is open were brought together; the first two may be booked by themselves. */
export const RULES = ['reference', 'number', 'sum', 'iban', 'name'] as const;
export type Rule = (typeof RULES)[number];

export type Share = { readonly documentId: number; readonly numberText: string; readonly amount: Cents };

/** What a line could be booked on. What its shares leave of the line stays credit of the customer. */
export type Suggestion = {
  readonly rule: Rule;
  /** 1 to 100. */
  readonly score: number;
  readonly customerId: number;
  readonly customerCode: string;
  readonly customerName: string;
  readonly shares: Share[];
  readonly reason: Label;
};

export type Match = {
  /** Sure enough to be booked without being looked at; the amount is exact. */
  readonly automatic: Suggestion | null;
  /** The best first. */
  readonly suggestions: readonly Suggestion[];
};

type Customer = Pick<OpenDocument, 'customerId' | 'customerCode' | 'customerName'>;

/** As much of the amount as is open of each, in their order. */
export function suggest(
  amount: Cents,
  customer: Customer,
  documents: readonly OpenDocument[],
  said: { readonly rule: Rule; readonly score: number; readonly it: string; readonly en: string },
): Suggestion {
  let left = amount;
  const shares = documents.flatMap(({ documentId, numberText, open }) => {
    const share = Math.min(left, open);
    left -= share;
    return share > 0 ? [{ documentId, numberText, amount: share }] : [];
  });
  const { customerId, customerCode, customerName } = customer;
  const { rule, score, it, en } = said;
  return { rule, score, customerId, customerCode, customerName, shares, reason: { it, en } };
}
