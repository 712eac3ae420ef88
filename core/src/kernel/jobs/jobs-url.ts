import { BadConfiguration } from '../bad-configuration.ts';
import { withoutPassword } from '../db/database-url.ts';

const SHAPE = /^mongodb(\+srv)?:\/\/(?:[^@/?]*@)?([^@/?]+)(?:\/([^?]*))?(?:\?.*)?$/;
const HOST = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._%-]+)(:\d{1,5})?$/;
const DATABASE = /^[A-Za-z0-9_-]{1,60}$/;
const DEFAULT_DATABASE = 'traliccio';

/**
 * `mongodb://[user:password@]host[:port][,host…][/database][?options]`, or the same with `mongodb+srv`. Shape only, so
 * that no command has to load the driver for it.
 * @throws BadConfiguration
 */
export function readJobsUrl(text: string | undefined): string | null {
  if (!text) return null;
  const match = SHAPE.exec(text);
  if (!match) throw badJobsUrl(text, 'is no address: write mongodb://host:27017/traliccio, or leave it out');
  const [, , hosts, database = ''] = match as unknown as [string, string, string, string | undefined];
  const stranger = hosts.split(',').find((host) => !HOST.test(host));
  if (stranger !== undefined)
    throw badJobsUrl(text, `names a host that can't be one: ${JSON.stringify(stranger)}`);
  if (database !== '' && !DATABASE.test(database))
    throw badJobsUrl(text, `names a database that can't be one: ${JSON.stringify(database)}`);
  return text;
}

/** The database that the address names. */
export const jobsDatabase = (url: string): string => SHAPE.exec(url)?.[3] || DEFAULT_DATABASE;

export const badJobsUrl = (url: string, why: string, cause?: unknown): BadConfiguration =>
  new BadConfiguration('config.jobs_url', `JOBS_URL ${JSON.stringify(withoutPassword(url))} ${why}`, {
    field: 'JOBS_URL',
    cause,
  });
