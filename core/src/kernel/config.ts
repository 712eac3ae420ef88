import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { Invalid } from '@traliccio/sdk';
import { BadConfiguration } from './bad-configuration.ts';
import { clockOffset } from './clock.ts';
import { readJobsUrl } from './jobs/jobs-url.ts';
import { readWebConfig, type WebConfig } from './http/web-config.ts';
import { parseDatabaseUrl, withoutPassword, type DatabaseTarget } from './db/database-url.ts';

/** What the environment says. Plain data: it goes to worker threads as it is. */
export type Config = {
  readonly database: DatabaseTarget;
  /** For messages: without the password. */
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Milliseconds that the clock is moved by; 0 but in tests and the demo. */
  readonly clockOffset: number;
  readonly logLevel: LogLevel;
  /** Where the keys are that secrets are sealed with; null for the one in the folder of the data. */
  readonly secretKeyFile: string | null;
  readonly web: WebConfig;
  /** The MongoDB that keeps the jobs; null for the main database's kind. */
  readonly jobsUrl: string | null;
  /** Folders of plugins from outside. */
  readonly pluginPaths: readonly string[];
};
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export { BadConfiguration };

/** @throws BadConfiguration */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const dataDir = resolve(env['DATA_DIR'] || 'data');
  const url = env['DATABASE_URL'] || `sqlite:${join(dataDir, 'traliccio.db')}`;
  const database = readDatabaseUrl(url);
  const config: Config = {
    database,
    databaseUrl: withoutPassword(url),
    dataDir,
    clockOffset: readClock(env['CLOCK']),
    logLevel: readLogLevel(env['LOG_LEVEL']),
    secretKeyFile: env['SECRET_KEY_FILE'] ? resolve(env['SECRET_KEY_FILE']) : null,
    web: readWebConfig(env),
    jobsUrl: readJobsUrl(env['JOBS_URL']),
    pluginPaths: (env['TRALICCIO_PLUGINS'] ?? '')
      .split(delimiter)
      .filter(Boolean)
      .map((path) => resolve(path)),
  };
  checkWritable(dataDir);
  return config;
}

function readDatabaseUrl(url: string): DatabaseTarget {
  try {
    return parseDatabaseUrl(url);
  } catch (error) {
    if (error instanceof Invalid)
      throw new BadConfiguration(error.code, error.message, { field: error.field });
    throw error;
  }
}

function readClock(text: string | undefined): number {
  if (!text) return 0;
  const offset = clockOffset(text);
  if (offset === undefined)
    throw new BadConfiguration(
      'config.clock',
      `CLOCK ${JSON.stringify(text)} is neither a date nor an instant: write 2026-11-24 or 2026-11-24T08:00:00Z`,
      { field: 'CLOCK' },
    );
  return offset;
}

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

function readLogLevel(text: string | undefined): LogLevel {
  const level = LEVELS.find((one) => one === (text || 'warn'));
  if (!level)
    throw new BadConfiguration(
      'config.log_level',
      `LOG_LEVEL ${JSON.stringify(text)} is none of ${LEVELS.join(', ')}`,
      {
        field: 'LOG_LEVEL',
      },
    );
  return level;
}

function checkWritable(dataDir: string): void {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    makeFolder(dataDir);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BadConfiguration(
      'config.data_dir',
      `DATA_DIR ${JSON.stringify(dataDir)} can't be written to (${why}): give another folder or its permissions`,
      { field: 'DATA_DIR', cause: error },
    );
  }
}

/** As `recursive` does, which never ends where a folder is there and takes no other: under /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have been quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
