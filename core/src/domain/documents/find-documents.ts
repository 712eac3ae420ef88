import type { Sql } from '@traliccio/sdk';
import type { Found } from '../../kernel/http/list.ts';

const NUMBER = /^([1-9]\d{0,8})(?:\/([A-Za-z0-9]{1,8})(?:\/(\d{4}))?)?$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/;

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
    `SELECT id FROM document WHERE number = ?${series === undefined ? '' : ' AND series = ?'}${year === undefined ? '' : ' AND year = ?'}`,
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
