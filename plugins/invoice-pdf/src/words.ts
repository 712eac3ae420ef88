import {
  type Cents,
  type DocumentLineView,
  type DocumentView,
  formatDecimal,
  formatEuro,
  mulDiv,
  type VatRate,
} from '@traliccio/sdk';

/** Figures and codes as Italian readers expect them. */

/** An amount for a column headed with its currency. */
export const amount = (cents: Cents): string => formatEuro(cents).replace(' €', '');
export const percent = (rate: VatRate): string => `${formatDecimal(rate, 2, 0).replace('.', ',')}%`;
export const quantity = (micro: number): string => formatDecimal(micro, 6, 0).replace('.', ',');
export const iban = (text: string): string => text.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** The price of one as it was agreed: with VAT where the line is charged so. */
export function price({ unitPrice, vatIncluded, vatRate }: DocumentLineView): string {
  if (vatIncluded) return amount(mulDiv(unitPrice, 10_000 + vatRate, 10_000_000_000));
  const [whole, places = ''] = formatDecimal(unitPrice, 8, 2).split('.');
  return `${(whole as string).replaceAll(/\B(?=(\d{3})+$)/g, '.')},${places}`;
}

export function title({ kind, number, numberText, tipoDocumento }: DocumentView): {
  readonly name: string;
  readonly number: string;
} {
  const name = kind === 'credit_note' ? 'Nota di credito' : (NAMES[tipoDocumento] ?? 'Fattura');
  return number === null
    ? { name: 'PROFORMA', number: `${name} senza numero` }
    : { name, number: `n. ${numberText}` };
}
const NAMES: Readonly<Record<string, string>> = {
  TD02: 'Fattura di acconto',
  TD05: 'Nota di debito',
  TD06: 'Parcella',
  TD24: 'Fattura differita',
  TD26: 'Fattura per cessione di beni ammortizzabili',
};

/** `ModalitaPagamento` of the FatturaPA format, in words. */
export const paymentMethod = (code: string): string => METHODS[code] ?? code;
const METHODS: Readonly<Record<string, string>> = {
  MP01: 'Contanti',
  MP02: 'Assegno',
  MP03: 'Assegno circolare',
  MP04: 'Contanti presso Tesoreria',
  MP05: 'Bonifico bancario',
  MP06: 'Vaglia cambiario',
  MP07: 'Bollettino bancario',
  MP08: 'Carta di pagamento',
  MP09: 'RID',
  MP10: 'RID utenze',
  MP11: 'RID veloce',
  MP12: 'Ricevuta bancaria (RIBA)',
  MP13: 'MAV',
  MP14: 'Quietanza erario',
  MP15: 'Giroconto su conti di contabilità speciale',
  MP16: 'Domiciliazione bancaria',
  MP17: 'Domiciliazione postale',
  MP18: 'Bollettino di conto corrente postale',
  MP19: 'Addebito diretto SEPA (SDD)',
  MP20: 'Addebito diretto SEPA (SDD CORE)',
  MP21: 'Addebito diretto SEPA (SDD B2B)',
  MP22: 'Trattenuta su somme già riscosse',
  MP23: 'PagoPA',
};
/** Methods by which the issuer collects, and the customer has nothing to do. */
export const isCollected = (code: string): boolean =>
  ['MP09', 'MP10', 'MP11', 'MP16', 'MP17', 'MP19', 'MP20', 'MP21'].includes(code);
