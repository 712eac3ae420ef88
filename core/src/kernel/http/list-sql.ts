import type { SqlValue } from '@traliccio/sdk';
import type { Position } from './list-cursor.ts';
import { isSortValue } from './list-cursor.ts';
import type { Condition } from './list-filters.ts';
import { anyOf, type Range, type Reading, type SortColumn } from './list-paths.ts';

export type Table = {
  readonly dialect: 'sqlite' | 'mysql';
  readonly table: string;
  /** Its primary key, an integer. */
  readonly key: string;
};
export type Statement = { readonly sql: string; readonly params: SqlValue[] };
/** Conditions that hold in one stretch of an index. */
type Stretch = {
  readonly where: readonly string[];
  readonly params: readonly SqlValue[];
  /** The columns of the order that they fix, from the first. */
  readonly fixes?: number;
};

/**
 * The keys of a page, with what they are sorted by as `k0`, `k1`, … and the key itself as `kid`. The rows behind a
 * position are a few stretches of the index (equal in all but the last column, beyond it in the last; then beyond it
 * in the one before, and so on), and each filter with several values multiplies them. Each is read by itself, in the
 * index's order and no further than the page is long, and what they give is merged.
 */
export function keysOfPage(
  of: Table,
  reading: Reading,
  { after, limit }: { readonly after: Position | undefined; readonly limit: number },
): Statement {
  const keyed = keyedColumns(of, reading);
  const order = (columns: readonly string[]): string =>
    columns.map((column) => (reading.descending ? `${column} DESC` : column)).join(', ');
  const selected = [...reading.columns.map((c, i) => `t.${c.column} AS k${i}`), `t.${of.key} AS kid`].join(
    ', ',
  );
  const one = ({ where, fixes = 0 }: Stretch): string =>
    `SELECT ${selected} FROM ${indexed(of, reading.path.index)}${where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''}` +
    ` ORDER BY ${order(keyed.slice(fixes).map((c) => `t.${c.column}`))} LIMIT ${limit}`;
  const stretches = reading.stretches.flatMap((values) => {
    const fixed = all([
      ...values.map((v, i) => same(`t.${reading.path.by?.[i]}`, v)),
      ...reading.rest.map(holds),
    ]);
    const parts = behind(keyed, reading, after);
    return (of.dialect === 'mysql' ? [either(parts)] : parts).map((part) => ({
      ...all([fixed, part]),
      fixes: part.fixes ?? 0,
    }));
  });
  const params = stretches.flatMap((s) => s.params);
  const [first] = stretches;
  if (stretches.length === 1 && first) return { sql: one(first), params };
  const parts = stretches.map((s, i) => `SELECT * FROM (${one(s)}) s${i}`);
  const names = keyed.map((c, i) => (c.column === of.key ? 'kid' : `k${i}`));
  return { sql: `${parts.join(' UNION ALL ')} ORDER BY ${order(names)} LIMIT ${limit}`, params };
}

/** MySQL walks along several stretches of an index in one go; SQLite would give up the order for it. */
function either(parts: readonly Stretch[]): Stretch {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return {
    where: [`(${parts.map((part) => part.where.join(' AND ')).join(' OR ')})`],
    params: parts.flatMap((part) => part.params),
  };
}

/** All that tells where a row stands. */
function keyedColumns({ key }: Table, { columns, path }: Reading): readonly SortColumn[] {
  return path.unique ? columns : [...columns, { column: key, type: 'integer' }];
}

/** The index is given, not left to statistics: a page costs the same whatever the planner believes of the data. */
function indexed({ dialect, table }: Table, index: string): string {
  if (dialect === 'mysql') return `${table} t FORCE INDEX (${index})`;
  return `${table} AS t ${index === 'PRIMARY' ? 'NOT INDEXED' : `INDEXED BY ${index}`}`;
}

/** The stretches behind a position; the whole range without one. */
function behind(keyed: readonly SortColumn[], reading: Reading, after: Position | undefined): Stretch[] {
  const { descending, range } = reading;
  if (!after) return [range ? holds(range) : EVERYTHING];
  const equal = (count: number): Stretch[] =>
    keyed.slice(0, count).map((c, i) => same(`t.${c.column}`, after[i] ?? null));
  const parts: Stretch[] = [];
  for (let level = keyed.length - 1; level >= 0; level--) {
    const column = keyed[level] as SortColumn;
    const limits = level === 0 && range ? [furthest(range, descending)] : [];
    for (const beyond of beyondIn(column, after[level] ?? null, { descending, nulls: limits.length === 0 }))
      parts.push({ ...all([...equal(level), beyond, ...limits]), fixes: level + (beyond.fixes ?? 0) });
  }
  return parts;
}

const EVERYTHING: Stretch = { where: [], params: [] };

/** What comes after a value in a column's order. Nulls come first, so last when it is read backwards. */
function beyondIn(
  sorted: SortColumn,
  value: SqlValue | null,
  { descending, nulls }: { readonly descending: boolean; readonly nulls: boolean },
): Stretch[] {
  const name = `t.${sorted.column}`;
  if (value === null) return descending ? [] : [holds(anyOf(sorted))];
  if (!descending) return [{ where: [`${name} > ?`], params: [value] }];
  const before: Stretch = { where: [`${name} < ?`], params: [value] };
  return sorted.nullable && nulls ? [before, { where: [`${name} IS NULL`], params: [], fixes: 1 }] : [before];
}

const all = (parts: readonly Stretch[]): Stretch => ({
  where: parts.flatMap((p) => p.where),
  params: parts.flatMap((p) => p.params),
});

const same = (name: string, value: SqlValue | null): Stretch =>
  value === null ? { where: [`${name} IS NULL`], params: [] } : { where: [`${name} = ?`], params: [value] };

/** The far end of a range; the near one lies before any position in it. */
function furthest({ from, to, ...range }: Range, descending: boolean): Stretch {
  return holds({ ...range, ...(descending ? { from } : { to }) } as Range);
}

function holds(condition: Condition): Stretch {
  const name = `t.${condition.column}`;
  switch (condition.is) {
    case 'empty':
      return { where: [`${name} IS NULL`], params: [] };
    case 'filled':
      return { where: [`${name} IS NOT NULL`], params: [] };
    case 'one of':
      return {
        where: [`${name} IN (${condition.values.map(() => '?').join(', ')})`],
        params: condition.values,
      };
    case 'between':
    default:
      return all([
        ...(condition.from === undefined ? [] : [{ where: [`${name} >= ?`], params: [condition.from] }]),
        ...(condition.to === undefined ? [] : [{ where: [`${name} <= ?`], params: [condition.to] }]),
      ]);
  }
}

/** All of these, of a row `t`. */
export const holding = (conditions: readonly Condition[]): Stretch => all(conditions.map(holds));

/** The last row's position. */
export function positionIn(row: Readonly<Record<string, unknown>>, columns: number): Position {
  const values = Array.from({ length: columns }, (_, i) => row[`k${i}`] as SqlValue);
  if (!values.every(isSortValue)) throw new TypeError('a list is sorted by text and integers');
  return [...values, row['kid'] as number];
}
