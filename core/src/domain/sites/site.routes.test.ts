import { deepEqual, equal } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openProvider } from '../../../../test/host/provider.ts';
import { domainApi } from '../../../../test/host/domain-api.ts';

eachDatabase((_name, open) => {
  it('a site shows what it hangs on and what hangs on it, and moves', async () => {
    const p = await openProvider(open, { day: '2026-11-10' });
    const send = await domainApi(p);
    const make = (code: string, parent?: string) =>
      send('POST', '/sites', { code, name: `Traliccio ${code}`, ...(parent ? { parent } : {}) });
    const ids: Record<string, number> = {};
    for (const [code, parent] of [['A'], ['B', 'A'], ['C', 'B'], ['D', 'B'], ['E']] as const)
      ids[code] = (await make(code, parent)).body['id'];
    const codes = (body: Readonly<Record<string, unknown>>) =>
      (body['path'] as { code: string }[]).map((site) => site.code).join('/');
    const b = (await send('GET', `/sites/${ids['B']}`)).body;
    deepEqual(
      [codes(b), b['children'], b['parent']],
      ['A/B', 2, { id: ids['A'], code: 'A', name: 'Traliccio A' }],
    );
    equal((await send('GET', `/sites/${ids['A']}`)).body['children'], 1, 'only what hangs on it directly');

    const change = (code: string, body: object, version: number) =>
      send('PATCH', `/sites/${ids[code]}`, body, { 'if-match': `"${version}"` });
    const moved = await change('B', { parent: 'E', latitudeE6: 46_000_000 }, b['version']);
    deepEqual([moved.status, codes(moved.body), moved.body['name']], [200, 'E/B', 'Traliccio B']);
    equal(codes((await send('GET', `/sites/${ids['C']}`)).body), 'E/B/C');
    const root = await change('B', { parent: null }, moved.body['version']);
    deepEqual([root.body['parent'], root.body['latitudeE6'], codes(root.body)], [null, 46_000_000, 'B']);

    const { version } = root.body;
    const circle = await change('B', { parent: 'C' }, version);
    deepEqual([circle.status, circle.body['code'], circle.body['field']], [409, 'site.circle', 'parent']);
    const unknown = await change('B', { parent: 'X' }, version);
    deepEqual(
      [unknown.status, unknown.body['code'], unknown.body['field']],
      [422, 'site.not_found', 'parent'],
    );
    const stale = await change('B', { name: 'b' }, 1);
    deepEqual([stale.status, stale.body['current']], [409, root.body]);
    equal((await make('A')).body['code'], 'site.code_taken');
    equal((await send('GET', '/sites/99')).body['code'], 'site.not_found');
  });

  it('a site that nothing hangs on is removed, and is found no more', async () => {
    const p = await openProvider(open, { day: '2026-11-10' });
    const send = await domainApi(p);
    const make = (code: string, parent?: string) =>
      send('POST', '/sites', { code, name: `Traliccio ${code}`, ...(parent ? { parent } : {}) });
    const top = (await make('A')).body;
    const [below, used] = [(await make('B', 'A')).body, (await make('C', 'A')).body];
    await p.customer('C1');
    await p.contract('K1', { startOn: '2026-11-01', site: 'C' });
    const remove = async (site: typeof top, version?: number) => {
      const now = (await send('GET', `/sites/${site['id']}`)).body;
      return send('DELETE', `/sites/${site['id']}`, undefined, {
        'if-match': `"${version ?? now['version'] ?? 1}"`,
      });
    };
    for (const site of [top, used]) {
      const { status, body } = await remove(site);
      deepEqual([status, body['code']], [409, 'site.in_use']);
    }
    const stale = await remove(below, 99);
    deepEqual([stale.status, stale.body['code'], stale.body['current']['code']], [409, 'site.version', 'B']);
    equal((await remove(below)).status, 204);
    equal((await remove(below)).body['code'], 'site.not_found');
    deepEqual(
      (await send('GET', '/sites?q=traliccio')).body['items'].map((site: { code: string }) => site.code),
      ['A', 'C'],
    );
  });

  it('sites do not hang on each other without end', async () => {
    const p = await openProvider(open, { day: '2026-11-10' });
    const send = await domainApi(p);
    await send('POST', '/sites', { code: 'A', name: 'A' });
    await p.app.database.sql.run('UPDATE site SET path = ?', [`/${'1/'.repeat(249)}`]);
    const { status, body } = await send('POST', '/sites', { code: 'B', name: 'B', parent: 'A' });
    deepEqual([status, body['code'], body['field']], [422, 'site.too_deep', 'parent']);
  });
});
