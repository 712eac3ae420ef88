import type { Database } from './database.ts';

/** How many ids are taken from the database at once, at least. */
const BLOCK = 64;

/**
 * Gives out ids of tables whose rows are inserted in bulk. Blocks are taken in transactions of their own, so ids are
 * unique across processes and have gaps. Never to be called inside a transaction: SQLite has one connection.
 */
export class IdBlocks {
  readonly #database: Database;
  readonly #free = new Map<string, { next: number; end: number }>();
  readonly #waiting = new Map<string, Promise<unknown>>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Reserves `count` consecutive ids and returns the first. */
  async reserve(name: string, count: number): Promise<number> {
    const before = this.#waiting.get(name) ?? Promise.resolve();
    const mine = before.then(() => this.#take(name, count));
    this.#waiting.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  }

  async #take(name: string, count: number): Promise<number> {
    let free = this.#free.get(name);
    if (!free || free.end - free.next < count) {
      const size = Math.max(BLOCK, count);
      const next = await this.#database.transaction((tx) => takeBlock(tx, name, size));
      this.#free.set(name, (free = { next, end: next + size }));
    }
    const first = free.next;
    free.next += count;
    return first;
  }
}

async function takeBlock(
  tx: Parameters<Parameters<Database['transaction']>[0]>[0],
  name: string,
  size: number,
): Promise<number> {
  await tx.upsert('id_block', ['name', 'next_id'], [[name, 1]], { key: ['name'], update: [] });
  await tx.run('UPDATE id_block SET next_id = next_id + ? WHERE name = ?', [size, name]);
  const [row] = await tx.all<{ next_id: number }>('SELECT next_id FROM id_block WHERE name = ?', [name]);
  return row!.next_id - size;
}
