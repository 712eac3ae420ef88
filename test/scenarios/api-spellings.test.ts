import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onSqlite } from '../host/database.ts';
import { addressOf, operationsOf } from '../host/operations.ts';
import { sendRaw, type RawAnswer } from '../host/raw-http.ts';
import { openStocked } from '../host/stocked.ts';

type Asked = { readonly method: string; readonly path: string; readonly headers: readonly string[] };
type Spell = (asked: Asked, host: string) => Asked;

const target =
  (rewrite: (path: string, host: string) => string): Spell =>
  (asked, host) => ({ ...asked, path: rewrite(asked.path, host) });
const method =
  (name: string): Spell =>
  (asked) => ({ ...asked, method: name });
const adding =
  (...lines: string[]): Spell =>
  (asked) => ({ ...asked, headers: [...asked.headers, ...lines] });
const encoded = (letter: string): string => `%${letter.charCodeAt(0).toString(16)}`;
const last = (path: string, by: (name: string) => string): string => path.replace(/[^/]+$/, by);

/** Ways to ask for the same thing that have led around guards, here or there. */
const SPELLINGS: Readonly<Record<string, Spell>> = {
  'as it is': (asked) => asked,
  'two slashes first': target((path) => `/${path}`),
  'two slashes within': target((path) => path.replace(/^(\/[^/]+)\//, '$1//')),
  'two slashes everywhere': target((path) => path.replaceAll('/', '//')),
  'a slash at the end': target((path) => `${path}/`),
  'two slashes at the end': target((path) => `${path}//`),
  'a dot segment': target((path) => `/.${path}`),
  'a dot segment within': target((path) => last(path, (name) => `./${name}`)),
  'a dot at the end': target((path) => `${path}/.`),
  'up and down again': target((path) => `/health/..${path}`),
  'up and down again, encoded': target((path) => `/health/%2e%2e${path}`),
  'up from what is public': target((path) => `/health/live/../..${path}`),
  'up beyond the root': target((path) => `/../..${path}`),
  'an encoded dot': target((path) => `/%2e${path}`),
  'an encoded slash': target((path) => path.replace(/\/([^/]+)$/, '%2F$1')),
  'an encoded slash in small letters': target((path) => path.replace(/\/([^/]+)$/, '%2f$1')),
  'an encoded slash first': target((path) => `/%2f${path.slice(1)}`),
  'encoded twice': target((path) => path.replace(/\/([^/]+)$/, '%252F$1')),
  'a backslash': target((path) => path.replace(/\/([^/]+)$/, '\\$1')),
  'an encoded backslash': target((path) => path.replace(/\/([^/]+)$/, '%5c$1')),
  'an encoded letter': target((path) => path.replace(/^\/(.)/, (_, letter: string) => `/${encoded(letter)}`)),
  'all letters encoded': target((path) => path.replaceAll(/[a-z]/g, encoded)),
  'an encoding that is none': target((path) => `${path}%zz`),
  'an encoding that is too long': target((path) => path.replace(/^\/a/, '/%c1%a1')),
  'capital letters': target((path) => path.toUpperCase()),
  'one capital letter': target((path) =>
    path.replace(/^\/(.)/, (_, letter: string) => `/${letter.toUpperCase()}`),
  ),
  'a path parameter': target((path) => `${path};v=1`),
  'a path parameter within': target((path) => path.replace(/^(\/[^/]+)/, '$1;jsessionid=1')),
  'a path parameter of dots': target((path) => `/health/..;${path}`),
  'an extension': target((path) => `${path}.json`),
  'an encoded zero': target((path) => `${path}%00`),
  'a zero and an extension': target((path) => `${path}%00.css`),
  'an encoded question mark': target((path) => `${path}%3f`),
  'a query': target((path) => `${path}?/health/live`),
  'a fragment': target((path) => `${path}#/health/live`),
  'an encoded space': target((path) => `${path}%20`),
  'an encoded new line': target((path) => `${path}%0d%0a`),
  'an encoded tab first': target((path) => `/%09${path}`),
  'full-width letters': target((path) => path.replace(/^\/a/, '/%EF%BD%81')),
  'an absolute address': target((path, host) => `http://${host}${path}`),
  'an absolute address of another host': target((path) => `http://evil.example${path}`),
  'an absolute address with a user': target((path, host) => `http://admin:admin@${host}${path}`),
  'a star': target(() => '*'),
  'no slash first': target((path) => path.slice(1)),
  HEAD: method('HEAD'),
  OPTIONS: method('OPTIONS'),
  TRACE: method('TRACE'),
  QUERY: method('QUERY'),
  PROPFIND: method('PROPFIND'),
  CONNECT: method('CONNECT'),
  'small letters': (asked) => ({ ...asked, method: asked.method.toLowerCase() }),
  'another method in a header': adding(
    'X-HTTP-Method-Override: GET',
    'X-HTTP-Method: GET',
    'X-Method-Override: GET',
  ),
  'another method in the query': target((path) => `${path}?_method=GET`),
  'another address in a header': (asked) => ({
    ...asked,
    path: '/health/live/x',
    headers: [...asked.headers, `X-Original-URL: ${asked.path}`, `X-Rewrite-URL: ${asked.path}`],
  }),
  'from this machine': adding(
    'X-Forwarded-For: 127.0.0.1',
    'X-Real-IP: 127.0.0.1',
    'X-Forwarded-User: admin',
  ),
  'a token that is none': adding('Authorization: Bearer null'),
  'a token in the address': target((path) => `${path}?access_token=admin&token=admin`),
  'an empty cookie': adding('Cookie: traliccio=; __Host-traliccio='),
  'a preflight': (asked) => ({
    ...asked,
    method: 'OPTIONS',
    headers: [
      ...asked.headers,
      'Origin: http://evil.example',
      `Access-Control-Request-Method: ${asked.method}`,
    ],
  }),
  'another protocol': adding(
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  ),
  'an expectation': adding('Expect: 200-ok'),
};

const REFUSALS = [400, 401, 404, 405, 415, 421];
/** What a refusal says is ours, and nothing of what was asked for. */
const isRefusal = ({ status, headers, body }: RawAnswer): boolean => {
  if (!REFUSALS.includes(status)) return false;
  if (body === '') return true;
  if (headers['content-type'] !== 'application/problem+json') return false;
  const problem = JSON.parse(body) as Record<string, unknown>;
  return Object.keys(problem).every((name) =>
    ['type', 'title', 'status', 'code', 'detail', 'request'].includes(name),
  );
};

onSqlite((open) => {
  it(
    `${Object.keys(SPELLINGS).length} spellings of every protected address give nothing away without a session`,
    { timeout: 300_000 },
    async () => {
      const server = await openStocked(open);
      const host = new URL(server.url).host;
      const operations = (await operationsOf(server)).filter(({ permission }) => permission !== 'public');
      assert.ok(operations.length > 60);
      const asked = operations.flatMap((one) =>
        Object.entries(SPELLINGS).map(([name, spell]) => ({
          name,
          ...spell(
            {
              method: one.method,
              path: addressOf(one),
              headers: one.body ? ['Content-Type: application/json'] : [],
            },
            host,
          ),
        })),
      );
      const wrong: string[] = [];
      const worker = async (): Promise<void> => {
        for (let one = asked.pop(); one; one = asked.pop()) {
          const body = one.headers.some((line) => line.startsWith('Content-Type')) ? '{}' : '';
          const lines = [
            ...one.headers,
            `Host: ${host}`,
            'Connection: close',
            `Content-Length: ${body.length}`,
          ];
          const hangsUp = one.method === 'CONNECT';
          const answer = await sendRaw(
            server.url,
            `${one.method} ${one.path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`,
          );
          if (!isRefusal(answer) && !(hangsUp && answer.status === 0))
            wrong.push(
              `${one.name}: ${one.method} ${one.path}: ${answer.status} ${answer.body.slice(0, 200)}`,
            );
        }
      };
      await Promise.all(Array.from({ length: 8 }, worker));
      assert.deepEqual(wrong, []);
    },
  );

  it('the same addresses answer whoever has a session', async () => {
    const server = await openStocked(open);
    const unanswered: string[] = [];
    for (const one of await operationsOf(server)) {
      if (one.method !== 'GET' || one.isStream) continue;
      const { status } = await server.ask('GET', addressOf(one));
      // Some want parameters, or find nothing here.
      if (![200, 400, 404].includes(status)) unanswered.push(`${one.path}: ${status}`);
    }
    assert.deepEqual(unanswered, []);
    for (const path of [
      '/api/customers/1',
      '/api/contracts/1',
      '/api/documents/1',
      '/api/session',
      '/metrics',
    ])
      assert.equal((await server.ask('GET', path)).status, 200, path);
  });
});
