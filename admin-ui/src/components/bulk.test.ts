import { deepEqual, equal } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countOf, rowsLeft, runRows, splitRows, worstFirst, type BulkEntry, type BulkRun } from './bulk.ts';

type Row = { readonly id: number };
const entriesOf = (...ids: number[]): BulkEntry<Row>[] =>
  ids.map((id) => ({ row: { id }, key: `key-${id}`, outcome: 'open', text: '' }));
const outcomes = (entries: readonly BulkEntry<Row>[]) => entries.map(({ outcome }) => outcome);

/** A server that refuses some rows; what it was sent, in order. */
function server(refuses: Set<number>, more: Partial<BulkRun<Row>> = {}) {
  const sent: string[] = [];
  const seen: string[] = [];
  const run: BulkRun<Row> = {
    async send({ id }, key) {
      sent.push(key);
      if (refuses.has(id)) throw new Error(`no ${id}`);
      return `done ${id}`;
    },
    explain: (error) => (error as Error).message,
    isStopped: () => false,
    endsAll: () => false,
    changed: (entries) => void seen.push(outcomes(entries).join()),
    ...more,
  };
  return { sent, seen, run };
}

describe('rows that are chosen', () => {
  it('are parted by what speaks against each', () => {
    const why = ({ id }: Row) => (id % 2 === 0 ? `even: ${id}` : undefined);
    deepEqual(splitRows([{ id: 1 }, { id: 2 }, { id: 3 }], why), {
      able: [{ id: 1 }, { id: 3 }],
      leftOut: [{ row: { id: 2 }, why: 'even: 2' }],
    });
  });
});

describe('an action on many rows', () => {
  it('goes on after a row that is refused, and says why', async () => {
    const { run, seen } = server(new Set([2]));
    const after = await runRows(entriesOf(1, 2, 3), run);
    deepEqual(
      after.map(({ outcome, text }) => [outcome, text]),
      [
        ['done', 'done 1'],
        ['failed', 'no 2'],
        ['done', 'done 3'],
      ],
    );
    deepEqual(seen, ['open,open,open', 'done,open,open', 'done,failed,open', 'done,failed,done']);
    deepEqual(rowsLeft(after), [{ id: 2 }]);
  });

  it('tried again sends only what is left, under the same keys', async () => {
    const refuses = new Set([2]);
    const { run, sent } = server(refuses);
    const first = await runRows(entriesOf(1, 2, 3), run);
    refuses.clear();
    const second = await runRows(first, run);
    deepEqual(sent, ['key-1', 'key-2', 'key-3', 'key-2']);
    equal(countOf(second, 'done'), 3);
    deepEqual(rowsLeft(second), []);
  });

  it('stops before the next row, which stays open', async () => {
    const stopping = server(new Set());
    const { run, sent } = stopping;
    const after = await runRows(entriesOf(1, 2, 3), { ...run, isStopped: () => sent.length === 1 });
    deepEqual(outcomes(after), ['done', 'open', 'open']);
    deepEqual(rowsLeft(after), [{ id: 2 }, { id: 3 }]);
  });

  it('ends when nothing can be done any more, and takes no row for refused', async () => {
    const { run, sent } = server(new Set([2]));
    const after = await runRows(entriesOf(1, 2, 3), { ...run, endsAll: () => true });
    deepEqual(outcomes(after), ['done', 'open', 'open']);
    deepEqual(sent, ['key-1', 'key-2']);
  });

  it('shows first what went wrong', async () => {
    const { run } = server(new Set([2, 3]));
    const after = await runRows(entriesOf(1, 2, 3, 4), run);
    deepEqual(
      worstFirst(after).map(({ row }) => row.id),
      [2, 3, 1, 4],
    );
  });
});
