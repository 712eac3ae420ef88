import type { Cents, Micro, Sql } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import type { CreditedBefore } from './credit-figures.ts';

type NoteLine = { readonly number: number; readonly amount: Cents; readonly quantity: Micro };
export type Credits = CreditedBefore & {
  /** The lines of the notes, by the invoice's line that they credit. */
  readonly notes: ReadonlyMap<number, readonly NoteLine[]>;
  readonly numbers: readonly string[];
};

/** What credit notes have taken of invoices so far, by invoice; those that have none are not in it. */
export async function creditsOf(sql: Sql, invoiceIds: readonly number[]): Promise<Map<number, Credits>> {
  if (invoiceIds.length === 0) return new Map();
  const list = idList(sql, invoiceIds);
  const from = `FROM document n JOIN`;
  const where = `WHERE n.credits_document_id IN ${list.sql} AND n.state = 'issued'`;
  const notes = await sql.all<{ invoice: number; numberText: string; total: Cents; payable: Cents }>(
    `SELECT n.credits_document_id AS invoice, n.number_text AS numberText, n.total AS total, n.payable AS payable
     FROM document n ${where} ORDER BY n.id`,
    list.params,
  );
  if (notes.length === 0) return new Map();
  const lines = await sql.all<NoteLine & { invoice: number }>(
    `SELECT n.credits_document_id AS invoice, l.credits_line AS number, l.amount AS amount, l.quantity AS quantity
     ${from} document_line l ON l.document_id = n.id ${where} AND l.credits_line IS NOT NULL`,
    list.params,
  );
  const vat = await sql.all<CreditedBefore['vat'][number] & { invoice: number }>(
    `SELECT n.credits_document_id AS invoice, v.vat_rate AS vatRate, v.natura AS natura, SUM(v.base) AS base, SUM(v.vat) AS vat
     ${from} document_vat v ON v.document_id = n.id ${where} GROUP BY n.credits_document_id, v.vat_rate, v.natura`,
    list.params,
  );
  const sum = <T>(of: readonly T[], value: (one: T) => number): number =>
    of.reduce((total, one) => total + value(one), 0);
  return new Map(
    [...Map.groupBy(notes, (n) => n.invoice)].map(([invoice, own]) => {
      const byLine = Map.groupBy(
        lines.filter((l) => l.invoice === invoice),
        (l) => l.number,
      );
      return [
        invoice,
        {
          notes: byLine,
          lines: new Map([...byLine].map(([number, of]) => [number, sum(of, (l) => l.amount)])),
          vat: vat.filter((v) => v.invoice === invoice),
          total: sum(own, (n) => n.total),
          payable: sum(own, (n) => n.payable),
          numbers: own.map((n) => n.numberText),
        },
      ];
    }),
  );
}
