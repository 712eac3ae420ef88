import { deepEqual, equal, rejects, throws } from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { ApiError, definePages, usePluginApi } from './index.ts';

const messages = { it: { a: 'a' }, en: { a: 'a' } };
const component = {};

describe('pages of a plugin', () => {
  it('are taken as they are when they can be right', () => {
    for (const path of ['', 'devices', 'devices/:id', 'a-b/c2/:id/edit'])
      equal(
        definePages({ messages, routes: [{ path, name: 'a', title: 'a', component }] }).routes?.length,
        1,
      );
    const given = definePages({ messages });
    deepEqual([given.routes, given.slots], [[], []]);
  });

  it('are refused for what the compiler does not see', () => {
    const route = { path: '', name: 'a', title: 'a', component };
    const nav = { group: 'work', icon: 'M0 0', order: 1 } as const;
    throws(() => definePages({} as never), /messages/);
    throws(() => definePages({ messages: { it: {} } } as never), /messages/);
    throws(() => definePages({ messages, routes: [route, route] }), /the name of a page: "a"/);
    for (const path of ['/devices', 'devices/', 'a//b', '../x', 'a?b', ':'])
      throws(() => definePages({ messages, routes: [{ ...route, path }] }), /the path of the page a/, path);
    throws(() => definePages({ messages, routes: [{ ...route, path: ':id', nav }] }), /nav/);
    throws(
      () => definePages({ messages, routes: [{ ...route, component: null } as never] }),
      /the component/,
    );
    throws(
      () => definePages({ messages, slots: [{ name: 'x', title: 'a', component } as never] }),
      /a slot: "x"/,
    );
  });
});

describe('the API of a plugin', () => {
  const answering = (status: number, body?: unknown): { readonly calls: [string, RequestInit][] } => {
    const calls: [string, RequestInit][] = [];
    mock.method(globalThis, 'fetch', async (address: string, init: RequestInit) => {
      calls.push([address, init]);
      return new Response(body === undefined ? null : JSON.stringify(body), { status });
    });
    return { calls };
  };

  it('is asked at its address, with the header that no form of another site can send', async () => {
    const { calls } = answering(200, { days: [] });
    const { get, send } = usePluginApi('hello');
    deepEqual(await get('/days', { query: { limit: 3, from: undefined, to: null } }), { days: [] });
    await send('PUT', '/limit', { body: { cents: 1 }, headers: { 'if-match': '"2"' } });
    deepEqual(calls, [
      ['/api/plugins/hello/days?limit=3', { headers: { 'x-traliccio': '1' } }],
      [
        '/api/plugins/hello/limit',
        {
          method: 'PUT',
          headers: { 'x-traliccio': '1', 'content-type': 'application/json', 'if-match': '"2"' },
          body: '{"cents":1}',
        },
      ],
    ]);
  });

  it('sends a file as it is', async () => {
    const { calls } = answering(200, { fileId: 1 });
    const file = new Blob(['a;b'], { type: 'text/csv' });
    deepEqual(await usePluginApi('hello').send('POST', '/files?name=x.csv', { file }), { fileId: 1 });
    const [[address, init]] = calls as [[string, RequestInit]];
    equal(address, '/api/plugins/hello/files?name=x.csv');
    deepEqual(
      [init.body, init.headers],
      [file, { 'x-traliccio': '1', 'content-type': 'application/octet-stream' }],
    );
  });

  it('answers nothing where there is nothing, and throws what is refused', async () => {
    answering(204);
    equal(await usePluginApi('hello').send('DELETE', '/days/1'), undefined);
    answering(422, { status: 422, code: 'hello.no', detail: 'not this', field: 'cents' });
    await rejects(usePluginApi('hello').get('/days'), (error: ApiError) => {
      deepEqual([error instanceof ApiError, error.code, error.field], [true, 'hello.no', 'cents']);
      return true;
    });
  });
});
