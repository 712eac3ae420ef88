import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CoreTx, Database } from './database.ts';

export type InTransaction = <T>(work: (tx: CoreTx) => Promise<T>) => Promise<T>;

/**
 * Runs transactions that leave nothing behind; the later ones see what the earlier ones did. On a server they are one
 * transaction, taken back at the end. The embedded database has one writer, and all others would wait for it: there
 * they are run on a copy.
 */
export async function tryOut<T>(database: Database, work: (run: InTransaction) => Promise<T>): Promise<T> {
  return database.file === null ? takenBack(database, work) : onCopy(database, dirname(database.file), work);
}

class TakenBack<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('taken back');
    this.result = result;
  }
}

async function takenBack<T>(database: Database, work: (run: InTransaction) => Promise<T>): Promise<T> {
  try {
    return await database.transaction(async (tx) => {
      throw new TakenBack(await work((one) => one(tx)));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result as T;
    throw error;
  }
}

const PREFIX = '.try-out-';
const DAY = 86_400_000;

/** Beside the database: it holds the same secrets. */
async function onCopy<T>(
  database: Database,
  beside: string,
  work: (run: InTransaction) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(beside, PREFIX));
  try {
    await removeLeftOvers(beside, await madeAt(folder));
    const copy = await database.copy(join(folder, 'copy.db'));
    try {
      return await work((one) => copy.transaction(one));
    } finally {
      await copy.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of a process that was killed while it tried something out. */
async function removeLeftOvers(beside: string, now: number): Promise<void> {
  for (const name of await readdir(beside)) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(beside, name);
    if ((await madeAt(path)) < now - DAY) await rm(path, { recursive: true, force: true });
  }
}

/** By the clock of the file system. */
const madeAt = async (path: string): Promise<number> =>
  (await stat(path).catch(() => undefined))?.mtimeMs ?? Infinity;
