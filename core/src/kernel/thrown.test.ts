import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refused, RetryLater } from '@traliccio/sdk';
import { outcomeOf, RETRY } from './events/outcome.ts';
import { classesOf, messageOf } from './thrown.ts';

const liar = Object.defineProperty(new Error('x'), 'message', {
  get: () => {
    throw new Error('never');
  },
});
const tried = { attempt: 1, firstTriedAt: 0, now: 0 };

describe('what plugins throw', () => {
  for (const [thrown, message] of [
    [new Error('out of paper'), 'out of paper'],
    [new TypeError(''), 'TypeError'],
    ['text', 'threw text'],
    [undefined, 'threw undefined'],
    [Symbol('odd'), 'threw Symbol(odd)'],
    [Object.create(null), 'threw something that can not be shown'],
    [liar, 'threw something that can not be shown'],
  ] as const)
    it(`is shown as "${message}"`, () => assert.equal(messageOf(thrown), message));

  it('is cut short when it is a whole document', () => {
    assert.equal(messageOf(new Error('x'.repeat(1e6))).length, 2_001);
  });

  it('is known by its class, by those above it, and when it is of another copy of the SDK', () => {
    class MailboxGone extends Refused {}
    assert.ok(classesOf(new MailboxGone('mail.gone', 'gone')).includes('Refused'));
    const Foreign = Object.defineProperty(class extends Error {}, 'name', { value: 'Refused' });
    assert.ok(classesOf(new Foreign()).includes('Refused'));
    assert.deepEqual(classesOf(null), []);
    const outcome = outcomeOf(new MailboxGone('mail.gone', 'gone'), tried, RETRY);
    assert.deepEqual(outcome, { state: 'dead', error: '[mail.gone] gone' });
  });

  it('puts off the next attempt a month at most, and never for no number', () => {
    for (const [afterSeconds, from, to] of [
      [1e12, 30 * 86_400_000, 30 * 86_400_000],
      [Number.NaN, 48_000, 72_000],
      [-5, 48_000, 72_000],
    ] as const) {
      const outcome = outcomeOf(new RetryLater('later', { afterSeconds }), tried, RETRY);
      assert.ok(
        outcome.state === 'ready' && outcome.afterMs >= from && outcome.afterMs <= to,
        JSON.stringify(outcome),
      );
    }
  });

  it('is tried again after twice as long each time, up to six hours, for three days', () => {
    let wait = 0;
    for (let attempt = 1; attempt < 25; attempt++) {
      const outcome = outcomeOf(new Error('no'), { attempt, firstTriedAt: 0, now: 0 }, RETRY);
      const middle = Math.min(6 * 3_600_000, 60_000 * 2 ** (attempt - 1));
      assert.ok(outcome.state === 'ready');
      assert.ok(outcome.afterMs >= middle * 0.8 && outcome.afterMs <= middle * 1.2);
      wait += outcome.afterMs;
    }
    assert.ok(wait > 72 * 3_600_000, 'the time runs out first');
    const late = { attempt: 3, firstTriedAt: 0, now: 72 * 3_600_000 };
    assert.equal(outcomeOf(new Error('no'), late, RETRY).state, 'dead');
  });
});
