import { BadConfiguration } from '../kernel/config.ts';
import type { Database } from '../kernel/db/database.ts';
import { migrate, migrationStatus } from '../kernel/db/migrate.ts';
import { coreHistory } from './core-history.ts';

/** Recorded when core's tables were there for the first time: until then an interrupted start just goes on. */
const INSTALLED = {
  module: 'installation',
  steps: [{ name: 'complete', sqlite: 'SELECT 1', mysql: 'DO 1' }],
};

/**
 * Makes the tables of a new database. One that is older is brought up to date only by `traliccio migrate`, and one
 * that a newer version made is left alone.
 */
export async function bringUpToDate(database: Database): Promise<void> {
  const installed = await migrationStatus(database, INSTALLED);
  if (installed.pending.length > 0) return void (await migrateCore(database));
  const { pending } = await checkNotNewer(database);
  if (pending.length > 0)
    throw new BadConfiguration(
      'database.behind',
      `the database is ${pending.length} steps behind this version: make a backup, then run "traliccio migrate"`,
    );
}

/** @returns the steps done now */
export async function migrateCore(database: Database): Promise<readonly string[]> {
  await checkNotNewer(database);
  const done = await migrate(database, coreHistory());
  await migrate(database, INSTALLED);
  return done;
}

async function checkNotNewer(database: Database): Promise<{ pending: readonly string[] }> {
  const history = coreHistory();
  const status = await migrationStatus(database, history);
  const known = new Set(history.steps.map((step) => step.name));
  const unknown = status.done.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new BadConfiguration(
      'database.newer',
      `the database was made by a newer Traliccio (${unknown}): run that version, or one after it`,
    );
  return status;
}
