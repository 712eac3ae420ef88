import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Compiled } from '@traliccio/core/src/kernel/http/compiled.ts';
import { buildApi } from '@traliccio/core/src/kernel/http/api.ts';
import { route } from '@traliccio/core/src/kernel/http/route.ts';
import { eachDatabase, onSqlite } from '../host/database.ts';
import { openServer, type TestServer } from '../host/http.ts';
import { addressOf, operationsOf, type Operation } from '../host/operations.ts';
import { outsidePlugins } from '../host/outside-plugin.ts';
import { openStocked } from '../host/stocked.ts';

/** Without a body where there is one, and without a version: whoever may ask gets no further than that. */
const knock = ({ ask }: TestServer, operation: Operation, token: string | null) =>
  ask(operation.method, addressOf(operation), {
    token,
    ...(operation.body
      ? { body: '{' }
      : operation.uploads.length > 0
        ? { body: '{', headers: { 'content-type': 'text/html' } }
        : {}),
  });
/** These do something without a body; that they are done is of no matter here, or they are asked for last. */
const ACTS = (one: Operation): boolean => one.method !== 'GET' && !one.body && one.uploads.length === 0;

const WELL_KNOWN = [
  '/',
  '/docs',
  '/documentation',
  '/documentation/json',
  '/swagger',
  '/swagger-ui',
  '/swagger.json',
  '/openapi.json',
  '/api',
  '/api/docs',
  '/api-docs',
  '/graphql',
  '/metrics',
  '/api/metrics',
  '/agendash',
  '/dash',
  '/admin',
  '/debug/pprof',
  '/server-status',
  '/actuator/env',
  '/.env',
  '/.git/config',
  '/package.json',
  '/config',
  '/health/deep',
  '/api/health/deep',
  '/api/users',
  '/login',
  '/wp-login.php',
  '/phpmyadmin',
];

eachDatabase((_name, open) => {
  it(
    'each operation is refused without a session, without its permission, and to nobody who has it',
    { timeout: 300_000 },
    async () => {
      const server = await openStocked(open);
      const { app } = server.server;
      const operations = await operationsOf(server);
      const known = new Set(app.permissions.all().map(({ id }) => id));
      const strange = operations.filter(
        ({ permission }) => !known.has(permission) && !['public', 'session'].includes(permission),
      );
      assert.deepEqual(strange, [], 'each operation names a permission that there is');
      assert.deepEqual(
        operations
          .filter(({ permission }) => permission === 'public')
          .map(({ id }) => id)
          .sort(),
        ['getHealthLive', 'getHealthReady', 'getSetup', 'postSession', 'postSetup'],
      );

      const token = await server.tokenFor('issuer.read');
      const group = (
        await app.database.sql.all<{ id: number }>('SELECT MAX(id) AS id FROM operator_group')
      )[0]!.id;
      let version = 1;
      const may = async (permissions: readonly string[]): Promise<void> => {
        await app.database.transaction((tx) =>
          app.groups.update(tx, { id: group, version: version++, input: { permissions } }, BY),
        );
      };
      const wrong: string[] = [];
      const isWrong = (what: string, one: Operation, answer: { status: number; text: string }): void =>
        void wrong.push(`${what}: ${one.id}: ${answer.status} ${answer.text.slice(0, 100)}`);
      const wanted = [...new Set(operations.map(({ permission }) => permission))].filter(
        (one) => one !== 'public',
      );
      for (const permission of wanted.filter((one) => one !== 'session')) {
        await may([...known].filter((one) => one !== permission));
        for (const one of operations.filter((all) => all.permission === permission)) {
          const answer = await knock(server, one, token);
          if (answer.status !== 403 || answer.json.code !== 'session.not_allowed')
            isWrong('with all but this', one, answer);
          const nobody = await knock(server, one, null);
          if (nobody.status !== 401) isWrong('without a session', one, nobody);
        }
      }
      for (const permission of wanted) {
        await may([permission === 'session' ? 'issuer.read' : permission]);
        for (const one of operations.filter((all) => all.permission === permission)) {
          if (one.isStream || (ACTS(one) && one.permission === 'session')) continue;
          const answer = await knock(server, one, token);
          if (answer.status === 401 || answer.status === 403 || answer.status >= 500)
            isWrong('with just this', one, answer);
        }
      }
      for (const one of operations.filter(({ permission }) => permission === 'session')) {
        const nobody = await knock(server, one, null);
        if (nobody.status !== 401) isWrong('without a session', one, nobody);
      }
      assert.deepEqual(wrong, []);
    },
  );
});

const ROUTE =
  "const route = { method: 'GET', path: '/things/:id', summary: 'X', mode: 'read', params: sdk.Type.Object({ id: sdk.Type.String() }), handler: () => undefined };";
const BY = { actor: { kind: 'operator', name: 'test' }, can: () => true } as const;

