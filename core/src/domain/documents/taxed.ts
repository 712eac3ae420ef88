import { netOf, type Cents, type IssuerView, type PartyView, type PlainDate } from '@traliccio/sdk';
import type { DeclarationOfIntent, Payer } from './parties.ts';

/** An amount with its VAT. */
export type Taxed = {
  /** Net cents, or gross cents when `vatIncluded`. */
  readonly amount: Cents;
  readonly vatIncluded: boolean;
  readonly vatRate: number;
  readonly natura: string | null;
  readonly vatReference: string | null;
};

/** Why what has a VAT rate is invoiced without VAT. */
export type WithoutVat = {
  readonly natura: string;
  readonly vatReference: string | null;
  /** Whether a VAT-included price is charged as advertised, or without the VAT in it. */
  readonly keepsPrice: boolean;
};

/** Who issues for whom, and when. */
export type Parties = {
  readonly issuer: Pick<IssuerView, 'regimeFiscale'>;
  readonly payer: Pick<Payer, 'party' | 'vatNatura' | 'vatReference' | 'declarationOfIntent'>;
  readonly date: PlainDate;
};

/** L. 190/2014, art. 1 c. 58: a forfettario charges no VAT. */
export const FORFETTARIO: WithoutVat = {
  natura: 'N2.2',
  vatReference: 'Art. 1, commi da 54 a 89, L. 190/2014',
  keepsPrice: true,
};
/** DPR 633/1972, art. 8 c. 1 lett. c): sales to an habitual exporter who has sent his declaration. */
const TO_EXPORTER = {
  natura: 'N3.5',
  vatReference: 'Non imponibile art. 8, c. 1, lett. c), DPR 633/1972',
  keepsPrice: false,
};
/** DPR 633/1972, art. 7-ter: services to businesses abroad; the words are those of art. 21 c. 6-bis. */
const TO_EU_BUSINESS = {
  natura: 'N2.1',
  vatReference: 'Inversione contabile - art. 7-ter DPR 633/1972',
  keepsPrice: false,
};
const TO_OTHER_BUSINESS = {
  natura: 'N2.1',
  vatReference: 'Operazione non soggetta - art. 7-ter DPR 633/1972',
  keepsPrice: false,
};

const EU = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR GR HR HU IE LT LU LV MT NL PL PT RO SE SI SK XI'.split(' '),
);

/**
 * Why these parties have no VAT between them; null where they have it. The issuer's regime comes before what the
 * customer's record says, that before a declaration of intent, and last comes where a business is.
 */
export function withoutVat({ issuer, payer, date }: Parties): WithoutVat | null {
  if (issuer.regimeFiscale === 'RF19') return FORFETTARIO;
  if (payer.vatNatura !== null)
    return { natura: payer.vatNatura, vatReference: payer.vatReference, keepsPrice: false };
  if (holdsOn(payer.declarationOfIntent, date)) return TO_EXPORTER;
  return abroad(payer.party);
}

export const holdsOn = (
  declaration: DeclarationOfIntent | null,
  date: PlainDate,
): declaration is DeclarationOfIntent =>
  declaration !== null && declaration.validFrom <= date && date <= declaration.validTo;

/** A VAT number makes a business; people abroad are served where the access is, in Italy. */
function abroad({ kind, vatNumber, vatCountry, address }: PartyView): WithoutVat | null {
  if (kind !== 'foreign' || vatNumber === null) return null;
  return EU.has(vatCountry ?? address.country) ? TO_EU_BUSINESS : TO_OTHER_BUSINESS;
}

/** What has a VAT rate, as it is invoiced where there is no VAT. */
export function taxedAs(reason: WithoutVat | null, priced: Taxed): Taxed {
  const { amount, vatIncluded, vatRate, natura, vatReference } = priced;
  if (reason === null || vatRate === 0) return { amount, vatIncluded, vatRate, natura, vatReference };
  return {
    amount: vatIncluded && !reason.keepsPrice ? netOf(amount, vatRate) : amount,
    vatIncluded: false,
    vatRate: 0,
    natura: reason.natura,
    vatReference: reason.vatReference,
  };
}

export const taxedFor = (parties: Parties, priced: Taxed): Taxed => taxedAs(withoutVat(parties), priced);
