import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { serve } from '@traliccio/core/src/serve.ts';
import { eachDatabase, onSqlite } from '../host/database.ts';
import { openServer, type TestServer } from '../host/http.ts';
import { sendRaw, type RawAnswer } from '../host/raw-http.ts';

const PASSWORD = 'dodici gru volano storte';
const BY = { actor: { kind: 'operator', name: 'test' }, can: () => true } as const;

/** An operator with a password, in the group of administrators. */
const hire = ({ server }: TestServer, email: string): Promise<number> =>
  server.app.operators.create(
    { email, name: 'Anna', groups: [1], password: PASSWORD, mustChangePassword: false },
    BY,
  );

const logIn = async ({ ask }: TestServer, email: string, headers = {}): Promise<string> => {
  const answer = await ask('POST', '/api/session', {
    token: null,
    body: { email, password: PASSWORD },
    headers,
  });
  assert.equal(answer.status, 200, answer.text);
  return answer.headers.get('set-cookie')!.split(';')[0]!;
};

type Lines = readonly string[];
const send = (url: string, method: string, path: string, lines: Lines, body = ''): Promise<RawAnswer> =>
  sendRaw(
    url,
    [
      `${method} ${path} HTTP/1.1`,
      'Connection: close',
      `Content-Length: ${body.length}`,
      ...lines,
      '',
      body,
    ].join('\r\n'),
  );

const ISOLATED = 'X-Traliccio: 1';
/** Who sends a change along with our cookie; `HOST` stands for ours. */
const SENDERS: readonly (readonly [who: string, lines: Lines, isOurs: boolean])[] = [
  ['our page', ['Sec-Fetch-Site: same-origin', 'Origin: http://HOST', ISOLATED], true],
  ['our page, in a browser that says nothing of sites', ['Origin: http://HOST', ISOLATED], true],
  ['our page, in a browser that says nothing of origins', ['Sec-Fetch-Site: same-origin', ISOLATED], true],
  ['a program with a cookie', [ISOLATED], true],
  ['a form of ours, without the header', ['Sec-Fetch-Site: same-origin', 'Origin: http://HOST'], false],
  ['nobody knows who', [], false],
  [
    'the header with another value',
    ['Sec-Fetch-Site: same-origin', 'Origin: http://HOST', 'X-Traliccio: 0'],
    false,
  ],
  ['the header, empty', ['X-Traliccio:'], false],
  ['the header, twice', [ISOLATED, ISOLATED], false],
  ['another site', ['Sec-Fetch-Site: cross-site', 'Origin: http://evil.example'], false],
  [
    'another site that knows the header',
    ['Sec-Fetch-Site: cross-site', 'Origin: http://evil.example', ISOLATED],
    false,
  ],
  ['another site, in an old browser', ['Origin: http://evil.example', ISOLATED], false],
  ['another site that hides its origin', ['Sec-Fetch-Site: cross-site', 'Origin: null', ISOLATED], false],
  ['a sandboxed frame', ['Origin: null', ISOLATED], false],
  [
    'a site that is next to ours',
    ['Sec-Fetch-Site: same-site', 'Origin: http://x.localhost', ISOLATED],
    false,
  ],
  ['a site that is next to ours, and is no more', ['Sec-Fetch-Site: same-site', ISOLATED], false],
  ['the address bar', ['Sec-Fetch-Site: none', ISOLATED], false],
  ['a word for sites that there is not', ['Sec-Fetch-Site: same-origin, cross-site', ISOLATED], false],
  ['our name on another port', ['Origin: http://localhost:1', ISOLATED], false],
  ['our name without a port', ['Origin: http://localhost', ISOLATED], false],
  ['our name over TLS', ['Origin: https://HOST', ISOLATED], false],
  ['our name as a part', ['Origin: http://HOST.evil.example', ISOLATED], false],
  ['our name after another', ['Origin: http://evil.example@HOST', ISOLATED], false],
  ['our name with a path', ['Origin: http://HOST/', ISOLATED], false],
  ['our origin twice', ['Origin: http://HOST http://HOST', ISOLATED], false],
  ['an empty origin', ['Origin:', ISOLATED], false],
  [
    'another origin, and a referrer of ours',
    ['Origin: http://evil.example', 'Referer: http://HOST/', ISOLATED],
    false,
  ],
  ['an extension', ['Origin: chrome-extension://abc', ISOLATED], false],
  ['a file', ['Origin: file://', ISOLATED], false],
  [
    'another site that forwards our host',
    ['Origin: http://evil.example', 'X-Forwarded-Host: evil.example', ISOLATED],
    false,
  ],
];

