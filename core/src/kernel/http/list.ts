import { Invalid, type PlainDate, type Sql, type SqlRow, type SqlValue } from '@traliccio/sdk';
import { Type, type Static, type TObject, type TSchema } from 'typebox';
import { idList } from '../db/id-list.ts';
import { readCursor, writeCursor, type CursorOf } from './list-cursor.ts';
import { conditionsOf, filterSchemas, type Condition } from './list-filters.ts';
import { readingOf, sortNames, type Paths } from './list-paths.ts';
import { holding, keysOfPage, positionIn, type Statement } from './list-sql.ts';
import { Fields, OneOf, type PageOf } from './schemas.ts';

/** Ids that a text finds, in their order; `next` is where to go on, null at the end. */
export type Found = { readonly ids: readonly number[]; readonly next: number | null };
export type Finder = (
  sql: Sql,
  request: { readonly q: string; readonly after: number; readonly limit: number },
) => Promise<Found>;

export type ListDefinition<I extends TObject> = Paths & {
  readonly name: string;
  readonly table: string;
  /** The primary key, an integer; `id` when not given. */
  readonly key?: string;
  /** What an item is read from: SQL over `t`, the table, and what is joined to it, by name. */
  readonly select: Readonly<Record<string, string | ((dialect: Sql['dialect']) => string)>>;
  /** Of the `?` in it. */
  readonly params?: (today: PlainDate) => readonly SqlValue[];
  readonly joins?: string;
  /** Where a join may give several rows, the selected integer whose least one is taken. */
  readonly leastOf?: string;
  readonly joinParams?: (today: PlainDate) => readonly SqlValue[];
  readonly item: I;
  /** What is not selected as it is shown, from a row. */
  readonly view?: (row: SqlRow, today: PlainDate) => Partial<Static<I>>;
  /** Where the list can be searched. */
  readonly find?: Finder;
};

/** A checked address: its parameters by name. */
export type ListQuery = Readonly<Record<string, unknown>>;

export type List<I extends TObject> = Omit<AnyList, 'page'> & {
  readonly item: I;
  /** @throws Invalid when no index serves the request, or the cursor is of another */
  page(sql: Sql, query: ListQuery, today: PlainDate): Promise<PageOf<I>>;
};

/** A list whatever its items. */
export type AnyList = {
  readonly item: TObject;
  readonly definition: Paths & { readonly name: string; readonly table: string; readonly key?: string };
  /** Takes the list's parameters and no others. */
  readonly query: TObject;
  page(
    sql: Sql,
    query: ListQuery,
    today: PlainDate,
  ): Promise<{ readonly items: readonly unknown[]; readonly next: string | null }>;
  /** The statement of a page that is not searched for, to be explained. */
  statement(dialect: Sql['dialect'], query: ListQuery, today: PlainDate): Statement;
};

const DEFAULT_LIMIT = 50;
const MOST = 200;
export const PAGING = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST, default: DEFAULT_LIMIT })),
  cursor: Type.Optional(
    Type.String({
      maxLength: 1000,
      pattern: '^[A-Za-z0-9_-]+$',
      description: 'The `next` of the page before',
    }),
  ),
};
export const SearchText = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[^\\u0000-\\u001f\\u007f]*$',
  description: 'Words that are looked for',
});

/** Declares a list: what it can be asked, and how each of these requests is read from an index. */
export function defineList<I extends TObject>(definition: ListDefinition<I>): List<I> {
  const { item, filters, paths, find } = definition;
  const query = Fields({
    ...filterSchemas(filters),
    sort: Type.Optional(OneOf([...new Set([...sortNames(paths), ...(find ? ['id'] : [])])])),
    ...PAGING,
    ...(find ? { q: Type.Optional(SearchText) } : {}),
  } as Record<string, TSchema>) as unknown as TObject;
  const itemOf = itemReader(definition);
  const pageOf = (rows: readonly SqlRow[], next: string | null, today: PlainDate): PageOf<I> => ({
    items: rows.map((row) => itemOf(row, today)),
    next,
  });
  return {
    definition,
    item,
    query,
    statement: (dialect, asked, today) => sorted(definition, { dialect, asked, today }).statement,
    async page(sql, asked, today) {
      if (find && asked['q'] !== undefined) {
        const { rows, next } = await searched({ ...definition, find }, { sql, asked, today });
        return pageOf(rows, next, today);
      }
      const { statement, limit, cursor, columns } = sorted(definition, {
        dialect: sql.dialect,
        asked,
        today,
      });
      const rows = onePerKey(definition, await sql.all(statement.sql, statement.params));
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return pageOf(
        rows.slice(0, limit),
        last ? writeCursor(cursor, positionIn(last, columns)) : null,
        today,
      );
    },
  };
}

/** Fields that are selected under their names, yes and no from 1 and 0, and what the list adds. */
function itemReader<I extends TObject>({
  item,
  select,
  view,
}: ListDefinition<I>): (row: SqlRow, today: PlainDate) => Static<I> {
  const fields = Object.keys(select).filter((name) => name in item.properties);
  const yesNo = new Set(
    fields.filter((name) => (item.properties[name] as { type?: string } | undefined)?.type === 'boolean'),
  );
  return (row, today) => {
    const read: SqlRow = {};
    for (const name of fields) read[name] = yesNo.has(name) ? row[name] === 1 : row[name];
    return (view ? Object.assign(read, view(row, today)) : read) as Static<I>;
  };
}

