import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineManifest, Type, type Tx } from '@traliccio/sdk';
import { fixedClock } from '@traliccio/sdk/testing';
import { eachDatabase, type TestDatabase } from '../../../../test/host/database.ts';
import { Audit } from '../audit/audit.ts';
import { Secrets } from '../secrets/secrets.ts';
import {
  openSettings,
  planSettings,
  shownSettings,
  storedSettings,
  storeSettings,
} from './plugin-settings.ts';
import type { Settings } from './settings.ts';

const Secret = Type.String({ format: 'secret', default: '' });
const label = { it: 'Posta', en: 'Mail' };
const manifest = defineManifest({
  id: 'mail',
  version: '1.0.0',
  sdk: '^1.0.0',
  label,
  description: label,
  edition: 'BASIC',
  settings: Type.Object({
    days: Type.Integer({ minimum: 1, default: 3 }),
    token: Secret,
    smtp: Type.Object(
      { host: Type.String({ default: 'localhost' }), password: Secret },
      { default: { host: 'localhost', password: '' } },
    ),
    accounts: Type.Array(
      Type.Object({
        name: Type.String(),
        password: Type.Optional(Type.String({ format: 'secret', minLength: 4 })),
      }),
      { default: [] },
    ),
    headers: Type.Record(Type.String(), Type.String({ format: 'secret' }), { default: {} }),
    auth: Type.Union(
      [
        Type.Object({ kind: Type.Literal('none') }),
        Type.Object({ kind: Type.Literal('key'), key: Type.String({ format: 'secret' }) }),
      ],
      { default: { kind: 'none' } },
    ),
  }),
});
const DEFAULTS = {
  days: 3,
  token: { set: false, at: null },
  smtp: { host: 'localhost', password: { set: false, at: null } },
  accounts: [],
  headers: {},
  auth: { kind: 'none' },
};

const clock = fixedClock('2026-11-24');
const BY = { kind: 'operator', name: 'test' } as const;

type Mail = {
  readonly test: TestDatabase;
  readonly change: (changes: Settings) => Promise<Settings>;
  readonly shown: () => Promise<Settings>;
  readonly plain: () => Promise<Settings>;
  readonly stored: () => Promise<string>;
};

async function mailOf(test: TestDatabase): Promise<Mail> {
  const { database, config } = test;
  const secrets = new Secrets({ config, sql: database.sql, clock });
  const audit = new Audit(clock);
  await database.sql.insert('plugin', ['id', 'enabled', 'state', 'updated_at'], [['mail', 1, 'new', 0]]);
  const read = async () => (await storedSettings(database.sql, 'mail'))!;
  const shown = async () => shownSettings(manifest, (await read()).settings);
  return {
    test,
    shown,
    plain: async () => openSettings(manifest, (await read()).settings, secrets),
    stored: async () => JSON.stringify((await read()).settings),
    async change(changes) {
      const planned = await planSettings(manifest, { before: await read(), changes }, secrets);
      await database.transaction((tx) =>
        storeSettings(tx, planned, { secrets, audit, actor: BY, now: clock.now() }),
      );
      return shown();
    },
  };
}

