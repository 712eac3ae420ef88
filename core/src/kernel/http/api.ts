import type { IncomingMessage, ServerResponse } from 'node:http';
import fastifyCore, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Clock, Logger } from '@traliccio/sdk';
import type { Database } from '../db/database.ts';
import { readBodies, refuseMediaType } from './bodies.ts';
import { Compiled } from './compiled.ts';
import { enter } from './enter.ts';
import { handlerOf } from './handler.ts';
import type { Origin } from './host.ts';
import { describeApi, schemaOf } from './openapi.ts';
import { asksForPage, sendPage, serveAssets, type Pages } from './pages.ts';
import { servePluginPages } from './plugin-pages.ts';
import type { UiFiles } from '../plugins/ui-files.ts';
import { answerOf, HttpError, PROBLEM_TYPE } from './problem.ts';
import type { CoreRoute } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import type { SessionReader } from './session-gate.ts';
import type { Part } from './validators.ts';

export type ApiNeeds = {
  readonly routes: readonly CoreRoute[];
  /** Kept from build to build, where there are several. */
  readonly compiled?: Compiled;
  /** Outside `/api`: what monitors ask. */
  readonly rootRoutes: readonly CoreRoute[];
  /** Of each plugin that is up. */
  readonly pluginRoutes: ReadonlyMap<string, readonly CoreRoute[]>;
  /** For browsers; without them there is the API alone. */
  readonly pages?: Pages | undefined;
  /** Of the plugins that are up. */
  readonly pluginPages?: (() => Promise<readonly UiFiles[]>) | undefined;
  readonly permissions: { has(id: string): boolean };
  readonly sessions: SessionReader;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly origin: (request: IncomingMessage) => Origin;
  readonly version: string;
  /** Ends when this API is replaced or the process stops: streams end with it. */
  readonly signal: AbortSignal;
};

/** An API that answers, and is bound to no socket. */
export type Api = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly openapi: () => object;
  readonly inject: FastifyInstance['inject'];
  readonly close: () => Promise<void>;
};

const BODY_LIMIT = 1_048_576;
const PARTS: Readonly<Record<string, Part>> = { body: 'body', params: 'params', querystring: 'query' };

/** @throws TypeError for a route that names no permission that there is */
export async function buildApi(needs: ApiNeeds): Promise<Api> {
  const fastify = fastifyCore({
    logger: false,
    frameworkErrors: (error, request, reply) => {
      void sendProblem(error, request, reply as FastifyReply, needs.log);
    },
    genReqId: () => crypto.randomUUID(),
    bodyLimit: BODY_LIMIT,
    exposeHeadRoutes: false,
    trustProxy: false,
    return503OnClosing: false,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    routerOptions: { maxParamLength: 200, caseSensitive: true, ignoreTrailingSlash: false },
  });
  const compiled = needs.compiled ?? new Compiled();
  fastify.setValidatorCompiler(({ schema, httpPart }) => {
    const check = compiled.check(PARTS[httpPart ?? ''] ?? 'params', schema as never);
    return (value: unknown) => {
      try {
        check(value);
        return true;
      } catch (error) {
        return { error: error as Error };
      }
    };
  });
  fastify.setSerializerCompiler(({ schema, httpStatus }) =>
    httpStatus?.endsWith('xx') ? JSON.stringify : compiled.write(schema as object),
  );
  fastify.decorateRequest('who', null);
  readBodies(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(securityHeaders(needs.origin(request.raw).isSecure));
    done();
  });
  fastify.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, needs.log));
  fastify.setNotFoundHandler((request, reply) =>
    needs.pages && asksForPage(request)
      ? sendPage(reply, needs.pages)
      : sendProblem(
          new HttpError(404, 'request.not_found', 'there is nothing at this address'),
          request,
          reply,
          needs.log,
        ),
  );
  await describeApi(fastify, needs.version);
  for (const route of needs.rootRoutes) add(fastify, needs, { prefix: '', tag: 'health', route });
  for (const route of needs.routes)
    add(fastify, needs, { prefix: '/api', tag: route.path.split('/')[1] ?? '', route });
  for (const [id, routes] of needs.pluginRoutes)
    for (const route of routes) add(fastify, needs, { prefix: `/api/plugins/${id}`, tag: id, route });
  if (needs.pages) await serveAssets(fastify, needs.pages);
  if (needs.pluginPages) servePluginPages(fastify, needs.pluginPages);
  let openapi: string | undefined;
  const describe = (): string => (openapi ??= JSON.stringify(fastify.swagger()));
  fastify.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json').send(describe()),
  );
  await fastify.ready();
  return {
    // The host has the sockets: what is made here only answers.
    handle: (request, response) => fastify.routing(request, response),
    openapi: () => JSON.parse(describe()) as object,
    inject: fastify.inject.bind(fastify) as FastifyInstance['inject'],
    close: () => fastify.close(),
  };
}

function add(
  fastify: FastifyInstance,
  needs: ApiNeeds,
  { prefix, tag, route }: { prefix: string; tag: string; route: CoreRoute },
): void {
  const url = `${prefix}${route.path}`;
  const { permission } = route;
  // Default deny: a route that says nothing of who may use it is no route.
  if (permission !== 'public' && permission !== 'session' && !needs.permissions.has(permission))
    throw new TypeError(
      `${route.method} ${url} names no permission that there is: ${JSON.stringify(permission)}`,
    );
  fastify.route({
    method: route.method,
    url,
    bodyLimit: route.upload?.maxBytes ?? BODY_LIMIT,
    config: { route },
    schema: schemaOf(route, { url, tag }),
    onRequest: async (request) => {
      request.who = await enter(request, route, needs);
      // Before a byte of it is read.
      refuseMediaType(request, route);
    },
    handler: handlerOf(route, url, needs),
  });
}

function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Logger,
): FastifyReply {
  const { problem, retryAfter } = answerOf(error);
  if (problem.status === 500)
    log.error(
      { err: error, request: request.id, method: request.method, url: request.routeOptions.url },
      'a request failed',
    );
  if (retryAfter !== null) void reply.header('retry-after', String(Math.ceil(retryAfter)));
  return reply
    .code(problem.status)
    .type(PROBLEM_TYPE)
    .serializer((body: unknown) => JSON.stringify(body))
    .send({ ...problem, request: request.id });
}
