import type { PlainDate, Sql } from '@traliccio/sdk';

/** How many payers make a page: whole invoices, a fixed number of queries, one transaction. */
export const PAGE_SIZE = 250;

/**
 * Payers with something due, page by page, one due date at a time on the index that begins with it. A payer comes once,
 * with his earliest date: all his due contracts are billed together then.
 */
export async function* payersDue(sql: Sql, day: PlainDate, pageSize: number): AsyncGenerator<number[]> {
  const seen = new Set<number>();
  let page: number[] = [];
  for (
    let date = await nextDate(sql, '0000-00-00', day);
    date !== null;
    date = await nextDate(sql, date, day)
  ) {
    for (let last = 0; ;) {
      const rows = await sql.all<{ payer_id: number }>(
        `SELECT DISTINCT payer_id FROM contract WHERE next_due = ? AND payer_id > ? ORDER BY payer_id LIMIT ${pageSize}`,
        [date, last],
      );
      for (const { payer_id: id } of rows) {
        last = id;
        if (seen.has(id)) continue;
        seen.add(id);
        page.push(id);
        if (page.length < pageSize) continue;
        yield page;
        page = [];
      }
      if (rows.length < pageSize) break;
    }
  }
  if (page.length > 0) yield page;
}

async function nextDate(sql: Sql, after: string, day: PlainDate): Promise<PlainDate | null> {
  const [row] = await sql.all<{ date: PlainDate | null }>(
    'SELECT MIN(next_due) AS date FROM contract WHERE next_due > ? AND next_due <= ?',
    [after, day],
  );
  return row?.date ?? null;
}

export async function contractsDue(sql: Sql, day: PlainDate): Promise<number> {
  const [row] = await sql.all<{ n: number }>('SELECT COUNT(*) AS n FROM contract WHERE next_due <= ?', [day]);
  return row?.n ?? 0;
}
