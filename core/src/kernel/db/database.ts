import { AsyncLocalStorage } from 'node:async_hooks';
import {
  MikroORM,
  type AnyEntity,
  type EntityClass,
  type EntityManager,
  type EntitySchema,
} from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { Conflict, databaseClock, type Sql, type SqlValue, type Tx } from '@traliccio/sdk';
import type { Kysely } from 'kysely';
import type { DatabaseTarget } from './database-url.ts';
import { driverFor, type Driver } from './driver.ts';
import { KyselySql } from './kysely-sql.ts';
import type { MysqlHandle } from './mysql.ts';
import { isOvertaken, isTransient } from './transient.ts';
import type { SqliteHandle } from './sqlite.ts';

export type Entity = EntitySchema<AnyEntity> | EntityClass<AnyEntity>;

/** A transaction of core's: SQL, and MikroORM on the same connection, flushed before the commit. */
export interface CoreTx extends Tx {
  readonly em: EntityManager;
  /** Inserts rows; where one with the same key exists, the text of its `column` goes on with the new one. */
  append(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
    on: { readonly key: readonly string[]; readonly column: string },
  ): Promise<void>;
}

const ATTEMPTS = 6;
/** Named locks are the server's: each database has its own. */
const LOCK = "LEFT(CONCAT(DATABASE(), '/', ?), 64)";

/** The one way to the database. */
export class Database {
  readonly dialect: 'sqlite' | 'mysql';
  /** Reads and single statements outside a transaction. */
  readonly sql: Sql;
  /** Of the embedded database; null of a server's. */
  readonly file: string | null;
  readonly #entities: readonly Entity[];
  readonly #orm: MikroORM;
  readonly #sqlite: SqliteHandle | null;
  readonly #mysql: MysqlHandle | null;
  /** Of what runs inside a transaction: whether that transaction is still open. */
  readonly #inside = new AsyncLocalStorage<{ isOpen: boolean }>();

  private constructor(target: DatabaseTarget, driver: Driver, entities: readonly Entity[]) {
    this.dialect = target.dialect;
    this.file = target.dialect === 'sqlite' ? target.file : null;
    this.#entities = entities;
    this.#sqlite = driver.sqlite;
    this.#mysql = driver.mysql;
    this.#orm = new MikroORM({
      driver: driver.orm,
      driverOptions: (driver.sqlite ?? driver.mysql).dialect(),
      dbName: target.dialect === 'sqlite' ? target.file : target.database,
      entities: [...entities] as never,
      discovery: { warnWhenNoEntities: false },
      forceUtcTimezone: true,
      timezone: 'Z',
      ensureDatabase: false,
      implicitTransactions: true,
    });
    this.sql = new KyselySql(this.dialect, { executor: () => this.#outside(), read: this.#read });
  }

  static async open(target: DatabaseTarget, entities: readonly Entity[] = []): Promise<Database> {
    const database = new Database(target, await driverFor(target), entities);
    await database.#orm.connect();
    await database.sql.all('SELECT 1 AS one');
    return database;
  }

  /** The embedded database as it stands, in another file. Nobody waits for it. */
  async copy(file: string): Promise<Database> {
    await this.sql.run('VACUUM INTO ?', [file]);
    return Database.open({ dialect: 'sqlite', file }, this.#entities);
  }

  /**
   * As long as it is the same, nobody has changed anything since: what was read then, outside transactions, would be
   * read again. Null where the database can't say so.
   */
  version(): number | null {
    return this.#sqlite?.version() ?? null;
  }

  /** A fresh unit of work for reading entities. */
  em(): EntityManager {
    return this.#orm.em.fork();
  }

  /**
   * Runs `work` in one transaction and commits. After a deadlock, a lock time-out or a busy file it is run again from
   * the start, and once more when somebody else has made or changed the same thing meanwhile; so it must have no
   * effects but its SQL.
   */
  async transaction<T>(work: (tx: CoreTx) => Promise<T>): Promise<T> {
    this.#refuseInside();
    for (let attempt = 1; ; attempt++) {
      const state = { isOpen: true };
      try {
        return await this.#orm.em
          .fork()
          .transactional((em) => this.#inside.run(state, () => work(this.#tx(em))));
      } catch (error) {
        if (attempt >= attemptsAfter(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * 20 + Math.random() * 50));
      } finally {
        state.isOpen = false;
      }
    }
  }

  /** The database's own clock, in milliseconds: what leases are measured with. */
  get nowExpression(): string {
    return databaseClock(this);
  }

  /** Runs `work` while no other process holds the lock of this name; SQLite has one writer, and needs none. */
  async withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (!this.#mysql) return work();
    return this.#mysql.withConnection(async (connection) => {
      const query = (sql: string): Promise<unknown> =>
        new Promise((resolve, reject) =>
          connection.query(sql, [name], (error, rows) => (error ? reject(error) : resolve(rows))),
        );
      await query(`SELECT GET_LOCK(${LOCK}, 120)`);
      try {
        return await work();
      } finally {
        await query(`SELECT RELEASE_LOCK(${LOCK})`);
      }
    });
  }

  async close(): Promise<void> {
    await this.#orm.close(true);
    // Kysely closes only what it has used itself.
    this.#sqlite?.close();
    await this.#mysql?.close();
  }

  #outside(): Kysely<never> {
    this.#refuseInside();
    return this.#kysely();
  }

  /** SQLite has one connection: whoever waits for it inside a transaction would wait for himself, and all others too. */
  #refuseInside(): void {
    if (this.#inside.getStore()?.isOpen)
      throw new Conflict(
        'transaction.open',
        'inside a transaction, every statement goes through it: use the tx that was given',
      );
  }

  #kysely(): Kysely<never> {
    return (this.#orm.em as unknown as SqlEntityManager)
      .getConnection()
      .getClient() as unknown as Kysely<never>;
  }

  #tx(em: EntityManager): CoreTx {
    const transaction = (): Kysely<never> => em.getTransactionContext() as Kysely<never>;
    return new KyselySql(this.dialect, {
      executor: transaction,
      sqlite: this.#sqlite,
      em,
    }) as unknown as CoreTx;
  }

  /** Queries outside transactions: on SQLite they don't wait for the one connection that writes. */
  readonly #read = (sql: string, params: readonly SqlValue[]): Promise<unknown[]> | unknown[] | undefined => {
    this.#refuseInside();
    return this.#sqlite ? this.#sqlite.read(sql, params) : this.#mysql?.read(sql, params);
  };
}

const attemptsAfter = (error: unknown): number =>
  isTransient(error) ? ATTEMPTS : isOvertaken(error) ? 2 : 1;
