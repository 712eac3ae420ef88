import {
  type Cents,
  type DocumentView,
  formatDecimal,
  type PartyView,
  type PlainDate,
  type VatRate,
} from '@traliccio/sdk';
import { csvAmount, csvDate, csvFile, csvText } from './csv.ts';

/** A row of the VAT register of sales: one for each rate of a document. Credit notes are negative. */
export type RegisterRow = {
  readonly id: number;
  readonly series: string;
  /** The document's number in its series, by which a register of sales is kept (art. 23 DPR 633/1972). */
  readonly protocol: number;
  readonly date: PlainDate;
  readonly numberText: string;
  readonly tipoDocumento: string;
  readonly customer: string;
  readonly taxId: string;
  readonly vatRate: VatRate;
  readonly natura: string | null;
  readonly esigibilita: 'I' | 'D' | 'S' | null;
  readonly base: Cents;
  readonly vat: Cents;
  /** Of the whole document: on its first row only, so that the column adds up. */
  readonly stampDuty: Cents | null;
  readonly total: Cents | null;
};

export type RegisterTotal = Pick<RegisterRow, 'vatRate' | 'natura' | 'esigibilita' | 'base' | 'vat'>;

export function registerRows(document: DocumentView): RegisterRow[] {
  const sign = document.kind === 'credit_note' ? -1 : 1;
  const signed = (cents: Cents): Cents => (cents === 0 ? 0 : sign * cents);
  return document.vat.map((group, i) => ({
    id: document.id,
    series: document.series,
    protocol: document.number ?? 0,
    date: document.date,
    numberText: document.numberText,
    tipoDocumento: document.tipoDocumento,
    customer: document.customer.name,
    taxId: taxIdOf(document.customer),
    vatRate: group.vatRate,
    natura: group.natura,
    esigibilita: group.esigibilita,
    base: signed(group.base),
    vat: signed(group.vat),
    stampDuty: i === 0 ? document.stampDuty : null,
    total: i === 0 ? signed(document.total) : null,
  }));
}

/** The VAT number where there is one; abroad with its country. */
function taxIdOf({ vatCountry, vatNumber, taxCode }: PartyView): string {
  if (vatNumber === null) return taxCode ?? '';
  return vatCountry === null || vatCountry === 'IT' ? vatNumber : `${vatCountry}${vatNumber}`;
}

/** By date, series and number. */
export const inOrder = (rows: readonly RegisterRow[]): RegisterRow[] =>
  rows.toSorted(
    (a, b) =>
      compare(a.date, b.date) || compare(a.series, b.series) || a.protocol - b.protocol || a.id - b.id,
  );
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** What the rows come to by rate, natura and esigibilita, the highest rate first. */
export function totalsOf(rows: readonly RegisterRow[]): RegisterTotal[] {
  const groups = Map.groupBy(rows, (row) => `${row.vatRate} ${row.natura ?? ''} ${row.esigibilita ?? ''}`);
  const sum = (of: readonly RegisterRow[], field: 'base' | 'vat'): Cents =>
    of.reduce((all, row) => all + row[field], 0);
  return [...groups.values()]
    .map((own) => {
      const { vatRate, natura, esigibilita } = own[0]!;
      return { vatRate, natura, esigibilita, base: sum(own, 'base'), vat: sum(own, 'vat') };
    })
    .sort(
      (a, b) =>
        b.vatRate - a.vatRate ||
        compare(a.natura ?? '', b.natura ?? '') ||
        compare(a.esigibilita ?? '', b.esigibilita ?? ''),
    );
}

export const REGISTER_HEAD = [
  'protocollo',
  'data',
  'numero',
  'tipo',
  'cliente',
  'P.IVA/CF',
  'aliquota',
  'natura',
  'imponibile',
  'imposta',
  'esigibilita',
  'bollo',
  'totale',
] as const;

export const rateText = (rate: VatRate): string => formatDecimal(rate, 2).replace('.', ',');

/** The register as a file for spreadsheets, with what each rate comes to below it. */
export function registerCsv(rows: readonly RegisterRow[]): Uint8Array {
  const orNone = (cents: Cents | null): string => (cents === null ? '' : csvAmount(cents));
  return csvFile([
    REGISTER_HEAD,
    ...rows.map((row) => [
      String(row.protocol),
      csvDate(row.date),
      csvText(row.numberText),
      row.tipoDocumento,
      csvText(row.customer),
      csvText(row.taxId),
      rateText(row.vatRate),
      row.natura ?? '',
      csvAmount(row.base),
      csvAmount(row.vat),
      row.esigibilita ?? '',
      orNone(row.stampDuty),
      orNone(row.total),
    ]),
    [],
    ['', '', '', '', csvText('Totali per aliquota'), ''],
    ...totalsOf(rows).map((total) => [
      '',
      '',
      '',
      '',
      '',
      '',
      rateText(total.vatRate),
      total.natura ?? '',
      csvAmount(total.base),
      csvAmount(total.vat),
      total.esigibilita ?? '',
      '',
      '',
    ]),
  ]);
}
