import fastifyCore from 'fastify';
import { FileReply, type Logger, type OutsideRoute } from '@traliccio/sdk';
import { originOf, type Responder } from './host.ts';
import { answerOf, HttpError, PROBLEM_TYPE } from './problem.ts';
import { sendFile } from './replies.ts';
import { securityHeaders } from './security-headers.ts';

export type Outside = Responder & { readonly close: () => Promise<void> };
export type OutsideNeeds = {
  readonly routes: ReadonlyMap<string, readonly OutsideRoute[]>;
  readonly log: Logger;
};

const BODY_LIMIT = 65_536;

/** What outsiders reach: the addresses that plugins answer there, and nothing else. */
export async function buildOutside(needs: OutsideNeeds): Promise<Outside> {
  const fastify = fastifyCore({ logger: false, exposeHeadRoutes: false, trustProxy: false });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(securityHeaders(originOf(request.raw).isSecure));
  });
  fastify.setNotFoundHandler((_request, reply) => {
    const { problem } = answerOf(new HttpError(404, 'request.not_found', 'there is nothing at this address'));
    return reply.code(404).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  });
  fastify.setErrorHandler((error, request, reply) => {
    const { problem, retryAfter } = answerOf(error);
    if (problem.status === 500)
      needs.log.error({ err: error, url: request.routeOptions.url }, 'a request failed');
    if (retryAfter !== null) void reply.header('retry-after', String(retryAfter));
    return reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  });
  for (const [plugin, routes] of needs.routes)
    for (const route of routes)
      fastify.route({
        method: route.method,
        url: `/${plugin}${route.path}`,
        bodyLimit: route.maxBytes ?? BODY_LIMIT,
        handler: async (request, reply) => {
          const gone = new AbortController();
          reply.raw.once('close', () => gone.abort());
          const answer = await route.handler({
            params: request.params as Record<string, string>,
            query: single(request.query as Record<string, unknown>),
            headers: single(request.headers),
            body: (request.body as Buffer | undefined) ?? new Uint8Array(),
            peer: originOf(request.raw).client,
            signal: gone.signal,
          });
          if (answer instanceof FileReply) return sendFile(reply, answer);
          void reply.code(answer.status);
          if (answer.body === undefined) return reply.send();
          return reply.type(answer.mediaType ?? 'text/plain; charset=utf-8').send(answer.body);
        },
      });
  await fastify.ready();
  return { handle: (request, response) => fastify.routing(request, response), close: () => fastify.close() };
}

const single = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
