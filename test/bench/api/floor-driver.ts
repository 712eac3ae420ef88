import Database from 'better-sqlite3';
import { createPool } from 'mysql2/promise';
import type { DatabaseTarget } from '@traliccio/core/src/kernel/db/database-url.ts';

/** Columns are known to be there: each row is of a statement that stands beside its use. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Row = Readonly<Record<string, any>>;
export type Query = (sql: string, params: readonly (string | number)[]) => Promise<Row[]>;

/** The driver, with its prepared statements, and nothing around it. */
export async function bareQuery(target: DatabaseTarget): Promise<Query> {
  return target.dialect === 'sqlite' ? onSqlite(target.file) : onMysql(target);
}

function onSqlite(file: string): Query {
  const database = new Database(file, { readonly: true });
  database.pragma('cache_size = -16384');
  const statements = new Map<string, Database.Statement>();
  return async (sql, params) => {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = database.prepare(sql)));
    return statement.all(params) as Row[];
  };
}

function onMysql(target: Extract<DatabaseTarget, { dialect: 'mysql' }>): Query {
  const pool = createPool({
    host: target.host,
    port: target.port,
    user: target.user,
    password: target.password,
    database: target.database,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: true,
    decimalNumbers: true,
    connectionLimit: 10,
  });
  return async (sql, params) => (await pool.execute(sql, [...params]))[0] as Row[];
}
