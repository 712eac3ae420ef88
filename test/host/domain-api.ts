import { after } from 'node:test';
import type { Provider } from './provider.ts';
import { buildApi } from '@traliccio/core/src/kernel/http/api.ts';
import type { Authenticated } from '@traliccio/core/src/kernel/http/session-gate.ts';
import type { CoreRoute } from '@traliccio/core/src/kernel/http/route.ts';
import { routes } from '@traliccio/core/src/domain/routes.ts';

export type Answer = {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test looks at whatever was answered
  readonly body: any;
  readonly etag: string | undefined;
};
export type Send = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined };

const ANNA: Authenticated = {
  operatorId: 1,
  actor: { kind: 'operator', name: 'anna@example.it' },
  name: 'Anna',
  language: 'it',
  permissions: new Set(['*']),
  mustChangePassword: false,
  sessionId: 1,
};

/**
 * What the domain, or only some routes of it, answers over HTTP to an operator who may do everything. Throws what a
 * request falls over.
 */
export async function domainApi({ app }: Provider, list: readonly CoreRoute[] = routes(app)): Promise<Send> {
  const failures: unknown[] = [];
  const api = await buildApi({
    routes: list,
    rootRoutes: [],
    pluginRoutes: new Map(),
    permissions: { has: () => true },
    sessions: { resolve: async () => ANNA, whose: async () => ANNA },
    database: app.database,
    clock: app.clock,
    log: { ...SILENT, error: (fields) => failures.push((fields as { err?: unknown }).err) },
    origin: () => ({ client: '127.0.0.1', isSecure: false }),
    version: '0.0.0',
    signal: new AbortController().signal,
  });
  after(() => api.close());
  return async (method, path, body, headers = {}) => {
    const reply = await api.inject({
      method,
      url: `/api${path}`,
      headers: {
        authorization: 'Bearer test',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    if (reply.statusCode === 500)
      throw new Error(`${method} ${path} fell over ${JSON.stringify(body)}`, { cause: failures.at(-1) });
    return {
      status: reply.statusCode,
      body: (reply.body === '' ? {} : JSON.parse(reply.body)) as unknown,
      etag: reply.headers.etag as string | undefined,
    };
  };
}
