import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { parseDatabaseUrl } from '@traliccio/core/src/kernel/db/database-url.ts';

/** What a process of the product takes its configuration from. */
export type Env = Readonly<Record<string, string>>;

/** Runs something with a folder of its own, which is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'traliccio-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs something with a database of its own, which is gone afterwards: on the server at `url`, or SQLite. */
export async function inDatabase<T>(
  { name, folder, url }: { readonly name: string; readonly folder: string; readonly url: string | undefined },
  work: (env: Env) => Promise<T>,
): Promise<T> {
  const env = { DATA_DIR: join(folder, name), LOG_LEVEL: 'error', CLOCK: '2026-11-01' };
  if (url === undefined) return work({ ...env, DATABASE_URL: `sqlite:${join(folder, `${name}.db`)}` });
  const target = parseDatabaseUrl(url);
  if (target.dialect !== 'mysql') throw new Error('--database takes the URL of a MySQL or MariaDB server');
  const database = `${target.database}_bench_${name}`;
  const admin = await createConnection({
    host: target.host,
    port: target.port,
    user: target.user,
    password: target.password,
  });
  await admin.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  try {
    const place = new URL(url);
    place.pathname = `/${database}`;
    return await work({ ...env, DATABASE_URL: place.href });
  } finally {
    await admin.query(`DROP DATABASE ${database}`);
    await admin.end();
  }
}

export type Machine = { readonly node: string; readonly cpu: string; readonly cores: number };
export const machine = (): Machine => ({
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
});
