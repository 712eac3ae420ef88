import type { Finding } from '@traliccio/sdk';
import { isClean, transliterate, truncate, type CharacterSet } from './transliterate.ts';

/** A text element: where it stands, which characters it takes, how long it may be, what becomes of a longer text. */
export type TextField = {
  /** Path of the element; a number goes after the first step where that is repeated. */
  readonly path: string;
  readonly set: CharacterSet;
  readonly max: number;
  /** Prose is cut; a code that is cut would be another code, so it is refused. */
  readonly long: 'cut' | 'refuse';
};

const prose = (path: string, max: number): TextField => ({ path, set: 'latin1', max, long: 'cut' });
const label = (path: string, max: number): TextField => ({ path, set: 'basic', max, long: 'cut' });
const code = (path: string, max: number): TextField => ({ path, set: 'basic', max, long: 'refuse' });

/** The text elements that documents are written with. Lengths and sets are those of the schema (`String60LatinType` ...). */
export const FIELDS = {
  transmitterCountry: code('DatiTrasmissione/IdTrasmittente/IdPaese', 2),
  transmitterCode: code('DatiTrasmissione/IdTrasmittente/IdCodice', 28),
  recipientCode: code('DatiTrasmissione/CodiceDestinatario', 7),
  recipientPec: code('DatiTrasmissione/PECDestinatario', 256),
  sellerVatCountry: code('CedentePrestatore/DatiAnagrafici/IdFiscaleIVA/IdPaese', 2),
  sellerVatNumber: code('CedentePrestatore/DatiAnagrafici/IdFiscaleIVA/IdCodice', 28),
  sellerTaxCode: code('CedentePrestatore/DatiAnagrafici/CodiceFiscale', 16),
  sellerName: prose('CedentePrestatore/DatiAnagrafici/Anagrafica/Denominazione', 80),
  sellerFirstName: prose('CedentePrestatore/DatiAnagrafici/Anagrafica/Nome', 60),
  sellerLastName: prose('CedentePrestatore/DatiAnagrafici/Anagrafica/Cognome', 60),
  sellerRegime: code('CedentePrestatore/DatiAnagrafici/RegimeFiscale', 4),
  reaOffice: code('CedentePrestatore/IscrizioneREA/Ufficio', 2),
  reaNumber: code('CedentePrestatore/IscrizioneREA/NumeroREA', 20),
  sellerEmail: code('CedentePrestatore/Contatti/Email', 256),
  buyerVatCountry: code('CessionarioCommittente/DatiAnagrafici/IdFiscaleIVA/IdPaese', 2),
  buyerVatNumber: code('CessionarioCommittente/DatiAnagrafici/IdFiscaleIVA/IdCodice', 28),
  buyerTaxCode: code('CessionarioCommittente/DatiAnagrafici/CodiceFiscale', 16),
  buyerName: prose('CessionarioCommittente/DatiAnagrafici/Anagrafica/Denominazione', 80),
  buyerFirstName: prose('CessionarioCommittente/DatiAnagrafici/Anagrafica/Nome', 60),
  buyerLastName: prose('CessionarioCommittente/DatiAnagrafici/Anagrafica/Cognome', 60),
  type: code('DatiGeneraliDocumento/TipoDocumento', 4),
  number: code('DatiGeneraliDocumento/Numero', 20),
  causale: prose('DatiGeneraliDocumento/Causale', 10_000),
  orderId: code('DatiOrdineAcquisto/IdDocumento', 20),
  cup: code('DatiOrdineAcquisto/CodiceCUP', 15),
  cig: code('DatiOrdineAcquisto/CodiceCIG', 15),
  contractCode: code('DatiContratto/IdDocumento', 20),
  creditedNumber: code('DatiFattureCollegate/IdDocumento', 20),
  lineDescription: prose('DettaglioLinee/Descrizione', 1000),
  lineUnit: label('DettaglioLinee/UnitaMisura', 10),
  lineNatura: code('DettaglioLinee/Natura', 4),
  deliveryNumber: code('DatiDDT/NumeroDDT', 20),
  lineIntent: prose('DettaglioLinee/AltriDatiGestionali/RiferimentoTesto', 60),
  withholdingCausale: code('DatiGeneraliDocumento/DatiRitenuta/CausalePagamento', 2),
  attachmentName: code('Allegati/NomeAttachment', 60),
  attachmentFormat: code('Allegati/FormatoAttachment', 10),
  attachmentDescription: prose('Allegati/DescrizioneAttachment', 100),
  lineContract: prose('DettaglioLinee/AltriDatiGestionali/RiferimentoTesto', 60),
  vatNatura: code('DatiRiepilogo/Natura', 4),
  vatReference: prose('DatiRiepilogo/RiferimentoNormativo', 100),
  paymentMethod: code('DatiPagamento/DettaglioPagamento/ModalitaPagamento', 4),
  paymentBank: prose('DatiPagamento/DettaglioPagamento/IstitutoFinanziario', 80),
  paymentIban: code('DatiPagamento/DettaglioPagamento/IBAN', 34),
  paymentReference: code('DatiPagamento/DettaglioPagamento/CodicePagamento', 60),
} as const satisfies Record<string, TextField>;

export const ADDRESS_FIELDS = {
  seller: addressFields('CedentePrestatore'),
  buyer: addressFields('CessionarioCommittente'),
};
export type AddressFields = ReturnType<typeof addressFields>;

/** Brings texts into their elements, and collects what can't be (00200). */
export class TextCollector {
  readonly findings: Finding[] = [];

  /** The text of an element that must be there. */
  required(value: string | null, field: TextField, index = 0): string {
    const text = this.optional(value, field, index);
    if (text !== undefined) return text;
    if (!this.findings.some((f) => f.path === pathOf(field, index)))
      this.refuse(field, index, 'il campo è vuoto ma è obbligatorio: compilarlo');
    return '';
  }

  /** The text of an element that is left out where there is none: an empty element is an error (00200). */
  optional(value: string | null, field: TextField, index = 0): string | undefined {
    if (value === null || value === '') return undefined;
    if (value.length <= field.max && isClean(value, field.set)) return value;
    const { text, unknown } = transliterate(value, field.set);
    if (unknown.length > 0)
      this.refuse(
        field,
        index,
        `caratteri non ammessi dal formato: ${unknown.map(named).join(', ')}; riscrivere il testo senza di essi`,
      );
    if (text.length > field.max && field.long === 'refuse')
      this.refuse(
        field,
        index,
        `"${text}" ha ${text.length} caratteri, il massimo è ${field.max}: accorciarlo`,
      );
    return text === '' ? undefined : truncate(text, field.max);
  }

  private refuse(field: TextField, index: number, message: string): void {
    this.findings.push({ code: '00200', severity: 'error', path: pathOf(field, index), message });
  }
}

function pathOf(field: TextField, index: number): string {
  return index === 0 ? field.path : field.path.replace('/', `[${index}]/`);
}

function named(character: string): string {
  const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /\p{Cs}|\p{C}/u.test(character) ? `U+${point}` : `«${character}» (U+${point})`;
}

function addressFields(party: string) {
  return {
    street: prose(`${party}/Sede/Indirizzo`, 60),
    houseNumber: label(`${party}/Sede/NumeroCivico`, 8),
    postcode: code(`${party}/Sede/CAP`, 5),
    city: prose(`${party}/Sede/Comune`, 60),
    province: code(`${party}/Sede/Provincia`, 2),
    country: code(`${party}/Sede/Nazione`, 2),
  };
}
