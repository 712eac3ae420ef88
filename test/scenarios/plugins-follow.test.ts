import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { serve, type Server } from '@traliccio/core/src/serve.ts';
import { eachDatabase } from '../host/database.ts';
import { openServer, type TestServer } from '../host/http.ts';
import { outsidePlugins } from '../host/outside-plugin.ts';
import { startTraliccio } from '../host/process.ts';

const ANSWERING = `ctx.http.route({ method: 'GET', path: '/here', summary: 'x', permission: 'session', mode: 'read',
  response: sdk.Type.Object({ word: sdk.Type.String() }), handler: () => ({ word: ctx.settings.word }) });`;
const SETTINGS = `Type.Object({ word: Type.String({ default: 'first', maxLength: 20 }), broken: Type.Boolean({ default: false }) })`;

eachDatabase((name, open) => {
  const folders = () =>
    outsidePlugins(
      {
        id: 'answering',
        setup: `if (ctx.settings.broken) throw new Error('it is broken'); ${ANSWERING}`,
        settings: SETTINGS,
      },
      { id: 'needing', setup: '', manifest: { requires: ['answering'] } },
      { id: 'refusing', setup: "throw new Error('no licence');" },
    );
  const word = async ({ ask }: TestServer): Promise<string | number> => {
    const { status, json } = await ask('GET', '/api/plugins/answering/here');
    return status === 200 ? (json.word as string) : status;
  };

  it('a plugin is switched and set while the product serves, and what does not start changes nothing', async () => {
    const server = await openServer(open, { env: { pluginPaths: await folders() } });
    const { ask } = server;
    assert.equal(await word(server), 'first');

    const settings = await ask('GET', '/api/plugins/answering/settings');
    const etag = settings.headers.get('etag')!;
    const patch = (body: object, version = etag) =>
      ask('PATCH', '/api/plugins/answering/settings', { body, headers: { 'if-match': version } });
    const changed = await patch({ word: 'second' });
    assert.deepEqual([changed.status, changed.json.values.word], [200, 'second']);
    assert.equal(await word(server), 'second');
    const stale = await patch({ word: 'third' });
    assert.deepEqual(
      [stale.status, stale.json.code, stale.json.current.values.word],
      [409, 'plugin.version', 'second'],
    );

    const broken = await patch({ broken: true }, changed.headers.get('etag')!);
    assert.deepEqual([broken.status, broken.json.code], [409, 'plugin.not_startable']);
    assert.match(broken.json.detail, /plugin answering can't be started: it is broken/);
    assert.equal(await word(server), 'second');

    const needed = await ask('POST', '/api/plugins/answering/disable');
    assert.equal(needed.status, 409);
    assert.match(needed.json.detail, /needing.*requires the plugin answering/);
    assert.equal((await ask('POST', '/api/plugins/needing/disable')).status, 200);
    assert.equal((await ask('POST', '/api/plugins/answering/disable')).json.state, 'disabled');
    assert.equal(await word(server), 404);

    const refused = await ask('POST', '/api/plugins/refusing/enable');
    assert.match(refused.json.detail, /plugin refusing can't be started: no licence/);
    assert.equal((await ask('POST', '/api/plugins/nobody/enable')).status, 404);
    assert.equal((await ask('POST', '/api/plugins/answering/enable')).json.state, 'enabled');
    assert.equal(await word(server), 'second');
  });

  it('another process, and the command line, are followed', async () => {
    const first = await openServer(open, { env: { pluginPaths: await folders() } });
    const env = {
      DATABASE_URL: name === 'SQLite' ? first.config.databaseUrl : databaseOf(first),
      DATA_DIR: first.config.dataDir,
      LOG_LEVEL: 'error',
      TRALICCIO_PLUGINS: first.config.pluginPaths.join(':'),
    };
    assert.equal(
      (await startTraliccio(['plugin', 'settings', 'answering', '--set', 'word=typed'], env)).code,
      0,
    );
    await until(async () => (await word(first)) === 'typed');
    if (name === 'SQLite') return;

    const second = await serve(first.config, { roles: ['web'], followMs: 100 });
    after(() => second.stop());
    const other = { ...(await onServerOnly(second, first)), token: first.token };
    assert.equal(await word(other), 'typed');
    for (const id of ['needing', 'answering'])
      assert.equal((await first.ask('POST', `/api/plugins/${id}/disable`)).status, 200);
    await until(async () => (await word(other)) === 404);
    assert.equal((await other.ask('POST', '/api/plugins/answering/enable')).status, 200);
    await until(async () => (await word(first)) === 'typed');
  });
});

const databaseOf = ({ config }: TestServer): string => {
  const { database } = config;
  if (database.dialect !== 'mysql') return config.databaseUrl;
  return `mysql://${database.user}@${database.host}:${database.port}/${database.database}`;
};

/** The same operator at another process. */
async function onServerOnly(server: Server, first: TestServer): Promise<TestServer> {
  return {
    ...first,
    server,
    url: server.address!,
    ask: async (method, path, options = {}) => {
      const response = await fetch(`${server.address}${path}`, {
        method,
        headers: { authorization: `Bearer ${first.token}`, ...options.headers },
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: text === '' ? undefined : JSON.parse(text),
      };
    },
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 15_000; performance.now() < end;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it has not come to pass within 15 s');
}
