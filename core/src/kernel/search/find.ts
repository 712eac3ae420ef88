import type { Sql } from '@traliccio/sdk';
import { idList } from '../db/id-list.ts';
import type { Found } from '../http/list.ts';
import { blockOf, commonOffsets, firstOfBlock } from './postings.ts';
import { searchQuery, type SearchQuery } from './query.ts';
import { matches } from './search-text.ts';

/** Blocks looked into at once: what many have is soon found, what is rare takes few turns. */
const TURNS = [4, 32, 256];
/** Entries compared in one search; it says where to go on when there might be more. */
const MOST_COMPARED = 1000;

/**
 * Ids of what has all words of a text in it, behind `after`, in their order. The work is bounded: when it is done
 * before `limit` are found, there are fewer, and `next` is set.
 */
export async function findEntries(
  sql: Sql,
  request: { readonly kind: number; readonly q: string; readonly after: number; readonly limit: number },
): Promise<Found> {
  const { kind, after, limit } = request;
  const query = searchQuery(request.q);
  const ids: number[] = [];
  if (!query) return { ids, next: null };
  let compared = 0;
  let block = blockOf(after + 1);
  for (let turn = 0; ; turn++) {
    const count = TURNS[Math.min(turn, TURNS.length - 1)] as number;
    const { candidates, last } = await candidatesIn(sql, { kind, query, from: block, count });
    const behind = candidates.filter((id) => id > after);
    while (behind.length > 0) {
      const part = behind.splice(0, Math.max(limit - ids.length, 50));
      const found = query.isExact ? part : await confirmed(sql, { kind, query, ids: part });
      ids.push(...found);
      compared += part.length;
      if (ids.length > limit) return { ids: ids.slice(0, limit), next: ids[limit - 1] as number };
      const seen = part.at(-1) as number;
      if (ids.length === limit || compared >= MOST_COMPARED) return { ids, next: seen };
    }
    block += count;
    if (block > last) return { ids, next: null };
  }
}

/** Ids that have all grams, in the blocks from `from` on, and the last block that there is. */
async function candidatesIn(
  sql: Sql,
  { kind, query, from, count }: { kind: number; query: SearchQuery; from: number; count: number },
): Promise<{ candidates: number[]; last: number }> {
  const blocks = Array.from({ length: count }, (_, i) => from + i);
  const [inBlocks, ofGrams] = [idList(sql, blocks), idList(sql, query.grams)];
  const rows = await sql.all<{ block: number; gram: number; ids: string }>(
    `SELECT block, gram, ids FROM search_gram WHERE kind = ? AND block IN ${inBlocks.sql} AND gram IN ${ofGrams.sql}
     UNION ALL SELECT MAX(block), -1, '' FROM search_gram WHERE kind = ?`,
    [kind, ...inBlocks.params, ...ofGrams.params, kind],
  );
  const last = rows.find((row) => row.gram === -1)?.block ?? -1;
  const byBlock = Map.groupBy(
    rows.filter((row) => row.gram !== -1),
    (row) => row.block,
  );
  const candidates = [...byBlock.keys()]
    .sort((a, b) => a - b)
    .flatMap((block) => {
      const lists = byBlock.get(block) as { ids: string }[];
      return lists.length < query.grams.length
        ? []
        : commonOffsets(lists.map((one) => one.ids)).map((offset) => firstOfBlock(block) + offset);
    });
  return { candidates, last };
}

/** Those whose words really are what is looked for: having the grams is not yet having the word. */
async function confirmed(
  sql: Sql,
  { kind, query, ids }: { kind: number; query: SearchQuery; ids: readonly number[] },
): Promise<number[]> {
  const list = idList(sql, ids);
  const rows = await sql.all<{ id: number; words: string }>(
    `SELECT entity_id AS id, words FROM search_entry WHERE kind = ? AND entity_id IN ${list.sql}`,
    [kind, ...list.params],
  );
  return rows
    .filter((row) => matches(row.words, query.words))
    .map((row) => row.id)
    .sort((a, b) => a - b);
}
