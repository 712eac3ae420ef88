import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import type { Sql, SqlValue } from '@traliccio/sdk';
import { eachDatabase } from '../../../test/host/database.ts';
import { fillLists } from '../../../test/host/filled-lists.ts';
import type { Database } from '../kernel/db/database.ts';
import type { AnyList, ListQuery } from '../kernel/http/list.ts';
import type { Filter } from '../kernel/http/list-filters.ts';
import { sortName, type Path } from '../kernel/http/list-paths.ts';
import type { Statement } from '../kernel/http/list-sql.ts';
import { findDocuments } from './documents/find-documents.ts';
import { lists } from './list-routes.ts';

const TODAY = '2026-11-24';
const ROWS = 20_000;

/** Each path, with each way to ask for it, at the beginning and behind a cursor, forwards and backwards. */
eachDatabase((name, open) => {
  let database: Database;
  before(async () => {
    ({ database } = await open());
    await fillLists(database, { rows: ROWS });
  });

  for (const list of lists)
    it(`no page of ${list.definition.name} makes the database look through a table`, async () => {
      let explained = 0;
      for (const { path, query } of requests(list)) {
        const { next } = await list.page(database.sql, query, TODAY);
        for (const cursor of [undefined, ...(next === null ? [] : [next])]) {
          const asked = { ...query, ...(cursor === undefined ? {} : { cursor }) };
          const statement = list.statement(database.dialect, asked, TODAY);
          const complaint = await complaintAbout(database, statement, path.few === true);
          assert.equal(complaint, undefined, `${JSON.stringify(asked)} ${complaint}`);
          explained++;
        }
      }
      assert.ok(explained > list.definition.paths.length);
    });

  it('nor does the search for a number', async () => {
    for (const q of ['77', '77/A', '77/A/2026', 'C77']) {
      const asked: [string, readonly SqlValue[]][] = [];
      const watched = { ...watching(database.sql, asked), dialect: database.dialect };
      await findDocuments(watched as Sql, { q, after: 0, limit: 50 });
      assert.ok(asked.length > 0);
      for (const [sql, params] of asked) {
        const complaint =
          database.dialect === 'sqlite'
            ? (await database.sql.all<Node>(`EXPLAIN QUERY PLAN ${sql}`, params)).find((node) =>
                /^SCAN (d|c|document|customer)\b/.test(node.detail),
              )?.detail
            : await mysqlComplaint(database, { sql, params: [...params] }, true);
        assert.equal(complaint, undefined, `${q}: ${complaint}`);
      }
    }
  });

  it(`notices a query that does (${name})`, async () => {
    const page = (keys: string, joins = ''): string =>
      `SELECT t.id AS kid FROM (SELECT t.id AS kid FROM customer t ${keys} LIMIT 5) k JOIN customer t ON t.id = k.kid ${joins}`;
    const scans = [
      page('WHERE t.city = ? ORDER BY t.id'),
      page('ORDER BY t.payment_days'),
      page("WHERE t.kind = 'private' AND t.city = ? ORDER BY t.name_key"),
      page('WHERE t.city <> ? ORDER BY t.id', 'LEFT JOIN site c ON c.name = t.name'),
    ];
    for (const sql of scans)
      assert.notEqual(
        await complaintAbout(database, { sql, params: sql.includes('?') ? ['x'] : [] }, false),
        undefined,
        sql,
      );
  });
});

function watching(sql: Sql, asked: [string, readonly SqlValue[]][]): Pick<Sql, 'all'> {
  return {
    all: (text, params = []) => {
      asked.push([text, params]);
      return sql.all(text, params);
    },
  };
}

function* requests({ definition }: AnyList): Generator<{ path: Path; query: ListQuery }> {
  for (const path of definition.paths) {
    const sorts = path.few ? Object.keys(definition.sorts) : [sortName(path.sort)];
    const first = definition.sorts[sortName(path.sort)]?.[0]?.column;
    const fixed = (path.by ?? []).map((column) => waysToFix(definition.filters, column, path));
    const ranges = first === undefined ? [{}] : rangesOn(definition.filters, first);
    for (const by of combined(fixed))
      for (const range of ranges)
        for (const sort of sorts.flatMap((s) => [s, `-${s}`]))
          yield { path, query: { ...by, ...range, sort, limit: 50 } };
  }
}

function waysToFix(filters: AnyList['definition']['filters'], column: string, path: Path): ListQuery[] {
  return Object.entries(filters)
    .filter(([, filter]) => filter.column === column)
    .flatMap(([name, filter]) => {
      if (filter.isEmpty) return [{ [name]: true }];
      const value = sample(column, filter);
      const several = filter.ops.includes('in')
        ? [{ [`${name}.in`]: (filter.values ?? []).slice(0, 3).join(',') }]
        : [];
      // What is left out has all its values.
      return [{ [name]: value }, ...several, ...(filter.values && !path.few ? [{}] : [])];
    });
}

