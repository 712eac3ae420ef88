import type { Cents, PlainDate, Sql, SqlValue } from '@traliccio/sdk';
import { isIssuedHere } from '../documents/origins.ts';
import type { Range } from './vat-report.ts';

/** How far the documents of a period have come. Null where no plugin does it. Nobody transmits them yet. */
export type MonthEnd = {
  readonly issued: Amount;
  readonly withXml: Step;
  readonly mailed: Step | null;
  readonly collected: Step;
  readonly stampDuty: Amount;
};
export type Amount = { readonly documents: number; readonly total: Cents };
/** What has come as far as this, and what has not; the first of these by their number. */
export type Step = Amount & { readonly missing: Amount & { readonly first: Missing[] } };
export type Missing = {
  readonly id: number;
  readonly numberText: string;
  readonly date: PlainDate;
  readonly customerName: string;
  /** What is missing of it. */
  readonly amount: Cents;
};

/** So many of what is missing are named. */
const FIRST = 10;

const ISSUED = `d.state = 'issued' AND ${isIssuedHere('d.origin')} AND d.date >= ? AND d.date <= ?`;
const TOTAL = "CASE d.kind WHEN 'credit_note' THEN -d.total ELSE d.total END";
const WITH_XML = "EXISTS (SELECT 1 FROM artifact a WHERE a.document_id = d.id AND a.kind = 'fatturapa')";
/** What is owed for an invoice: credit notes pay, they are not paid. */
const INVOICE = "d.kind = 'invoice'";
const OPEN = 'COALESCE((SELECT o.open_amount FROM open_item o WHERE o.document_id = d.id), 0)';

type Sums = {
  readonly documents: number;
  readonly total: Cents;
  readonly xml: number;
  readonly xmlTotal: Cents;
  readonly mailed: number;
  readonly mailedTotal: Cents;
  readonly invoices: number;
  readonly payable: Cents;
  readonly paid: number;
  readonly openTotal: Cents;
  readonly stamped: number;
  readonly stampDuty: Cents;
};

export async function monthEnd(sql: Sql, { from, to }: Range): Promise<MonthEnd> {
  const mailers = await sql.all<{ subscriber: string }>(
    "SELECT subscriber FROM subscription WHERE event = 'document.issued' AND subscriber LIKE '%/mail'",
  );
  const names = mailers.map(({ subscriber }) => subscriber);
  const mailed = isMailed(sql, names);
  const period = [from, to];
  const [sums] = await sql.all<Sums>(sumsStatement(mailed), [...mailed.params, ...period]);
  const { documents, total, ...found } = sums!;
  const firstOf = (where: string, amount: string, params: readonly SqlValue[] = []): Promise<Missing[]> =>
    sql.all<Missing>(
      `SELECT d.id AS id, d.number_text AS numberText, d.date AS date, c.name AS customerName, ${amount} AS amount
       FROM document d JOIN customer c ON c.id = d.customer_id WHERE ${ISSUED} AND ${where} ORDER BY d.date, d.id LIMIT ${FIRST}`,
      [...period, ...params],
    );
  const step = async (done: Amount, of: Amount, first: () => Promise<Missing[]>): Promise<Step> => {
    const missing = { documents: of.documents - done.documents, total: of.total - done.total };
    return { ...done, missing: { ...missing, first: missing.documents === 0 ? [] : await first() } };
  };
  const issued = { documents, total };
  return {
    issued,
    withXml: await step({ documents: found.xml, total: found.xmlTotal }, issued, () =>
      firstOf(`NOT ${WITH_XML}`, TOTAL),
    ),
    mailed:
      names.length === 0
        ? null
        : await step({ documents: found.mailed, total: found.mailedTotal }, issued, () =>
            firstOf(`NOT (${mailed.sql})`, TOTAL, mailed.params),
          ),
    collected: await step(
      { documents: found.paid, total: found.payable - found.openTotal },
      { documents: found.invoices, total: found.payable },
      () => firstOf(`${INVOICE} AND ${OPEN} <> 0`, OPEN),
    ),
    stampDuty: { documents: found.stamped, total: found.stampDuty },
  };
}

const sum = (value: string, as: string): string => `COALESCE(SUM(${value}), 0) AS ${as}`;

/** All that is counted of a period, read once. */
export const sumsStatement = (mailed: { readonly sql: string }): string =>
  `SELECT COUNT(*) AS documents, ${[
    sum('x.total', 'total'),
    sum('x.xml', 'xml'),
    sum('x.xml * x.total', 'xmlTotal'),
    sum('x.mailed', 'mailed'),
    sum('x.mailed * x.total', 'mailedTotal'),
    sum('x.invoice', 'invoices'),
    sum('x.invoice * x.payable', 'payable'),
    sum('CASE WHEN x.invoice = 1 AND x.open_amount = 0 THEN 1 ELSE 0 END', 'paid'),
    sum('x.invoice * x.open_amount', 'openTotal'),
    sum('CASE WHEN x.stamp_duty > 0 THEN 1 ELSE 0 END', 'stamped'),
    sum('x.stamp_duty', 'stampDuty'),
  ].join(', ')}
   FROM (SELECT ${TOTAL} AS total, ${yes(WITH_XML)} AS xml, ${yes(mailed.sql)} AS mailed, ${yes(INVOICE)} AS invoice,
           d.payable AS payable, ${OPEN} AS open_amount, d.stamp_duty AS stamp_duty FROM document d WHERE ${ISSUED}) x`;

const yes = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;

/**
 * Delivered by one that mails documents, to a customer with an address for invoices: who has none is delivered
 * nothing. Deliveries are remembered for 90 days.
 */
export function isMailed(sql: Sql, subscribers: readonly string[]): { sql: string; params: SqlValue[] } {
  if (subscribers.length === 0) return { sql: '1 = 0', params: [] };
  const aggregate =
    sql.dialect === 'sqlite' ? "('document:' || d.id)" : "CONVERT(CONCAT('document:', d.id) USING ascii)";
  return {
    sql: `EXISTS (SELECT 1 FROM contact b WHERE b.customer_id = d.customer_id AND b.role = 'billing' AND b.email IS NOT NULL)
      AND EXISTS (SELECT 1 FROM outbox e WHERE e.subscriber IN (${subscribers.map(() => '?').join(', ')}) AND e.aggregate = ${aggregate} AND e.state = 'done')`,
    params: [...subscribers],
  };
}
