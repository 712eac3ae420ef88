import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase, onSqlite } from '../host/database.ts';
import {
  exampleBody,
  exampleOf,
  fitting,
  withEachField,
  withoutEachField,
  withOneMore,
  type Changed,
} from '../host/examples.ts';
import type { Answered, TestServer } from '../host/http.ts';
import { addressOf, operationsOf, type Operation } from '../host/operations.ts';
import { sendRaw } from '../host/raw-http.ts';
import { rowCounts } from '../host/row-counts.ts';
import { openStocked } from '../host/stocked.ts';

/** What a field of one kind or another takes for something else, or falls over. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  -(2 ** 63),
  '',
  ' ',
  '1',
  'true',
  'null',
  'NaN',
  'x'.repeat(10_000),
  '\u0000',
  'line\nbreak\r\nSet-Cookie: x=1',
  '\u001b[31m',
  'a\u202eb',
  '\ud800',
  '🚀',
  "' OR 1=1 --",
  '{{constructor}}',
  '../../etc/passwd',
  '9999-12-31',
  '2026-02-30',
  [],
  [[]],
  ['a', 'a'],
  Array.from({ length: 5_000 }, () => 1),
  {},
  { $gt: '' },
  { length: 1 },
  { toString: 1, valueOf: 1 },
  JSON.parse('{"__proto__":{"isAdmin":true}}'),
  { constructor: { prototype: { isAdmin: true } } },
  JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`),
];
const UNKNOWN_FIELDS = [
  'id',
  'version',
  'state',
  'createdAt',
  'total',
  'permissions2',
  'constructor',
  '__proto__',
  '$set',
  'toString',
  '',
];

/** What a handler may say of a request that fits its schema. */
const SAID = [200, 201, 202, 204, 400, 403, 404, 409, 413, 422, 429];
/** Each of these takes a quarter of a second of purpose; the second ends the session that asks. */
const LEFT_OUT = ['postOperators', 'postOperatorsByIdPassword'];
const LEAKS = new RegExp(
  `\\n\\s+at |SELECT |INSERT |\\.ts:\\d|node_modules|SQLITE_|ER_[A-Z]|errno|\\bstack\\b|${process.cwd()}`,
);

type Sent = Changed & { readonly operation: Operation };

eachDatabase((name, open) => {
  it(
    'no field of any body takes what its schema does not, and none makes an error of ours',
    { timeout: 600_000 },
    async (t) => {
      const server = await openStocked(open);
      const operations = (await operationsOf(server)).filter(({ body }) => body !== null);
      assert.ok(operations.length > 25);
      const [misfits, fits] = split(operations);
      const before = await rowCounts(server);
      // What never reaches the database is the same with each.
      const chosen = name === 'SQLite' ? misfits : misfits.filter((_, i) => i % 20 === 0);
      const wrong = await all(chosen, async (one) => {
        const answer = await send(server, one);
        return isFieldError(answer, one) ? null : said(one, answer);
      });
      assert.deepEqual(wrong.slice(0, 5), []);
      assert.deepEqual(await rowCounts(server), before, 'nothing was written');
      const errors = await all(fits, async (one) => {
        const answer = await send(server, one);
        const isRefusedLogin = one.operation.id === 'postSession' && answer.status === 401;
        return (SAID.includes(answer.status) || isRefusedLogin) && isClean(answer) ? null : said(one, answer);
      });
      assert.deepEqual(errors.slice(0, 5), []);
      t.diagnostic(`${chosen.length} bodies that don't fit, ${fits.length} that do`);
    },
  );

  it(
    'parameters in addresses and queries are what they say, once each, and no others',
    { timeout: 300_000 },
    async (t) => {
      const server = await openStocked(open);
      const operations = await operationsOf(server);
      const before = await rowCounts(server);
      const misfits = operations.flatMap(badAddresses).filter((_, i) => name === 'SQLite' || i % 20 === 0);
      const wrong = await all(misfits, async ({ operation, address, mustBe }) => {
        const answer = await send(
          server,
          { operation, path: address, body: operation.body ? exampleBody(operation) : undefined },
          address,
        );
        const { code, field } = (answer.json ?? {}) as { code?: string; field?: string };
        const isNamed = code !== 'request.parameters' || field !== undefined || address.endsWith('?=');
        const isRight = mustBe.includes(answer.status) && isClean(answer) && isNamed;
        return isRight
          ? null
          : `${operation.method} ${address}: ${answer.status} ${answer.text.slice(0, 200)}`;
      });
      assert.deepEqual(wrong.slice(0, 5), []);
      assert.deepEqual(await rowCounts(server), before, 'nothing was written');
      // What fits may lead nowhere, but never makes the database stumble.
      const fits = operations
        .filter(({ method, isStream }) => method === 'GET' && !isStream)
        .flatMap(oddAddresses);
      const errors = await all(fits, async (address) => {
        const answer = await server.ask('GET', address);
        return [200, 400, 404, 422].includes(answer.status) && isClean(answer)
          ? null
          : `${address}: ${answer.status} ${answer.text.slice(0, 200)}`;
      });
      assert.deepEqual(errors.slice(0, 5), []);
      t.diagnostic(`${misfits.length} addresses that don't fit, ${fits.length} that do`);
    },
  );
});

