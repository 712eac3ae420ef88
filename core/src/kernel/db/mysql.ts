import type { SqlValue } from '@traliccio/sdk';
import { MysqlDialect, type MysqlPool } from 'kysely';
import mysql, { createPool, type ExecuteValues, type Pool, type PoolConnection } from 'mysql2';
import type { DatabaseTarget } from './database-url.ts';

type Target = Extract<DatabaseTarget, { dialect: 'mysql' }>;

/**
 * Every session reads what is committed, refuses what doesn't fit, and takes dates as they are. READ COMMITTED takes
 * no gap locks, so that runs and operators seldom wait for each other.
 */
const SESSION = [
  "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,ONLY_FULL_GROUP_BY'",
  "time_zone = '+00:00'",
  'innodb_lock_wait_timeout = 20',
].join(', ');

/** Prepared statements that each connection keeps; the server has some 16,000 for all processes. */
const KEPT_STATEMENTS = 200;
/** Texts remembered to see which come again. */
const KEPT_TEXTS = 2000;

/** The connections to a MySQL or MariaDB server. */
export class MysqlHandle {
  readonly #pool: Pool;
  readonly #seen = new Set<string>();
  #closing: Promise<void> | undefined;

  constructor(target: Target) {
    this.#pool = createPool({
      ...(target.socketPath === null
        ? { host: target.host, port: target.port }
        : { socketPath: target.socketPath }),
      user: target.user,
      password: target.password,
      database: target.database,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
      dateStrings: true,
      // SUM() of integers is a DECIMAL, which the driver would hand over as text.
      decimalNumbers: true,
      connectionLimit: 10,
      maxPreparedStatements: KEPT_STATEMENTS,
      enableKeepAlive: true,
    });
    this.#pool.on('connection', (connection) => {
      connection.query(SESSION);
      connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
      // MariaDB's: a process that stands still in the middle of a transaction must not hold its locks for ever.
      connection.query('SET SESSION idle_transaction_timeout = 30', () => undefined);
    });
  }

  dialect(): MysqlDialect {
    const pool: Pick<MysqlPool, 'getConnection' | 'end'> = {
      getConnection: (done) => this.#pool.getConnection(done as never),
      end: (done) => void this.close().then(() => done(undefined), done),
    };
    return new MysqlDialect({ pool: pool as MysqlPool });
  }

  /**
   * The rows of a query outside transactions. One that comes again is prepared, which spares the server a sixth of the
   * work on a list; one with ids in its text seldom does, and would only push others out.
   */
  read(sql: string, params: readonly SqlValue[]): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      const done = (error: Error | null, rows: unknown): void =>
        error ? reject(error) : resolve(rows as unknown[]);
      if (this.#comesAgain(sql)) this.#pool.execute(sql, params.map(parameter) as ExecuteValues, done);
      else this.#pool.query(sql, [...params], done);
    });
  }

  /** Once, whoever asks: the driver refuses to close what is closed. */
  close(): Promise<void> {
    this.#closing ??= new Promise((resolve, reject) =>
      this.#pool.end((error) => (error ? reject(error) : resolve())),
    );
    return this.#closing;
  }

  #comesAgain(sql: string): boolean {
    if (this.#seen.has(sql)) return true;
    if (this.#seen.size >= KEPT_TEXTS) this.#seen.clear();
    this.#seen.add(sql);
    return false;
  }

  /** Runs `work` on a connection of its own, outside any transaction: for named locks. */
  async withConnection<T>(work: (connection: PoolConnection) => Promise<T>): Promise<T> {
    const connection = await new Promise<PoolConnection>((resolve, reject) =>
      this.#pool.getConnection((error, c) => (error ? reject(error) : resolve(c))),
    );
    try {
      return await work(connection);
    } finally {
      connection.release();
    }
  }
}

/** Integers as such: the driver would send a floating number, which LIMIT refuses. */
const parameter = (value: SqlValue) =>
  typeof value === 'bigint' || Number.isSafeInteger(value)
    ? mysql.TypedParameter.LONGLONG(value as number | bigint)
    : value;
