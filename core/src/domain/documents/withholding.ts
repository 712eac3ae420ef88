import {
  vatOf,
  type Cents,
  type IssuerView,
  type VatSummaryView,
  type WithholdingView,
} from '@traliccio/sdk';

export type WithholdingTerms = Omit<WithholdingView, 'amount'>;

/** What condominiums withhold of services: 4 % (DPR 600/1973, art. 25-ter). */
const OF_CONDOMINIUMS = { rate: 400, causale: 'W' } as const;

/**
 * How a customer withholds who says that he does. A forfettario's income isn't subject to it (L. 190/2014, art. 1
 * c. 67).
 */
export function withholdingBy(withholds: boolean, issuer: IssuerView): WithholdingTerms | null {
  if (!withholds || issuer.regimeFiscale === 'RF19') return null;
  const isPerson = issuer.firstName !== null && issuer.lastName !== null;
  return { type: isPerson ? 'RT01' : 'RT02', ...OF_CONDOMINIUMS };
}

/** What is withheld of: all but what isn't paid for a service (N1: what was laid out in the customer's name). */
export const isWithheldOf = (natura: string | null): boolean => natura !== 'N1';

export const withheldBase = (vat: readonly Pick<VatSummaryView, 'natura' | 'base'>[]): Cents =>
  vat.reduce((sum, v) => (isWithheldOf(v.natura) ? sum + v.base : sum), 0);

export const withheldOf = (base: Cents, { rate }: Pick<WithholdingTerms, 'rate'>): Cents => vatOf(base, rate);

/** Nothing where it comes to nothing. */
export const withholdingOf = (terms: WithholdingTerms | null, amount: Cents): WithholdingView | null =>
  terms === null || amount === 0
    ? null
    : { type: terms.type, rate: terms.rate, amount, causale: terms.causale };