onSqlite((open) => {
  it('a header that is malformed, too long or one too many is refused', async () => {
    const server = await openStocked(open);
    const patch = (await operationsOf(server)).find(({ id }) => id === 'patchCustomersById')!;
    const ask = (headers: Record<string, string>) =>
      server.ask('PATCH', addressOf(patch), { body: { notes: 'x' }, headers });
    for (const version of [
      '1',
      '"x"',
      '*',
      'W/"1"',
      '"-1"',
      '"1e3"',
      `"${'9'.repeat(16)}"`,
      '"1", "2"',
      '""',
    ])
      assert.deepEqual([version, (await ask({ 'if-match': version })).status], [version, 400]);
    assert.equal((await ask({})).status, 428);
    const post = (key: string) =>
      server.ask('POST', '/api/sites', {
        body: { code: 'S9', name: 'x' },
        headers: { 'idempotency-key': key },
      });
    for (const key of [
      '',
      'short',
      'x'.repeat(65),
      'with space',
      'a'.repeat(7),
      "' OR 1=1 --",
      '../../../x',
      '{"$gt":""}',
    ])
      assert.deepEqual([key, (await post(key)).status], [key, 400]);
    for (const authorization of [
      '',
      'Bearer',
      'Bearer ',
      'Basic YWRtaW46YWRtaW4=',
      'bearer null',
      `Bearer ${'x'.repeat(300)}`,
      `Bearer ${server.token}, Bearer x`,
      `Bearer ${server.token}x`,
      'Bearer tr_',
    ])
      assert.equal(
        (await server.ask('GET', '/api/session', { headers: { authorization } })).status,
        401,
        authorization,
      );
    for (const cookie of [
      'traliccio',
      'traliccio=',
      'traliccio=x; traliccio=y',
      `traliccio=${'x'.repeat(5000)}`,
      '=;=;',
      '__proto__=1',
    ])
      assert.equal(
        (await server.ask('GET', '/api/session', { token: null, headers: { cookie } })).status,
        401,
        cookie,
      );
    for (const id of ['x', '-1', '9'.repeat(40), '{}', '1,2', "1' OR 1=1"]) {
      const { status } = await sendRaw(
        server.url,
        head('GET /api/session', [`Authorization: Bearer ${server.token}`, `Last-Event-ID: ${id}`]),
      );
      assert.equal(status, 200, id);
    }
  });

  it('requests that are none, too large or never end are answered without a word too many', async () => {
    const server = await openStocked(open);
    const authorization = `Authorization: Bearer ${server.token}`;
    const json = 'Content-Type: application/json';
    const customers = 'POST /api/customers';
    const cases: readonly (readonly [what: string, text: string, status: number])[] = [
      ['one header of 9 kB', head('GET /api/session', [`X-Bomb: ${'x'.repeat(9_000)}`]), 431],
      [
        '900 headers',
        head(
          'GET /api/session',
          Array.from({ length: 900 }, (_, i) => `X-${i}: bomb bomb bomb`),
        ),
        431,
      ],
      ['an address of 9 kB', head(`GET /api/customers/${'1'.repeat(9_000)}`, []), 431],
      ['a parameter of 300 letters', head(`GET /api/customers/${'1'.repeat(300)}`, [authorization]), 414],
      ['no HTTP', 'HELLO\r\n\r\n', 400],
      ['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400],
      ['no host', 'GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n', 421],
      [
        'two lengths',
        head(customers, [json, authorization, 'Content-Length: 2', 'Content-Length: 3']) + '{}',
        400,
      ],
      [
        'a length and chunks',
        head(customers, [json, authorization, 'Content-Length: 2', 'Transfer-Encoding: chunked']) +
          '0\r\n\r\n',
        400,
      ],
      ['a length that is none', head(customers, [json, authorization, 'Content-Length: -1']), 400],
      [
        'a chunk that is none',
        head(customers, [json, authorization, 'Transfer-Encoding: chunked']) + 'zz\r\n',
        400,
      ],
      [
        'a header with a new line',
        `GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-A: b\nX-C\x00: d\r\n\r\n`,
        400,
      ],
      ['a space before the colon', head('GET /health/live', ['X-A : b']), 400],
      [
        '2 MB',
        head(customers, [json, authorization, `Content-Length: ${2 << 20}`]) +
          `"${'x'.repeat((2 << 20) - 2)}"`,
        413,
      ],
      [
        '2 MB in chunks',
        head(customers, [json, authorization, 'Transfer-Encoding: chunked']) +
          `200000\r\n${'x'.repeat(2 << 20)}\r\n0\r\n\r\n`,
        413,
      ],
      ['2 MB that are announced', head(customers, [json, authorization, `Content-Length: ${2 << 20}`]), 413],
      [
        'a file of 1 GB that is announced',
        head('POST /api/imports/customers', [
          'Content-Type: text/csv',
          authorization,
          `Content-Length: ${1 << 30}`,
        ]),
        413,
      ],
      ['2 MB of whom nobody knows', head(customers, [json, `Content-Length: ${2 << 20}`]), 401],
      ['half a body', head(customers, [json, authorization, 'Content-Length: 3']) + '{"a', 400],
      ['NaN', withBody(customers, [json, authorization], '{"code":NaN}'), 400],
      ['Infinity', withBody(customers, [json, authorization], '[Infinity]'), 400],
      ['no JSON', withBody(customers, [json, authorization], "{'code':'C1'}"), 400],
      ['nothing', withBody(customers, [json, authorization], ''), 400],
      ['a byte-order mark', withBody(customers, [json, authorization], '\xef\xbb\xbf{}'), 400],
      ['bytes that are no UTF-8', withBody(customers, [json, authorization], '{"code":"\xff\xfe"}'), 400],
      ['a field twice', withBody(customers, [json, authorization], '{"code":"C1","code":{"$gt":""}}'), 400],
      ['100,000 brackets', withBody(customers, [json, authorization], '['.repeat(100_000)), 400],
      [
        '100,000 pairs of brackets',
        withBody(customers, [json, authorization], '['.repeat(100_000) + ']'.repeat(100_000)),
        400,
      ],
      [
        'a number of 100,000 digits',
        withBody(customers, [json, authorization], `{"code":${'9'.repeat(100_000)}}`),
        400,
      ],
      ['a body where there is none', withBody('GET /api/session', [json, authorization], '{}'), 415],
      [
        'a body for an action without',
        withBody('POST /api/contracts/2/cancel', [json, authorization], '{}'),
        415,
      ],
      ['gzip', withBody(customers, [json, authorization, 'Content-Encoding: gzip'], '\x1f\x8b'), 400],
    ];
    for (const [what, text, status] of cases) {
      const answer = await sendRaw(server.url, text);
      assert.equal(answer.status, status, `${what}: ${answer.status} ${answer.body.slice(0, 200)}`);
      assert.equal(answer.headers['content-type'], 'application/problem+json', what);
      assert.doesNotMatch(answer.body, LEAKS, what);
      const problem = JSON.parse(answer.body) as Record<string, unknown>;
      assert.deepEqual(
        [problem['status'], typeof problem['code'], typeof problem['detail']],
        [status, 'string', 'string'],
        what,
      );
    }
    assert.equal((await server.ask('GET', '/api/contracts/2')).json.state, 'draft');
    assert.equal(({} as Record<string, unknown>)['isAdmin'], undefined);
  });
});

const head = (start: string, lines: readonly string[]): string =>
  `${[`${start} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...lines].join('\r\n')}\r\n\r\n`;
const withBody = (start: string, lines: readonly string[], body: string): string =>
  head(start, [...lines, `Content-Length: ${body.length}`]) + body;

/** Bodies that an operation's schema refuses, and others that it takes, whatever becomes of them. */
function split(operations: readonly Operation[]): readonly [misfits: Sent[], fits: Sent[]] {
  const [misfits, fits]: [Sent[], Sent[]] = [[], []];
  for (const operation of operations) {
    const fit = fitting('body', operation.body!);
    const example = exampleBody(operation);
    assert.ok(fit(example), `${operation.id}: the example fits: ${JSON.stringify(example)}`);
    for (const changed of changes(example)) {
      if (!fit(changed.body)) misfits.push({ operation, ...changed });
      else if (!LEFT_OUT.includes(operation.id)) fits.push({ operation, ...changed });
    }
  }
  return [misfits, fits];
}

function* changes(example: unknown): Generator<Changed> {
  for (const hostile of HOSTILE) {
    yield { path: '', body: hostile };
    yield* withEachField(example, hostile);
  }
  yield* withoutEachField(example);
  for (const name of UNKNOWN_FIELDS)
    yield* withOneMore(example, name, name === '__proto__' ? { isAdmin: true } : 1);
}

const BAD_TEXTS = [
  '0',
  '-1',
  '1.5',
  '1e3',
  '01',
  ' 1',
  'NaN',
  'null',
  'true',
  '9'.repeat(30),
  '9007199254740993',
  'a'.repeat(150),
  "1'--",
  '1 OR 1=1',
  '__proto__',
  'constructor',
  'toString',
  '[object Object]',
  '{"$gt":""}',
  '😀',
  '%',
  '\u0000',
  '\r\nX: 1',
  '١',
];
/** Bytes that stand for no text. */
const BAD_BYTES = ['%ed%a0%80', '%ff', '%c0%ae', '%zz'];

type Asked = { readonly operation: Operation; readonly address: string; readonly mustBe: readonly number[] };

function badAddresses(operation: Operation): Asked[] {
  const of = (kind: string) => operation.parameters.filter((one) => one.in === kind);
  const address = addressOf(operation);
  const paths = of('path').flatMap(({ name, schema }) => {
    const fit = fitting('params', { type: 'object', properties: { [name]: schema } });
    return [
      ...BAD_TEXTS.filter((text) => !fit({ [name]: text })).map((text) => ({
        operation,
        address: addressOf(operation, { [name]: text }),
        mustBe: [400],
      })),
      ...BAD_BYTES.map((bytes) => ({
        operation,
        address: addressOf(operation, { [name]: 'zz-here' }).replace('zz-here', bytes),
        mustBe: [400, 404],
      })),
    ];
  });
  const query = of('query').flatMap(({ name, schema }) => {
    const fit = fitting('query', { type: 'object', properties: { [name]: schema } });
    const good = encodeURIComponent(String(exampleOf(schema)));
    return [
      ...BAD_TEXTS.filter((text) => !fit({ [name]: text })).map(
        (text) => `${name}=${encodeURIComponent(text)}`,
      ),
      `${name}=${good}&${name}=${good}`,
      `${name}[]=${good}`,
      `${name}[$gt]=`,
      `${name}[__proto__][x]=1`,
    ];
  });
  const unknown = [
    'x=1',
    '__proto__=1',
    '__proto__[x]=1',
    'constructor=1',
    'constructor.prototype.x=1',
    '$where=1',
    'filter[$gt]=',
    'populate=*',
    'fields=passwordHash',
    'order_by=password_hash',
    'select=*',
    '=',
    '%00=1',
    'hasOwnProperty=1',
  ];
  return [
    ...paths,
    ...[...query, ...unknown].map((text) => ({ operation, address: `${address}?${text}`, mustBe: [400] })),
  ];
}

/** Each parameter with whatever odd texts its schema takes. */
function oddAddresses(operation: Operation): string[] {
  const address = addressOf(operation);
  return operation.parameters.flatMap(({ in: place, name, schema }) => {
    if (place === 'header') return [];
    const fit = fitting(place === 'path' ? 'params' : 'query', {
      type: 'object',
      properties: { [name]: schema },
    });
    const texts = [...BAD_TEXTS, ...ODD_TEXTS].filter((text) => fit({ [name]: text }));
    return place === 'path'
      ? texts.map((text) => addressOf(operation, { [name]: text }))
      : texts.map((text) => `${address}?${name}=${encodeURIComponent(text)}`);
  });
}
const ODD_TEXTS = [
  'à',
  'ć',
  '山',
  '\u{10ffff}',
  '\u202e',
  '%',
  '_',
  '\\',
  "'",
  '"',
  '`',
  '*',
  'a*',
  '-',
  '--',
  '(',
  ' ',
  '1970-01-01',
  '2199-12-31',
  '9007199254740991',
  '1',
];

