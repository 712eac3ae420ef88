import type { DocumentKind, PlainDate, Sql, SqlValue } from '@traliccio/sdk';
import type { Database } from '../../kernel/db/database.ts';

/** What of an issued document is added up. */
export type Counted = {
  readonly date: PlainDate;
  readonly kind: DocumentKind;
  readonly series: string;
  readonly net: number;
  readonly vat: number;
  readonly total: number;
};

const KEY = ['date', 'kind', 'series'] as const;
const SUMS = ['documents', 'net', 'vat', 'total'] as const;
const COLUMNS = [...KEY, ...SUMS].join(', ');
const OF_DOCUMENTS = `SELECT ${KEY.join(', ')}, COUNT(*) AS documents, SUM(net) AS net, SUM(vat) AS vat, SUM(total) AS total
  FROM document WHERE state = 'issued' GROUP BY ${KEY.join(', ')}`;

/**
 * Adds documents to what their days come to, in the transaction that issues them. Whoever issues holds the series
 * already, so a row of it is nobody else's to wait for.
 */
export async function countTurnover(tx: Sql, documents: readonly Counted[]): Promise<void> {
  const rows = sumsOf(documents);
  const added = (given: (column: string) => string): string =>
    SUMS.map((column) => `${column} = ${column} + ${given(column)}`).join(', ');
  const tail =
    tx.dialect === 'sqlite'
      ? `ON CONFLICT (${KEY.join(', ')}) DO UPDATE SET ${added((column) => `excluded.${column}`)}`
      : `ON DUPLICATE KEY UPDATE ${added((column) => `VALUES(${column})`)}`;
  // One prepared statement on SQLite, where nothing is far away; one statement on MySQL.
  const groups = tx.dialect === 'sqlite' ? rows.map((row) => [row]) : rows.length > 0 ? [rows] : [];
  for (const group of groups)
    await tx.run(
      `INSERT INTO turnover (${COLUMNS}) VALUES ${group.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')} ${tail}`,
      group.flat(),
    );
}

/** By key, in one order everywhere: two transactions wait for each other instead of dying. */
function sumsOf(documents: readonly Counted[]): SqlValue[][] {
  const sums = new Map<string, [string, string, string, number, number, number, number]>();
  for (const { date, kind, series, net, vat, total } of documents) {
    const key = `${date} ${kind} ${series}`;
    const row = sums.get(key) ?? [date, kind, series, 0, 0, 0, 0];
    row[3] += 1;
    row[4] += net;
    row[5] += vat;
    row[6] += total;
    sums.set(key, row);
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** What does not come to what the documents say. */
export function turnoverDifferences(sql: Sql): Promise<{ date: PlainDate; kind: string; series: string }[]> {
  return sql.all(
    `SELECT ${KEY.join(', ')} FROM (${OF_DOCUMENTS} UNION ALL SELECT ${KEY.join(', ')}, -documents, -net, -vat, -total FROM turnover) t
     GROUP BY ${KEY.join(', ')} HAVING ${SUMS.map((column) => `SUM(${column}) <> 0`).join(' OR ')} ORDER BY ${KEY.join(', ')}`,
  );
}

/** Adds everything up anew. */
export function recountTurnover(database: Database): Promise<void> {
  return database.transaction(async (tx) => {
    await tx.run('DELETE FROM turnover');
    await tx.run(`INSERT INTO turnover (${COLUMNS}) ${OF_DOCUMENTS}`);
  });
}
