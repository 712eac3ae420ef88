import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createXsdPool } from './xsd-pool.ts';
import type { XsdError } from './xsd.ts';

type Work = {
  readonly files: readonly string[];
  readonly done: (errors: XsdError[][]) => void;
  readonly fail: (error: Error) => void;
};

/** A pool of threads that answer when the test says so. */
function poolOf(size: number) {
  const threads: Work[][] = [];
  const pool = createXsdPool(size, () => {
    const work: Work[] = [];
    threads.push(work);
    return {
      validate: (files) => new Promise((done, fail) => void work.push({ files, done, fail })),
      stop: () => Promise.resolve(work.forEach(({ fail }) => fail(new Error('stopped')))),
    };
  });
  return { pool, loads: () => threads.map((work) => work.map(({ files }) => files.join(''))), threads };
}

describe('a pool of validation threads', () => {
  it('keeps to the first thread while that has nothing else to do', async () => {
    const { pool, loads, threads } = poolOf(2);
    for (const file of ['a', 'b', 'c']) {
      const checked = pool.validate([file]);
      threads[0]?.at(-1)?.done([[]]);
      assert.deepEqual(await checked, [[]]);
    }
    assert.deepEqual(loads(), [['a', 'b', 'c'], []]);
  });

  it('gives files to the thread with the fewest', () => {
    const { pool, loads } = poolOf(2);
    for (const files of [['a', 'a', 'a'], ['b'], ['c'], ['d'], ['e']]) void pool.validate(files);
    assert.deepEqual(loads(), [
      ['aaa', 'e'],
      ['b', 'c', 'd'],
    ]);
  });

  it('goes on with a thread that failed a batch, and loses only that', async () => {
    const { pool, loads, threads } = poolOf(1);
    const [lost, kept] = [pool.validate(['a']), pool.validate(['b'])];
    threads[0]?.[0]?.fail(new Error('out of memory'));
    await assert.rejects(lost, /out of memory/);
    threads[0]?.[1]?.done([[]]);
    assert.deepEqual(await kept, [[]]);
    void pool.validate(['c']);
    assert.deepEqual(loads(), [['a', 'b', 'c']]);
  });

  it('stops all of its threads', async () => {
    const { pool } = poolOf(2);
    const refused = [pool.validate(['a']), pool.validate(['b'])].map((one) => assert.rejects(one, /stopped/));
    await pool.stop();
    await Promise.all(refused);
  });
});
