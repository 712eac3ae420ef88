import type { Cents, PlainDate, Sql, SqlValue } from '@traliccio/sdk';
import { isIssuedHere } from '../documents/origins.ts';

/** From and to, both included. */
export type Range = { readonly from: PlainDate; readonly to: PlainDate };

/** A credit note takes away. */
const signed = (column: string): string =>
  `CASE d.kind WHEN 'credit_note' THEN -${column} ELSE ${column} END`;
/** What came along from another system stands in that system's register. */
const ISSUED = `d.state = 'issued' AND ${isIssuedHere('d.origin')} AND d.date >= ? AND d.date <= ?`;

export type VatTotal = {
  readonly vatRate: number;
  readonly natura: string | null;
  readonly esigibilita: 'I' | 'D' | 'S' | null;
  readonly documents: number;
  readonly base: Cents;
  readonly vat: Cents;
};

/** What the documents of a period come to, by rate, natura and esigibilita. */
export const vatTotals = (sql: Sql, { from, to }: Range): Promise<VatTotal[]> =>
  sql.all<VatTotal>(
    `SELECT v.vat_rate AS vatRate, v.natura AS natura, v.esigibilita AS esigibilita, COUNT(*) AS documents,
       SUM(${signed('v.base')}) AS base, SUM(${signed('v.vat')}) AS vat
     FROM document d JOIN document_vat v ON v.document_id = d.id WHERE ${ISSUED}
     GROUP BY v.vat_rate, v.natura, v.esigibilita ORDER BY v.vat_rate DESC, v.natura, v.esigibilita`,
    [from, to],
  );

export type VatRow = {
  readonly id: number;
  readonly date: PlainDate;
  readonly numberText: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly tipoDocumento: string;
  readonly customer: string;
  readonly customerName: string;
  readonly vatRate: number;
  readonly natura: string | null;
  readonly esigibilita: 'I' | 'D' | 'S' | null;
  readonly base: Cents;
  readonly vat: Cents;
  readonly total: Cents;
};
/** A document's place in the register: by date, series and number. */
export type After = {
  readonly date: PlainDate;
  readonly series: string;
  readonly number: number;
  readonly id: number;
};

const BEHIND =
  '(d.date > ? OR d.series > ? OR (d.series = ? AND (d.number > ? OR (d.number = ? AND d.id > ?))))';

/** The rows of so many documents, in the order of the register, behind those of the page before. */
export async function vatRows(
  sql: Sql,
  { from, to }: Range,
  { after, limit }: { readonly after: After | undefined; readonly limit: number },
): Promise<{ items: VatRow[]; next: After | undefined }> {
  const start: PlainDate = after && after.date > from ? after.date : from;
  const params: SqlValue[] = [start, to];
  if (after) params.push(after.date, after.series, after.series, after.number, after.number, after.id);
  const order = 'd.date, d.series, d.number, d.id';
  const page = `SELECT d.id FROM document d WHERE ${ISSUED}${after ? ` AND ${BEHIND}` : ''} ORDER BY ${order} LIMIT ${limit}`;
  const rows = await sql.all<VatRow & { series: string; number: number }>(
    `SELECT d.id AS id, d.date AS date, d.number_text AS numberText, d.kind AS kind, d.tipo_documento AS tipoDocumento, c.code AS customer,
       c.name AS customerName, v.vat_rate AS vatRate, v.natura AS natura, v.esigibilita AS esigibilita, d.series AS series, d.number AS number,
       ${signed('v.base')} AS base, ${signed('v.vat')} AS vat, ${signed('d.total')} AS total
     FROM (${page}) p JOIN document d ON d.id = p.id JOIN document_vat v ON v.document_id = d.id
     JOIN customer c ON c.id = d.customer_id ORDER BY ${order}, v.number`,
    params,
  );
  const last = rows.at(-1);
  const documents = new Set(rows.map((row) => row.id)).size;
  return {
    items: rows.map(({ series: _series, number: _number, ...row }) => row),
    next:
      last && documents === limit
        ? { date: last.date, series: last.series, number: last.number, id: last.id }
        : undefined,
  };
}
