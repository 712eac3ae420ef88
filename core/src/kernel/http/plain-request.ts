import type { FastifyRequest } from 'fastify';
import type { RouteRequest } from '@traliccio/sdk';
import type { Origin } from './host.ts';
import { HttpError } from './problem.ts';
import type { CoreRoute } from './route.ts';
import { mayUse } from './session-gate.ts';

const SYSTEM: RouteRequest['actor'] = { kind: 'system', name: 'traliccio' };
const NOTHING = new Uint8Array();

/** What a handler is given: what was asked, without the way it came. */
export class PlainRequest implements RouteRequest {
  readonly params: never;
  readonly query: never;
  readonly body: unknown;
  readonly upload: Uint8Array;
  readonly actor: RouteRequest['actor'];
  readonly peer: string;
  readonly session: RouteRequest['session'];
  readonly version: number;
  readonly lastEventId: string | null;
  readonly can: (permission: string) => boolean;
  readonly #makeSignal: () => AbortSignal;
  #signal: AbortSignal | undefined;

  /** @throws HttpError for a version that is missing or none */
  constructor(
    request: FastifyRequest,
    route: CoreRoute,
    { origin, signal }: { readonly origin: Origin; readonly signal: () => AbortSignal },
  ) {
    const { who, body } = request;
    this.params = request.params as never;
    this.query = request.query as never;
    this.body = route.upload ? undefined : body;
    this.upload = route.upload ? ((body as Buffer | undefined) ?? NOTHING) : NOTHING;
    this.actor = who?.actor ?? SYSTEM;
    this.peer = origin.client;
    this.session = who && { id: who.sessionId, operatorId: who.operatorId };
    this.can = (permission) => who !== null && mayUse(who, permission);
    this.version = route.versioned ? versionOf(request.headers['if-match']) : 0;
    this.lastEventId = (request.headers['last-event-id'] as string | undefined) ?? null;
    this.#makeSignal = signal;
  }

  /** Most handlers ask for none, and a signal that ends costs more than all of the above. */
  get signal(): AbortSignal {
    return (this.#signal ??= this.#makeSignal());
  }
}

/** @throws HttpError 428 without a version, 400 for what is none */
function versionOf(given: string | undefined): number {
  if (given === undefined)
    throw new HttpError(
      428,
      'request.version_missing',
      'say in If-Match which version you change: the ETag that you read',
    );
  const version = /^"(\d{1,15})"$/.exec(given.trim())?.[1];
  if (version === undefined)
    throw new HttpError(
      400,
      'request.if_match',
      `If-Match ${JSON.stringify(given.slice(0, 40))} is no version: write "3"`,
    );
  return Number(version);
}
