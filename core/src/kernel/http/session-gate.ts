import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '@traliccio/sdk';
import { HttpError } from './problem.ts';

/** Who is logged in, as the sessions know it. */
export type Authenticated = {
  readonly operatorId: number;
  readonly actor: Actor;
  readonly name: string;
  readonly language: 'it' | 'en';
  /** `*` stands for all. */
  readonly permissions: ReadonlySet<string>;
  readonly mustChangePassword: boolean;
  readonly sessionId: number;
};

/** What the HTTP layer needs of the sessions. */
export interface SessionReader {
  resolve(token: string): Promise<Authenticated | null>;
  /** Without its being a use of it. @throws when the session is over */
  whose(session: { readonly id: number }): Promise<Authenticated>;
}

/** An answer that logs in: the token goes into a cookie, or to a program into the body. */
export class SessionReply {
  /** Null logs out. */
  readonly token: string | null;
  readonly body: unknown;
  constructor(token: string | null, body: unknown) {
    this.token = token;
    this.body = body;
  }
}

/** With `__Host-` a browser takes it only over TLS and from this very host. */
export const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-traliccio' : 'traliccio');

export function setCookie(token: string | null, isSecure: boolean): string {
  const age = token === null ? '; Max-Age=0' : '';
  return `${cookieName(isSecure)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}${age}`;
}

export type Credentials = { readonly token: string; readonly from: 'bearer' | 'cookie' };

export function credentialsOf(headers: IncomingHttpHeaders, isSecure: boolean): Credentials | null {
  const bearer = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, from: 'bearer' };
  if (headers.authorization !== undefined) return null;
  const name = cookieName(isSecure);
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name && value.length > 0) return { token: value.join('='), from: 'cookie' };
  }
  return null;
}

/**
 * A cookie goes along with whatever a browser sends, so a change asked for with one must come from our own pages: by
 * what the browser says of where it comes from, and by a header that no form can set.
 * @throws HttpError
 */
export function refuseCrossSite(headers: IncomingHttpHeaders, ownOrigins: readonly string[]): void {
  const site = headers['sec-fetch-site'];
  const origin = headers.origin;
  const isOwn =
    (site === undefined || site === 'same-origin') &&
    (origin === undefined || ownOrigins.includes(origin)) &&
    headers['x-traliccio'] === '1';
  if (!isOwn)
    throw new HttpError(
      403,
      'request.cross_site',
      'a change by cookie must come from our own pages, with the header X-Traliccio: 1',
    );
}

export const mayUse = (who: Authenticated, permission: string): boolean =>
  permission === 'session' || who.permissions.has('*') || who.permissions.has(permission);

/** Whether who once was let in would be let in again, with the same rights. */
export async function isStill(who: Authenticated | null, sessions: SessionReader): Promise<boolean> {
  if (!who) return true;
  const now = await sessions.whose({ id: who.sessionId }).catch(() => null);
  if (!now || now.permissions.size !== who.permissions.size) return false;
  return [...now.permissions].every((one) => who.permissions.has(one));
}
