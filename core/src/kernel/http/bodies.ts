import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpError } from './problem.ts';
import type { CoreRoute } from './route.ts';

/** JSON, and files where a route takes one; nothing else is ever parsed. */
export function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    fastify.getDefaultJsonParser('error', 'error'),
  );
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

/** @throws HttpError 415 for a body of a type that the route does not take */
export function refuseMediaType({ headers }: FastifyRequest, route: CoreRoute): void {
  const given = headers['content-type'];
  const allowed = route.upload?.types ?? (route.body ? ['application/json'] : []);
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody && (given === undefined || allowed.length === 0)) return;
  const [type = '', ...parameters] = (given ?? '').split(';').map((part) => part.trim().toLowerCase());
  const isUtf8 = parameters.every((one) => /^charset="?utf-8"?$/.test(one));
  if (allowed.includes(type) && (route.upload || isUtf8)) return;
  throw new HttpError(
    415,
    'request.content_type',
    allowed.length === 0
      ? 'this takes no body'
      : `the body must be ${allowed.join(' or ')}, not ${JSON.stringify((given ?? '').slice(0, 80))}`,
  );
}
