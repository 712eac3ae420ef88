import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onSqlite } from '../host/database.ts';
import { openServer } from '../host/http.ts';
import { askFrom } from '../host/raw-http.ts';

type Lines = Readonly<Record<string, string | string[]>>;

const OURS = '127.0.0.2';
const PROXY = '127.0.0.9';
const STRANGER = '127.0.0.5';
const LISTS = {
  allowedSubnets: `${OURS}, 10.1.0.0/16, 2001:db8:1::/48`,
  trustedProxies: `${PROXY}, 10.9.9.9, fd00::1`,
};

const CASES: readonly (readonly [why: string, peer: string, headers: Lines, isAllowed: boolean])[] = [
  ['one of us', OURS, {}, true],
  ['a stranger', STRANGER, {}, false],
  ['a proxy that names nobody', PROXY, {}, false],
  ['one of us, who says that he is a stranger', OURS, { 'X-Forwarded-For': '203.0.113.9' }, true],
  ['one of us, who says nonsense', OURS, { 'X-Forwarded-For': 'x, y' }, true],
  ['a stranger, who says that he is one of us', STRANGER, { 'X-Forwarded-For': '10.1.2.3' }, false],
  ['a stranger, in the words of a proxy', STRANGER, { 'X-Forwarded-For': `10.1.2.3, ${PROXY}` }, false],
  ['a stranger, by Forwarded', STRANGER, { Forwarded: 'for=10.1.2.3;proto=https;by=127.0.0.9' }, false],
  ['a stranger, by X-Real-IP', STRANGER, { 'X-Real-IP': OURS }, false],
  ['a stranger, by X-Client-IP', STRANGER, { 'X-Client-IP': OURS, 'True-Client-IP': OURS }, false],
  ['a stranger, by two lines', STRANGER, { 'X-Forwarded-For': ['10.1.2.3', OURS] }, false],
  [
    'a stranger who names our host',
    STRANGER,
    { 'X-Forwarded-Host': 'localhost', 'X-Forwarded-Proto': 'https' },
    false,
  ],
  [
    'a stranger who rewrites',
    STRANGER,
    { 'X-Original-URL': '/health/live', 'X-Rewrite-URL': '/health/live' },
    false,
  ],
  ['a proxy that speaks for one of us', PROXY, { 'X-Forwarded-For': '10.1.2.3' }, true],
  ['a proxy that speaks for a stranger', PROXY, { 'X-Forwarded-For': '203.0.113.9' }, false],
  ['what a stranger wrote before the proxy', PROXY, { 'X-Forwarded-For': '10.1.2.3, 203.0.113.9' }, false],
  ['the same in two lines', PROXY, { 'X-Forwarded-For': ['10.1.2.3', '203.0.113.9'] }, false],
  ['a stranger wrote first, in two lines', PROXY, { 'X-Forwarded-For': ['203.0.113.9', '10.1.2.3'] }, true],
  ['two proxies in a row', PROXY, { 'X-Forwarded-For': '10.1.2.3, 10.9.9.9' }, true],
  ['only proxies', PROXY, { 'X-Forwarded-For': '10.9.9.9, fd00::1' }, false],
  ['a mapped client', PROXY, { 'X-Forwarded-For': '::ffff:10.1.2.3' }, true],
  ['the same in hexadecimal', PROXY, { 'X-Forwarded-For': '::ffff:a01:203' }, true],
  ['an IPv6 client', PROXY, { 'X-Forwarded-For': '2001:db8:1::5' }, true],
  ['another IPv6 client', PROXY, { 'X-Forwarded-For': '2001:db8:2::5' }, false],
  ['an IPv6 client with a zone', PROXY, { 'X-Forwarded-For': '2001:db8:1::5%eth0' }, false],
  ['an IPv6 client in brackets', PROXY, { 'X-Forwarded-For': '[2001:db8:1::5]:443' }, false],
  ['octal', PROXY, { 'X-Forwarded-For': '010.1.2.3' }, false],
  ['decimal', PROXY, { 'X-Forwarded-For': '167838211' }, false],
  ['hexadecimal', PROXY, { 'X-Forwarded-For': '0xa.1.2.3' }, false],
  ['three parts', PROXY, { 'X-Forwarded-For': '10.1.3' }, false],
  ['with a port', PROXY, { 'X-Forwarded-For': '10.1.2.3:443' }, false],
  ['an empty place at the end', PROXY, { 'X-Forwarded-For': '10.1.2.3,' }, false],
  ['in quotes', PROXY, { 'X-Forwarded-For': '"10.1.2.3"' }, false],
  ['unknown', PROXY, { 'X-Forwarded-For': 'unknown' }, false],
  ['a proxy that only says Forwarded', PROXY, { Forwarded: 'for=10.1.2.3' }, false],
  ['a proxy that only says X-Real-IP', PROXY, { 'X-Real-IP': '10.1.2.3' }, false],
  [
    'where both disagree, X-Forwarded-For counts',
    PROXY,
    { 'X-Forwarded-For': '203.0.113.9', Forwarded: 'for=10.1.2.3', 'X-Real-IP': '10.1.2.3' },
    false,
  ],
];
const PATHS = [
  '/api/permissions',
  '/api/events',
  '/health/live',
  '/health/ready',
  '/metrics',
  '/api/openapi.json',
  '/api/session',
];

