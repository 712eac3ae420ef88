import type { Database } from '../db/database.ts';
import { idList } from '../db/id-list.ts';

const KEPT_MS = 90 * 24 * 60 * 60_000;
const PAGE = 1_000;

/**
 * Removes deliveries that ended 90 days ago; dead letters stay. Rows are as old as their ids, so it reads from the
 * oldest on, and only what is old.
 */
export async function purgeOutbox(database: Database, signal?: AbortSignal): Promise<number> {
  // By the database's clock, as `done_at` is.
  const [clock] = await database.sql.all<{ now: number }>(`SELECT ${database.nowExpression} AS now`);
  const before = clock!.now - KEPT_MS;
  let removed = 0;
  for (let after = 0; ;) {
    signal?.throwIfAborted();
    const page = await database.sql.all<{
      id: number;
      state: string;
      created_at: number;
      done_at: number | null;
    }>(`SELECT id, state, created_at, done_at FROM outbox WHERE id > ? ORDER BY id LIMIT ${PAGE}`, [after]);
    const old = page.filter(
      (row) =>
        (row.state === 'done' || row.state === 'dropped') && row.done_at !== null && row.done_at < before,
    );
    if (old.length > 0) {
      const ids = idList(
        database.sql,
        old.map((row) => row.id),
      );
      removed += await database.sql.run(`DELETE FROM outbox WHERE id IN ${ids.sql}`, ids.params);
    }
    const last = page.at(-1);
    if (page.length < PAGE || !last || last.created_at >= before) return removed;
    after = last.id;
  }
}
