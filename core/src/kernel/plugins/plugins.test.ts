import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { App, AppOptions } from '../../app.ts';
import { createApp } from '../../app.ts';
import { eachDatabase, type TestDatabase } from '../../../../test/host/database.ts';
import { outsidePlugins, type OutsidePlugin } from '../../../../test/host/outside-plugin.ts';
import type { PluginStatus } from './status.ts';

const ASKING = new URL('../../../../test/host/asking-worker.ts', import.meta.url);
const DATE = '2026-11-24';

eachDatabase((_, open) => {
  it('a new installation has the plugins of its edition, and they are up', async () => {
    await withApp(await open(), [], async (app) => {
      const all = await app.plugins.list();
      assert.deepEqual(
        all.filter((one) => one.state !== 'enabled' || one.health !== 'ok').map((one) => [one.id, one.state]),
        ['mail-smtp', 'sms-folder', 'sms-http'].map((id) => [id, 'disabled']),
      );
      assert.ok(all.some((one) => one.provides.includes('BillingCadence')));
    });
  });

  it('a plugin that throws in its set-up is failed, and everything else starts', async () => {
    const test = await open();
    const plugins: OutsidePlugin[] = [
      { id: 'thrower', setup: "ctx.onStop(() => {}); throw new Error('no licence');" },
      { id: 'hanger', setup: 'return new Promise(() => {});' },
      { id: 'undefined-thrower', setup: 'throw undefined;' },
      { id: 'old', setup: '', manifest: { sdk: '^0.4.0' } },
      { id: 'needy', setup: '', manifest: { requires: ['thrower'] } },
      { id: 'good', setup: 'ctx.health.set("degraded", "half asleep");', manifest: { requires: ['fine'] } },
      { id: 'fine', setup: '', manifest: { uses: ['SmsGateway'] } },
    ];
    await withApp(test, plugins, async (app) => {
      const status = await byId(app);
      const seen = (id: string): unknown[] => [status[id]!.state, status[id]!.health, status[id]!.lastError];
      assert.deepEqual(seen('thrower'), ['failed', null, 'no licence']);
      assert.deepEqual(seen('hanger'), ['failed', null, 'plugin hanger: its set-up has not ended after 1 s']);
      assert.deepEqual(seen('undefined-thrower'), ['failed', null, 'threw undefined']);
      assert.equal(status['old']!.state, 'incompatible');
      assert.match(status['old']!.lastError!, /made for SDK \^0.4.0, and this is/);
      assert.deepEqual(seen('needy'), ['waiting', null, 'it requires the plugin thrower, which is not up']);
      assert.deepEqual(seen('good'), ['enabled', 'degraded', null]);
      assert.equal(status['fine']!.healthReason, 'nobody provides SmsGateway');
      assert.equal(status['fatturapa']!.state, 'enabled');
      assert.deepEqual(
        app.plugins
          .notUp()
          .map((one) => one.id)
          .sort(),
        ['hanger', 'needy', 'old', 'thrower', 'undefined-thrower'],
      );
    });
  });

  it('what a failed plugin had registered is undone', async () => {
    const half = `
      ctx.filters.on('document.check', () => { throw new Error('must not be asked'); });
      ctx.capabilities.provide({ name: 'SmsGateway', many: false }, {});
      ctx.events.on('customer.created', { whileDisabled: 'keep' }, async () => {});
      throw new Error('half way');`;
    const plugins = [{ id: 'half', setup: half, manifest: { provides: ['SmsGateway'] } }];
    await withApp(await open(), plugins, async (app) => {
      assert.equal(app.capabilities.has('SmsGateway'), false);
      assert.deepEqual(
        app.events.subscriptions().filter((one) => one.plugin === 'half'),
        [],
      );
    });
  });

  it('a plugin that throws in an event handler shows its failures; the others get the event', async () => {
    const plugins: OutsidePlugin[] = [
      {
        id: 'refuser',
        setup: `ctx.events.on('customer.created', { whileDisabled: 'keep' }, async () => {
          throw new sdk.Refused('acme.no', 'not this one'); });`,
      },
      {
        id: 'listener',
        setup: `ctx.events.on('customer.created', { whileDisabled: 'keep' }, async () => {
          ctx.health.set('degraded', 'heard it'); });`,
      },
    ];
    await withApp(await open(), plugins, async (app) => {
      await app.database.transaction((tx) =>
        app.events.emit(tx, 'customer.created', 'customer:1', { customerId: 1 }),
      );
      await app.relay.drain();
      const { refuser, listener } = await byId(app);
      assert.deepEqual(
        [refuser!.failures, refuser!.deadLetters, refuser!.lastError],
        [1, 1, 'customer.created: [acme.no] not this one'],
      );
      assert.equal(listener!.healthReason, 'heard it');
    });
  });

  it('a plugin that loops in a filter is ended and named, and the run is held', async () => {
    const loop = `ctx.filters.on('document.check', () => { for (;;); });`;
    const test = await open();
    await withApp(test, [{ id: 'looper', setup: loop }], async (app) => {
      const silent = /plugin looper did not come back from the filter document.check within 1.5 s/;
      await assert.rejects(app.runInWorker('ask', { date: DATE }), {
        code: 'plugin.silent',
        message: silent,
      });
      const run = await app.ledger.find('ask', DATE);
      assert.equal(run!.state, 'held');
      assert.match(run!.reason!, silent);
      assert.equal((await app.notices.list())[0]!.key, 'breaker:looper');
    });
    await withApp(test, [], async (app) => {
      const { looper } = await byId(app);
      assert.equal(looper!.state, 'breaker');
      assert.deepEqual(
        app.plugins.notUp().map((one) => one.state),
        ['breaker'],
      );
      assert.equal(await app.runInWorker('ask', { date: DATE }), 2);
      await app.pluginChanges.enable('looper');
      assert.deepEqual(await app.notices.list(), []);
      assert.equal((await byId(app))['looper']!.breaker, null);
    });
  });

  it('of two filters at work at once, the one that loops is found', async () => {
    const plugins: OutsidePlugin[] = [
      // Begins last, and waits: not the culprit.
      {
        id: 'waiter',
        setup: `ctx.filters.on('document.artifacts', async () => {
          await new Promise((resolve) => setTimeout(resolve, 100)); return []; });`,
      },
      {
        id: 'looper',
        setup: `ctx.filters.on('document.check', async () => {
          await new Promise((resolve) => setTimeout(resolve, 50)); for (;;); }, { order: -1 });`,
      },
    ];
    await withApp(await open(), plugins, async (app) => {
      await assert.rejects(app.runInWorker('ask', { date: DATE, atOnce: true }), {
        code: 'plugin.silent',
        message: /^plugin looper/,
      });
      const { looper, waiter } = await byId(app);
      assert.deepEqual([looper!.state, waiter!.state], ['breaker', 'enabled']);
    });
  });

  it('a plugin that ends the thread from a filter is named', async () => {
    const exit = `ctx.filters.on('document.check', () => process.exit(3));`;
    await withApp(await open(), [{ id: 'quitter', setup: exit }], async (app) => {
      await assert.rejects(app.runInWorker('ask', { date: DATE }), {
        code: 'plugin.ended_run',
        message: /^plugin quitter ended the run in the filter document.check/,
      });
      assert.equal((await app.ledger.find('ask', DATE))!.state, 'held');
    });
  });

  it('a plugin that throws in a filter fails the run, with its name and no breaker', async () => {
    const plugins = [{ id: 'thrower', setup: `ctx.filters.on('document.check', () => { throw 1; });` }];
    await withApp(await open(), plugins, async (app) => {
      await assert.rejects(app.runInWorker('ask', { date: DATE }), {
        name: 'FilterFailed',
        code: 'plugin.filter_threw',
        plugin: 'thrower',
        message: 'plugin thrower, filter document.check: threw 1',
      });
      assert.equal((await app.ledger.find('ask', DATE))!.state, 'failed');
      assert.equal((await byId(app))['thrower']!.state, 'enabled');
    });
  });

  it('a disabled plugin is not started, and gets its events when it is enabled again', async () => {
    const test = await open();
    const listener = {
      id: 'listener',
      setup: `ctx.events.on('customer.created', { whileDisabled: 'keep' }, async () => {});`,
    };
    const [folder] = await outsidePlugins(listener);
    await withApp(test, [], async (app) => {
      assert.equal((await app.pluginChanges.add(folder!)).id, 'listener');
      await assert.rejects(app.pluginChanges.disable('nobody'), { code: 'plugin.not_found' });
    });
    await withApp(test, [], (app) => app.pluginChanges.disable('listener'));
    await withApp(test, [], async (app) => {
      await app.database.transaction((tx) =>
        app.events.emit(tx, 'customer.created', 'customer:1', { customerId: 1 }),
      );
      assert.equal((await app.relay.drain()).tried, 0);
      const { listener: off } = await byId(app);
      assert.deepEqual([off!.state, off!.waitingEvents], ['disabled', 1]);
      await app.pluginChanges.enable('listener');
    });
    await withApp(test, [], async (app) => {
      assert.equal((await app.relay.drain()).done, 1);
    });
  });

  it('in safe mode the core runs alone, and what happens is kept for the plugins', async () => {
    const test = await open();
    const listener = {
      id: 'listener',
      setup: `ctx.events.on('customer.created', { whileDisabled: 'keep' }, async () => {});`,
    };
    await withApp(test, [listener], async () => undefined);
    await withApp(
      test,
      [],
      async (app) => {
        assert.equal(app.capabilities.has('BillingCadence'), false);
        await app.database.transaction((tx) =>
          app.events.emit(tx, 'customer.created', 'customer:1', { customerId: 1 }),
        );
        assert.equal((await app.relay.drain()).tried, 0);
      },
      { safeMode: true },
    );
    await withApp(test, [], async (app) => assert.equal((await app.relay.drain()).done, 1));
  });

  it('a plugin makes its own tables, step by step, and no others', async () => {
    const step = (name: string, sql: string): string =>
      `{ name: '${name}', sqlite: '${sql}', mysql: '${sql}' }`;
    const plugins: OutsidePlugin[] = [
      {
        id: 'own-tables',
        parts: `migrations: [${step('001_row', 'CREATE TABLE own_tables_row (id INTEGER)')}],`,
        setup: `return ctx.sql.insert('own_tables_row', ['id'], [[1]]);`,
      },
      {
        id: 'thief',
        parts: `migrations: [${step('001_grab', 'ALTER TABLE customer ADD grabbed INTEGER')}],`,
        setup: '',
      },
      {
        id: 'broken',
        parts: `migrations: [${step('001_a', 'CREATE TABLE broken_a (id INTEGER)')}, ${step('002_b', 'CREATE TABLE broken_b (')}],`,
        setup: '',
      },
    ];
    await withApp(await open(), plugins, async (app) => {
      assert.equal((await app.database.sql.all('SELECT id FROM own_tables_row')).length, 1);
      const { thief, broken } = await byId(app);
      assert.match(thief!.lastError!, /is about customer: a plugin's tables start with thief_/);
      assert.equal(broken!.state, 'failed');
      assert.deepEqual(await app.database.sql.all('SELECT id FROM broken_a'), []);
    });
  });

  it('settings have defaults, are checked, and reach the plugin', async () => {
    const test = await open();
    const settings = `Type.Object({
      days: Type.Integer({ minimum: 1, default: 3 }),
      sender: Type.String({ default: 'ISP' }),
      token: Type.String({ format: 'secret', default: '' }),
    })`;
    const plugins = [
      { id: 'set', settings, setup: `ctx.health.set('degraded', JSON.stringify(ctx.settings));` },
    ];
    await withApp(test, plugins, async (app) => {
      const token = { set: false, at: null };
      assert.deepEqual(await app.plugins.settings('set'), { days: 3, sender: 'ISP', token });
      for (const wrong of [{ days: 0 }, { days: 'soon' }, { day: 1 }, { token: 7 }, { constructor: 1 }])
        await assert.rejects(app.plugins.changeSettings('set', wrong), {
          code: 'plugin.settings',
          field: Object.keys(wrong)[0],
        });
      const now = app.clock.now();
      app.clock.now = () => now;
      const changed = await app.plugins.changeSettings('set', { days: 7, token: 'abc', sender: '1=1' });
      assert.deepEqual(changed, { days: 7, sender: '1=1', token: { set: true, at: now } });
    });
    await withApp(test, [], async (app) => {
      const { set } = await byId(app);
      assert.deepEqual(JSON.parse(set!.healthReason!), { days: 7, sender: '1=1', token: 'abc' });
    });
  });

  it('a plugin whose package is gone is missing, and says so', async () => {
    const test = await open();
    await withApp(test, [{ id: 'gone', setup: '' }], async () => undefined);
    await test.database.sql.run("UPDATE plugin SET source = '/nowhere/gone' WHERE id = 'gone'");
    await withApp(test, [], async (app) => {
      const { gone } = await byId(app);
      assert.equal(gone!.state, 'missing');
      assert.match(gone!.lastError!, /the plugin folder \/nowhere\/gone has no package.json/);
    });
  });
});

async function byId(app: App): Promise<Record<string, PluginStatus>> {
  return Object.fromEntries((await app.plugins.list()).map((one) => [one.id, one]));
}

/** Starts the product with further plugins, as a process of its own would. */
async function withApp(
  { config }: TestDatabase,
  plugins: readonly OutsidePlugin[],
  use: (app: App) => Promise<unknown>,
  options: Partial<AppOptions> = {},
): Promise<void> {
  const pluginPaths = await outsidePlugins(...plugins);
  const app = await createApp(
    { ...config, pluginPaths },
    { role: 'cli', worker: ASKING, watchdogMs: 1_500, setupTimeoutMs: 1_000, ...options },
  );
  try {
    await use(app);
  } finally {
    await app.close();
  }
}