function send(
  server: TestServer,
  { operation, body }: Sent,
  address = addressOf(operation),
): Promise<Answered> {
  return server.ask(operation.method, address, {
    body: body === undefined ? (operation.body ? 'null' : undefined) : JSON.stringify(body),
    headers: operation.parameters.some(({ name }) => name === 'if-match') ? { 'if-match': '"1"' } : {},
  });
}

/** A refusal that names the field. */
function isFieldError(answer: Answered, { path, body }: Sent): boolean {
  if (answer.status === 413) return JSON.stringify(body).length > 1_048_576;
  if (answer.status !== 400 || !isClean(answer)) return false;
  const { code, field } = answer.json as { code: string; field?: string };
  // Before it is looked at: names that are never taken.
  if (code === 'request.malformed') return /__proto__|"constructor"/.test(JSON.stringify(body));
  if (code !== 'request.body') return false;
  return (
    path === '' ||
    JSON.stringify(body) === '{}' ||
    (field !== undefined && (path.startsWith(field) || field.startsWith(path)))
  );
}

const isClean = ({ status, text, headers, json }: Answered): boolean =>
  status < 400 ||
  (headers.get('content-type') === 'application/problem+json' && json.status === status && !LEAKS.test(text));

const said = ({ operation, path, body }: Sent, { status, text }: Answered): string =>
  `${operation.id} ${path}: ${JSON.stringify(body).slice(0, 150)}: ${status} ${text.slice(0, 300)}`;

async function all<T>(items: readonly T[], check: (one: T) => Promise<string | null>): Promise<string[]> {
  const wrong: string[] = [];
  const left = [...items].reverse();
  const worker = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) {
      const what = await check(one);
      if (what !== null) wrong.push(what);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return wrong;
}
