import Database from 'better-sqlite3';

/** Lists have some dozens of shapes each. */
const KEPT_STATEMENTS = 1000;

/** A second connection to the embedded database, which can't write. A query is read to its end at once. */
export class SqliteReader {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  #version: Database.Statement<[], number> | undefined;

  constructor(file: string) {
    this.#database = new Database(file, { readonly: true, fileMustExist: true });
    this.#database.pragma('query_only = ON');
    this.#database.pragma('busy_timeout = 10000');
    this.#database.pragma('cache_size = -16384');
    this.#database.pragma('temp_store = MEMORY');
  }

  all(sql: string, params: readonly unknown[]): unknown[] {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      if (this.#statements.size >= KEPT_STATEMENTS) this.#statements.clear();
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement.all(params);
  }

  /** Changes whenever another connection, of whatever process, has changed the database. */
  version(): number {
    this.#version ??= this.#database.prepare<[], number>('PRAGMA data_version').pluck();
    return this.#version.get() as number;
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}