onSqlite((open) => {
  it(`who is asked from ${CASES.length} kinds of places is answered or refused, whatever is asked for`, async () => {
    const server = await openServer(open, { env: { web: LISTS } });
    const authorization = `Bearer ${server.token}`;
    const wrong: string[] = [];
    for (const [why, peer, lines, isAllowed] of CASES)
      for (const path of PATHS) {
        const { status, headers, body } = await askFrom(peer, `${server.url}${path}`, {
          ...lines,
          authorization,
        });
        const isRefused =
          status === 403 &&
          headers['content-type'] === 'application/problem+json' &&
          JSON.parse(body).code === 'request.address';
        if (isAllowed ? status !== 200 : !isRefused)
          wrong.push(`${why}: ${path} ${status} ${body.slice(0, 100)}`);
      }
    assert.deepEqual(wrong, []);
  });

  for (const [list, allowedSubnets] of [
    ['nobody', ''],
    ['nobody of this machine', '10.0.0.0/8'],
  ])
    it(`where ${list} is allowed, not even this machine is`, async () => {
      const server = await openServer(open, { env: { web: { allowedSubnets: allowedSubnets! } } });
      for (const path of PATHS) assert.equal((await server.ask('GET', path)).status, 403, path);
    });

  it('behind IPv6 sockets, an IPv4 peer is the address that it is', async (t) => {
    const server = await openServer(open, { env: { web: { ...LISTS, host: '::' } } }).catch((error) => {
      if (error.code !== 'config.port') throw error;
    });
    if (!server) return t.skip('this machine has no IPv6');
    const url = `http://127.0.0.1:${new URL(server.url).port}/health/live`;
    assert.equal((await askFrom(OURS, url, {})).status, 200);
    assert.equal((await askFrom(STRANGER, url, {})).status, 403);
    assert.equal((await askFrom(PROXY, url, { 'X-Forwarded-For': '10.1.2.3' })).status, 200);
  });

  it('links and answers never follow a foreign host name', async () => {
    const server = await openServer(open);
    const port = new URL(server.url).port;
    for (const [host, status] of [
      ['localhost', 200],
      [`localhost:${port}`, 200],
      ['127.0.0.1', 200],
      ['[::1]:80', 200],
      ['192.0.2.9', 200],
      ['evil.example', 421],
      ['localhost.evil.example', 421],
      ['evil.example:8420', 421],
      ['127.0.0.1.evil.example', 421],
      ['localhost@evil.example', 421],
      ['localhost/evil.example', 421],
      ['evil.example#localhost', 421],
    ] as const) {
      const { status: given, body } = await askFrom(OURS, `${server.url}/health/live`, {
        host,
        'X-Forwarded-Host': 'evil.example',
      });
      assert.equal(given, status, host);
      assert.doesNotMatch(body, /evil/);
    }
  });
});
