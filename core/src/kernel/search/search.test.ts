import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { eachDatabase } from '../../../../test/host/database.ts';
import type { Database } from '../db/database.ts';
import { findEntries } from './find.ts';
import { wordsOf } from './fold.ts';
import { indexEntries, removeEntries } from './index-entries.ts';
import { compareIndex, rebuildIndex, type SearchSource } from './rebuild.ts';
import type { Searched } from './search-text.ts';

const KIND = 99;

/** Texts of few different signs, so that words often have much in common. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('r', 'o', 's', 'i', 'è', '1', "'", '.'), minLength: 1, maxLength: 9 }),
  fc.constantFrom(
    'Rossi',
    'ROSSINI',
    'Maria Rosa',
    'mario.rossi@example.it',
    '+393471234567',
    'Ωmega',
    'C1204/A',
  ),
);
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
/** In several blocks, at their edges too. */
const id = fc.constantFrom(1, 2, 3, 7, 1022, 1023, 1024, 1025, 5000, 70_000);
const change = fc.record({
  id,
  names: fc.tuple(text),
  fields: fc.array(text, { maxLength: 3 }),
  goes: fc.nat(9),
});

eachDatabase((name, open) => {
  it('finds what has all words in it, each once, in order, and nothing else, whatever has changed', async () => {
    const { database } = await open();
    const there = new Map<number, Searched>();
    const source = sourceOf(there);
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.array(text, { maxLength: 6 }),
        async (changes, queries) => {
          await applyTo(database, there, changes);
          for (const q of [...queries, ...[...there.values()].flatMap((one) => piecesOf(one))])
            assert.deepEqual(await walk(database, q), naive(there, q), JSON.stringify(q));
          for await (const report of compareIndex(database.sql, source))
            assert.deepEqual([report.entries, report.grams], [0, 0]);
        },
      ),
      { numRuns: name === 'SQLite' ? 40 : 6 },
    );
  });

  it('is written anew where it is wrong, and left alone where it is right', async () => {
    const { database } = await open();
    const there = new Map<number, Searched>();
    const source = sourceOf(there);
    await applyTo(
      database,
      there,
      [5, 6, 2000, 3000].map((one) => ({ id: one, names: [`Rossi ${one}`], fields: ['Udine'], goes: 1 })),
    );
    await database.sql.run("UPDATE search_gram SET ids = '' WHERE kind = ? AND block = 1", [KIND]);
    await database.sql.run('DELETE FROM search_entry WHERE kind = ? AND entity_id = 5', [KIND]);
    await database.sql.insert('search_entry', ['kind', 'entity_id', 'words'], [[KIND, 9000, 'nobody\n']]);
    const wrong: number[] = [];
    for await (const { from, entries, grams } of rebuildIndex(database, source))
      if (entries + grams > 0) wrong.push(from);
    assert.deepEqual(wrong, [0, 1024, 8192]);
    for await (const { entries, grams } of compareIndex(database.sql, source))
      assert.deepEqual([entries, grams], [0, 0]);
    assert.deepEqual(await walk(database, 'rossi udine'), [5, 6, 2000, 3000]);
  });

  it('stops when it has compared enough, and says where to go on', async () => {
    const { database } = await open();
    // Has all sequences of the word, and not the word.
    const rows = Array.from({ length: 1500 }, (_, i) => ({
      id: i + 1,
      names: ['abca bcab xcabx'],
      fields: [],
    }));
    await database.transaction((tx) => indexEntries(tx, KIND, rows));
    await database.transaction((tx) => indexEntries(tx, KIND, [{ id: 1400, names: ['abcabc'], fields: [] }]));
    const first = await findEntries(database.sql, { kind: KIND, q: 'abcabc', after: 0, limit: 10 });
    assert.deepEqual(first.ids, []);
    assert.ok(first.next !== null && first.next >= 1000 && first.next < 1400, String(first.next));
    const second = await findEntries(database.sql, { kind: KIND, q: 'abcabc', after: first.next, limit: 10 });
    assert.deepEqual(second, { ids: [1400], next: null });
  });

  it('lets two people save things with the same words at the same time', async () => {
    const { database } = await open();
    const save = (one: number): Promise<void> =>
      database.transaction((tx) =>
        indexEntries(tx, KIND, [{ id: one, names: [`Rossi Mario ${one}`], fields: ['Udine Via Roma'] }]),
      );
    await Promise.all(Array.from({ length: 20 }, (_, i) => save(i + 1)));
    assert.equal((await walk(database, 'rossi udine')).length, 20);
  });
});

async function applyTo(
  database: Database,
  there: Map<number, Searched>,
  changes: readonly { id: number; names: readonly string[]; fields: readonly string[]; goes: number }[],
): Promise<void> {
  const last = new Map(changes.map((one) => [one.id, one]));
  const gone = [...last.values()].filter((one) => one.goes === 0).map((one) => one.id);
  const rows = [...last.values()].filter((one) => one.goes !== 0).map(({ goes: _, ...row }) => row);
  await database.transaction(async (tx) => {
    await indexEntries(tx, KIND, rows);
    await removeEntries(tx, KIND, gone);
  });
  for (const row of rows) there.set(row.id, row);
  for (const one of gone) there.delete(one);
}

/** The data as it is, in memory. */
const sourceOf = (there: ReadonlyMap<number, Searched>): SearchSource => ({
  kind: KIND,
  name: 'thing',
  table: 'site',
  load: async (_sql, { params: [from, to] }) =>
    [...there.values()].filter((row) => row.id >= Number(from) && row.id <= Number(to)),
});

async function walk(database: Database, q: string): Promise<number[]> {
  const ids: number[] = [];
  for (let after: number | null = 0; after !== null;) {
    const page = await findEntries(database.sql, { kind: KIND, q, after, limit: 3 });
    assert.ok(page.ids.length <= 3);
    ids.push(...page.ids);
    after = page.next;
  }
  return ids;
}

/** What the search must find: long words anywhere, short ones where a word of the names begins. */
function naive(there: ReadonlyMap<number, Searched>, q: string): number[] {
  const asked = wordsOf(q);
  if (asked.length === 0) return [];
  return [...there.values()]
    .filter((row) => {
      const names = row.names.flatMap((one) => wordsOf(one ?? ''));
      const all = [...names, ...row.fields.flatMap((one) => wordsOf(one ?? ''))];
      return asked.every((one) =>
        one.length < 3
          ? names.some((name) => name.startsWith(one))
          : all.some((other) => other.includes(one)),
      );
    })
    .map((row) => row.id)
    .sort((a, b) => a - b);
}

/** Beginnings, ends and middles of its words. */
const piecesOf = (row: Searched): string[] =>
  [...row.names, ...row.fields]
    .flatMap((one) => wordsOf(one ?? ''))
    .slice(0, 3)
    .flatMap((one) => [one.slice(0, 2), one.slice(1), one.slice(0, 4), one.slice(-3)]);
