import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Conflict, FileReply, StreamReply, type RouteRequest } from '@traliccio/sdk';
import type { CoreTx } from '../db/database.ts';
import { dropKey, keepAnswer, requestHash, takeKey, type Kept, type Repeatable } from './idempotency.ts';
import { takesKey } from './openapi.ts';
import { PlainRequest } from './plain-request.ts';
import { HttpError } from './problem.ts';
import { sendFile, sendStream } from './replies.ts';
import type { CoreRoute } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import { isStill, SessionReply, setCookie } from './session-gate.ts';
import type { ApiNeeds } from './api.ts';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** What Fastify calls for a route: makes the request plain, runs it in its mode, and writes what it answers. */
export function handlerOf(route: CoreRoute, url: string, needs: ApiNeeds): Handler {
  const status = route.status ?? (route.response || route.produces ? 200 : 204);
  return async (request, reply) => {
    // Only streams are ended before their end: with this API, or with the rights of who listens.
    const over = route.produces === 'text/event-stream' ? new AbortController() : null;
    const gone = (): AbortSignal => signalOf(reply.raw);
    const asked = new PlainRequest(request, route, {
      origin: needs.origin(request.raw),
      signal: over ? () => AbortSignal.any([gone(), needs.signal, over.signal]) : gone,
    });
    const result =
      route.mode === 'read'
        ? await route.handler(asked, NO_TRANSACTION)
        : await change(asked, { request, route, url, status, needs });
    if (result instanceof Replay) return writeReplay(reply, result.kept);
    if (result instanceof FileReply) return sendFile(reply.code(status), result);
    if (result instanceof StreamReply) {
      const headers = securityHeaders(needs.origin(request.raw).isSecure);
      return sendStream(reply, result, {
        headers,
        signal: asked.signal,
        end: () => over?.abort(),
        isStill: () => isStill(request.who, needs.sessions),
      });
    }
    if (result instanceof SessionReply) {
      void reply.header('set-cookie', setCookie(result.token, needs.origin(request.raw).isSecure));
      return write(reply, status, result.body);
    }
    return write(reply, status, result);
  };
}

/** Ends when the client is gone, or has its answer. */
function signalOf(response: ServerResponse): AbortSignal {
  if (response.closed) return AbortSignal.abort();
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}

type Work = {
  readonly request: FastifyRequest;
  readonly route: CoreRoute;
  readonly url: string;
  readonly status: number;
  readonly needs: ApiNeeds;
};

/** What was answered to the same request before. */
class Replay {
  readonly kept: Kept;
  constructor(kept: Kept) {
    this.kept = kept;
  }
}

async function change(asked: RouteRequest, work: Work): Promise<unknown> {
  const { route } = work;
  const repeatable = repeatableOf(asked, work);
  try {
    return route.mode === 'write'
      ? await inTransaction(asked, repeatable, work)
      : await onItsOwn(asked, repeatable, work);
  } catch (error) {
    if (route.versioned && route.current && error instanceof Conflict && error.code.endsWith('.version'))
      throw new HttpError(409, error.code, error.message, { current: await route.current(asked) });
    throw error;
  }
}

const NO_TRANSACTION = undefined as unknown as CoreTx;

async function inTransaction(
  asked: RouteRequest,
  repeatable: Repeatable | null,
  work: Work,
): Promise<unknown> {
  const { route, needs, status } = work;
  return needs.database.transaction(async (tx) => {
    const kept = repeatable && (await takeKey(tx, repeatable, { now: needs.clock.now(), lease: false }));
    if (kept) return new Replay(kept);
    const result = await route.handler(asked, tx);
    if (repeatable) await keepAnswer(tx, repeatable, keptOf(status, result));
    return result;
  });
}

async function onItsOwn(asked: RouteRequest, repeatable: Repeatable | null, work: Work): Promise<unknown> {
  const { route, needs, status } = work;
  if (!repeatable) return route.handler(asked, NO_TRANSACTION);
  const { database, clock } = needs;
  const kept = await database.transaction((tx) => takeKey(tx, repeatable, { now: clock.now(), lease: true }));
  if (kept) return new Replay(kept);
  try {
    const result = await route.handler(asked, NO_TRANSACTION);
    await keepAnswer(database.sql, repeatable, keptOf(status, result));
    return result;
  } catch (error) {
    await dropKey(database.sql, repeatable).catch(() => undefined);
    throw error;
  }
}

const keptOf = (status: number, result: unknown): Kept => ({
  status,
  body: result === undefined ? null : JSON.stringify(result),
});

/** @throws HttpError for a key that can't be one */
function repeatableOf(asked: RouteRequest, { request, route, url }: Work): Repeatable | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined || !takesKey(route)) return null;
  if (typeof key !== 'string' || !/^[A-Za-z0-9_-]{8,64}$/.test(key))
    throw new HttpError(400, 'request.key', 'an Idempotency-Key has 8 to 64 letters, digits, - or _');
  const upload = route.upload ? Buffer.from(asked.upload).toString('base64') : undefined;
  return {
    actor: asked.actor.name,
    key,
    route: `${route.method} ${url}`,
    hash: requestHash([asked.params, asked.query, asked.body, upload]),
  };
}

function write(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  const version = (body as { version?: unknown } | null | undefined)?.version;
  if (typeof version === 'number') void reply.header('etag', `"${version}"`);
  void reply.code(status);
  return status === 204 || body === undefined ? reply.send() : reply.type('application/json').send(body);
}

function writeReplay(reply: FastifyReply, { status, body }: Kept): FastifyReply {
  void reply.header('idempotent-replay', 'true');
  return write(reply, status, body === null ? undefined : (JSON.parse(body) as unknown));
}
