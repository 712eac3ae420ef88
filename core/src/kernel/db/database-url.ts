import { Invalid } from '@traliccio/sdk';

export type DatabaseTarget =
  | { readonly dialect: 'sqlite'; readonly file: string }
  | {
      readonly dialect: 'mysql';
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password: string;
      readonly database: string;
      readonly socketPath: string | null;
    };

/**
 * `sqlite:FILE` or `mysql://user:password@host:port/database[?socket=PATH]` (`mariadb://` is the same).
 * @throws Invalid saying what is wrong with it
 */
export function parseDatabaseUrl(text: string): DatabaseTarget {
  if (text.startsWith('sqlite:')) {
    const file = text.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
    if (file === '') throw wrong(text, 'names no file: write sqlite:/path/to/traliccio.db');
    return { dialect: 'sqlite', file };
  }
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw wrong(text, 'is no URL: write sqlite:FILE or mysql://user:password@host:port/database');
  }
  if (url.protocol !== 'mysql:' && url.protocol !== 'mariadb:')
    throw wrong(
      text,
      `has the unknown scheme ${url.protocol}: write sqlite:FILE or mysql://user:password@host:port/database`,
    );
  const database = decodeURIComponent(url.pathname.slice(1));
  if (!/^[A-Za-z0-9_$-]+$/.test(database))
    throw wrong(text, 'names no database: mysql://user:password@host:port/database');
  return {
    dialect: 'mysql',
    host: url.hostname,
    port: url.port === '' ? 3306 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    socketPath: url.searchParams.get('socket'),
  };
}

function wrong(text: string, why: string): Invalid {
  return new Invalid('config.database_url', `DATABASE_URL ${JSON.stringify(withoutPassword(text))} ${why}`, {
    field: 'DATABASE_URL',
  });
}

export const withoutPassword = (url: string): string => url.replace(/(:\/\/[^:@/]*):[^@/]*@/, '$1:***@');
