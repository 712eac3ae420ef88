import type { CoreTx } from '../db/database.ts';
import { idList } from '../db/id-list.ts';
import { gramsOf } from './grams.ts';
import { blockOf, Postings, tokenOf } from './postings.ts';
import { parseStoredText, searchText, storedText, type Searched, type SearchText } from './search-text.ts';

/** Writes what these are found by, in the transaction that changes them. What was known of them before is replaced. */
export async function indexEntries(tx: CoreTx, kind: number, rows: readonly Searched[]): Promise<void> {
  const before = await storedEntries(
    tx,
    kind,
    rows.map((row) => row.id),
  );
  const changed = rows.flatMap((row) => {
    const text = searchText(row);
    const words = storedText(text);
    return before.get(row.id) === words ? [] : [{ id: row.id, text, words, was: textOf(before.get(row.id)) }];
  });
  if (changed.length === 0) return;
  await tx.upsert(
    'search_entry',
    ['kind', 'entity_id', 'words'],
    changed.map(({ id, words }) => [kind, id, words]),
    { key: ['kind', 'entity_id'], update: ['words'] },
  );
  const gained = new Postings();
  const lost = new Map<number, number[]>();
  for (const { id, text, was } of changed) {
    const [has, had] = [gramsOf(text), gramsOf(was)];
    for (const gram of has) if (!had.has(gram)) gained.add(gram, id);
    lost.set(
      id,
      [...had].filter((gram) => !has.has(gram)),
    );
  }
  await addPostings(tx, kind, gained);
  await removePostings(tx, kind, lost);
}

/** Makes these found no more. */
export async function removeEntries(tx: CoreTx, kind: number, ids: readonly number[]): Promise<void> {
  const before = await storedEntries(tx, kind, ids);
  const list = idList(tx, [...before.keys()]);
  await tx.run(`DELETE FROM search_entry WHERE kind = ? AND entity_id IN ${list.sql}`, [
    kind,
    ...list.params,
  ]);
  await removePostings(
    tx,
    kind,
    new Map([...before].map(([id, words]) => [id, [...gramsOf(parseStoredText(words))]])),
  );
}

const NOTHING: SearchText = { names: [], others: [] };
const textOf = (words: string | undefined): SearchText =>
  words === undefined ? NOTHING : parseStoredText(words);

async function storedEntries(tx: CoreTx, kind: number, ids: readonly number[]): Promise<Map<number, string>> {
  const list = idList(tx, ids);
  const rows = await tx.all<{ id: number; words: string }>(
    `SELECT entity_id AS id, words FROM search_entry WHERE kind = ? AND entity_id IN ${list.sql}${tx.dialect === 'mysql' ? ' FOR UPDATE' : ''}`,
    [kind, ...list.params],
  );
  return new Map(rows.map((row) => [row.id, row.words]));
}

export async function addPostings(tx: CoreTx, kind: number, gained: Postings): Promise<void> {
  await tx.append(
    'search_gram',
    ['kind', 'block', 'gram', 'ids'],
    [...gained.rows()].map(({ block, gram, ids }) => [kind, block, gram, ids]),
    { key: ['kind', 'block', 'gram'], column: 'ids' },
  );
}

/** One statement a thing: few change at a time. */
async function removePostings(tx: CoreTx, kind: number, lost: ReadonlyMap<number, number[]>): Promise<void> {
  for (const [id, grams] of [...lost].sort(([a], [b]) => a - b)) {
    if (grams.length === 0) continue;
    const list = idList(tx, grams);
    const of = [kind, blockOf(id), ...list.params];
    const where = `kind = ? AND block = ? AND gram IN ${list.sql}`;
    await tx.run(`UPDATE search_gram SET ids = REPLACE(ids, ?, '') WHERE ${where}`, [tokenOf(id), ...of]);
    await tx.run(`DELETE FROM search_gram WHERE ${where} AND ids = ''`, of);
  }
}
