import { deepEqual, equal, ok } from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import {
  afterTry,
  NO_TRIES,
  PER_ACCOUNT,
  PER_NETWORK,
  waitOf,
  WINDOW_MS,
  type Limit,
} from './login-limits.ts';

const START = 1_000_000;

/** Tries again as soon as it may, so many times; when each was let through. */
function eager(limit: Limit, times: number): number[] {
  let [tries, now] = [NO_TRIES, START];
  for (let i = 0; i < times; i++) {
    now += waitOf(tries, limit, now);
    equal(waitOf(tries, limit, now), 0);
    tries = afterTry(tries, now);
  }
  return [...tries.at];
}

it('after five failures in a row each try has to wait, ever longer', () => {
  let [tries, now] = [NO_TRIES, START];
  const waits: number[] = [];
  for (let i = 0; i < 10; i++) {
    const wait = waitOf(tries, PER_ACCOUNT, now);
    waits.push(wait / 1000);
    now += wait;
    tries = afterTry(tries, now);
  }
  deepEqual(waits, [0, 0, 0, 0, 0, 5, 10, 20, 40, 80]);
  // The eleventh waits until the first is a quarter of an hour old.
  equal(waitOf(tries, PER_ACCOUNT, now), START + WINDOW_MS - now);
});

it('a network may try a hundred times, without delays in between', () => {
  equal(eager(PER_NETWORK, 100).at(-1), START);
  equal(waitOf({ at: eager(PER_NETWORK, 100), failures: 100 }, PER_NETWORK, START + 1), WINDOW_MS - 1);
});

it('whoever never gives up gets one try in a quarter of an hour, and the next day five again', () => {
  const times = eager(PER_ACCOUNT, 40);
  const last = times.at(-1) as number;
  ok(waitOf({ at: times, failures: 40 }, PER_ACCOUNT, last) === WINDOW_MS);
  const later = last + 24 * 3_600_000;
  equal(waitOf({ at: times, failures: 40 }, PER_ACCOUNT, later), 0);
  deepEqual(afterTry({ at: times, failures: 40 }, later), { at: [later], failures: 1 });
});

it('a clock that is set back by days locks nobody out', () => {
  const tries = { at: Array.from({ length: 10 }, () => START + 5 * WINDOW_MS), failures: 10 };
  equal(waitOf(tries, PER_ACCOUNT, START), 0);
});

it('no window of a quarter of an hour sees more tries than it may, however they are spread', () => {
  const pauses = fc.array(
    fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: WINDOW_MS })),
    {
      maxLength: 80,
    },
  );
  fc.assert(
    fc.property(pauses, fc.constantFrom(PER_ACCOUNT, { perWindow: 3, patience: 99 }), (all, limit) => {
      let [tries, now] = [NO_TRIES, START];
      const through: number[] = [];
      for (const pause of all) {
        now += pause;
        if (waitOf(tries, limit, now) > 0) continue;
        tries = afterTry(tries, now);
        through.push(now);
      }
      for (const first of through)
        ok(through.filter((t) => t >= first && t < first + WINDOW_MS).length <= limit.perWindow);
      ok(tries.at.length <= limit.perWindow);
    }),
  );
});