function rangesOn(filters: AnyList['definition']['filters'], column: string): ListQuery[] {
  const [name, filter] =
    Object.entries(filters).find(([, f]) => f.column === column && f.ops.includes('gte')) ?? [];
  if (name === undefined || filter === undefined) return [{}];
  const [from, to] = column === 'at' ? [1001, 1005] : ['2026-01-02', '2026-01-05'];
  return [
    {},
    { [`${name}.gte`]: from },
    { [`${name}.lte`]: to },
    { [`${name}.gte`]: from, [`${name}.lte`]: to },
  ];
}

/** Something that many rows have, where many can. */
function sample(column: string, filter: Filter): unknown {
  const known: Record<string, unknown> = {
    city_key: 'udine',
    series: 'A',
    year: 2026,
    code: 'C77',
    tax_code: 'RSSMRA0000000077',
    vat_number: '00000000077',
    actor: 'system:billing',
    entity: 'customer',
    subscriber: 'messaging',
    aggregate: 'document:77',
    kind: 'billing',
    run_id: 1,
  };
  const first = filter.values?.[0];
  return first === undefined ? (known[column] ?? 7) : first === 0 ? true : first;
}

const combined = (choices: readonly (readonly ListQuery[])[]): ListQuery[] =>
  choices.reduce<ListQuery[]>(
    (done, choice) => done.flatMap((one) => choice.map((way) => ({ ...one, ...way }))),
    [{}],
  );

function complaintAbout(
  database: Database,
  statement: Statement,
  sortsFew: boolean,
): Promise<string | undefined> {
  return database.dialect === 'sqlite'
    ? sqliteComplaint(database, statement, sortsFew)
    : mysqlComplaint(database, statement, sortsFew);
}

type Node = { readonly id: number; readonly parent: number; readonly detail: string };

/** A table is searched by an index, or walked along one for as many rows as the page has. */
async function sqliteComplaint(
  database: Database,
  { sql, params }: Statement,
  sortsFew: boolean,
): Promise<string | undefined> {
  const plan = await database.sql.all<Node>(`EXPLAIN QUERY PLAN ${sql}`, params);
  for (const node of plan) {
    const beside = plan.filter((other) => other.parent === node.parent && other !== node);
    const merges = beside.some((other) => /^SCAN s\d+$/.test(other.detail));
    if (node.detail.includes('AUTOMATIC')) return node.detail;
    // What has been cut to a page is sorted in no time; inside, it would be all that fits.
    if (node.detail.includes('TEMP B-TREE') && node.parent !== 0 && !sortsFew && !merges) return node.detail;
    const isWalk = /^SCAN t( USING (COVERING )?INDEX \w+)?$/.test(node.detail) && node.parent !== 0;
    if (/^SCAN (?!k$|s\d+$)/.test(node.detail) && !(isWalk && beside.length === 0)) return node.detail;
  }
  // Nothing is asked of a row but what the index has led to.
  const keys = sql.slice(0, sql.search(/\) k (CROSS )?JOIN/));
  const asked = keys.match(/ t\.\w+ (?:[<>=]+ [?']|IS NULL)/g)?.length ?? 0;
  const used = plan
    .filter((node) => node.parent !== 0 && /^SEARCH t /.test(node.detail))
    .reduce((sum, node) => sum + (node.detail.match(/[<>=]\?/g)?.length ?? 0), 0);
  return used === asked || sortsFew ? undefined : `${used} of ${asked} conditions by the index`;
}

/** No table is read whole or sorted, and what is read is in proportion to what is shown. */
async function mysqlComplaint(
  database: Database,
  { sql, params }: Statement,
  sortsFew: boolean,
): Promise<string | undefined> {
  const plan = await database.sql.all(`EXPLAIN ${sql}`, params);
  for (const row of plan) {
    const { table, type, Extra: extra } = row as { table: string | null; type: string; Extra: string };
    if (table === null || table.startsWith('<')) continue;
    if (type === 'ALL' || extra.includes('join buffer')) return `${table}: ${type}, ${extra}`;
    if (/filesort|temporary/.test(extra) && !sortsFew) return `${table}: ${type}, ${extra}`;
  }
  const reads = await database.transaction(async (tx) => {
    const readBefore = await rowsRead(tx);
    await tx.all(sql, params);
    return (await rowsRead(tx)) - readBefore;
  });
  const stretches = sql.split('UNION ALL').length;
  const most = 51 * (4 * stretches + 25);
  return reads > most ? `${reads} rows read, instead of ${most} at most` : undefined;
}

async function rowsRead(sql: Sql): Promise<number> {
  const counters = await sql.all<{ Value: string }>("SHOW SESSION STATUS LIKE 'Handler_read%'");
  return counters.reduce((sum, counter) => sum + Number(counter.Value), 0);
}
