import Database from 'better-sqlite3';
import { SqliteDialect, type SqliteStatement } from 'kysely';
import { SqliteReader } from './sqlite-reader.ts';

/** How many prepared statements are kept: lists of ids of many lengths would fill the memory otherwise. */
const KEPT_STATEMENTS = 400;

/** The embedded database's connection: durable, with its prepared statements kept. */
export class SqliteHandle {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  #reader: SqliteReader | undefined;

  constructor(file: string) {
    this.#database = new Database(file);
    this.#database.pragma('journal_mode = WAL');
    // FULL: an acknowledged commit survives a power cut. It costs nothing once commits are batched.
    this.#database.pragma('synchronous = FULL');
    this.#database.pragma('foreign_keys = ON');
    this.#database.pragma('busy_timeout = 10000');
    this.#database.pragma('cache_size = -32768');
    this.#database.pragma('temp_store = MEMORY');
    // 16 MB of log before it is folded into the file: a run writes the same index pages again and again.
    this.#database.pragma('wal_autocheckpoint = 4000');
  }

  statement(sql: string): Database.Statement {
    // A deferred transaction that reads and then writes fails at once when another process wrote in between.
    const text = sql === 'begin' ? 'begin immediate' : sql;
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      if (this.#statements.size >= KEPT_STATEMENTS) this.#statements.clear();
      statement = this.#database.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }

  /**
   * The rows of a query outside transactions, read beside whatever is being written: readers never wait for the writer,
   * and see all that was committed before they began. A database in memory has this one connection.
   */
  read(sql: string, params: readonly unknown[]): unknown[] | undefined {
    if (this.#database.memory) return undefined;
    return this.#reading().all(sql, params);
  }

  /** See `Database.version`. */
  version(): number | null {
    return this.#database.memory ? null : this.#reading().version();
  }

  #reading(): SqliteReader {
    return (this.#reader ??= new SqliteReader(this.#database.name));
  }

  /** For Kysely, and so for MikroORM: the same connection. */
  dialect(): SqliteDialect {
    return new SqliteDialect({
      database: {
        prepare: (sql) => this.statement(sql) as unknown as SqliteStatement,
        close: () => this.close(),
      },
    });
  }

  close(): void {
    // The reader first: the last connection to close folds the log into the file, which takes one that may write.
    this.#reader?.close();
    this.#statements.clear();
    this.#database.close();
  }
}
