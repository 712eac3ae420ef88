import { BadConfiguration, type Config } from '../config.ts';
import { Database, type Entity } from './database.ts';

/** What servers and files answer when the address or the rights are wrong, and what to do about it. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there: start the server or correct DATABASE_URL',
  ENOTFOUND: 'there is no such host: correct DATABASE_URL',
  EAI_AGAIN: 'the host name could not be looked up: check the network or DATABASE_URL',
  EHOSTUNREACH: 'the host is out of reach: check the network or DATABASE_URL',
  ENETUNREACH: 'the network is out of reach: check the network or DATABASE_URL',
  ETIMEDOUT: 'the server does not answer: check the network or DATABASE_URL',
  ENOENT: 'there is no such socket: start the server or correct DATABASE_URL',
  ER_ACCESS_DENIED_ERROR: 'the server refused user and password: correct DATABASE_URL',
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: 'the server wants a password: correct DATABASE_URL',
  ER_DBACCESS_DENIED_ERROR: 'the user may not use this database: grant it, or correct DATABASE_URL',
  ER_BAD_DB_ERROR: 'there is no such database on the server: create it, or correct DATABASE_URL',
  SQLITE_CANTOPEN: 'the file can not be opened: its folder must exist and be writable',
  SQLITE_NOTADB: 'the file is no SQLite database: give another one in DATABASE_URL',
  SQLITE_READONLY: 'the file is read-only: correct its permissions',
};

/** @throws BadConfiguration with the reason and what to change */
export async function openDatabase(config: Config, entities: readonly Entity[] = []): Promise<Database> {
  try {
    return await Database.open(config.database, entities);
  } catch (error) {
    const code = codeOf(error);
    const what = (code && REASONS[code]) ?? (error instanceof Error ? error.message : String(error));
    throw new BadConfiguration('database.unreachable', `${config.databaseUrl}: ${what}`, {
      field: 'DATABASE_URL',
      cause: error,
    });
  }
}

function codeOf(error: unknown): string | undefined {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++)
    if ('code' in e && typeof e.code === 'string' && e.code in REASONS) return e.code;
  return error instanceof TypeError && error.message.includes('directory does not exist')
    ? 'SQLITE_CANTOPEN'
    : undefined;
}
