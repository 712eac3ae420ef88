import { AsyncLocalStorage } from 'node:async_hooks';
import {
  MikroORM,
  type AnyEntity,
  type EntityClass,
  type EntityManager,
  type EntitySchema,
} from '@mikro-orm/core';
import { MySqlDriver } from '@mikro-orm/mysql';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { SqliteDriver } from '@mikro-orm/sqlite';
import { Conflict, type Sql, type SqlRow, type SqlValue, type Tx } from '@traliccio/sdk';
import { CompiledQuery, type Kysely } from 'kysely';
import type { DatabaseTarget } from './database-url.ts';
import { MysqlHandle, literal } from './mysql.ts';
import { isTransient } from './transient.ts';
import { SqliteHandle } from './sqlite.ts';

export type Entity = EntitySchema<AnyEntity> | EntityClass<AnyEntity>;

/** A transaction of core's: SQL, and MikroORM on the same connection, flushed before the commit. */
export interface CoreTx extends Tx {
  readonly em: EntityManager;
}

const MYSQL_ROWS = 500;
const ATTEMPTS = 6;
/** Named locks are the server's: each database has its own. */
const LOCK = "LEFT(CONCAT(DATABASE(), '/', ?), 64)";

/** The one way to the database. */
export class Database {
  readonly dialect: 'sqlite' | 'mysql';
  /** Reads and single statements outside a transaction. */
  readonly sql: Sql;
  readonly #orm: MikroORM;
  readonly #sqlite: SqliteHandle | null;
  readonly #mysql: MysqlHandle | null;
  /** Of what runs inside a transaction: whether that transaction is still open. */
  readonly #inside = new AsyncLocalStorage<{ isOpen: boolean }>();

  private constructor(target: DatabaseTarget, entities: readonly Entity[]) {
    this.dialect = target.dialect;
    this.#sqlite = target.dialect === 'sqlite' ? new SqliteHandle(target.file) : null;
    this.#mysql = target.dialect === 'mysql' ? new MysqlHandle(target) : null;
    this.#orm = new MikroORM({
      driver: (this.#sqlite ? SqliteDriver : MySqlDriver) as never,
      driverOptions: (this.#sqlite ?? this.#mysql)!.dialect(),
      dbName: target.dialect === 'sqlite' ? target.file : target.database,
      entities: [...entities] as never,
      discovery: { warnWhenNoEntities: false },
      forceUtcTimezone: true,
      timezone: 'Z',
      ensureDatabase: false,
      implicitTransactions: true,
    });
    this.sql = new KyselySql(this.dialect, () => this.#outside(), null);
  }

  static async open(target: DatabaseTarget, entities: readonly Entity[] = []): Promise<Database> {
    const database = new Database(target, entities);
    await database.#orm.connect();
    await database.sql.all('SELECT 1 AS one');
    return database;
  }

  /** A fresh unit of work for reading entities. */
  em(): EntityManager {
    return this.#orm.em.fork();
  }

  /**
   * Runs `work` in one transaction and commits. After a deadlock, a lock time-out or a busy file it is run again from
   * the start, so it must have no effects but its SQL.
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
        if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * 20 + Math.random() * 50));
      } finally {
        state.isOpen = false;
      }
    }
  }

  /** The database's own clock, in milliseconds: what leases are measured with. */
  get nowExpression(): string {
    return this.dialect === 'sqlite'
      ? "CAST(unixepoch('subsec') * 1000 AS INTEGER)"
      : 'CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)';
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
    return new KyselySql(this.dialect, transaction, this.#sqlite, em) as unknown as CoreTx;
  }
}

/** SQL through Kysely; inside a transaction on SQLite, inserts go straight to prepared statements. */
class KyselySql implements Sql {
  readonly dialect: 'sqlite' | 'mysql';
  readonly em: EntityManager | undefined;
  readonly #executor: () => Kysely<never>;
  readonly #sqlite: SqliteHandle | null;

  constructor(
    dialect: 'sqlite' | 'mysql',
    executor: () => Kysely<never>,
    sqlite: SqliteHandle | null,
    em?: EntityManager,
  ) {
    this.dialect = dialect;
    this.em = em;
    this.#executor = executor;
    this.#sqlite = sqlite;
  }

  async all<T extends object = SqlRow>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> {
    if (this.#sqlite) return this.#sqlite.statement(sql).all(params) as T[];
    const result = await this.#executor().executeQuery(CompiledQuery.raw(sql, [...params]));
    return result.rows as T[];
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    if (this.#sqlite) return this.#sqlite.statement(sql).run(params).changes;
    const result = await this.#executor().executeQuery(CompiledQuery.raw(sql, [...params]));
    return Number(result.numAffectedRows ?? 0n);
  }

  async insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
  ): Promise<void> {
    await this.#insert(`INSERT INTO ${table} (${columns.join(', ')}) VALUES`, columns.length, rows, '');
  }

  async upsert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
    on: { readonly key: readonly string[]; readonly update: readonly string[] },
  ): Promise<void> {
    const set = (value: (column: string) => string): string =>
      on.update.map((c) => `${c} = ${value(c)}`).join(', ');
    const tail =
      this.dialect === 'sqlite'
        ? ` ON CONFLICT (${on.key.join(', ')}) DO ${on.update.length > 0 ? `UPDATE SET ${set((c) => `excluded.${c}`)}` : 'NOTHING'}`
        : ` ON DUPLICATE KEY UPDATE ${on.update.length > 0 ? set((c) => `VALUES(${c})`) : `${on.key[0]} = ${on.key[0]}`}`;
    await this.#insert(`INSERT INTO ${table} (${columns.join(', ')}) VALUES`, columns.length, rows, tail);
  }

  async #insert(
    head: string,
    width: number,
    rows: readonly (readonly SqlValue[])[],
    tail: string,
  ): Promise<void> {
    if (rows.length === 0) return;
    if (this.#sqlite) {
      const statement = this.#sqlite.statement(`${head} (${'?, '.repeat(width - 1)}?)${tail}`);
      for (const row of rows) statement.run(row);
      return;
    }
    if (this.dialect === 'sqlite') {
      const group = `(${'?, '.repeat(width - 1)}?)`;
      for (const part of parts(rows, Math.max(1, Math.floor(30_000 / width))))
        await this.run(`${head} ${part.map(() => group).join(', ')}${tail}`, part.flat());
      return;
    }
    for (const part of parts(rows, MYSQL_ROWS))
      await this.run(`${head} ${part.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}${tail}`);
  }
}

function* parts<T>(rows: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}