onSqlite((open) => {
  it(`a change by cookie comes from our own pages: ${SENDERS.length} senders`, async () => {
    const server = await openServer(open);
    await hire(server, 'anna@wisp.it');
    const cookie = await logIn(server, 'anna@wisp.it');
    const host = new URL(server.url).host;
    const asked = async (lines: Lines, code: string, type = 'application/json'): Promise<number> => {
      const own = lines.map((line) => line.replaceAll('HOST', host));
      const body = JSON.stringify({ code, name: 'Monte' });
      return (
        await send(
          server.url,
          'POST',
          '/api/sites',
          [`Host: ${host}`, `Cookie: ${cookie}`, `Content-Type: ${type}`, ...own],
          body,
        )
      ).status;
    };
    let made = 0;
    for (const [i, [who, lines, isOurs]] of SENDERS.entries()) {
      assert.deepEqual([who, await asked(lines, `S${i}`)], [who, isOurs ? 201 : 403]);
      made += Number(isOurs);
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      assert.equal(
        await asked(['Sec-Fetch-Site: cross-site', 'Origin: http://evil.example'], 'T1', type),
        403,
        type,
      );
    for (const method of ['PATCH', 'PUT', 'DELETE', 'POST'])
      for (const path of ['/api/session', '/api/issuer', '/api/sites/1', '/api/contracts/1/cancel']) {
        const { status } = await send(server.url, method, path, [
          `Host: ${host}`,
          `Cookie: ${cookie}`,
          'Origin: http://evil.example',
        ]);
        assert.ok([403, 404].includes(status), `${method} ${path}: ${status}`);
      }
    // What only reads may come from anywhere: no page of another site sees the answer.
    const read = await send(server.url, 'GET', '/api/session', [
      `Host: ${host}`,
      `Cookie: ${cookie}`,
      'Origin: http://evil.example',
    ]);
    assert.deepEqual([read.status, read.headers['access-control-allow-origin']], [200, undefined]);
    const { sql } = server.server.app.database;
    assert.deepEqual(await sql.all('SELECT COUNT(*) AS n FROM site'), [{ n: made }]);
    // A token is sent by nobody but who knows it.
    assert.equal(
      (
        await server.ask('POST', '/api/sites', {
          body: { code: 'P1', name: 'x' },
          headers: { origin: 'http://evil.example' },
        })
      ).status,
      201,
    );
  });

  it('nobody is logged in from another site', async () => {
    const server = await openServer(open);
    await hire(server, 'anna@wisp.it');
    const host = new URL(server.url).host;
    const body = JSON.stringify({ email: 'anna@wisp.it', password: PASSWORD });
    for (const [origin, status] of [
      ['http://evil.example', 403],
      ['null', 403],
      [`https://${host}`, 403],
      [`http://${host}`, 200],
    ]) {
      const answer = await send(
        server.url,
        'POST',
        '/api/session',
        [`Host: ${host}`, 'Content-Type: application/json', `Origin: ${origin}`],
        body,
      );
      assert.deepEqual(
        [origin, answer.status, 'set-cookie' in answer.headers],
        [origin, status, status === 200],
      );
    }
  });

  it('a cookie that was there before the login is not taken over, and one that was logged out is worth nothing', async () => {
    const server = await openServer(open);
    await hire(server, 'anna@wisp.it');
    const planted = `traliccio=${'A'.repeat(43)}`;
    const read = async (cookie: string): Promise<number> =>
      (await server.ask('GET', '/api/session', { token: null, headers: { cookie } })).status;
    const first = await logIn(server, 'anna@wisp.it', { cookie: planted });
    const second = await logIn(server, 'anna@wisp.it', { cookie: first });
    assert.equal(new Set([planted, first, second]).size, 3);
    assert.deepEqual([await read(planted), await read(first), await read(second)], [401, 200, 200]);
    const out = await server.ask('DELETE', '/api/session', {
      token: null,
      headers: { cookie: first, 'x-traliccio': '1' },
    });
    assert.equal(out.status, 204);
    assert.deepEqual([await read(first), await read(second)], [401, 200]);
    // The token of the cookie is no other kind of credential, and a bearer is no cookie by another name.
    assert.equal(await read(second.replace('traliccio=', '__Host-traliccio=')), 401);
    assert.equal(
      (
        await server.ask('GET', '/api/session', {
          token: null,
          headers: { cookie: second, authorization: 'Bearer x' },
        })
      ).status,
      401,
    );
  });

  it('over TLS, or behind a proxy that has it, the cookie is for this host and for TLS only', async () => {
    const server = await openServer(open, { env: { web: { publicUrl: 'https://gestione.example.it' } } });
    await hire(server, 'anna@wisp.it');
    const answer = await server.ask('POST', '/api/session', {
      token: null,
      body: { email: 'anna@wisp.it', password: PASSWORD },
    });
    assert.match(
      answer.headers.get('set-cookie')!,
      /^__Host-traliccio=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
    assert.match(answer.headers.get('strict-transport-security')!, /max-age=31536000/);
  });
});

eachDatabase((_name, open) => {
  it('who is disabled, put into another group or logged out is so from the next request on, in every process', async () => {
    const place = await open();
    const one = await openServer(async () => place);
    const server = await serve(one.config, { roles: ['web'], followMs: 100 });
    after(() => server.stop());
    const two = { url: server.address! };
    const read = async (url: string, token: string, path = '/api/session'): Promise<number> =>
      (await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } })).status;
    const changes: readonly (readonly [
      what: string,
      change: (id: number) => Promise<unknown>,
      status: number,
    ])[] = [
      [
        'disabled',
        (id) =>
          one.ask('PATCH', `/api/operators/${id}`, {
            body: { enabled: false },
            headers: { 'if-match': '"1"' },
          }),
        401,
      ],
      [
        'moved',
        (id) =>
          one.ask('PATCH', `/api/operators/${id}`, { body: { groups: [1] }, headers: { 'if-match': '"1"' } }),
        401,
      ],
      [
        'given a password',
        (id) =>
          one.ask('POST', `/api/operators/${id}/password`, {
            body: { password: 'sette cani bevono acqua' },
            headers: { 'if-match': '"1"' },
          }),
        401,
      ],
    ];
    for (const [what, change, status] of changes) {
      const token = await one.tokenFor('customers.read');
      const { operator } = (await one.ask('GET', '/api/session', { token })).json;
      assert.deepEqual([await read(one.url, token), await read(two.url, token)], [200, 200]);
      const changed = (await change(operator.id)) as { status: number; text: string };
      assert.equal(changed.status, 200, changed.text);
      assert.deepEqual(
        [what, await read(two.url, token), await read(one.url, token)],
        [what, status, status],
      );
    }
    const token = await one.tokenFor('sites.read');
    assert.equal(await read(two.url, token, '/api/sites'), 200);
    const group = (await one.ask('GET', '/api/groups')).json.items.at(-1);
    await one.ask('PATCH', `/api/groups/${group.id}`, {
      body: { permissions: ['customers.read'] },
      headers: { 'if-match': `"${group.version}"` },
    });
    assert.deepEqual([await read(two.url, token, '/api/sites'), await read(two.url, token)], [403, 200]);
    await hire(one, 'anna@wisp.it');
    const login = { email: 'anna@wisp.it', password: PASSWORD, token: true };
    const { token: bearer } = (await one.ask('POST', '/api/session', { token: null, body: login })).json;
    assert.deepEqual([await read(two.url, bearer), await read(one.url, bearer)], [200, 200]);
    assert.equal((await one.ask('DELETE', '/api/session', { token: bearer })).status, 204);
    assert.deepEqual([await read(two.url, bearer), await read(one.url, bearer)], [401, 401]);
  });

  it(
    'who listens hears nothing more from the moment on in which his rights change',
    { timeout: 60_000 },
    async () => {
      const server = await openServer(open);
      const { notices } = server.server.app;
      const post = (key: string) =>
        notices.post('core', { key, level: 'info', message: { it: key, en: key } });
      const token = await server.tokenFor('notices.read');
      const stream = await fetch(`${server.url}/api/events`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const heard = stream.text();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const group = (await server.ask('GET', '/api/groups')).json.items.at(-1);
      await server.ask('PATCH', `/api/groups/${group.id}`, {
        body: { permissions: ['sites.read'] },
        headers: { 'if-match': `"${group.version}"` },
      });
      await post('after');
      assert.doesNotMatch(await heard, /after/, 'the stream has ended, and without it');
    },
  );
});
