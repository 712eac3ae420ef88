import type { Sql, SqlRow, SqlValue } from '@traliccio/sdk';

/** What belongs to a row, of one kind: the contacts of a customer. */
export type Part = {
  /** With its alias: `contact b`. */
  readonly table: string;
  /** The column that has the id of the row: `b.customer_id`. Without it `joins` says what belongs to it. */
  readonly owner?: string;
  readonly where?: string;
  /** Further tables, by LEFT JOIN. */
  readonly joins?: string;
  /** Of the `?` in all of these, for a row. */
  readonly params?: (id: number) => readonly SqlValue[];
  /** Columns by name, each as SQL; the first is never null. */
  readonly select: Readonly<Record<string, string>>;
  /** Names of those that they are in the order of. */
  readonly order: readonly string[];
};
export type Whole<P extends string> = {
  readonly select: string;
  readonly from: string;
  /** Of the row itself: `c.id`. */
  readonly id: string;
  readonly parts: Readonly<Record<P, Part>>;
};
export type WholeRow<P extends string> = {
  readonly row: SqlRow;
  readonly parts: Readonly<Record<P, readonly SqlRow[]>>;
};
export type ReadableSql = Pick<Sql, 'all' | 'dialect'>;

/** Columns of a table under their own names. */
export const columnsOf = (alias: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `${alias}.${name}`]));

/** What reads a row with all its parts: from a server in one statement, since the way there costs more than the rest. */
export function wholeReader<P extends string>(
  whole: Whole<P>,
): (sql: ReadableSql, id: number) => Promise<WholeRow<P> | undefined> {
  const names = Object.keys(whole.parts) as P[];
  const parts = Object.values<Part>(whole.parts);
  const [apart, together] = [statements(whole, parts), statement(whole, parts)];
  const wholeOf = (row: SqlRow, rows: readonly SqlRow[][]): WholeRow<P> => ({
    row,
    parts: Object.fromEntries(names.map((name, i) => [name, inOrder(rows[i]!, parts[i]!.order)])) as never,
  });
  return async (sql, id) => {
    if (sql.dialect === 'mysql') {
      const rows = await sql.all(together.sql, together.params(id));
      return rows[0] && wholeOf(rows[0], together.parts(rows));
    }
    const [own = [], ...rows] = await Promise.all(apart.map((one) => sql.all(one.sql, one.params(id))));
    return own[0] && wholeOf(own[0], rows);
  };
}

type Statement = { readonly sql: string; readonly params: (id: number) => readonly SqlValue[] };

/** The row, and each kind of part. */
function statements({ select, from, id: key }: Whole<string>, parts: readonly Part[]): Statement[] {
  return [
    { sql: `SELECT ${select} FROM ${from} WHERE ${key} = ?`, params: (id) => [id] },
    ...parts.map(({ table, owner, where, joins = '', params, select: columns }) => {
      const [first] = Object.values(columns);
      const conditions = [owner && `${owner} = ?`, where, `${first} IS NOT NULL`].filter(Boolean);
      return {
        sql: `SELECT ${namedColumns(columns, '')} FROM ${table} ${joins} WHERE ${conditions.join(' AND ')}`,
        params: (id: number) => [...(params?.(id) ?? []), ...(owner ? [id] : [])],
      };
    }),
  ];
}

/** Each row of its answer has the row itself and one part of one kind, so that kinds don't multiply each other. */
function statement(
  { select, from, id: key }: Whole<string>,
  parts: readonly Part[],
): Statement & { readonly parts: (rows: readonly SqlRow[]) => SqlRow[][] } {
  const joins = parts.map(
    ({ table, owner, where, joins: further = '' }, i) =>
      `LEFT JOIN ${table} ON ${[`part.kind = ${i}`, owner && `${owner} = ${key}`, where].filter(Boolean).join(' AND ')} ${further}`,
  );
  const columns = parts.map((part, i) => namedColumns(part.select, prefix(i)));
  const kinds = parts.map((_, i) => `SELECT ${i} AS kind`).join(' UNION ALL ');
  const readers = parts.map((part, i) => reader(Object.keys(part.select), i));
  return {
    sql: `SELECT ${[select, 'part.kind AS part_kind', ...columns].join(', ')} FROM ${from} CROSS JOIN (${kinds}) part ${joins.join(' ')} WHERE ${key} = ?`,
    params: (id) => [...parts.flatMap(({ params }) => params?.(id) ?? []), id],
    parts(rows) {
      const found: SqlRow[][] = parts.map(() => []);
      for (const row of rows) {
        const kind = row['part_kind'] as number;
        const part = readers[kind]!(row);
        if (part) found[kind]!.push(part);
      }
      return found;
    },
  };
}

const prefix = (i: number): string => `part${i}_`;
const namedColumns = (select: Part['select'], before: string): string =>
  Object.entries(select)
    .map(([name, column]) => `${column} AS ${before}${name}`)
    .join(', ');

/** Undefined for a row in which there is no such part. */
function reader(names: readonly string[], i: number): (row: SqlRow) => SqlRow | undefined {
  const columns = names.map((name) => [name, `${prefix(i)}${name}`] as const);
  const key = columns[0]![1];
  return (row) => {
    if (row[key] === null) return undefined;
    const part: SqlRow = {};
    for (const [name, column] of columns) part[name] = row[column];
    return part;
  };
}

function inOrder(rows: readonly SqlRow[], order: readonly string[]): readonly SqlRow[] {
  if (rows.length < 2) return rows;
  return rows.toSorted((a, b) => {
    for (const name of order) {
      const [x, y] = [a[name] ?? '', b[name] ?? ''];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  });
}
