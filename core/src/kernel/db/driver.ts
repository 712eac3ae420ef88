import type { MikroORM } from '@mikro-orm/core';
import type { DatabaseTarget } from './database-url.ts';
import type { MysqlHandle } from './mysql.ts';
import type { SqliteHandle } from './sqlite.ts';

/** What speaks to the database: our connections, and MikroORM's driver on top of them. */
export type Driver = {
  readonly orm: NonNullable<ConstructorParameters<typeof MikroORM>[0]['driver']>;
} & (
  | { readonly sqlite: SqliteHandle; readonly mysql: null }
  | { readonly sqlite: null; readonly mysql: MysqlHandle }
);

/** Only the one that is used is loaded: each takes its share of start and memory. */
export async function driverFor(target: DatabaseTarget): Promise<Driver> {
  if (target.dialect === 'sqlite') {
    const [{ SqliteDriver }, { SqliteHandle }] = await Promise.all([
      import('@mikro-orm/sqlite'),
      import('./sqlite.ts'),
    ]);
    return { orm: SqliteDriver as never, sqlite: new SqliteHandle(target.file), mysql: null };
  }
  const [{ MySqlDriver }, { MysqlHandle }] = await Promise.all([
    import('@mikro-orm/mysql'),
    import('./mysql.ts'),
  ]);
  return { orm: MySqlDriver as never, sqlite: null, mysql: new MysqlHandle(target) };
}
