import { Invalid, NotFound, type Sql } from '@traliccio/sdk';

const NUMBER = /^(\d{1,9})\/([^/]{1,8})(?:\/(\d{4}))?$/;

/**
 * The id of the document with a number: `12/A`, `12/A/2026` (needed where several years have the number), or the id
 * itself. @throws NotFound, Invalid
 */
export async function documentIdOf(sql: Sql, reference: string): Promise<number> {
  if (/^\d{1,15}$/.test(reference)) return Number(reference);
  const [, number, series, year] = NUMBER.exec(reference) ?? [];
  if (number === undefined || series === undefined) throw notFound(reference);
  const found = new Map<number, number>();
  for (const { id } of await sql.all<{ id: number }>('SELECT id FROM issuer'))
    for (const one of year === undefined ? await yearsOf(sql, series) : [Number(year)]) {
      const [row] = await sql.all<{ id: number }>(
        'SELECT id FROM document WHERE issuer_id = ? AND series = ? AND year = ? AND number = ? ORDER BY revision DESC LIMIT 1',
        [id, series, one, Number(number)],
      );
      if (row) found.set(one, row.id);
    }
  if (found.size > 1)
    throw new Invalid(
      'document.ambiguous',
      `several years have a document ${reference}: add the year, as in ${reference}/2026`,
      { field: 'number' },
    );
  const [id] = found.values();
  if (id === undefined) throw notFound(reference);
  return id;
}

/** The years that a series has documents of: one look-up in the index for each. */
async function yearsOf(sql: Sql, series: string): Promise<number[]> {
  const years: number[] = [];
  for (;;) {
    const [row] = await sql.all<{ year: number | null }>(
      'SELECT MIN(year) AS year FROM document WHERE series = ? AND year > ?',
      [series, years.at(-1) ?? 0],
    );
    if (typeof row?.year !== 'number') return years;
    years.push(row.year);
  }
}

const notFound = (reference: string): NotFound =>
  new NotFound('document.not_found', `there is no document ${reference}: give its number (12/A) or its id`);
