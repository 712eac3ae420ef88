import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineManifest, Type } from '@traliccio/sdk';
import { readSettings, splitPair } from './setting-text.ts';

const label = { it: 'x', en: 'x' };
const manifest = defineManifest({
  id: 'mail',
  version: '1.0.0',
  sdk: '^1.0.0',
  label,
  description: label,
  edition: 'BASIC',
  settings: Type.Object({
    days: Type.Integer({ default: 3 }),
    sender: Type.String({ default: '' }),
    tls: Type.Boolean({ default: true }),
    limit: Type.Union([Type.Integer(), Type.Null()], { default: null }),
    'a.b': Type.String({ default: '' }),
    smtp: Type.Object({ port: Type.Integer(), password: Type.String({ format: 'secret' }) }),
    accounts: Type.Array(
      Type.Object({ name: Type.String(), password: Type.String({ format: 'secret', default: '' }) }),
    ),
  }),
});
const kept = { set: true, at: 5, ref: 'r' };
const shown = {
  days: 3,
  sender: '',
  smtp: { port: 25, password: { set: false, at: null } },
  accounts: [{ name: 'a', password: kept }],
};
const read = (...pairs: string[]): unknown =>
  readSettings(
    manifest,
    shown,
    pairs.map((pair) => splitPair(manifest, pair)),
  );

describe('settings on a command line', () => {
  for (const [pair, changes] of [
    ['days=7', { days: 7 }],
    ['sender=1=1', { sender: '1=1' }],
    ['sender=', { sender: '' }],
    ['sender=12', { sender: '12' }],
    ['tls=false', { tls: false }],
    ['limit=null', { limit: null }],
    ['limit=5', { limit: 5 }],
    ['a.b=x', { 'a.b': 'x' }],
    ['smtp.port=465', { smtp: { port: 465 } }],
    ['smtp.password=123', { smtp: { password: '123' } }],
    ['smtp={"port":1}', { smtp: { port: 1 } }],
    ['unknown.name=x', { unknown: { name: 'x' } }],
  ] as const)
    it(`${pair} is read as the setting's type asks`, () => assert.deepEqual(read(pair), changes));

  it('one element of a list changes, and the others stay as they were shown', () => {
    assert.deepEqual(read('accounts.1.name=b', 'accounts.1.password=7', 'accounts.0.name=c', 'days=1'), {
      accounts: [
        { name: 'c', password: kept },
        { name: 'b', password: '7' },
      ],
      days: 1,
    });
  });

  for (const [pair, field] of [
    ['days', 'days'],
    ['days=soon', 'days'],
    ['tls=yes', 'tls'],
    ['smtp.port=CANARY', 'smtp.port'],
    ['accounts.2.name=x', 'accounts.2'],
    ['accounts.x=CANARY', 'accounts.x'],
    ['CANARY', '--set'],
    ['=CANARY', '--set'],
  ] as const)
    it(`${pair} is refused, without its value`, () => {
      assert.throws(
        () => read(pair),
        (error: Error & { code: string; field: string }) => {
          assert.deepEqual([error.code, error.field], ['plugin.settings', field]);
          assert.ok(!error.message.includes('CANARY'));
          return true;
        },
      );
    });
});
