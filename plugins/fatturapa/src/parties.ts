import type { IssuerView, PartyView } from '@traliccio/sdk';
import { sedeOf } from './address.ts';
import type { Anagrafica, CedentePrestatore, CessionarioCommittente, IdFiscale } from './fattura.ts';
import { ADDRESS_FIELDS, FIELDS, type TextCollector } from './text-fields.ts';

/** The seller. A sole trader goes by given and family name, as in the tax register. */
export function sellerOf(issuer: IssuerView, texts: TextCollector): CedentePrestatore {
  const person = issuer.firstName !== null && issuer.lastName !== null;
  const phone = issuer.phone === null ? undefined : phoneDigits(issuer.phone);
  const email = texts.optional(issuer.email, FIELDS.sellerEmail);
  return {
    DatiAnagrafici: {
      IdFiscaleIVA: {
        IdPaese: texts.required(issuer.vatCountry, FIELDS.sellerVatCountry),
        IdCodice: texts.required(issuer.vatNumber, FIELDS.sellerVatNumber),
      },
      CodiceFiscale: texts.optional(compact(issuer.taxCode), FIELDS.sellerTaxCode),
      Anagrafica: {
        Denominazione: person ? undefined : texts.required(issuer.name, FIELDS.sellerName),
        Nome: person ? texts.required(issuer.firstName, FIELDS.sellerFirstName) : undefined,
        Cognome: person ? texts.required(issuer.lastName, FIELDS.sellerLastName) : undefined,
      },
    },
    RegimeFiscale: texts.required(issuer.regimeFiscale, FIELDS.sellerRegime),
    Sede: sedeOf(issuer.address, ADDRESS_FIELDS.seller, texts),
    IscrizioneREA: issuer.rea
      ? {
          Ufficio: texts.required(issuer.rea.office, FIELDS.reaOffice),
          NumeroREA: texts.required(issuer.rea.number, FIELDS.reaNumber),
          CapitaleSociale: issuer.rea.shareCapital ?? undefined,
          SocioUnico: issuer.rea.socioUnico ?? undefined,
          StatoLiquidazione: issuer.rea.liquidazione,
        }
      : undefined,
    Contatti: phone === undefined && email === undefined ? undefined : { Telefono: phone, Email: email },
  };
}

/** The buyer: who is identified by what depends on the kind of customer. */
export function buyerOf(customer: PartyView, texts: TextCollector): CessionarioCommittente {
  const abroad = customer.kind === 'foreign';
  const taxCode = customer.taxCode === null ? null : compact(customer.taxCode);
  return {
    DatiAnagrafici: {
      IdFiscaleIVA: abroad ? foreignId(customer, texts) : italianId(customer, texts),
      // Abroad the field is for who has an Italian code: SDI looks it up in the Italian register (00306).
      CodiceFiscale:
        abroad && !(taxCode !== null && ITALIAN_CODE.test(taxCode))
          ? undefined
          : texts.optional(taxCode, FIELDS.buyerTaxCode),
      Anagrafica: buyerName(customer, texts),
    },
    Sede: sedeOf(customer.address, ADDRESS_FIELDS.buyer, texts),
  };
}

const ITALIAN_CODE = /^(?:\d{11}|[A-Z]{6}[0-9L-NP-V]{2}[A-EHLMPRST][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z])$/;
const EU = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR GR HR HU IE LT LU LV MT NL PL PT RO SE SI SK XI'.split(' '),
);

/** People and condominiums go by their tax code; the rest by the VAT number. */
function italianId(customer: PartyView, texts: TextCollector): IdFiscale | undefined {
  const byTaxCode =
    (customer.kind === 'private' || customer.kind === 'condominium') && customer.taxCode !== null;
  if (byTaxCode || customer.vatNumber === null) return undefined;
  return {
    IdPaese: texts.required(customer.vatCountry ?? 'IT', FIELDS.buyerVatCountry),
    IdCodice: texts.required(compact(customer.vatNumber), FIELDS.buyerVatNumber),
  };
}

/**
 * SDI wants an IdFiscaleIVA of another country with XXXXXXX (00313) and doesn't look at IdCodice. The Agenzia's FAQ
 * asks for something that identifies the customer; where we know nothing, practice writes seven zeros inside the EU
 * and OO99999999999 outside.
 */
function foreignId(customer: PartyView, texts: TextCollector): IdFiscale {
  const country = customer.vatCountry ?? customer.address.country;
  const own = customer.vatNumber ?? customer.taxCode;
  return {
    IdPaese: texts.required(country, FIELDS.buyerVatCountry),
    IdCodice: texts.required(
      own === null ? (EU.has(country) ? '0000000' : 'OO99999999999') : compact(own),
      FIELDS.buyerVatNumber,
    ),
  };
}

function buyerName(customer: PartyView, texts: TextCollector): Anagrafica {
  const person = customer.firstName !== null && customer.lastName !== null;
  return {
    Denominazione: person ? undefined : texts.required(customer.name, FIELDS.buyerName),
    Nome: person ? texts.required(customer.firstName, FIELDS.buyerFirstName) : undefined,
    Cognome: person ? texts.required(customer.lastName, FIELDS.buyerLastName) : undefined,
  };
}

const LOOSE = /[^A-Z0-9]/;
/** A code as the registers write it: upper case, no blanks. */
const compact = (code: string): string => (LOOSE.test(code) ? code.replace(/\s/g, '').toUpperCase() : code);

/** Digits of the national number; undefined when they are no Italian number of 5 to 12 digits: the element is optional. */
function phoneDigits(phone: string): string | undefined {
  const digits = phone.replace(/^\s*(?:\+|00)39/, '').replace(/\D/g, '');
  return digits.length >= 5 && digits.length <= 12 ? digits : undefined;
}