type Asked = { readonly asked: ListQuery; readonly today: PlainDate };

function sorted<I extends TObject>(
  definition: ListDefinition<I>,
  { dialect, asked, today }: Asked & { readonly dialect: Sql['dialect'] },
): { statement: Statement; limit: number; cursor: CursorOf; columns: number } {
  const conditions = conditionsOf(definition.filters, asked);
  const reading = readingOf(definition, conditions, asked['sort'] as string | undefined);
  const sort = reading.descending ? `-${reading.sort}` : reading.sort;
  const cursor = { list: definition.name, sort, filters: conditions, columns: reading.columns };
  const after = typeof asked['cursor'] === 'string' ? readCursor(cursor, asked['cursor']) : undefined;
  const limit = limitOf(asked);
  const keys = keysOfPage(
    { dialect, table: definition.table, key: definition.key ?? 'id' },
    reading,
    // One more than is shown says whether there is more.
    { after, limit: limit + 1 },
  );
  const names = [...reading.columns.map((_, i) => `k.k${i}`), 'k.kid'];
  const order = names.map((column) => (reading.descending ? `${column} DESC` : column)).join(', ');
  // Keys first, then the rows of these keys: whatever is joined can't lead the planner astray.
  const join = dialect === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN';
  return {
    statement: {
      sql: `SELECT ${names.join(', ')}, ${selected(definition, dialect)} FROM (${keys.sql}) k ${join} ${definition.table} t ON t.${definition.key ?? 'id'} = k.kid ${definition.joins ?? ''} ORDER BY ${order}`,
      params: [
        ...(definition.params?.(today) ?? []),
        ...keys.params,
        ...(definition.joinParams?.(today) ?? []),
      ],
    },
    limit,
    cursor,
    columns: reading.columns.length,
  };
}

/** How often a search goes on for more when filters leave too little of what it found. */
const ROUNDS = 5;

/** What a text finds, by id; filters look at each row that was found. */
async function searched<I extends TObject>(
  definition: ListDefinition<I> & { readonly find: Finder },
  { sql, asked, today }: Asked & { readonly sql: Sql },
): Promise<{ rows: SqlRow[]; next: string | null }> {
  if (asked['sort'] !== undefined && asked['sort'] !== 'id')
    throw new Invalid('list.combination', 'what is searched for comes sorted by id: leave sort out');
  const q = String(asked['q']);
  const conditions = conditionsOf(definition.filters, asked);
  const cursor: CursorOf = { list: definition.name, sort: 'id', filters: [q, conditions], columns: [] };
  const limit = limitOf(asked);
  let after = typeof asked['cursor'] === 'string' ? readCursor(cursor, asked['cursor']).at(-1) : 0;
  const rows: SqlRow[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const found = await definition.find(sql, {
      q,
      after: after as number,
      limit: conditions.length > 0 ? MOST : limit,
    });
    rows.push(...(await rowsOf(definition, { sql, ids: found.ids, conditions, today })));
    if (rows.length > limit) {
      after = rows[limit - 1]?.['kid'] as number;
      return { rows: rows.slice(0, limit), next: writeCursor(cursor, [after]) };
    }
    if (found.next === null) return { rows, next: null };
    after = found.next;
    if (rows.length === limit) break;
  }
  return { rows, next: writeCursor(cursor, [after as number]) };
}

async function rowsOf<I extends TObject>(
  definition: ListDefinition<I>,
  of: { sql: Sql; ids: readonly number[]; conditions: readonly Condition[]; today: PlainDate },
): Promise<SqlRow[]> {
  if (of.ids.length === 0) return [];
  const key = `t.${definition.key ?? 'id'}`;
  const list = idList(of.sql, of.ids);
  const conditions = holding(of.conditions);
  const rows = await of.sql.all(
    `SELECT ${key} AS kid, ${selected(definition, of.sql.dialect)} FROM ${definition.table} t ${definition.joins ?? ''}
     WHERE ${[`${key} IN ${list.sql}`, ...conditions.where].join(' AND ')} ORDER BY ${key}`,
    [
      ...(definition.params?.(of.today) ?? []),
      ...(definition.joinParams?.(of.today) ?? []),
      ...list.params,
      ...conditions.params,
    ],
  );
  return onePerKey(definition, rows);
}

/** Rows of the same key come together, and in no order that the database would promise. */
function onePerKey<I extends TObject>({ leastOf }: ListDefinition<I>, rows: SqlRow[]): SqlRow[] {
  if (leastOf === undefined) return rows;
  const kept: SqlRow[] = [];
  for (const row of rows) {
    const last = kept.at(-1);
    if (last?.['kid'] !== row['kid']) kept.push(row);
    else if (Number(row[leastOf]) < Number(last?.[leastOf])) kept[kept.length - 1] = row;
  }
  return kept;
}

const selected = <I extends TObject>({ select }: ListDefinition<I>, dialect: Sql['dialect']): string =>
  Object.entries(select)
    .map(([as, sql]) => `${typeof sql === 'string' ? sql : sql(dialect)} AS ${as}`)
    .join(', ');

/** It stands in the statement itself: checked once more. */
function limitOf({ limit = DEFAULT_LIMIT }: ListQuery): number {
  if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new RangeError(`a page has 1 to ${MOST} items`);
}
