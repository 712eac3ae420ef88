import type { Sql } from '@traliccio/sdk';
import type { CoreTx, Database } from '../db/database.ts';
import { idList } from '../db/id-list.ts';
import { gramsOf } from './grams.ts';
import { addPostings, indexEntries } from './index-entries.ts';
import { blockOf, firstOfBlock, offsetsOf, Postings } from './postings.ts';
import { searchText, storedText, type Searched } from './search-text.ts';

/** What stands behind the id in a condition: `IN (…)`, `BETWEEN ? AND ?`. */
export type Ids = { readonly sql: string; readonly params: readonly (string | number)[] };

/** Things of one kind that can be found, and what each is found by. */
export type SearchSource = {
  /** Its number in the index, for good. */
  readonly kind: number;
  readonly name: string;
  readonly table: string;
  load(sql: Sql, ids: Ids): Promise<Searched[]>;
};

/** Indexes some of them as they stand now, in the transaction that changed them. */
export async function reindex(tx: CoreTx, source: SearchSource, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const list = idList(tx, ids);
  await indexEntries(
    tx,
    source.kind,
    await source.load(tx, { sql: `IN ${list.sql}`, params: list.params as (string | number)[] }),
  );
}

export type BlockReport = {
  readonly source: SearchSource;
  /** First and last id of the block. */
  readonly from: number;
  readonly to: number;
  /** What the index says otherwise than the data: of how many things, and of how many sequences of signs. */
  readonly entries: number;
  readonly grams: number;
};

/** Compares the index with the data, a block of ids at a time. */
export async function* compareIndex(sql: Sql, source: SearchSource): AsyncGenerator<BlockReport> {
  const [last] = await sql.all<{ id: number | null; block: number | null; entry: number | null }>(
    `SELECT (SELECT MAX(id) FROM ${source.table}) AS id, (SELECT MAX(block) FROM search_gram WHERE kind = ?) AS block,
       (SELECT MAX(entity_id) FROM search_entry WHERE kind = ?) AS entry`,
    [source.kind, source.kind],
  );
  const end = Math.max(blockOf(last?.id ?? 0), last?.block ?? 0, blockOf(last?.entry ?? 0));
  for (let block = 0; block <= end; block++) yield compareBlock(sql, source, block);
}

/** Writes the blocks anew in which the index is wrong; those that are right are only read, so it can be stopped and started again. */
export async function* rebuildIndex(database: Database, source: SearchSource): AsyncGenerator<BlockReport> {
  for await (const report of compareIndex(database.sql, source)) {
    if (report.entries > 0 || report.grams > 0)
      await database.transaction((tx) => rewriteBlock(tx, source, blockOf(report.from)));
    yield report;
  }
}

async function compareBlock(sql: Sql, source: SearchSource, block: number): Promise<BlockReport> {
  const range = rangeOf(block);
  const wanted = contentOf(await source.load(sql, { sql: 'BETWEEN ? AND ?', params: range }));
  const entries = await sql.all<{ id: number; words: string }>(
    'SELECT entity_id AS id, words FROM search_entry WHERE kind = ? AND entity_id BETWEEN ? AND ?',
    [source.kind, ...range],
  );
  const grams = await sql.all<{ gram: number; ids: string }>(
    'SELECT gram, ids FROM search_gram WHERE kind = ? AND block = ?',
    [source.kind, block],
  );
  return {
    source,
    from: range[0],
    to: range[1],
    entries: differences(wanted.entries, new Map(entries.map((e) => [e.id, e.words]))),
    grams: differences(
      new Map([...wanted.postings.rows()].map((row) => [row.gram, sortedIds(row.ids)])),
      new Map(grams.map((row) => [row.gram, sortedIds(row.ids)])),
    ),
  };
}

/** What is there goes first: whoever changes something of this block meanwhile waits, or is waited for. */
async function rewriteBlock(tx: CoreTx, source: SearchSource, block: number): Promise<void> {
  const { kind } = source;
  const range = rangeOf(block);
  await tx.run('DELETE FROM search_entry WHERE kind = ? AND entity_id BETWEEN ? AND ?', [kind, ...range]);
  await tx.run('DELETE FROM search_gram WHERE kind = ? AND block = ?', [kind, block]);
  const { entries, postings } = contentOf(await source.load(tx, { sql: 'BETWEEN ? AND ?', params: range }));
  await tx.insert(
    'search_entry',
    ['kind', 'entity_id', 'words'],
    [...entries].map(([id, words]) => [kind, id, words]),
  );
  await addPostings(tx, kind, postings);
}

function contentOf(rows: readonly Searched[]): { entries: Map<number, string>; postings: Postings } {
  const entries = new Map<number, string>();
  const postings = new Postings();
  for (const row of rows) {
    const text = searchText(row);
    entries.set(row.id, storedText(text));
    for (const gram of gramsOf(text)) postings.add(gram, row.id);
  }
  return { entries, postings };
}

const rangeOf = (block: number): [from: number, to: number] => [
  firstOfBlock(block),
  firstOfBlock(block + 1) - 1,
];

const sortedIds = (ids: string): string =>
  offsetsOf(ids)
    .sort((a, b) => a - b)
    .join(' ');

function differences(wanted: ReadonlyMap<number, string>, there: ReadonlyMap<number, string>): number {
  let count = 0;
  for (const [key, value] of wanted) if (there.get(key) !== value) count++;
  for (const key of there.keys()) if (!wanted.has(key)) count++;
  return count;
}
