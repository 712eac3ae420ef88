import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { createSecureContext } from 'node:tls';
import { BadConfiguration } from '../bad-configuration.ts';
import { BadSubnet, parseSubnets } from './subnets.ts';

/** Where the product listens, and to whom. Plain data. */
export type WebConfig = {
  readonly host: string;
  readonly port: number;
  /** Of the listener for outsiders; null where there is none. */
  readonly publicPort: number | null;
  /** Without a slash at its end; null when nobody needs links. */
  readonly publicUrl: string | null;
  readonly allowedSubnets: string;
  readonly trustedProxies: string;
  /** Files, PEM. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
};

const LOOPBACK = '127.0.0.0/8, ::1';

/** @throws BadConfiguration */
export function readWebConfig(env: NodeJS.ProcessEnv): WebConfig {
  const allowedSubnets = env['ALLOWED_SUBNETS'] ?? LOOPBACK;
  const trustedProxies = env['TRUSTED_PROXIES'] ?? '';
  checkSubnets('ALLOWED_SUBNETS', allowedSubnets, 0);
  checkSubnets('TRUSTED_PROXIES', trustedProxies, 8);
  return {
    host: readHost(env['HOST'] || '127.0.0.1'),
    port: readPort('PORT', env['PORT'] || '8420'),
    publicPort: env['PUBLIC_PORT'] ? readPort('PUBLIC_PORT', env['PUBLIC_PORT']) : null,
    publicUrl: readPublicUrl(env['PUBLIC_URL']),
    allowedSubnets,
    trustedProxies,
    tls: readTls(env['TLS_CERT'], env['TLS_KEY']),
  };
}

function checkSubnets(field: 'ALLOWED_SUBNETS' | 'TRUSTED_PROXIES', text: string, widest: number): void {
  try {
    parseSubnets(text, { widest });
  } catch (error) {
    if (!(error instanceof BadSubnet)) throw error;
    throw new BadConfiguration('config.subnets', `${field}: ${error.message} (write 10.0.0.0/8, 192.0.2.7)`, {
      field,
    });
  }
}

function readHost(text: string): string {
  if (isIP(text) !== 0 || text === 'localhost') return text;
  throw new BadConfiguration(
    'config.host',
    `HOST ${JSON.stringify(text)} is no address to listen on: write 127.0.0.1, 0.0.0.0 or one of this machine`,
    { field: 'HOST' },
  );
}

function readPort(field: string, text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new BadConfiguration('config.port', `${field} ${JSON.stringify(text)} is no port: write 0 to 65535`, {
    field,
  });
}

function readPublicUrl(text: string | undefined): string | null {
  if (!text) return null;
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '')
    return url.href.replace(/\/+$/, '');
  throw new BadConfiguration(
    'config.public_url',
    `PUBLIC_URL ${JSON.stringify(text)} is no address of a site: write https://gestione.example.it`,
    { field: 'PUBLIC_URL' },
  );
}

function readTls(certFile: string | undefined, keyFile: string | undefined): WebConfig['tls'] {
  if (!certFile && !keyFile) return null;
  const cert = readPem('TLS_CERT', certFile);
  const key = readPem('TLS_KEY', keyFile);
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    throw new BadConfiguration(
      'config.tls',
      `TLS_CERT and TLS_KEY don't fit together (${(error as Error).message}): give a certificate and its key, both PEM`,
      { field: 'TLS_CERT', cause: error },
    );
  }
  return { certFile: certFile as string, keyFile: keyFile as string };
}

function readPem(field: string, file: string | undefined): string {
  try {
    if (!file) throw new Error('is not set');
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadConfiguration(
      'config.tls',
      `${field} can't be read (${(error as Error).message}): TLS needs both TLS_CERT and TLS_KEY`,
      { field, cause: error },
    );
  }
}
