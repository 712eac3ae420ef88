import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { Invalid, type SettingsOf } from '@traliccio/sdk';
import type manifest from './manifest.ts';

export type Settings = SettingsOf<NonNullable<typeof manifest.settings>>;

/** The server that mails go through, and how. */
export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  readonly security: Settings['security'];
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly tls: ConnectionOptions;
  /** By which the provider counts. */
  readonly account: string;
};

const PORTS = { tls: 465, starttls: 587, none: 25 } as const;

/** Null while no server is named. @throws Invalid with the setting at fault */
export function smtpServer(settings: Settings): SmtpServer | null {
  const { security, user, password } = settings;
  const host = settings.host.trim();
  if (host === '') return null;
  if (!/^[a-z0-9.:-]+$/i.test(host)) throw wrong('host', `${JSON.stringify(host)} is no name of a server`);
  if (security === 'none' && !settings.allowPlaintext && !isLoopback(host))
    throw wrong(
      'security',
      `without encryption, everybody between here and ${host} reads mails and password: take tls or starttls, or set allowPlaintext`,
    );
  if ((user === '') !== (password === ''))
    throw wrong(
      user === '' ? 'user' : 'password',
      'a login has a user and a password: fill in both, or none',
    );
  return {
    host,
    port: settings.port || PORTS[security],
    security,
    login: user === '' ? null : { user, password },
    tls: { minVersion: 'TLSv1.2', ...trusted(settings.ca), ...pinned(settings.fingerprint) },
    account: user === '' ? host : `${user} at ${host}`,
  };
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** Instead of the authorities that the system trusts. */
function trusted(ca: string): ConnectionOptions {
  if (ca.trim() === '') return {};
  try {
    // Reads the first certificate, and throws where there is none.
    void new X509Certificate(ca);
  } catch (cause) {
    throw wrong('ca', 'it must be a certificate as PEM text: -----BEGIN CERTIFICATE----- …', cause);
  }
  return { ca };
}

/** Instead of the name: whoever pins a certificate knows the server by it. Its chain is checked all the same. */
function pinned(fingerprint: string): ConnectionOptions {
  const wanted = hex(fingerprint);
  if (wanted === '') return {};
  if (!/^[0-9A-F]{64}$/.test(wanted))
    throw wrong('fingerprint', 'it must be the SHA-256 fingerprint of a certificate: 64 hexadecimal digits');
  return {
    checkServerIdentity: (host, { fingerprint256 }) =>
      hex(fingerprint256) === wanted
        ? undefined
        : new Error(
            `the certificate of ${host} has the fingerprint ${fingerprint256}, not the one in the settings`,
          ),
  };
}

const hex = (text: string): string => text.replaceAll(/[\s:]/g, '').toUpperCase();

const wrong = (field: string, why: string, cause?: unknown): Invalid =>
  new Invalid('mail_smtp.settings', `settings of mail-smtp, ${field}: ${why}`, { field, cause });
