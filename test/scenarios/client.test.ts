import assert from 'node:assert/strict';
import { it } from 'node:test';
import { serve } from '@traliccio/core/src/serve.ts';
import { ApiError, createClient, dataOf, ifMatch, listen, once, type LiveEvent } from '@traliccio/sdk/client';
import { eachDatabase } from '../host/database.ts';
import { openStocked } from '../host/stocked.ts';

eachDatabase((_name, open) => {
  it('a program works with the API through the typed client', async () => {
    const { url, token } = await openStocked(open);
    const api = createClient({ baseUrl: `${url}/`, token });
    const customer = await dataOf(api.GET('/api/customers/{id}', { params: { path: { id: 1 } } }));
    assert.equal(customer.code, 'C1');
    const found = await dataOf(api.GET('/api/customers', { params: { query: { q: 'ross', limit: 1 } } }));
    assert.deepEqual([found.items.length, typeof found.next], [1, 'string']);

    const [path, header] = [{ id: 1 }, ifMatch(customer.version)];
    const changed = await dataOf(
      api.PATCH('/api/customers/{id}', { params: { path, header }, body: { notes: 'richiamare' } }),
    );
    assert.deepEqual([changed.notes, changed.version], ['richiamare', customer.version + 1]);
    await assert.rejects(
      dataOf(api.PATCH('/api/customers/{id}', { params: { path, header }, body: { notes: 'x' } })),
      (error) => {
        assert.ok(error instanceof ApiError);
        assert.deepEqual([error.status, error.code], [409, 'customer.version']);
        assert.deepEqual(error.problem?.current, changed);
        return true;
      },
    );

    const key = { params: { header: once() }, body: { code: 'S9', name: 'Monte' } };
    const [first, second] = [
      await dataOf(api.POST('/api/sites', key)),
      await dataOf(api.POST('/api/sites', key)),
    ];
    assert.deepEqual(first, second);
    const { data, error } = await api.POST('/api/sites', { body: { code: 'à', name: '' } });
    assert.deepEqual([data, error?.code, error?.field], [undefined, 'request.body', 'code']);

    // Files go in and out as they are.
    const imported = await dataOf(
      api.POST('/api/imports/{kind}', {
        params: { path: { kind: 'sites' } },
        headers: { 'content-type': 'text/csv' },
        body: 'code,name\nX1,Valle\n',
      }),
    );
    assert.equal(imported.imported, 1);
    const file = await dataOf(
      api.GET('/api/documents/{id}/artifacts/{kind}', {
        params: { path: { id: 1, kind: 'fatturapa' } },
        parseAs: 'text',
      }),
    );
    assert.match(file, /^<\?xml/);
    await dataOf(api.POST('/api/notices/{id}/close', { params: { path: { id: 1 } } }));

    const stranger = createClient({ baseUrl: url, token: 'tr_nobody' });
    await assert.rejects(dataOf(stranger.GET('/api/customers')), {
      name: 'ApiError',
      status: 401,
      code: 'session.missing',
    });
  });

  it(
    'who listens through the client comes back after the server was away, and has missed nothing',
    { timeout: 60_000 },
    async () => {
      const one = await openStocked(open);
      const { app } = one.server;
      const port = Number(new URL(one.url).port);
      const stop = new AbortController();
      const heard: LiveEvent[] = [];
      const heardOf = (key: string): boolean =>
        heard.some(({ event, data }) => event === 'notice' && data.key.endsWith(key));
      const listening = (async () => {
        for await (const happened of listen({ baseUrl: one.url, token: one.token, signal: stop.signal }))
          heard.push(happened);
      })();
      const until = async (isSo: () => boolean): Promise<void> => {
        while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
      };
      const post = (database: typeof app, key: string) =>
        database.notices.post('core', { key, level: 'info', message: { it: key, en: key } });
      await until(() => heard.some(({ event }) => event === 'ready'));
      await post(app, 'before');
      await until(() => heardOf('before'));
      await one.server.stop();
      const again = await serve({ ...one.config, web: { ...one.config.web, port } }, { roles: ['web'] });
      try {
        await post(again.app, 'meanwhile');
        await until(() => heardOf('meanwhile'));
        assert.equal(heard.filter(({ event }) => event === 'ready').length, 2);
        stop.abort();
        await listening;
      } finally {
        await again.stop();
      }
    },
  );

  it('who listens without a session is told so', async () => {
    const { url } = await openStocked(open);
    await assert.rejects(listen({ baseUrl: url, token: 'tr_nobody' }).next(), {
      name: 'ApiError',
      status: 401,
    });
  });
});