onSqlite((open) => {
  it('an API with a route of a permission that there is not is not built', async () => {
    const { server } = await openServer(open);
    const { app } = server;
    const build = (permission: string) =>
      buildApi({
        routes: [
          route({
            method: 'GET',
            path: '/odd',
            summary: 'Odd',
            permission,
            mode: 'read',
            handler: () => undefined,
          }),
        ],
        compiled: new Compiled(),
        rootRoutes: [],
        pluginRoutes: new Map(),
        permissions: app.permissions,
        sessions: app.sessions,
        database: app.database,
        clock: app.clock,
        log: app.log,
        origin: () => ({ client: '127.0.0.1', isSecure: false }),
        version: '0.0.0',
        signal: new AbortController().signal,
      });
    for (const permission of [
      'customers.raed',
      '',
      'Public',
      '*',
      'constructor',
      undefined as unknown as string,
    ])
      await assert.rejects(build(permission), /GET \/api\/odd names no permission that there is/, permission);
    await (await build('customers.read')).close();
  });

  it('a plugin with a route that can not be served is failed, and says why; the product serves without it', async () => {
    const routes: Readonly<Record<string, readonly [route: string, why: RegExp]>> = {
      permission: ["permission: 'permission.read'", /names no permission/],
      none: ['permission: undefined', /names no permission/],
      body: ["permission: 'session', body: sdk.Type.String()", /takes no body/],
      mode: ["permission: 'session', mode: 'write'", /it reads/],
      path: ["permission: 'session', path: 'x'", /is no path/],
      wild: ["permission: 'session', path: '/*'", /is no path/],
      core: ["permission: 'session', path: '/settings'", /core's own/],
      schema: [
        "permission: 'session', query: sdk.Type.Object({ q: sdk.Type.String({ format: 'nonsense' }) })",
        /schema that is none/,
      ],
      answer: [
        "permission: 'session', response: { type: 'object', properties: { a: { $ref: '#/nowhere' } } }",
        /schema that is none/,
      ],
      twice: [
        "permission: 'session' }); ctx.http.route({ ...route, path: '/things/:other', permission: 'session'",
        /is there already/,
      ],
      outside: [
        "permission: 'session' }); ctx.http.outside({ method: 'GET', path: 'x', handler: route.handler",
        /is no path/,
      ],
    };
    const own = "ctx.http.route({ ...route, permission: 'good.read' });";
    const pluginPaths = await outsidePlugins(
      {
        id: 'good',
        manifest: { permissions: [{ id: 'good.read', label: { it: 'x', en: 'x' } }] },
        setup: `${ROUTE} ${own}`,
      },
      ...Object.entries(routes).map(([id, [changes]]) => ({
        id,
        setup: `${ROUTE} ctx.http.route({ ...route, ${changes} });`,
      })),
    );
    const server = await openServer(open, { env: { pluginPaths } });
    const { items } = (await server.ask('GET', '/api/plugins')).json;
    const of = (id: string): { state: string; lastError: string } =>
      items.find((one: { id: string }) => one.id === id);
    assert.equal(of('good').state, 'enabled');
    for (const [id, [, why]] of Object.entries(routes)) {
      assert.deepEqual([id, of(id).state], [id, 'failed']);
      assert.match(of(id).lastError, why);
      assert.equal((await server.ask('GET', `/api/plugins/${id}/things/1`)).status, 404);
    }
    assert.equal((await server.ask('GET', '/api/plugins/good/things/1')).status, 204);
    assert.equal((await server.ask('GET', '/api/plugins/good/things/1', { token: null })).status, 401);
    const token = await server.tokenFor('customers.read');
    assert.equal((await server.ask('GET', '/api/plugins/good/things/1', { token })).status, 403);
  });

  it('what others leave lying about is not there for anybody', async () => {
    const server = await openServer(open);
    for (const path of WELL_KNOWN) {
      const { status } = await server.ask('GET', path, { token: null });
      assert.ok(status === 401 || status === 404, `${path}: ${status}`);
    }
  });

  it('the OpenAPI document is valid with all plugins enabled, says who may ask, and names each operation once', async () => {
    const server = await openServer(open, { env: {} });
    const { app } = server.server;
    await server.ask('POST', '/api/plugins/mail-folder/disable');
    for (const { id, state } of (await server.ask('GET', '/api/plugins')).json.items)
      if (state === 'disabled' && id !== 'mail-folder') await server.ask('POST', `/api/plugins/${id}/enable`);
    const enabled = (await app.plugins.list()).filter(({ state }) => state === 'enabled');
    assert.ok(enabled.length > 5, `${enabled.length} plugins`);
    const { json, status, headers } = await server.ask('GET', '/api/openapi.json', { token: null });
    assert.deepEqual(
      [status, headers.get('content-type'), json.openapi],
      [200, 'application/json; charset=utf-8', '3.1.0'],
    );
    const { valid, errors } = await new Validator().validate(json);
    assert.equal(valid, true, JSON.stringify(errors));
    const all = Object.values(json.paths as Record<string, Record<string, Record<string, unknown>>>).flatMap(
      (path) => Object.values(path),
    );
    assert.deepEqual(
      all.filter((one) => typeof one['x-permission'] !== 'string' || one['summary'] === ''),
      [],
    );
    const ids = all.map((one) => one['operationId']);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
    const unguarded = all.filter(
      (one) => (one['security'] as unknown[]).length === 0 && one['x-permission'] !== 'public',
    );
    assert.deepEqual(unguarded, []);
  });
});
