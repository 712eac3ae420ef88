import {
  Conflict,
  Invalid,
  NotFound,
  Refused,
  RetryLater,
  TooMany,
  TraliccioError,
  Unknown,
} from '@traliccio/sdk';
import { Type, type Static } from 'typebox';
import { BadConfiguration } from '../bad-configuration.ts';
import { Fields } from './schemas.ts';

/** An error over HTTP: problem details (RFC 9457) with our `code`, which `docs/reference/errors.md` explains. */
export const Problem = Fields(
  {
    type: Type.String({ description: 'about:blank, or urn:traliccio:error: and the code' }),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.String(),
    field: Type.Optional(Type.String({ description: 'Path of the input at fault' })),
    errors: Type.Optional(Type.Array(Fields({ field: Type.String(), message: Type.String() }))),
    request: Type.Optional(Type.String({ description: 'Id of the request, to find it in the log' })),
    current: Type.Optional(Type.Unknown({ description: 'What is there now, where a version had moved on' })),
  },
  { $id: 'Problem' },
);
export type Problem = Static<typeof Problem>;
export const PROBLEM_TYPE = 'application/problem+json';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not logged in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  409: 'Conflict',
  413: 'Too large',
  414: 'Address too long',
  415: 'Unsupported content type',
  421: 'Not this host',
  422: 'Refused',
  428: 'Version needed',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  502: 'Unknown outcome',
  503: 'Try again later',
};

/** The answer in place of what was asked for. Whatever is not ours says nothing of its inside. */
export type Answer = { readonly problem: Problem; readonly retryAfter: number | null };

/** An error that HTTP itself gives rise to. */
export class HttpError extends TraliccioError {
  readonly status: number;
  readonly errors: Problem['errors'];
  /** What is there now, where a version had moved on. */
  readonly current: unknown;
  constructor(
    status: number,
    code: string,
    message: string,
    options: { field?: string; errors?: Problem['errors']; current?: unknown } = {},
  ) {
    super(code, message, { field: options.field });
    this.status = status;
    this.errors = options.errors;
    this.current = options.current;
  }
}

export function answerOf(error: unknown): Answer {
  if (!(error instanceof TraliccioError)) return { problem: foreign(error), retryAfter: null };
  const status = statusOf(error);
  const problem: Problem = {
    type: `urn:traliccio:error:${error.code}`,
    title: TITLES[status] ?? 'Error',
    status,
    code: error.code,
    detail: status === 500 ? 'an error that nobody foresaw: its details are in the log' : error.message,
    ...(error.field === undefined ? {} : { field: error.field }),
    ...(error instanceof HttpError && error.errors ? { errors: error.errors } : {}),
    ...(error instanceof HttpError && error.current !== undefined ? { current: error.current } : {}),
  };
  const after = error instanceof RetryLater || error instanceof TooMany ? (error.afterSeconds ?? 5) : null;
  return { problem, retryAfter: after };
}

function statusOf(error: TraliccioError): number {
  if (error instanceof HttpError) return error.status;
  if (error instanceof Invalid || error instanceof Refused) return 422;
  if (error instanceof NotFound) return 404;
  if (error instanceof Conflict) return 409;
  if (error instanceof TooMany) return 429;
  if (error instanceof RetryLater || error instanceof BadConfiguration) return 503;
  if (error instanceof Unknown) return 502;
  return 500;
}

/** What Fastify throws before a handler runs has a status below 500; all else is ours to look at. */
function foreign(error: unknown): Problem {
  const given = (error as { statusCode?: unknown }).statusCode;
  const status = typeof given === 'number' && given >= 400 && given < 500 ? given : 500;
  const { code, detail } = FOREIGN[status] ?? { code: 'request.malformed' };
  return {
    type: 'about:blank',
    title: TITLES[status] ?? 'Bad request',
    status,
    code,
    detail: detail ?? readable(error),
  };
}

const FOREIGN: Readonly<Record<number, { readonly code: string; readonly detail?: string }>> = {
  413: { code: 'request.too_large' },
  414: { code: 'request.address_too_long', detail: 'a part of the address is too long' },
  415: { code: 'request.content_type' },
  500: { code: 'internal', detail: 'an error that nobody foresaw: its details are in the log' },
};

/** Without the address, which such a message repeats. */
const readable = (error: unknown): string =>
  (error as { code?: unknown }).code === 'FST_ERR_BAD_URL'
    ? 'the address is no address: something in it is encoded wrongly'
    : ((error as Error).message ?? 'the request can not be read');
