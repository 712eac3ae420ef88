import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import fc from 'fast-check';
import { Invalid, type SqlRow, type SqlValue } from '@traliccio/sdk';
import { eachDatabase } from '../../../test/host/database.ts';
import { fillLists } from '../../../test/host/filled-lists.ts';
import type { Database } from '../kernel/db/database.ts';
import type { AnyList, ListQuery } from '../kernel/http/list.ts';
import { conditionsOf, type Condition } from '../kernel/http/list-filters.ts';
import { readingOf, sortName } from '../kernel/http/list-paths.ts';
import { lists } from './list-routes.ts';

const TODAY = '2026-11-24';
const RUNS = 60;

eachDatabase((_name, open) => {
  let database: Database;
  before(async () => {
    ({ database } = await open());
    await fillLists(database, { rows: 60 });
  });

  for (const list of lists)
    it(`walks all pages of ${list.definition.name}: what fits, once each, in order, whatever is asked`, async () => {
      const rows = await rowsOf(database, list);
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(queries(list, rows), async (query) => {
          if (isRefused(list, query)) {
            refused++;
            return;
          }
          assert.deepEqual(await walk(database, list, query), oracle(list, rows, query));
        }),
        { numRuns: RUNS },
      );
      assert.ok(refused < RUNS / 2, `${refused} of ${RUNS} were refused`);
    });

  it('walks on while rows come in: what was there is there once, in order', async () => {
    const list = lists.find((one) => one.definition.name === 'documents') as AnyList;
    let round = 0;
    for (const query of [
      {},
      { sort: 'date' },
      { sort: '-dueDate' },
      { kind: 'invoice', 'origin.in': 'billing,import' },
    ]) {
      const first = oracle(list, await rowsOf(database, list), query);
      const walked = await walk(database, list, { ...query, limit: 7 }, () =>
        fillLists(database, { rows: 3, from: 10_000 + 100 * round++, only: 'document' }),
      );
      assert.deepEqual(
        walked.filter((id) => first.includes(id)),
        first,
      );
      assert.equal(new Set(walked).size, walked.length);
    }
  });
});

async function rowsOf(database: Database, { definition }: AnyList): Promise<SqlRow[]> {
  return database.sql.all(`SELECT * FROM ${definition.table}`);
}

const keyOf = ({ definition }: AnyList): string => definition.key ?? 'id';

/** The page's ids, read through the statement that makes it: items of some lists show no id of the row. */
async function walk(
  database: Database,
  list: AnyList,
  query: ListQuery,
  between: () => Promise<void> = async () => undefined,
): Promise<number[]> {
  const ids: number[] = [];
  let cursor: string | undefined;
  for (let pages = 0; ; pages++) {
    assert.ok(pages < 300, 'the pages have no end');
    const asked = { ...query, ...(cursor === undefined ? {} : { cursor }) };
    const { sql, params } = list.statement(database.dialect, asked, TODAY);
    const limit = (query['limit'] as number | undefined) ?? 50;
    // A join may give a row twice.
    const kids = new Set((await database.sql.all<{ kid: number }>(sql, params)).map((row) => row.kid));
    const shown = [...kids].slice(0, limit);
    const page = await list.page(database.sql, asked, TODAY);
    assert.equal(page.items.length, shown.length);
    ids.push(...shown);
    if (page.next === null) return ids;
    cursor = page.next;
    await between();
  }
}

/** A combination that no path serves: some filters of a path rule each other out. */
function isRefused({ definition }: AnyList, query: ListQuery): boolean {
  try {
    readingOf(definition, conditionsOf(definition.filters, query), query['sort'] as string | undefined);
    return false;
  } catch (error) {
    assert.ok(error instanceof Invalid && error.code === 'list.combination', String(error));
    return true;
  }
}

