import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { oldestFirst } from './shares.ts';

const item = (id: number, open: number, pending = 0) => ({ id, open, pending });

describe('what an amount pays, the oldest first', () => {
  it('ends in the middle of an invoice, and goes past what is asked for already', () => {
    const items = [item(1, 1000), item(2, 500, 500), item(3, 2000, 500), item(4, 100)];
    assert.deepEqual(
      [...oldestFirst(items, 2000)],
      [
        [1, 1000],
        [3, 1000],
      ],
    );
    assert.deepEqual(
      [...oldestFirst(items, 9999)],
      [
        [1, 1000],
        [3, 1500],
        [4, 100],
      ],
    );
    assert.deepEqual([...oldestFirst(items, 0)], []);
  });
});
