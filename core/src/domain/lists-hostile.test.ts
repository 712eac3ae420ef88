// oxlint-disable unicorn/no-useless-spread -- groups of payloads, each under its heading
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { Invalid } from '@traliccio/sdk';
import { eachDatabase } from '../../../test/host/database.ts';
import { fillLists } from '../../../test/host/filled-lists.ts';
import type { Database } from '../kernel/db/database.ts';
import { HttpError } from '../kernel/http/problem.ts';
import type { AnyList } from '../kernel/http/list.ts';
import { checkOf, type Check } from '../kernel/http/validators.ts';
import { lists } from './list-routes.ts';

/** For every list. */
const HOSTILE = [
  // Operators and fields of other query languages.
  ...[
    '$gt',
    '$ne',
    '$like',
    '$or',
    '$where',
    '$regex',
    '$in',
    '$nin',
    '$exists',
    '$expr',
    '$fulltext',
    '$not',
  ].flatMap((op) => [`code[${op}]=`, `code.${op}=x`, `${op}=x`, `filter[${op}][0][id]=1`]),
  ...[
    'ne',
    'like',
    'ilike',
    'contains',
    'not',
    'or',
    'gt',
    'lt',
    'eq',
    'null',
    'regexp',
    'between',
    'sql',
  ].map((op) => `kind.${op}=x`),
  ...[
    'where',
    'filter',
    'orderBy',
    'order',
    'fields',
    'select',
    'populate',
    'include',
    'expand',
    'having',
  ].map((name) => `${name}=import_hash`),
  ...['offset=10', 'page=2', 'skip=5', 'count=true', 'raw=1', 'distinct=1', 'join=issuer', 'explain=1'],
  // Columns that are not shown.
  ...[
    'import_hash',
    'notes',
    'iban',
    'details',
    'customer_snapshot',
    'chain_hash',
    'payload',
    'token',
    'password',
  ].flatMap((name) => [`${name}=x`, `${name}.gte=a`, `sort=${name}`, `sort=-${name}`]),
  // Sorts.
  ...[
    '',
    '-',
    '--id',
    'id,code',
    'id desc',
    'ID',
    'id;DROP TABLE customer',
    '1',
    '(SELECT 1)',
    't.id',
    '+id',
    'id%00',
    '-id--',
    'CASE WHEN 1 THEN id END',
    'rowid',
    'null',
  ].map((sort) => `sort=${encodeURIComponent(sort)}`),
  'sort=id&sort=-id',
  'sort[]=id',
  'sort[0]=id',
  'sort.asc=id',
  // Limits.
  ...[
    '0',
    '-1',
    '201',
    '1e9',
    'NaN',
    'Infinity',
    '1.5',
    '',
    '5;',
    '50 OFFSET 10',
    '10,20',
    'ten',
    '9007199254740993',
    'null',
    'true',
    '[]',
    "1'--",
    '५',
  ].map((limit) => `limit=${encodeURIComponent(limit)}`),
  'limit=5&limit=6',
  'limit[]=5',
  'limit[$gt]=0',
  // Cursors.
  ...[
    '',
    'x',
    'null',
    '../../etc/passwd',
    'WyJuYW1lIl0',
    'eyJpZCI6MX0',
    'W10',
    'AAAA',
    '%00',
    "' OR 1=1--",
    'a'.repeat(2000),
    'WyJpZCIsWzFdLCJ4Il0',
  ].map((cursor) => `cursor=${encodeURIComponent(cursor)}`),
  'cursor=a&cursor=b',
  'cursor[]=a',
  // Prototypes.
  ...[
    '__proto__=x',
    '__proto__[limit]=5',
    'constructor=x',
    'constructor.name=x',
    'toString=x',
    'hasOwnProperty=1',
    'valueOf=1',
  ],
  // Names that nearly fit.
  ...[
    'Limit=5',
    'limit =5',
    'limit%00=5',
    'SORT=id',
    '.=1',
    '=1',
    'sort.=id',
    'q[]=x',
    'q.eq=x',
    'cursor.in=x',
  ],
];

/** For filters of their kind. */
const WRONG_VALUES: Readonly<Record<string, readonly string[]>> = {
  'state.in': [
    '',
    ',',
    'active,',
    ',active',
    'active;done',
    "active' OR '1'='1",
    'ACTIVE',
    'active, done',
    'x'.repeat(500),
  ],
  'kind.in': ['private,evil', '%', '*', 'private,,company', Array(50).fill('private').join(',')],
  state: ['', 'x', "active'--", 'active,done', 'null', '1'],
  customer: ['0', '-1', '1.5', 'C1', '1 OR 1=1', '1,2', '1e400', '99999999999999999999', '', 'null'],
  payer: ['0', 'x', '[1]'],
  open: ['yes', '2', 'TRUE', '', 'null', '1'],
  'date.gte': [
    '2026-13-01',
    '2026-02-30',
    '24/11/2026',
    'today',
    '2026-11-24T00:00:00Z',
    "2026-11-24'",
    '',
    '0',
    'now()',
    '9999-99-99',
  ],
  'date.lte': ['x', '2026'],
  'at.gte': ['yesterday', '1.5', 'NaN', ''],
  city: ['', 'x'.repeat(61), 'Udine\u0000', 'Udine\n'],
  code: ['', 'C 1', "C'1", '../1', 'x'.repeat(61), 'C1;--', '%', '_'],
  q: ['', 'x'.repeat(101), 'a\u0000b', 'a\nb'],
};

eachDatabase((_name, open) => {
  let database: Database;
  before(async () => {
    ({ database } = await open());
    await fillLists(database, { rows: 20 });
  });

  it('what a list does not know, or must not take, is refused and reaches no table', async () => {
    let refused = 0;
    for (const list of lists) {
      const check = checkOf('query', list.query);
      const own = Object.entries(WRONG_VALUES).flatMap(([name, values]) =>
        values.map((value) => `${name}=${encodeURIComponent(value)}`),
      );
      for (const address of [...HOSTILE, ...own]) {
        const outcome = await outcomeOf(database, { list, check }, address);
        assert.ok(outcome === 400 || outcome === 422, `${list.definition.name}?${address} gave ${outcome}`);
        refused++;
      }
    }
    assert.ok(refused > 2000, String(refused));
  });

  it('takes what it should', async () => {
    for (const list of lists)
      for (const address of ['', 'limit=200&sort=-id'])
        assert.equal(await outcomeOf(database, { list, check: checkOf('query', list.query) }, address), 200);
  });
});

/** As a request would end. */
async function outcomeOf(
  database: Database,
  { list, check }: { list: AnyList; check: Check },
  address: string,
): Promise<number | string> {
  const query = parsed(address);
  try {
    check(query);
    await list.page(database.sql, query, '2026-11-24');
    return 200;
  } catch (error) {
    if (error instanceof HttpError) return error.status;
    return error instanceof Invalid ? 422 : String(error);
  }
}

/** A parameter that comes twice is a list, as in every parser. */
function parsed(address: string): Record<string, unknown> {
  const query: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of new URLSearchParams(address)) {
    const there = query[name];
    query[name] = there === undefined ? value : [there, value].flat();
  }
  return query;
}
