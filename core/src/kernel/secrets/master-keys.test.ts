import assert from 'node:assert/strict';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { fixedClock } from '@traliccio/sdk/testing';
import { eachDatabase, type OpenDatabase, type TestDatabase } from '../../../../test/host/database.ts';
import { Audit } from '../audit/audit.ts';
import { newKey, readKeyFile, replaceKeyFile } from './key-file.ts';
import { MasterKeys } from './master-keys.ts';
import { placeInJson, SEALED_COLUMNS, type SealedColumn } from './sealed-columns.ts';
import { Secrets } from './secrets.ts';

const clock = fixedClock('2026-11-24');
const BY = { kind: 'operator', name: 'test' } as const;
const VALUES: SealedColumn = { table: 'vault', column: 'secret', key: 'id', holds: 'value' };
const COLUMNS = [...SEALED_COLUMNS, VALUES];
const PLUGINS = 130;
const ROWS = 120;

type Vault = {
  readonly place: TestDatabase;
  readonly keys: MasterKeys;
  readonly keyFile: string;
  readonly secrets: () => Secrets;
  readonly openAll: () => Promise<number>;
};

/** More rows than a page has, of both kinds. */
async function openVault(open: OpenDatabase): Promise<Vault> {
  const place = await open();
  const { database, config } = place;
  await database.sql.run('CREATE TABLE vault (id INTEGER PRIMARY KEY, secret VARCHAR(500))');
  const secrets = (): Secrets => new Secrets({ config, sql: database.sql, clock });
  const sealing = secrets();
  await database.transaction(async (tx) => {
    for (let n = 1; n <= ROWS; n++)
      await tx.insert(
        'vault',
        ['id', 'secret'],
        [[n, await sealing.seal(tx, { table: 'vault', column: 'secret', row: n }, `row ${n}`)]],
      );
    for (let n = 0; n < PLUGINS; n++) await tx.insert('plugin', PLUGIN, [await pluginRow(tx, sealing, n)]);
    await tx.insert('vault', ['id', 'secret'], [[ROWS + 1, null]]);
  });
  return {
    place,
    secrets,
    keyFile: join(config.dataDir, 'secret.key'),
    keys: new MasterKeys({ config, database, clock, audit: new Audit(clock), columns: COLUMNS }),
    openAll: () => openAll(place, secrets()),
  };
}

const PLUGIN = ['id', 'enabled', 'state', 'settings', 'updated_at'];
const pathOf = (column: string) => ({ table: 'plugin', column });

async function pluginRow(tx: Parameters<Secrets['seal']>[0], secrets: Secrets, n: number) {
  const id = `plugin-${n}`;
  const seal = async (path: string[]) => ({
    $sealed: await secrets.seal(tx, placeInJson(pathOf('settings'), id, path), `${id} ${path.join()}`),
    at: 1,
  });
  const settings = {
    host: 'x',
    token: await seal(['token']),
    list: [{ password: await seal(['list', '0', 'password']) }],
  };
  return [id, 0, 'new', JSON.stringify(settings), 0];
}

async function openAll({ database }: TestDatabase, secrets: Secrets): Promise<number> {
  const rows = await database.sql.all<{ id: number; secret: string }>(
    'SELECT id, secret FROM vault WHERE secret IS NOT NULL',
  );
  for (const { id, secret } of rows)
    assert.equal(await secrets.open({ table: 'vault', column: 'secret', row: id }, secret), `row ${id}`);
  const plugins = await database.sql.all<{ id: string; settings: string }>('SELECT id, settings FROM plugin');
  for (const { id, settings } of plugins) {
    const { host, token, list } = JSON.parse(settings);
    assert.equal(host, 'x');
    for (const [path, { $sealed, at }] of [
      [['token'], token],
      [['list', '0', 'password'], list[0].password],
    ]) {
      assert.equal(at, 1);
      assert.equal(
        await secrets.open(placeInJson(pathOf('settings'), id, path), $sealed),
        `${id} ${path.join()}`,
      );
    }
  }
  return rows.length + 2 * plugins.length;
}

const ALL = ROWS + 2 * PLUGINS;

