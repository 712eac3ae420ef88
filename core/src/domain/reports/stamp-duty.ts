import type { Cents, PlainDate, Sql } from '@traliccio/sdk';
import { isIssuedHere } from '../documents/origins.ts';

export type StampQuarter = { readonly quarter: number; readonly documents: number; readonly total: Cents };

const IN_YEAR = `stamp_duty > 0 AND date >= ? AND date <= ? AND state = 'issued' AND ${isIssuedHere('origin')}`;
const yearOf = (year: number): [PlainDate, PlainDate] => [
  `${year}-01-01` as PlainDate,
  `${year}-12-31` as PlainDate,
];

/** What documents with stamp duty come to, by quarter; credit notes owe it, too. All four, with or without. */
export async function stampQuarters(sql: Sql, year: number): Promise<StampQuarter[]> {
  const quarter =
    "CASE WHEN SUBSTR(date, 6, 2) <= '03' THEN 1 WHEN SUBSTR(date, 6, 2) <= '06' THEN 2 WHEN SUBSTR(date, 6, 2) <= '09' THEN 3 ELSE 4 END";
  const rows = await sql.all<StampQuarter>(
    `SELECT quarter, COUNT(*) AS documents, SUM(stamp_duty) AS total FROM (SELECT ${quarter} AS quarter, stamp_duty FROM document WHERE ${IN_YEAR}) q GROUP BY quarter`,
    yearOf(year),
  );
  return [1, 2, 3, 4].map(
    (n) => rows.find((row) => row.quarter === n) ?? { quarter: n, documents: 0, total: 0 },
  );
}

export type StampRow = {
  readonly id: number;
  readonly date: PlainDate;
  readonly numberText: string;
  readonly customerName: string;
  readonly total: Cents;
  readonly stampDuty: Cents;
};

/** In the order in which they were issued, behind `after`. */
export const stampRows = (
  sql: Sql,
  year: number,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<StampRow[]> =>
  sql.all<StampRow>(
    `SELECT d.id AS id, d.date AS date, d.number_text AS numberText, c.name AS customerName, d.total AS total, d.stamp_duty AS stampDuty
     FROM (SELECT * FROM document WHERE ${IN_YEAR} AND id > ? ORDER BY id LIMIT ${limit}) d JOIN customer c ON c.id = d.customer_id ORDER BY d.id`,
    [...yearOf(year), after],
  );
