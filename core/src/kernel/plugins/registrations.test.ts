import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Registrations } from './registrations.ts';

describe('what a plugin has registered', () => {
  it('is undone in reverse, whatever goes wrong meanwhile', async () => {
    const registrations = new Registrations(30);
    const undone: string[] = [];
    registrations.add(() => void undone.push('first'));
    registrations.add(() => new Promise(() => undefined));
    registrations.add(() => {
      throw undefined;
    });
    registrations.add(async () => void undone.push('last'));
    assert.deepEqual(await registrations.undoAll(), ['threw undefined', 'it did not stop within 0.03 s']);
    assert.deepEqual(undone, ['last', 'first']);
  });

  it('is taken away at once when it comes after the plugin was given up', async () => {
    const registrations = new Registrations();
    await registrations.undoAll();
    let undone = 0;
    registrations.add(() => void undone++);
    registrations.add(() => Promise.reject(new Error('no')));
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(undone, 1);
  });
});
