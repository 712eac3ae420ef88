import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openServer } from '../../../../test/host/http.ts';
import { outsidePlugins } from '../../../../test/host/outside-plugin.ts';
import { checkManifest } from './manifest-check.ts';

const UI = { entry: './ui/index.js', styles: ['./ui/deep/a.css'] };
const FILES = {
  'ui/index.js': "import './deep/b.mjs';\nexport default {};\n",
  'ui/deep/a.css': '.a { color: red }',
  'ui/deep/b.mjs': 'export {};',
  'ui/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'ui/words.json': '{}',
  'ui/page.ts': 'export {};',
  'ui/.env': 'SECRET=1',
};

type Listed = {
  readonly id: string;
  readonly label: object;
  readonly entry: string;
  readonly styles: string[];
};

eachDatabase((_, open) => {
  it('goes out to browsers: what is in the folder for it, and nothing else', async () => {
    const folders = await outsidePlugins(
      { id: 'seen', setup: '', manifest: { ui: UI }, files: FILES },
      { id: 'lost', setup: '', manifest: { ui: { entry: './ui/index.js' } } },
      { id: 'blind', setup: '' },
      { id: 'broken', setup: "throw new Error('no');", manifest: { ui: UI }, files: FILES },
    );
    await symlink(join(folders[0]!, 'index.js'), join(folders[0]!, 'ui', 'server.js'));
    const { ask, url } = await openServer(open, { env: { pluginPaths: folders } });
    // Plugins that come along have pages, too.
    const own = new Set(['seen', 'lost', 'blind', 'broken']);
    const listed = async () =>
      ((await ask('GET', '/api/admin/plugins')).json.items as Listed[]).filter(({ id }) => own.has(id));
    const [lost, seen, ...others] = (await listed()) as [Listed, Listed];
    assert.deepEqual(others, []);
    assert.deepEqual([lost.id, seen.id, seen.label], ['lost', 'seen', { it: 'seen', en: 'seen' }]);
    assert.match(seen.entry, /^\/plugin-pages\/seen\/[0-9a-f]{16}\/index\.js$/);
    const base = seen.entry.slice(0, -'index.js'.length);
    assert.deepEqual(seen.styles, [`${base}deep/a.css`]);

    const module = await fetch(`${url}${seen.entry}`);
    assert.equal(await module.text(), FILES['ui/index.js']);
    assert.equal(module.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.match(module.headers.get('cache-control')!, /immutable/);
    assert.equal(module.headers.get('x-content-type-options'), 'nosniff');
    assert.match(module.headers.get('content-security-policy')!, /default-src 'none'/);
    const status = async (path: string): Promise<number> => (await fetch(`${url}${path}`)).status;
    for (const name of ['deep/a.css', 'deep/b.mjs', 'icon.svg', 'words.json'])
      assert.equal(await status(`${base}${name}`), 200, name);
    const nothing = [
      'page.ts',
      '.env',
      'server.js',
      '',
      'deep',
      '..%2findex.js',
      '..%2fpackage.json',
      'deep/..%2f..%2findex.js',
      '%2e%2e/index.js',
      'index.js%00',
      'deep%5cb.mjs',
      '/index.js',
    ];
    for (const name of nothing) assert.equal(await status(`${base}${name}`), 404, name);
    assert.equal(await status('/plugin-pages/seen/0000000000000000/index.js'), 404);
    assert.equal(await status('/plugin-pages/broken/0000000000000000/index.js'), 404);
    assert.equal(await status(lost.entry), 404);

    assert.equal((await ask('GET', '/api/admin/plugins', { token: null })).status, 401);
    assert.equal((await ask('POST', '/api/plugins/seen/disable')).status, 200);
    assert.deepEqual(
      (await listed()).map(({ id }) => id),
      ['lost'],
    );
    assert.equal(await status(seen.entry), 404);
  });
});

describe('the pages in a manifest', () => {
  const label = { it: 'x', en: 'x' };
  const manifest = { id: 'x', version: '1.0.0', sdk: '^1.0.0', label, description: label, edition: 'BASIC' };
  const refused = (ui: unknown, field: string): void =>
    assert.throws(() => checkManifest({ ...manifest, ui }), { code: 'plugin.manifest', field });

  it('name a module in a folder of its own', () => {
    for (const entry of ['./ui/index.js', './dist/ui/main.mjs'])
      checkManifest({ ...manifest, ui: { entry } });
    const wrong = [undefined, 1, '', 'ui/index.js', './index.js', '/ui/index.js', './ui/../index.js'];
    for (const entry of [...wrong, './../ui/index.js', './ui/index.ts', './.git/x.js', './ui//x.js'])
      refused({ entry }, 'ui.entry');
    for (const ui of [null, 'x', []]) refused(ui, 'ui.entry');
  });

  it('name style sheets in the same folder', () => {
    const entry = './ui/index.js';
    for (const styles of [['./ui/a.css'], ['./ui/deep/a.css'], []])
      checkManifest({ ...manifest, ui: { entry, styles } });
    for (const styles of ['./ui/a.css', [1], ['./other/a.css'], ['./ui/a.js'], ['./ui/../a.css'], [null]])
      refused({ entry, styles }, 'ui.styles');
  });
});
