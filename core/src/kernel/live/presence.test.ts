import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Presence } from './presence.ts';

const MARIO = { id: 1, name: 'Mario' };
const ANNA = { id: 2, name: 'Anna' };

describe('who is at what', () => {
  const started = () => {
    let now = 0;
    let told = 0;
    const presence = new Presence(
      () => told++,
      () => now,
    );
    return { presence, told: () => told, pass: (ms: number) => (now += ms) };
  };
  const subjects = (presence: Presence, mark = 0): unknown[] =>
    presence.changesAfter(mark).map(({ state }) => [state.subject, state.operators.map(({ name }) => name)]);

  it('is told when somebody comes, stays and goes', () => {
    const { presence, told } = started();
    presence.come('customer:12', MARIO);
    presence.come('customer:12', ANNA);
    presence.come('contract:3', ANNA);
    assert.deepEqual(presence.at('customer:12'), [MARIO, ANNA]);
    assert.deepEqual(subjects(presence), [
      ['customer:12', ['Mario', 'Anna']],
      ['contract:3', ['Anna']],
    ]);
    const mark = presence.changesAfter(0).at(-1)!.at;
    assert.deepEqual(subjects(presence, mark), []);
    presence.go('customer:12', MARIO.id);
    presence.go('contract:3', ANNA.id);
    presence.go('contract:3', ANNA.id);
    assert.deepEqual(subjects(presence, mark), [
      ['customer:12', ['Anna']],
      ['contract:3', []],
    ]);
    assert.deepEqual(subjects(presence), [['customer:12', ['Anna']]]);
    assert.equal(told(), 5);
  });

  it('ends by itself when nobody says it again', () => {
    const { presence, pass } = started();
    presence.come('customer:12', MARIO);
    pass(30_000);
    presence.come('customer:12', ANNA);
    pass(20_000);
    assert.deepEqual(presence.at('customer:12'), [ANNA]);
    pass(100_000);
    presence.come('contract:3', ANNA);
    assert.deepEqual(subjects(presence), [['contract:3', ['Anna']]]);
  });

  it('is not more than one can be at', () => {
    const { presence } = started();
    for (let i = 1; i <= 50; i++) presence.come(`customer:${i}`, MARIO);
    presence.come('customer:31', MARIO);
    const at = subjects(presence).map((one) => (one as [string])[0]);
    assert.deepEqual([at.length, at[0], at.at(-1)], [20, 'customer:32', 'customer:31']);
  });
});
