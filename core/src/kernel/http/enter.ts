import type { FastifyRequest } from 'fastify';
import { HttpError } from './problem.ts';
import type { CoreRoute } from './route.ts';
import {
  credentialsOf,
  mayUse,
  refuseCrossSite,
  type Authenticated,
  type SessionReader,
} from './session-gate.ts';

export type EnterNeeds = {
  readonly sessions: SessionReader;
  readonly origin: (request: FastifyRequest['raw']) => { readonly isSecure: boolean };
};

/** Whoever's password has expired may do these, and nothing else. */
const WHILE_EXPIRED = ['/api/session', '/api/session/password'];

/**
 * Lets in who may use the route; null on a public one. The permission is the route's own, so no spelling of an address
 * leads around it.
 * @throws HttpError 401, 403
 */
export async function enter(
  request: FastifyRequest,
  route: CoreRoute,
  needs: EnterNeeds,
): Promise<Authenticated | null> {
  const { isSecure } = needs.origin(request.raw);
  const given = credentialsOf(request.headers, isSecure);
  const isChange = route.method !== 'GET';
  if (route.permission === 'public') {
    if (isChange && request.headers.origin !== undefined) refuseForeignOrigin(request, isSecure);
    return null;
  }
  const who = given && (await needs.sessions.resolve(given.token));
  if (!given || !who)
    throw new HttpError(401, 'session.missing', 'log in first: there is no session, or it has ended');
  if (isChange && given.from === 'cookie') refuseCrossSite(request.headers, ownOrigins(request, isSecure));
  if (who.mustChangePassword && !WHILE_EXPIRED.includes(request.routeOptions.url ?? ''))
    throw new HttpError(403, 'session.password_expired', 'change your password first');
  if (!mayUse(who, route.permission))
    throw new HttpError(403, 'session.not_allowed', `this needs the permission ${route.permission}`);
  return who;
}

function refuseForeignOrigin(request: FastifyRequest, isSecure: boolean): void {
  const { origin } = request.headers;
  if (origin !== undefined && !ownOrigins(request, isSecure).includes(origin))
    throw new HttpError(403, 'request.cross_site', 'this must come from our own pages');
}

const ownOrigins = (request: FastifyRequest, isSecure: boolean): string[] => [
  `${isSecure ? 'https' : 'http'}://${request.headers.host ?? ''}`,
];
