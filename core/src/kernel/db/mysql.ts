import type { SqlValue } from '@traliccio/sdk';
import { MysqlDialect, type MysqlPool } from 'kysely';
import { createPool, escape, type Pool, type PoolConnection } from 'mysql2';
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

/** The connections to a MySQL or MariaDB server. */
export class MysqlHandle {
  readonly #pool: Pool;

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
      enableKeepAlive: true,
    });
    this.#pool.on('connection', (connection) => {
      connection.query(SESSION);
      connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    });
  }

  dialect(): MysqlDialect {
    return new MysqlDialect({ pool: this.#pool as unknown as MysqlPool });
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

/** A value as a literal, for multi-row statements: binding tens of thousands of parameters costs more than it brings. */
export function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`not a number for SQL: ${value}`);
    return String(value);
  }
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string')
    return /[\\'\0\n\r\x1a"\u2028\u2029]/.test(value) ? escape(value) : `'${value}'`;
  return `x'${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}'`;
}