/** All rows, filtered and sorted here. */
function oracle(list: AnyList, rows: readonly SqlRow[], query: ListQuery): number[] {
  const conditions = conditionsOf(list.definition.filters, query);
  const reading = readingOf(list.definition, conditions, query['sort'] as string | undefined);
  const columns = [...reading.columns.map((c) => c.column), keyOf(list)];
  return rows
    .filter((row) =>
      [...conditions, ...(reading.range ? [reading.range] : [])].every((c) => holdsFor(row, c)),
    )
    .toSorted((a, b) => {
      const order = columns.map((c) => compare(a[c], b[c])).find((o) => o !== 0) ?? 0;
      return reading.descending ? -order : order;
    })
    .map((row) => row[keyOf(list)] as number);
}

function holdsFor(row: SqlRow, condition: Condition): boolean {
  const value = (row[condition.column] ?? null) as SqlValue;
  if (condition.is === 'empty') return value === null;
  if (condition.is === 'filled') return value !== null;
  if (value === null) return false;
  if (condition.is === 'one of') return condition.values.includes(value);
  if (condition.is !== 'between') throw new Error('no such condition');
  return (
    (condition.from === undefined || compare(value, condition.from) >= 0) &&
    (condition.to === undefined || compare(value, condition.to) <= 0)
  );
}

function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  return (a as string) < (b as string) ? -1 : 1;
}

/** Queries that a path serves, made of what is in the rows, so that they find something. */
function queries({ definition }: AnyList, rows: readonly SqlRow[]): fc.Arbitrary<ListQuery> {
  const partsOf = (column: string, ops: readonly string[]): fc.Arbitrary<ListQuery>[] =>
    Object.entries(definition.filters).flatMap(([name, filter]) => {
      if (filter.column !== column) return [];
      if (filter.isEmpty) return ops.includes('empty') ? [fc.record({ [name]: fc.boolean() })] : [];
      const value = fc
        .constantFrom(...valuesIn(rows, column))
        .map((v) => (filter.values?.includes(0) ? v === 1 : v));
      return filter.ops
        .filter((op) => ops.includes(op))
        .map((op) =>
          op === 'in'
            ? fc.record({
                [`${name}.in`]: fc.uniqueArray(value, { minLength: 1 }).map((several) => several.join(',')),
              })
            : fc.record({ [op === 'eq' ? name : `${name}.${op}`]: value }),
        );
    });
  const maybe = (choices: readonly fc.Arbitrary<ListQuery>[]): fc.Arbitrary<ListQuery> =>
    choices.length === 0 ? fc.constant({}) : fc.oneof(fc.constant({}), ...choices);
  const columns = [...new Set(Object.values(definition.filters).map((f) => f.column))];
  return fc.oneof(
    ...definition.paths.map((path) => {
      const by = path.by ?? [];
      const sort = sortName(path.sort);
      const fixed = by.map((column) => {
        const choices = partsOf(column, ['eq', 'in', 'empty']);
        const canBeLeftOut = Object.values(definition.filters).some((f) => f.column === column && f.values);
        return canBeLeftOut && !path.few ? maybe(choices) : fc.oneof(...choices);
      });
      const first = definition.sorts[sort]?.[0]?.column;
      const ranges = first === undefined ? [] : ['gte', 'lte'].map((op) => maybe(partsOf(first, [op])));
      const others = path.few
        ? columns.filter((c) => !by.includes(c)).map((c) => maybe(partsOf(c, ['eq', 'in', 'empty'])))
        : [];
      const sorts = path.few ? Object.keys(definition.sorts) : [sort];
      return fc
        .tuple(
          fc.record({ limit: fc.integer({ min: 1, max: 20 }) }),
          maybe([fc.record({ sort: fc.constantFrom(...sorts.flatMap((s) => [s, `-${s}`])) })]),
          ...fixed,
          ...ranges,
          ...others,
        )
        .map((parts) => Object.assign({}, ...parts) as ListQuery);
    }),
  );
}

function valuesIn(rows: readonly SqlRow[], column: string): unknown[] {
  return [...new Set(rows.map((row) => row[column]))].filter(
    (value) => value !== null && value !== undefined,
  );
}