eachDatabase((_, open) => {
  const set = (at = clock.now()) => ({ set: true, at });

  it('secrets at any depth are sealed, shown as set, and given to the plugin', async () => {
    const mail = await mailOf(await open());
    assert.deepEqual(await mail.shown(), DEFAULTS);
    const changes = {
      token: 'CANARY-1',
      smtp: { password: 'CANARY-2' },
      accounts: [{ name: 'a', password: 'CANARY-3' }, { name: 'b' }],
      headers: { 'x.y/z': 'CANARY-4' },
      auth: { kind: 'key', key: 'CANARY-5' },
    };
    const shown = await mail.change(changes);
    assert.ok(!JSON.stringify(shown).includes('CANARY'));
    assert.ok(!(await mail.stored()).includes('CANARY'));
    const accounts = shown['accounts'] as { password: { ref: string } }[];
    assert.deepEqual(shown, {
      days: 3,
      token: set(),
      smtp: { host: 'localhost', password: set() },
      accounts: [{ name: 'a', password: { ...set(), ref: accounts[0]!.password.ref } }, { name: 'b' }],
      headers: { 'x.y/z': set() },
      auth: { kind: 'key', key: set() },
    });
    assert.deepEqual(await mail.plain(), {
      days: 3,
      ...changes,
      smtp: { host: 'localhost', password: 'CANARY-2' },
    });
  });

  it('what is not mentioned stays, and so does a secret that is sent as it was shown', async () => {
    const mail = await mailOf(await open());
    const shown = await mail.change({ token: 'one', smtp: { password: 'two' } });
    const before = await mail.stored();
    clock.advance({ minutes: 5 });
    await mail.change({ ...shown, days: 9 });
    await mail.change({ smtp: { host: 'mail.example' } });
    const now = await mail.plain();
    assert.deepEqual(
      [now['days'], now['token'], now['smtp']],
      [9, 'one', { host: 'mail.example', password: 'two' }],
    );
    const tokenIn = (text: string): unknown => (JSON.parse(text) as { token: unknown }).token;
    assert.deepEqual(tokenIn(await mail.stored()), tokenIn(before));
  });

  it('empty text clears a secret, null goes back to the default', async () => {
    const mail = await mailOf(await open());
    await mail.change({ token: 'one', smtp: { host: 'x', password: 'two' }, days: 9 });
    await mail.change({ token: '', smtp: null, days: null });
    assert.deepEqual(await mail.shown(), DEFAULTS);
    assert.equal(await mail.stored(), '{}');
  });

  it('a secret follows its element when a list is ordered anew, and can not be claimed elsewhere', async () => {
    const mail = await mailOf(await open());
    const shown = await mail.change({
      accounts: [
        { name: 'a', password: 'of a' },
        { name: 'b', password: 'of b' },
      ],
    });
    const [a, b] = shown['accounts'] as { name: string; password: { ref: string } }[];
    await mail.change({ accounts: [{ name: 'c', password: 'of c' }, { ...b, name: 'b2' }, a] });
    assert.deepEqual((await mail.plain())['accounts'], [
      { name: 'c', password: 'of c' },
      { name: 'b2', password: 'of b' },
      { name: 'a', password: 'of a' },
    ]);
    const stolen = { code: 'plugin.settings', field: 'accounts.0.password' };
    await assert.rejects(mail.change({ accounts: [{ name: 'x', password: set() }] }), stolen);
    await assert.rejects(
      mail.change({ accounts: [{ name: 'x', password: { ...set(), ref: 'AAAA' } }] }),
      stolen,
    );
    await mail.change({ token: { ...set(), ref: a!.password.ref } });
    assert.equal((await mail.plain())['token'], '');
    await mail.change({ accounts: [{ name: 'a' }] });
    assert.deepEqual((await mail.plain())['accounts'], [{ name: 'a' }]);
  });

  it('a sealed text is none that can be given', async () => {
    const mail = await mailOf(await open());
    await mail.change({ token: 'one' });
    const { token } = JSON.parse(await mail.stored()) as { token: object };
    for (const changes of [{ smtp: { password: token } }, { headers: { a: token } }, { token }])
      await assert.rejects(mail.change(changes), { code: 'plugin.settings' });
  });

  it('a change of what somebody else has changed meanwhile is refused', async () => {
    const mail = await mailOf(await open());
    const { database, config } = mail.test;
    const secrets = new Secrets({ config, sql: database.sql, clock });
    const before = (await storedSettings(database.sql, 'mail'))!;
    const planned = await planSettings(manifest, { before, changes: { token: 'late' } }, secrets);
    const store = (tx: Tx): Promise<void> =>
      storeSettings(tx, planned, { secrets, audit: new Audit(clock), actor: BY, now: clock.now() });
    await mail.change({ days: 8 });
    await assert.rejects(database.transaction(store), { code: 'plugin.version' });
    assert.equal((await mail.plain())['token'], '');
    const [logged] = await database.sql.all<{ n: number }>('SELECT COUNT(*) AS n FROM audit_log');
    assert.equal(logged!.n, 1);
  });

  it('the audit names what was changed, without values', async () => {
    const mail = await mailOf(await open());
    await mail.change({ token: 'CANARY', smtp: { password: 'CANARY' }, accounts: [{ name: 'a' }], days: 4 });
    const [row] = await mail.test.database.sql.all<{ actor: string; detail: string }>(
      'SELECT * FROM audit_log',
    );
    assert.equal(row!.actor, 'operator:test');
    assert.equal(row!.detail, '{"id":"mail","changed":["token","smtp.password","accounts","days"]}');
  });
});

describe('a wrong setting', () => {
  const none = { open: () => Promise.reject(new Error('nothing is stored')) };
  const before = { id: 'mail', settings: {}, revision: 0 };
  for (const [changes, field] of [
    [{ days: 0 }, 'days'],
    [{ days: 'CANARY' }, 'days'],
    [{ token: 5 }, 'token'],
    [{ token: { a: 'CANARY' } }, 'token'],
    [{ tokken: 'CANARY' }, 'tokken'],
    [{ smtp: { passwort: 'CANARY' } }, 'smtp.passwort'],
    [{ smtp: 'CANARY' }, 'smtp'],
    [{ accounts: [{ name: 'a', password: 'CAN' }] }, 'accounts.0.password'],
    [{ accounts: [{ name: 'a', pass: 'CANARY' }] }, 'accounts.0.pass'],
    [{ accounts: [{ password: 'CANARY' }] }, 'accounts.0.name'],
    [{ auth: { kind: 'CANARY' } }, 'auth'],
    [JSON.parse('{"__proto__":{"a":"CANARY"}}'), '__proto__'],
    [JSON.parse('{"headers":{"__proto__":"CANARY"}}'), 'headers.__proto__'],
    [{ constructor: 'CANARY' }, 'constructor'],
    [{ headers: { $sealed: 'CANARY' } }, 'headers.$sealed'],
  ] as [Settings, string][])
    it(`${field} is named in ${JSON.stringify(changes)}, and what was given is not repeated`, async () => {
      await assert.rejects(
        planSettings(manifest, { before, changes }, none),
        (error: Error & { code: string; field: string }) => {
          assert.equal(error.code, 'plugin.settings');
          assert.ok(error.field === field || error.field.startsWith(`${field}.`), error.field);
          assert.ok(!error.message.includes('CAN'), error.message);
          return true;
        },
      );
      assert.equal(({} as { a?: unknown }).a, undefined);
    });

  it('that an older version of the plugin has left can be removed', async () => {
    const old = { ...before, settings: { gone: 1, days: 4 } };
    await assert.rejects(planSettings(manifest, { before: old, changes: { days: 5 } }, none), {
      field: 'gone',
    });
    const { next } = await planSettings(manifest, { before: old, changes: { gone: null, days: 5 } }, none);
    assert.deepEqual(next, { days: 5 });
  });
});

describe('a secret that is stored in plain text', () => {
  it('is not shown either', () => {
    const shown = shownSettings(manifest, { token: 'CANARY', accounts: [{ name: 'a', password: 'CANARY' }] });
    assert.ok(!JSON.stringify(shown).includes('CANARY'));
  });
});
