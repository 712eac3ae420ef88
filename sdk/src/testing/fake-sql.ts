import { DatabaseSync } from 'node:sqlite';
import type { PluginMigration } from '../plugin.ts';
import type { Sql, SqlValue, Tx } from '../sql.ts';

/** An in-memory SQLite database that behaves like the host's. */
export interface FakeDatabase {
  readonly sql: Sql;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs a plugin's migrations, in their order. */
  migrate(migrations: readonly PluginMigration[]): void;
  close(): void;
}

export function fakeDatabase(): FakeDatabase {
  const database = new DatabaseSync(':memory:');
  const sql = sqlOn(database);
  let last: Promise<unknown> = Promise.resolve();

  return {
    sql,
    transaction(work) {
      // One writer at a time, as on the real thing.
      const result = last.then(() => inTransaction(database, () => work(sql as Tx)));
      last = result.catch(() => undefined);
      return result;
    },
    migrate(migrations) {
      const names = migrations.map((migration) => migration.name);
      if (names.join() !== [...new Set(names)].sort().join())
        throw new Error(`migrations are not in the order of their names: ${names.join(', ')}`);
      for (const migration of migrations) database.exec(migration.sqlite);
    },
    close: () => database.close(),
  };
}

async function inTransaction<T>(database: DatabaseSync, work: () => Promise<T>): Promise<T> {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = await work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function sqlOn(database: DatabaseSync): Sql {
  const run = (sql: string, params: readonly SqlValue[]): number =>
    Number(database.prepare(sql).run(...params).changes);
  return {
    dialect: 'sqlite',
    all: async <T extends object>(sql: string, params: readonly SqlValue[] = []) =>
      database.prepare(sql).all(...params) as T[],
    run: async (sql, params = []) => run(sql, params),
    insert: async (table, columns, rows) => {
      if (rows.length) run(insertStatement(table, columns, rows), rows.flat());
    },
    upsert: async (table, columns, rows, on) => {
      if (!rows.length) return;
      const sets = on.update.map((column) => `${column} = excluded.${column}`).join(', ');
      const conflict = `ON CONFLICT (${on.key.join(', ')}) DO ${sets ? `UPDATE SET ${sets}` : 'NOTHING'}`;
      run(`${insertStatement(table, columns, rows)} ${conflict}`, rows.flat());
    },
  };
}

function insertStatement(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.map(() => row).join(', ')}`;
}
