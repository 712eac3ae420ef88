import assert from 'node:assert/strict';
import { it } from 'node:test';
import { RetryLater } from '@traliccio/sdk';
import { Places } from './places.ts';

const NOBODY_LEAVES = new AbortController().signal;

/** Work that ends when it is told to. */
function pieces(places: Places) {
  const begun: number[] = [];
  const ends = new Map<number, (error?: Error) => void>();
  return {
    begun,
    start: (n: number, signal: AbortSignal = NOBODY_LEAVES): Promise<number> =>
      places.run(
        () =>
          new Promise((resolve, reject) => {
            begun.push(n);
            ends.set(n, (error) => (error ? reject(error) : resolve(n)));
          }),
        signal,
      ),
    end: (n: number, error?: Error): void => ends.get(n)!(error),
  };
}
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('so many work at once, so many wait in their order, and more are told to come again', async () => {
  const work = pieces(new Places({ what: 'PDFs', atOnce: 2, waiting: 2 }));
  const all = [1, 2, 3, 4].map((n) => work.start(n));
  await assert.rejects(work.start(5), (error) => error instanceof RetryLater && error.afterSeconds === 2);
  await settle();
  assert.deepEqual(work.begun, [1, 2]);
  work.end(2);
  await settle();
  assert.deepEqual(work.begun, [1, 2, 3]);
  work.end(1);
  work.end(3);
  await settle();
  work.end(4);
  assert.deepEqual(await Promise.all(all), [1, 2, 3, 4]);
});

it('work that fails gives its place on', async () => {
  const work = pieces(new Places({ what: 'PDFs', atOnce: 1, waiting: 1 }));
  const [first, second] = [work.start(1), work.start(2)];
  await settle();
  work.end(1, new Error('no'));
  await assert.rejects(first, /no/);
  await settle();
  work.end(2);
  assert.equal(await second, 2);
});

it('who leaves while he waits has no place, and who leaves while it is worked for him leaves the work its place', async () => {
  const work = pieces(new Places({ what: 'PDFs', atOnce: 1, waiting: 1 }));
  const [leaver, waiter] = [new AbortController(), new AbortController()];
  const first = work.start(1, leaver.signal);
  const second = work.start(2, waiter.signal);
  await settle();
  waiter.abort();
  await assert.rejects(second, RetryLater);
  leaver.abort();
  await assert.rejects(first, RetryLater);
  const third = work.start(3);
  await settle();
  assert.deepEqual(work.begun, [1], 'the work of who left is still at it');
  work.end(1);
  await settle();
  work.end(3);
  assert.equal(await third, 3);
  await assert.rejects(work.start(4, AbortSignal.abort()), RetryLater);
});
