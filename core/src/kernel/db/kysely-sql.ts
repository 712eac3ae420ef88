import type { EntityManager } from '@mikro-orm/core';
import type { Sql, SqlRow, SqlValue } from '@traliccio/sdk';
import { CompiledQuery, type Kysely } from 'kysely';
import { literal } from './mysql-literal.ts';
import type { SqliteHandle } from './sqlite.ts';

/** Rows of a multi-row statement. */
const MYSQL_ROWS = 500;

type Way = {
  readonly executor: () => Kysely<never>;
  /** Inside a transaction on SQLite. */
  readonly sqlite?: SqliteHandle | null;
  readonly em?: EntityManager;
  /** Answers queries by itself; undefined for what it leaves to the executor. */
  readonly read?: (sql: string, params: readonly SqlValue[]) => Promise<unknown[]> | unknown[] | undefined;
};

/** Statements that only read, by their first word: a WITH may end in an INSERT, and a PRAGMA is about its connection. */
const isQuery = (sql: string): boolean => /^\s*(?:SELECT|EXPLAIN)\b/i.test(sql);

/** SQL through Kysely; inside a transaction on SQLite, inserts go straight to prepared statements. */
export class KyselySql implements Sql {
  readonly dialect: 'sqlite' | 'mysql';
  readonly em: EntityManager | undefined;
  readonly #executor: () => Kysely<never>;
  readonly #sqlite: SqliteHandle | null;
  readonly #read: Way['read'];

  constructor(dialect: 'sqlite' | 'mysql', way: Way) {
    this.dialect = dialect;
    this.em = way.em;
    this.#executor = way.executor;
    this.#sqlite = way.sqlite ?? null;
    this.#read = way.read;
  }

  async all<T extends object = SqlRow>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> {
    if (this.#sqlite) return this.#sqlite.statement(sql).all(params) as T[];
    const read = isQuery(sql) ? this.#read?.(sql, params) : undefined;
    if (read) return (await read) as T[];
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

  async append(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
    { key, column }: { readonly key: readonly string[]; readonly column: string },
  ): Promise<void> {
    const tail =
      this.dialect === 'sqlite'
        ? ` ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${column} = ${column} || excluded.${column}`
        : ` ON DUPLICATE KEY UPDATE ${column} = CONCAT(${column}, VALUES(${column}))`;
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
