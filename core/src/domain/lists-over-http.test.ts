import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../test/host/database.ts';
import { domainApi } from '../../../test/host/domain-api.ts';
import { fillLists } from '../../../test/host/filled-lists.ts';
import { openProvider } from '../../../test/host/provider.ts';
import { checkOf } from '../kernel/http/validators.ts';
import { listRoutes, lists } from './list-routes.ts';

type Page = { readonly items: readonly Record<string, unknown>[]; readonly next: string | null };

eachDatabase((_name, open) => {
  it('each list answers with items as they are described, a page after the other', async () => {
    const p = await openProvider(open, { day: '2026-11-24' });
    await fillLists(p.app.database, { rows: 30 });
    const routes = listRoutes(p.app);
    const send = await domainApi(p, routes);
    assert.equal(routes.length, lists.length + 1);
    for (const [i, list] of lists.entries()) {
      const { path } = routes[i] as { path: string };
      const check = checkOf('body', list.item);
      const seen: unknown[] = [];
      let next: string | null = '';
      while (next !== null) {
        const cursor: string = next === '' ? '' : `&cursor=${next}`;
        const { status, body } = await send('GET', `${path}?limit=11${cursor}`);
        assert.equal(status, 200, path);
        const page = body as Page;
        for (const item of page.items) check(item);
        seen.push(...page.items.map((item) => JSON.stringify(item)));
        next = page.next;
      }
      assert.ok(seen.length >= 30, `${path} has ${seen.length}`);
      assert.equal(new Set(seen).size, seen.length);
    }
  });

  it('says which parameter is wrong, which combinations there are, and that a cursor is of another list', async () => {
    const p = await openProvider(open, { day: '2026-11-24' });
    await fillLists(p.app.database, { rows: 30 });
    const send = await domainApi(p, listRoutes(p.app));
    const answers = async (path: string): Promise<unknown[]> => {
      const { status, body } = await send('GET', path);
      return [status, body.code, body.field ?? null];
    };
    assert.deepEqual(await answers('/customers?limit=201'), [400, 'request.parameters', 'limit']);
    assert.deepEqual(await answers('/customers?password=x'), [400, 'request.parameters', 'password']);
    assert.deepEqual(await answers('/customers?city=Udine&sort=code'), [422, 'list.combination', null]);
    const { body } = await send('GET', '/customers?kind=company&sort=code');
    assert.match(
      body.detail as string,
      /kind sorted by name; kind, city sorted by name; no filter sorted by code/,
    );
    const { next } = (await send('GET', '/customers?limit=5')).body as Page;
    assert.deepEqual(await answers(`/customers?cursor=${next}`), [200, undefined, null]);
    for (const path of [
      '/contracts?',
      '/customers?sort=-name&',
      '/customers?kind=company&',
      '/customers?q=ros&',
    ])
      assert.deepEqual(await answers(`${path}cursor=${next}`), [422, 'list.cursor', 'cursor'], path);
  });

  it('searches over all, and says what it was not given', async () => {
    const p = await openProvider(open, { day: '2026-11-24' });
    await p.customer('C1');
    const send = await domainApi(p, listRoutes(p.app));
    assert.deepEqual((await send('GET', '/search?q=ros')).body, {
      groups: [
        {
          kind: 'customers',
          hits: [{ id: 1, code: 'C1', name: 'Mario Rossi', detail: 'Tavagnacco' }],
          more: false,
        },
      ],
    });
    assert.equal((await send('GET', '/search')).status, 400);
    assert.deepEqual((await send('GET', '/search?q=%2D%2D')).body, { groups: [] });
  });
});