eachDatabase((_, open) => {
  it('a rotation puts all secrets under a new key, and the old one can be retired then', async () => {
    const { keys, keyFile, openAll: opened, place } = await openVault(open);
    await assert.rejects(keys.retire('k1', BY), { code: 'key.current' });
    const rotated = await keys.rotate(BY);
    assert.deepEqual(rotated, { current: 'k2', isNew: true, rewrapped: ALL, damaged: [] });
    assert.equal(await opened(), ALL);
    assert.deepEqual(
      (await keys.show()).map((k) => [k.id, k.isCurrent, k.isInFile, k.values]),
      [
        ['k1', false, true, 0],
        ['k2', true, true, ALL],
      ],
    );
    await keys.retire('k1', BY);
    await keys.retire('k1', BY);
    assert.deepEqual(
      readKeyFile(keyFile)!.map((k) => k.id),
      ['k2'],
    );
    assert.equal(await opened(), ALL);
    await assert.rejects(keys.retire('k9', BY), { code: 'key.not_found' });
    const actions = await place.database.sql.all('SELECT action, detail FROM audit_log ORDER BY id');
    assert.deepEqual(
      actions.map((row) => [row['action'], row['detail']]),
      [
        ['keys.rotated', '{"id":"k2"}'],
        ['keys.retired', '{"id":"k1"}'],
      ],
    );
  });

  it('a rotation that was stopped is ended by the next one, with the same key', async () => {
    const { keys, keyFile, openAll: opened } = await openVault(open);
    const stopped = new Error('stopped');
    const stop = (rewrapped: number): void => {
      if (rewrapped > 100) throw stopped;
    };
    await assert.rejects(keys.rotate(BY, stop), stopped);
    assert.equal(await opened(), ALL);
    await assert.rejects(keys.retire('k1', BY), { code: 'key.in_use' });
    const { current, isNew, rewrapped } = await keys.rotate(BY);
    assert.deepEqual([current, isNew], ['k2', false]);
    assert.ok(rewrapped > 0 && rewrapped < ALL);
    assert.equal((await keys.show()).find((k) => k.id === 'k1')!.values, 0);
    assert.deepEqual(
      readKeyFile(keyFile)!.map((k) => k.id),
      ['k2', 'k1'],
    );
  });

  it('a key that was put first into the file by hand, on each host, is taken instead of a new one', async () => {
    const { keys, keyFile, openAll: opened } = await openVault(open);
    replaceKeyFile(keyFile, [newKey('by-hand'), ...readKeyFile(keyFile)!]);
    assert.deepEqual(await keys.rotate(BY), {
      current: 'by-hand',
      isNew: false,
      rewrapped: ALL,
      damaged: [],
    });
    assert.equal(await opened(), ALL);
  });

  it('a secret that can not be opened stops no other, and is named', async () => {
    const { keys, place } = await openVault(open);
    await place.database.sql.run(
      'UPDATE vault SET secret = (SELECT secret FROM (SELECT secret FROM vault WHERE id = 8) AS other) WHERE id = 7',
    );
    const { rewrapped, damaged } = await keys.rotate(BY);
    assert.deepEqual([rewrapped, damaged], [ALL - 1, ['vault:secret:7']]);
  });

  it('what is changed while keys rotate is not lost', async () => {
    const { keys, place, secrets } = await openVault(open);
    const { database } = place;
    const at = { table: 'vault', column: 'secret', row: 1 };
    let done = false;
    const changing = (async () => {
      const own = secrets();
      for (let n = 0; ; n++) {
        await database.transaction(async (tx) => {
          await tx.run('UPDATE vault SET secret = ? WHERE id = 1', [await own.seal(tx, at, `change ${n}`)]);
        });
        if (done) return n;
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    for (let n = 0; n < 3; n++) await keys.rotate(BY);
    done = true;
    const last = await changing;
    const [row] = await database.sql.all<{ secret: string }>('SELECT secret FROM vault WHERE id = 1');
    assert.equal(await secrets().open(at, row!.secret), `change ${last}`);
  });

  it('two rotations at once lose no key', async () => {
    const { keys, openAll: opened } = await openVault(open);
    await Promise.all([keys.rotate(BY), keys.rotate(BY)]);
    assert.equal(await opened(), ALL);
  });

  it('the secrets of a lost key can be given up, and new ones stored', async () => {
    const { keys, keyFile, secrets, place } = await openVault(open);
    await assert.rejects(keys.discard('k1', BY), { code: 'key.not_lost' });
    await rename(keyFile, `${keyFile}.lost`);
    await rm(`${keyFile}.lost`);
    assert.equal(await keys.discard('k1', BY), ALL);
    const [row] = await place.database.sql.all<{ settings: string }>('SELECT settings FROM plugin LIMIT 1');
    assert.equal(row!.settings, '{"host":"x","token":"","list":[{"password":""}]}');
    const at = { table: 'vault', column: 'secret', row: 1 };
    const sealed = await place.database.transaction((tx) => secrets().seal(tx, at, 'new'));
    assert.match(sealed, /^v1:k2:/);
    assert.equal(await secrets().open(at, sealed), 'new');
  });
});
