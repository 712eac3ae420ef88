import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkValueOf, keyIdOf, openWith, rewrap, sealWith } from './envelope.ts';
import { newKey } from './key-file.ts';

const PLACE = { table: 'plugin', column: 'settings.password', row: 'mail-smtp' };
const DAMAGED = { name: 'SecretDamaged', code: 'secret.damaged' };
const key = newKey('k1');

describe('a sealed secret', () => {
  it('is opened with its key, in its place, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = sealWith(key, PLACE, text);
        assert.equal(openWith(key, PLACE, sealed), text);
        assert.equal(keyIdOf(PLACE, sealed), 'k1');
      }),
    );
  });

  it('does not show that two texts are the same', () => {
    const [one, other] = [sealWith(key, PLACE, 'x'), sealWith(key, PLACE, 'x')].map((s) => s.split(':'));
    assert.notEqual(one![2], other![2]);
    assert.notEqual(one![3], other![3]);
  });

  it('can not be opened in another place', () => {
    const sealed = sealWith(key, PLACE, 'x');
    for (const change of [{ table: 'other' }, { column: 'settings.token' }, { row: 'sms-http' }])
      assert.throws(() => openWith(key, { ...PLACE, ...change }, sealed), DAMAGED);
  });

  it('can not be opened with another key of the same id, nor be wrapped anew with it', () => {
    const sealed = sealWith(key, PLACE, 'x');
    assert.throws(() => openWith(newKey('k1'), PLACE, sealed), DAMAGED);
    assert.throws(() => rewrap(newKey('k1'), newKey('k2'), PLACE, sealed), DAMAGED);
  });

  it('can not be changed in any of its characters, nor be cut off', () => {
    const sealed = sealWith(key, PLACE, 'a secret of some length');
    // The last character of each part holds bits that mean nothing.
    const ends = [sealed.lastIndexOf(':') - 1, sealed.length - 1];
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'b', '0', '-', ':'), (at, character) => {
        fc.pre(sealed[at] !== character && !ends.includes(at));
        const changed = sealed.slice(0, at) + character + sealed.slice(at + 1);
        assert.throws(() => openWith(key, PLACE, changed), DAMAGED);
      }),
    );
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), (length) => {
        assert.throws(() => openWith(key, PLACE, sealed.slice(0, length)), DAMAGED);
      }),
    );
  });

  it('goes under a new key as it is, and then needs that one', () => {
    const next = newKey('k2');
    const sealed = sealWith(key, PLACE, 'x');
    const now = rewrap(key, next, PLACE, sealed);
    assert.equal(keyIdOf(PLACE, now), 'k2');
    assert.equal(now.split(':')[3], sealed.split(':')[3]);
    assert.equal(openWith(next, PLACE, now), 'x');
    assert.throws(() => openWith(key, PLACE, now), DAMAGED);
  });

  it('is not opened when parts of two are put together', () => {
    const [one, other] = ['x', 'y'].map((text) => sealWith(key, PLACE, text).split(':'));
    const mixed = [...one!.slice(0, 3), other![3]].join(':');
    assert.throws(() => openWith(key, PLACE, mixed), DAMAGED);
  });
});

it('a key is told by its check value, which is not the key', () => {
  assert.equal(checkValueOf(key), checkValueOf({ ...key }));
  assert.notEqual(checkValueOf(key), checkValueOf(newKey('k1')));
  assert.equal(checkValueOf(key).length, 32);
});
