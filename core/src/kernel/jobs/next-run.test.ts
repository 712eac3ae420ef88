import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlainDate } from '@traliccio/sdk';
import { nextRun, retryAt } from './next-run.ts';
import type { Run } from './run-ledger.ts';

const MINUTE = 60_000;
const [A, B, C]: PlainDate[] = ['2026-11-22', '2026-11-23', '2026-11-24'];
const due = [A!, B!, C!];
const run = (date: PlainDate, more: Partial<Run>): [PlainDate, Run] => [
  date,
  {
    id: 1,
    kind: 'billing',
    date,
    state: 'failed',
    reason: null,
    startedAt: 0,
    finishedAt: 0,
    summary: null,
    failures: 1,
    progress: null,
    isLeased: false,
    ...more,
  },
];
const next = (runs: readonly [PlainDate, Run][], now = 0): unknown =>
  nextRun({ due, runs: new Map(runs), now });

describe('the next run', () => {
  it('is the oldest that is due', () => {
    assert.deepEqual(next([]), { date: A });
    assert.equal(nextRun({ due: [], runs: new Map(), now: 0 }), null);
  });

  it('waits for one that another process has at work', () => {
    assert.equal(next([run(A!, { state: 'running', isLeased: true })]), null);
  });

  it('is one that was interrupted', () => {
    assert.deepEqual(next([run(A!, { state: 'running', isLeased: false })]), { date: A });
  });

  it('is never one that is held: those after it go on', () => {
    assert.deepEqual(next([run(A!, { state: 'held' }), run(B!, { state: 'held' })]), { date: C });
  });

  it('is one that has failed, after a while, and those after it wait', () => {
    assert.deepEqual(next([run(A!, { failures: 1 })], 4 * MINUTE), { notBefore: 5 * MINUTE });
    assert.deepEqual(next([run(A!, { failures: 1 })], 5 * MINUTE), { date: A });
  });

  it('is not one that has failed too often: those after it go on', () => {
    assert.deepEqual(next([run(A!, { failures: 5 })], 1e12), { date: B });
  });

  it('tries a few times in a night, later and later', () => {
    const at = [1, 2, 3, 4, 5].map((failures) => retryAt({ failures, finishedAt: 0 }));
    assert.deepEqual(at, [5 * MINUTE, 15 * MINUTE, 45 * MINUTE, 90 * MINUTE, undefined]);
  });
});
