import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Type } from 'typebox';
import { fixedClock } from '@traliccio/sdk/testing';
import { eachDatabase, type OpenDatabase } from '../../../../test/host/database.ts';
import { Audit } from '../audit/audit.ts';
import { coreSetting } from './core-setting.ts';
import { CoreSettings, type SettingChanges } from './core-settings.ts';

const label = { it: 'Ora', en: 'Time' };
const AT = coreSetting({
  name: 'night.at',
  label,
  schema: Type.String({ pattern: '^[0-9]{2}:[0-9]{2}$' }),
  default: '02:00',
});
const TIMES = coreSetting({ name: 'night.times', label, schema: Type.Integer({ minimum: 1 }), default: 3 });
const ANNA = { kind: 'operator', name: 'anna@example.it' } as const;

async function openSettings(open: OpenDatabase) {
  const { database } = await open();
  const clock = fixedClock('2026-11-24');
  const process = () => new CoreSettings({ sql: database.sql, audit: new Audit(clock), clock }, [AT, TIMES]);
  const settings = process();
  const change = (changes: SettingChanges, by = settings): Promise<void> =>
    database.transaction((tx) => by.change(tx, changes, ANNA));
  return { database, clock, process, settings, change };
}

eachDatabase((_, open) => {
  it('settings have their defaults until they are changed, and go back to them', async () => {
    const { settings, change, clock } = await openSettings(open);
    assert.equal(await settings.get(AT), '02:00');
    await change({ values: { 'night.at': '03:30', 'night.times': 5 } });
    assert.deepEqual([await settings.get(AT), await settings.get(TIMES)], ['03:30', 5]);
    await change({ values: { 'night.at': null } });
    assert.equal(await settings.get(AT), '02:00');
    const { version, settings: all } = await settings.all();
    assert.equal(version, 3);
    assert.deepEqual(
      all.map((s) => [s.name, s.value, s.default, s.updatedAt, s.updatedBy]),
      [
        ['night.at', '02:00', '02:00', clock.now(), 'operator:anna@example.it'],
        ['night.times', 5, 3, clock.now(), 'operator:anna@example.it'],
      ],
    );
  });

  it('what is wrong is named, and nothing is changed', async () => {
    const { settings, change } = await openSettings(open);
    for (const [name, value, code] of [
      ['night.at', '3', 'setting.invalid'],
      ['night.at', 3, 'setting.invalid'],
      ['night.times', 0, 'setting.invalid'],
      ['night.times', '4', 'setting.invalid'],
      ['night.off', true, 'setting.not_found'],
      ['*', 1, 'setting.not_found'],
      ['constructor', 1, 'setting.not_found'],
    ] as const)
      await assert.rejects(change({ values: { 'night.times': 9, [name]: value } }), { code, field: name });
    assert.equal((await settings.all()).version, 1);
    assert.equal(await settings.get(TIMES), 3);
  });

  it('who changes what somebody else has changed meanwhile is told so', async () => {
    const { settings, change } = await openSettings(open);
    await change({ values: { 'night.times': 4 }, version: 1 });
    const stale = { code: 'setting.version' };
    await assert.rejects(change({ values: { 'night.at': '04:00' }, version: 1 }), stale);
    const both = await Promise.allSettled([
      change({ values: { 'night.at': '04:00' }, version: 2 }),
      change({ values: { 'night.times': 7 }, version: 2 }),
    ]);
    assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await settings.all()).version, 3);
  });

  it('a change is recorded with what was before', async () => {
    const { database, change } = await openSettings(open);
    await change({ values: { 'night.times': 4 } });
    await change({ values: { 'night.times': null } });
    const rows = await database.sql.all('SELECT actor, action, detail FROM audit_log ORDER BY id');
    assert.deepEqual(
      rows.map((row) => [row['actor'], row['action'], row['detail']]),
      [
        ['operator:anna@example.it', 'setting.changed', '{"name":"night.times","from":3,"to":4}'],
        ['operator:anna@example.it', 'setting.changed', '{"name":"night.times","from":4,"to":3}'],
      ],
    );
  });

  it('another process sees a change within seconds, also inside a transaction', async () => {
    const { database, clock, process, change } = await openSettings(open);
    const other = process();
    assert.equal(await other.get(TIMES), 3);
    await change({ values: { 'night.times': 4 } });
    clock.advance({ minutes: 1 });
    assert.equal(await database.transaction((tx) => other.get(TIMES, tx)), 4);
  });
});
