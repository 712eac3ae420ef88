/** A value that a statement may carry. Booleans are 0 and 1, instants are integers, dates are text. */
export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlRow = Record<string, unknown>;

/**
 * SQL on the core's connection. Statements use `?` for parameters and must run on SQLite and on MySQL/MariaDB alike.
 * A plugin reads and writes its own tables with it, whose names start with the plugin's id.
 */
export interface Sql {
  readonly dialect: 'sqlite' | 'mysql';
  /** All rows of a query. */
  all<T extends object = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<T[]>;
  /** Runs a statement; resolves to the number of rows that it touched. */
  run(sql: string, params?: readonly SqlValue[]): Promise<number>;
  /** Inserts rows by multi-row statements. */
  insert(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): Promise<void>;
  /** Inserts rows; where one with the same unique key exists, sets `update` columns to the new values. */
  upsert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
    on: { key: readonly string[]; update: readonly string[] },
  ): Promise<void>;
}

/**
 * The database's own clock as an expression, in milliseconds since 1970: what processes on several machines measure by.
 * @example await tx.all(`SELECT ${databaseClock(tx)} AS now`)
 */
export const databaseClock = ({ dialect }: Pick<Sql, 'dialect'>): string =>
  dialect === 'sqlite'
    ? "CAST(unixepoch('subsec') * 1000 AS INTEGER)"
    : 'CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)';

declare const transaction: unique symbol;
/**
 * An open transaction. What takes one (events, counters, core commands) commits or rolls back with it. Only core
 * opens transactions; a plugin gets one in filters and from `ctx.transaction`.
 */
export interface Tx extends Sql {
  readonly [transaction]: true;
}
