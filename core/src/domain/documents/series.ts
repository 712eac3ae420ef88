import { Conflict, type PlainDate, type Tx } from '@traliccio/sdk';
import { chainStart } from './chain.ts';

export type SeriesKey = { readonly issuerId: number; readonly code: string; readonly year: number };
export type TakenNumbers = {
  readonly first: number;
  readonly chainLength: number;
  readonly chainHead: string;
};

/**
 * Takes `count` numbers of a series. The row stays locked until the transaction ends: with it numbers have no gap and
 * no double, whatever crashes or runs at the same time. Dates never run against numbers.
 * @throws Conflict when the series has documents of a later date
 */
export async function takeNumbers(
  tx: Tx,
  series: SeriesKey,
  { count, date }: { count: number; date: PlainDate },
): Promise<TakenNumbers> {
  const key = [series.issuerId, series.code, series.year];
  const where = 'WHERE issuer_id = ? AND code = ? AND year = ?';
  const take = (): Promise<number> =>
    tx.run(
      `UPDATE series SET last_number = last_number + ?, last_date = ? ${where} AND (last_date IS NULL OR last_date <= ?)`,
      [count, date, ...key, date],
    );
  if ((await take()) === 0) {
    await tx.upsert(
      'series',
      ['issuer_id', 'code', 'year', 'first_number', 'last_number', 'chain_head'],
      [[...key, 1, 0, chainStart(series.issuerId, series.code, series.year)]],
      { key: ['issuer_id', 'code', 'year'], update: [] },
    );
    if ((await take()) === 0) {
      const [row] = await tx.all<{ last_date: string }>(`SELECT last_date FROM series ${where}`, key);
      throw new Conflict(
        'document.date_before_last',
        `series ${series.code} of ${series.year} has documents dated ${row?.last_date}, later than ${date}: issue with that date or a later one`,
        { field: 'date' },
      );
    }
  }
  const [row] = await tx.all<{ last_number: number; chain_length: number; chain_head: string }>(
    `SELECT last_number, chain_length, chain_head FROM series ${where}`,
    key,
  );
  if (!row) throw new Error(`series ${key.join('/')} is gone`);
  return { first: row.last_number - count + 1, chainLength: row.chain_length, chainHead: row.chain_head };
}

export async function advanceChain(
  tx: Tx,
  series: SeriesKey,
  head: { length: number; hash: string },
): Promise<void> {
  await tx.run(
    'UPDATE series SET chain_length = ?, chain_head = ? WHERE issuer_id = ? AND code = ? AND year = ?',
    [head.length, head.hash, series.issuerId, series.code, series.year],
  );
}

/** Takes `count` values of a counter (gaps are fine) and returns the first. */
export async function takeCounter(
  tx: Tx,
  counter: { issuerId: number; name: string },
  count: number,
): Promise<number> {
  const key = [counter.issuerId, counter.name];
  const update = 'UPDATE counter SET last_value = last_value + ? WHERE issuer_id = ? AND name = ?';
  if ((await tx.run(update, [count, ...key])) === 0) {
    await tx.upsert('counter', ['issuer_id', 'name', 'last_value'], [[...key, 0]], {
      key: ['issuer_id', 'name'],
      update: [],
    });
    await tx.run(update, [count, ...key]);
  }
  const [row] = await tx.all<{ last_value: number }>(
    'SELECT last_value FROM counter WHERE issuer_id = ? AND name = ?',
    key,
  );
  return (row?.last_value ?? count) - count + 1;
}
