import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { type Config, readConfig } from '../../core/src/kernel/config.ts';
import { Database, type Entity } from '../../core/src/kernel/db/database.ts';
import { parseDatabaseUrl } from '../../core/src/kernel/db/database-url.ts';
import { bringUpToDate } from '../../core/src/migrations/up-to-date.ts';

/** A database of its own for a test, with core's tables, and what else `createApp` needs to use it. */
export type TestDatabase = {
  readonly database: Database;
  readonly url: string;
  /** With a DATA_DIR of its own. */
  readonly config: Config;
};
export type OpenDatabase = (entities?: readonly Entity[]) => Promise<TestDatabase>;

/**
 * Defines the same tests for SQLite and for MySQL. MySQL's run when TRALICCIO_TEST_MYSQL says where a server is
 * (`mysql://root@host:port`), and are skipped otherwise. What `open` gives is dropped when the tests are over.
 */
export function eachDatabase(define: (name: 'SQLite' | 'MySQL', open: OpenDatabase) => void): void {
  const server = process.env['TRALICCIO_TEST_MYSQL'];
  describe('on SQLite', () => define('SQLite', opener(sqliteFile)));
  describe('on MySQL', { skip: server ? false : 'TRALICCIO_TEST_MYSQL names no server' }, () =>
    define(
      'MySQL',
      opener(() => mysqlDatabase(server!)),
    ),
  );
}

/** For what no database has a say in. */
export function onSqlite(define: (open: OpenDatabase) => void): void {
  define(opener(sqliteFile));
}

type Place = { readonly url: string; readonly drop: () => Promise<void> };

function opener(make: () => Promise<Place>): OpenDatabase {
  const cleanUps: (() => Promise<void>)[] = [];
  after(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  });
  return async (entities) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'traliccio-data-'));
    cleanUps.push(() => rm(dataDir, { recursive: true, force: true }));
    const { url, drop } = await make();
    cleanUps.push(drop);
    const database = await Database.open(parseDatabaseUrl(url), entities);
    cleanUps.push(() => database.close());
    await bringUpToDate(database);
    return {
      database,
      url,
      config: readConfig({ DATABASE_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
    };
  };
}

async function sqliteFile(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'traliccio-sqlite-'));
  return {
    url: `sqlite:${join(folder, 'test.db')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function mysqlDatabase(server: string): Promise<Place> {
  const name = `kern_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const base = server.replace(/\/$/, '');
  await onServer(base, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return { url: `${base}/${name}`, drop: () => onServer(base, `DROP DATABASE ${name}`) };
}

async function onServer(base: string, sql: string): Promise<void> {
  const admin = await Database.open(parseDatabaseUrl(`${base}/mysql`));
  try {
    await admin.sql.run(sql);
  } finally {
    await admin.close();
  }
}
