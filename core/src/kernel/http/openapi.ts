import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { Problem, PROBLEM_TYPE } from './problem.ts';
import type { CoreRoute } from './route.ts';
import { Fields } from './schemas.ts';

const PROBLEM_ANSWER = {
  description: 'What is wrong, as problem details',
  content: { [PROBLEM_TYPE]: { schema: { $ref: 'Problem#' } } },
};

/** What Fastify checks and writes by, and the OpenAPI document says. */
export function schemaOf(route: CoreRoute, { url, tag }: { url: string; tag: string }): FastifySchema {
  const status = route.status ?? (route.response || route.produces ? 200 : 204);
  return {
    summary: route.summary,
    operationId: operationId(route.method, url),
    tags: [tag],
    ...(route.params ? { params: route.params } : {}),
    querystring: route.query ?? Fields({}),
    ...(route.body && !route.upload ? { body: route.body } : {}),
    response: {
      [status]: answerSchema(route),
      '4xx': PROBLEM_ANSWER,
      '5xx': PROBLEM_ANSWER,
    },
  } as FastifySchema;
}

function answerSchema(route: CoreRoute): object {
  if (route.response) return route.response;
  if (route.produces)
    return {
      description: 'The file or the stream',
      content: { [route.produces]: { schema: { type: 'string', format: 'binary' } } },
    };
  return { type: 'null', description: 'Done' };
}

/** `GET /api/contracts/:id/holds` is `getContractsByIdHolds`. */
function operationId(method: string, url: string): string {
  const words = url
    .replace(/^\/api/, '')
    .split(/[/.-]/)
    .filter(Boolean)
    .map((word) => (word.startsWith(':') ? `By${capital(word.slice(1))}` : capital(word)));
  return `${method.toLowerCase()}${words.join('')}`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const IF_MATCH = {
  type: 'string',
  pattern: '^"[0-9]{1,15}"$',
  description: 'The version that is changed, as its ETag says',
};
const IDEMPOTENCY_KEY = {
  type: 'string',
  pattern: '^[A-Za-z0-9_-]{8,64}$',
  description: 'However often a request with this key is sent, it has its effect once',
};

export async function describeApi(fastify: FastifyInstance, version: string): Promise<void> {
  fastify.addSchema(Problem);
  await fastify.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Traliccio',
        version,
        description: 'The back office of a wireless internet provider.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: '__Host-traliccio' },
        },
      },
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, i) =>
        typeof json['$id'] === 'string' ? json['$id'] : `def-${i}`,
    },
    transform: ({ schema, url, route }) => {
      const one = route.config?.route;
      if (!one) return { schema, url };
      return { schema: { ...schema, ...describe(one) } as FastifySchema, url };
    },
  });
}

function describe(route: CoreRoute): object {
  const headers = {
    ...(route.versioned ? { 'if-match': IF_MATCH } : {}),
    ...(takesKey(route) ? { 'idempotency-key': IDEMPOTENCY_KEY } : {}),
  };
  return {
    'x-permission': route.permission,
    security: route.permission === 'public' ? [] : [{ bearer: [] }, { session: [] }],
    ...(Object.keys(headers).length > 0
      ? {
          headers: {
            type: 'object',
            properties: headers,
            ...(route.versioned ? { required: ['if-match'] } : {}),
          },
        }
      : {}),
    ...(route.upload
      ? {
          consumes: route.upload.types,
          body: {
            content: Object.fromEntries(
              route.upload.types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
            ),
          },
        }
      : {}),
  };
}

/** Whether a repetition of a request is recognised by its key. */
export const takesKey = (route: CoreRoute): boolean =>
  route.method === 'POST' && route.permission !== 'public' && !route.sensitive;
