import type { Sql } from '@traliccio/sdk';
import type { Found } from '../../kernel/http/list.ts';

const NUMBER = /^([1-9]\d{0,8})(?:\/([A-Za-z0-9]{1,8})(?:\/(\d{4}))?)?$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/;

/**
 * Series and the years that each has documents of, by one look into the index for each of them. MariaDB jumps from one
 * to the next when it is asked for what is distinct, and not in the subqueries; with SQLite it is the other way round.
 */
const SERIES = {
  mysql: 'SELECT DISTINCT series, year FROM document',
  sqlite: `WITH RECURSIVE s (series) AS (
      SELECT MIN(series) FROM document
      UNION ALL SELECT (SELECT MIN(d.series) FROM document d WHERE d.series > s.series) FROM s WHERE s.series IS NOT NULL
    ), y (series, year) AS (
      SELECT s.series, (SELECT MIN(d.year) FROM document d WHERE d.series = s.series) FROM s WHERE s.series IS NOT NULL
      UNION ALL SELECT y.series, (SELECT MIN(d.year) FROM document d WHERE d.series = y.series AND d.year > y.year) FROM y WHERE y.year IS NOT NULL
    ) SELECT series, year FROM y WHERE year IS NOT NULL`,
} as const;

/** Documents by what people call them: a number (`12`, `12/A`, `12/A/2026`), or the code of their customer. */
export async function findDocuments(
  sql: Sql,
  { q, after, limit }: { readonly q: string; readonly after: number; readonly limit: number },
): Promise<Found> {
  const asked = q.trim();
  const ids = new Set([...(await byNumber(sql, asked)), ...(await byCustomer(sql, asked))]);
  const behind = [...ids].filter((id) => id > after).sort((a, b) => a - b);
  const page = behind.slice(0, limit);
  return { ids: page, next: behind.length > limit ? (page.at(-1) as number) : null };
}

async function byNumber(sql: Sql, asked: string): Promise<number[]> {
  const [, number, series, year] = NUMBER.exec(asked) ?? [];
  if (number === undefined) return [];
  const rows = await sql.all<{ id: number }>(
    `SELECT d.id FROM (${SERIES[sql.dialect]}) y JOIN document d ON d.series = y.series AND d.year = y.year AND d.number = ?
     WHERE 1 = 1${series === undefined ? '' : ' AND d.series = ?'}${year === undefined ? '' : ' AND d.year = ?'}`,
    [
      Number(number),
      ...(series === undefined ? [] : [series]),
      ...(year === undefined ? [] : [Number(year)]),
    ],
  );
  return rows.map((row) => row.id);
}

async function byCustomer(sql: Sql, asked: string): Promise<number[]> {
  if (!CODE.test(asked)) return [];
  const rows = await sql.all<{ id: number }>(
    'SELECT d.id FROM customer c JOIN document d ON d.customer_id = c.id WHERE c.code = ?',
    [asked],
  );
  return rows.map((row) => row.id);
}
