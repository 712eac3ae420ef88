import type { Database } from './database.ts';

/** One step of a history: forward only, one statement, done once. */
export type Migration = { readonly name: string; readonly sqlite: string; readonly mysql: string };
export type MigrationHistory = { readonly module: string; readonly steps: readonly Migration[] };
export type MigrationStatus = {
  readonly module: string;
  readonly done: readonly string[];
  readonly pending: readonly string[];
};

/**
 * Brings the module's tables up to date: core's or a plugin's, each with a history of its own. One process at a time;
 * one statement a step, recorded after it, so that a process that dies goes on where it was (MySQL commits DDL at
 * once). Statements are written so that running one twice does no harm.
 */
export async function migrate(database: Database, history: MigrationHistory): Promise<readonly string[]> {
  await createLedger(database);
  return database.withLock('traliccio_migrate', async () => {
    const { pending } = await migrationStatus(database, history);
    for (const step of history.steps) {
      if (!pending.includes(step.name)) continue;
      await database.sql.run(step[database.dialect]).catch((error: unknown) => {
        if (!isThereAlready(error)) throw error;
      });
      await database.sql.upsert('schema_migration', ['module', 'name'], [[history.module, step.name]], {
        key: ['module', 'name'],
        update: [],
      });
    }
    return pending;
  });
}

/** An index or column that an earlier process made before it could record it. */
const isThereAlready = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && (error.code === 'ER_DUP_KEYNAME' || error.code === 'ER_DUP_FIELDNAME')) ||
    error.message.startsWith('duplicate column name'));

export async function migrationStatus(
  database: Database,
  history: MigrationHistory,
): Promise<MigrationStatus> {
  await createLedger(database);
  const rows = await database.sql.all<{ name: string }>(
    'SELECT name FROM schema_migration WHERE module = ? ORDER BY name',
    [history.module],
  );
  const done = new Set(rows.map((r) => r.name));
  return {
    module: history.module,
    done: [...done],
    pending: history.steps.map((s) => s.name).filter((name) => !done.has(name)),
  };
}

async function createLedger(database: Database): Promise<void> {
  await database.sql.run(
    'CREATE TABLE IF NOT EXISTS schema_migration (module VARCHAR(60) NOT NULL, name VARCHAR(80) NOT NULL, PRIMARY KEY (module, name))',
  );
}
