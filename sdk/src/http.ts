import type { Static, TObject, TSchema } from 'typebox';
import type { Sql } from './sql.ts';

/** Who does it: an operator by his e-mail address, a plugin by its id, the system. */
export type Actor = { readonly kind: 'operator' | 'system' | 'plugin'; readonly name: string };

/** Bytes for download instead of JSON. A browser never shows them inline. */
export class FileReply {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  constructor(file: {
    readonly fileName: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  }) {
    this.fileName = file.fileName;
    this.mediaType = file.mediaType;
    this.bytes = file.bytes;
  }
}

/** One event of a stream: `data` goes out as JSON. `id` lets a client that comes back go on behind it. */
export type StreamEvent = { readonly event: string; readonly data: unknown; readonly id?: string };

/** A stream of server-sent events; it ends when the iterable ends, or when the client is gone. */
export class StreamReply {
  readonly events: AsyncIterable<StreamEvent>;
  constructor(events: AsyncIterable<StreamEvent>) {
    this.events = events;
  }
}

/** What the handler of a route gets: checked against its schemas, nothing coerced, nothing unknown left in it. */
export type RouteRequest<
  P extends TObject = TObject,
  Q extends TObject = TObject,
  B extends TSchema = TSchema,
> = {
  readonly params: Static<P>;
  readonly query: Static<Q>;
  readonly body: Static<B>;
  /** Who asks; on a `public` route nobody, as the system. */
  readonly actor: Actor;
  /** The address of the client. */
  readonly peer: string;
  /** The session of who is logged in; null on a `public` route. */
  readonly session: { readonly id: number; readonly operatorId: number } | null;
  /** Whether who asks has the permission: for what depends on more than the route. */
  can(permission: string): boolean;
  /** The version named in `If-Match`, on routes that are `versioned`. */
  readonly version: number;
  /** The bytes of an upload, on routes that take one. */
  readonly upload: Uint8Array;
  /** `Last-Event-ID` of a client of a stream that comes back. */
  readonly lastEventId: string | null;
  /** Ends when the client is gone; that of a stream also when the process stops, or its plugins change. */
  readonly signal: AbortSignal;
};

type Shape<P extends TObject, Q extends TObject, B extends TSchema, R extends TSchema> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api` (core) or `/api/plugins/<id>` (a plugin); parameters as `:name`. */
  readonly path: `/${string}`;
  /** One line for the reference, in English. */
  readonly summary: string;
  /** A permission's id, `session` for any operator who is logged in, or `public`. */
  readonly permission: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The body is a file of these media types instead of JSON. */
  readonly upload?: { readonly types: readonly string[]; readonly maxBytes: number };
  /** JSON schema of the answer; without it the route answers with a file, a stream, or nothing (204). */
  readonly response?: R;
  /** Media type of what a route without `response` answers with; none for 204. */
  readonly produces?: string;
  /** 200 when not given; 204 without `response` and `produces`. */
  readonly status?: 200 | 201 | 202 | 204;
  /** The answer holds a secret that is shown once: it is never kept, not even to repeat it. */
  readonly sensitive?: boolean;
  /** The request names in `If-Match` the version that it changes; 428 without. */
  readonly versioned?: boolean;
};

type Answer<R extends TSchema> = Static<R> | FileReply | StreamReply | void;

/**
 * One operation over HTTP. `GET` reads. Any other is run inside one transaction, together with its `Idempotency-Key`,
 * unless it says `own`: then it opens transactions itself, and must be safe to run again.
 * @example write({ method: 'POST', path: '/sites', permission: 'sites.write', body: SiteInput, response: SiteView, handler: ({ body, actor }, tx) => ... })
 */
export type Route<
  P extends TObject = TObject,
  Q extends TObject = TObject,
  B extends TSchema = TSchema,
  R extends TSchema = TSchema,
  T extends Sql = Sql,
> = Shape<P, Q, B, R> & {
  readonly mode: 'read' | 'write' | 'own';
  handler(request: RouteRequest<P, Q, B>, tx: T): Promise<Answer<R>> | Answer<R>;
  /** What is there now, to show beside what was sent, when the version has moved on. */
  current?(request: RouteRequest<P, Q, B>): Promise<Static<R> | undefined>;
};

/** A route whatever its schemas: what lists of routes hold. */
export type AnyRoute<T extends Sql = Sql> = Shape<TObject, TObject, TSchema, TSchema> & {
  readonly mode: 'read' | 'write' | 'own';
  handler(request: RouteRequest, tx: T): Promise<unknown> | unknown;
  current?(request: RouteRequest): Promise<unknown>;
};

/**
 * What somebody outside asks for: a customer with a link, a provider's webhook. It is answered on a listener of its
 * own, below `/<plugin id>`; nobody is logged in there, so the handler itself finds out whom it trusts.
 */
export type OutsideRoute = {
  readonly method: 'GET' | 'POST';
  /** Below `/<plugin id>`; parameters as `:name`. */
  readonly path: `/${string}`;
  /** Greatest size of a body; 64 KiB when not given. */
  readonly maxBytes?: number;
  /** A `FileReply` is a file for download, which may be streamed. */
  handler(request: OutsideRequest): Promise<OutsideAnswer | FileReply>;
};
export type OutsideRequest = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, byte for byte: what a signature was made of. */
  readonly body: Uint8Array;
  readonly peer: string;
  readonly signal: AbortSignal;
};
export type OutsideAnswer = {
  readonly status: number;
  readonly mediaType?: string;
  readonly body?: string | Uint8Array;
};
