import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { Server as NetServer, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from '@traliccio/sdk';
import { BadConfiguration } from '../bad-configuration.ts';
import { accessOf, type Access, type AccessLists } from './access.ts';
import { HttpError, answerOf, PROBLEM_TYPE } from './problem.ts';
import { isOurHost } from './our-host.ts';
import { securityHeaders } from './security-headers.ts';
import { parseSubnets } from './subnets.ts';
import { answerUnreadable } from './unreadable.ts';
import type { WebConfig } from './web-config.ts';

/** What answers at the moment; it is exchanged as a whole. */
export type Responder = { readonly handle: (request: IncomingMessage, response: ServerResponse) => void };
export type Origin = { readonly client: string; readonly isSecure: boolean };

const ORIGIN = Symbol('origin');
type LetIn = IncomingMessage & { [ORIGIN]?: Origin };
const UNKNOWN: Origin = { client: 'unknown', isSecure: false };

/** Where a request that the host let in comes from. */
export const originOf = (request: LetIn): Origin => request[ORIGIN] ?? UNKNOWN;

export type HostOptions = {
  readonly config: WebConfig;
  readonly port: number;
  /** For outsiders: whoever they are. */
  readonly isPublic: boolean;
  readonly log: Logger;
};

/**
 * One listening socket, and whoever answers behind it. Exchanging the responder loses no request: those that have
 * begun end with the one that they began with.
 */
export class Host {
  readonly #options: HostOptions;
  readonly #server: Server;
  readonly #lists: AccessLists;
  readonly #isSecure: boolean;
  readonly #inFlight = new Map<Responder, Set<ServerResponse>>();
  #lastAccess:
    | { readonly peer: string | undefined; readonly forwarded: string | undefined; readonly access: Access }
    | undefined;
  #lastHost: string | undefined;
  #current: Responder | undefined;
  #isClosing = false;

  constructor(options: HostOptions) {
    this.#options = options;
    const { config } = options;
    this.#lists = {
      allowed: parseSubnets(config.allowedSubnets),
      proxies: parseSubnets(config.trustedProxies),
    };
    this.#isSecure = config.tls !== null || (config.publicUrl?.startsWith('https:') ?? false);
    const limits = {
      requestTimeout: 30_000,
      headersTimeout: 15_000,
      // How late these two are noticed.
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 8_192,
      // Who names no host is told so by us.
      requireHostHeader: false,
      keepAliveTimeout: 30_000,
    };
    const listener = (request: IncomingMessage, response: ServerResponse): void =>
      this.#answer(request, response);
    this.#server = config.tls
      ? createTlsServer(
          {
            ...limits,
            cert: readFileSync(config.tls.certFile),
            key: readFileSync(config.tls.keyFile),
            minVersion: 'TLSv1.2',
          },
          listener,
        )
      : createServer(limits, listener);
    this.#server.maxConnections = 2_000;
    this.#server.timeout = 60_000;
    this.#server.on('checkExpectation', listener);
    this.#server.on('clientError', (error, socket) => {
      if (this.#isAnswering(socket)) socket.destroy();
      else answerUnreadable(error, socket);
    });
  }

  /** @throws BadConfiguration when the port can't be had */
  async listen(): Promise<string> {
    const { config, port } = this.#options;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen({ host: config.host, port }, () => resolve());
    }).catch((error: NodeJS.ErrnoException) => {
      throw new BadConfiguration(
        'config.port',
        `can't listen on ${config.host} port ${port} (${error.code}): is another process there? Give another PORT or HOST`,
        { field: 'PORT', cause: error },
      );
    });
    const { port: bound } = this.#server.address() as AddressInfo;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    return `${config.tls ? 'https' : 'http'}://${host}:${bound}`;
  }

  /** From now on `next` answers. */
  exchange(next: Responder): void {
    this.#inFlight.set(next, new Set());
    this.#current = next;
  }

  /** Waits until whoever does not answer any more has no request left; cuts those off that take too long. */
  async drained(before: Responder, graceMs: number): Promise<void> {
    const left = this.#inFlight.get(before) ?? new Set();
    const force = setTimeout(() => left.forEach((one) => one.destroy()), graceMs);
    await this.#drained(before);
    clearTimeout(force);
    this.#inFlight.delete(before);
  }

  /** Takes no connections any more, ends what has begun; what has not ended after `graceMs` is cut off. */
  async close(graceMs: number): Promise<void> {
    this.#isClosing = true;
    // Not the HTTP server's own way: it would cut off connections that are about to ask.
    const closed = new Promise<void>((resolve) =>
      NetServer.prototype.close.call(this.#server, () => resolve()),
    );
    const force = setTimeout(() => this.#server.closeAllConnections(), graceMs);
    if (this.#current) await this.#drained(this.#current);
    // Connections that are kept alive get the chance to be told, with one more answer, that they end.
    await this.#lastWords(Math.min(LAST_WORD_MS, graceMs));
    if (this.#current) await this.#drained(this.#current);
    this.#server.closeIdleConnections();
    await closed;
    clearTimeout(force);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { isPublic } = this.#options;
    const access = this.#accessOf(
      request.socket.remoteAddress,
      request.headers['x-forwarded-for'] as string | undefined,
    );
    const responder = this.#current;
    if (this.#isClosing) response.setHeader('connection', 'close');
    if (!isPublic && !access.isAllowed) return refuse(response, NOT_ALLOWED);
    if (!this.#isOurHost(request.headers.host)) return refuse(response, NOT_OUR_HOST);
    if (!responder) return refuse(response, STARTING);
    (request as LetIn)[ORIGIN] = { client: access.client, isSecure: this.#isSecure };
    const inFlight = this.#inFlight.get(responder)!;
    inFlight.add(response);
    response.once('close', () => inFlight.delete(response));
    responder.handle(request, response);
  }

  /** Most requests come from where the one before came from. */
  #accessOf(peer: string | undefined, forwarded: string | undefined): Access {
    const last = this.#lastAccess;
    if (last && last.peer === peer && last.forwarded === forwarded) return last.access;
    const access = accessOf(peer, forwarded, this.#lists);
    this.#lastAccess = { peer, forwarded, access };
    return access;
  }

  /** And name the same host. */
  #isOurHost(host: string | undefined): boolean {
    if (host !== undefined && host === this.#lastHost) return true;
    const isOurs = isOurHost(host, this.#options.config.publicUrl);
    if (isOurs) this.#lastHost = host;
    return isOurs;
  }

  #isAnswering(socket: Duplex): boolean {
    return [...this.#inFlight.values()].some((all) =>
      [...all].some((one) => one.socket === socket && one.headersSent),
    );
  }

  async #lastWords(forMs: number): Promise<void> {
    for (const until = performance.now() + forMs; performance.now() < until;) {
      const open = await new Promise<number>((resolve) =>
        this.#server.getConnections((_, n) => resolve(n ?? 0)),
      );
      if (open === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async #drained(responder: Responder): Promise<void> {
    const left = this.#inFlight.get(responder) ?? new Set();
    await Promise.all(
      [...left].map((one) => new Promise<void>((resolve) => one.once('close', () => resolve()))),
    );
  }
}

const LAST_WORD_MS = 1_000;

const NOT_ALLOWED = new HttpError(
  403,
  'request.address',
  'nobody may ask from your address: see ALLOWED_SUBNETS',
);
const NOT_OUR_HOST = new HttpError(421, 'request.host', 'this is not the host that you name: see PUBLIC_URL');
const STARTING = new HttpError(503, 'request.starting', 'it is starting: try again in a moment');

function refuse(response: ServerResponse, error: HttpError): void {
  const { problem } = answerOf(error);
  const body = JSON.stringify(problem);
  response.writeHead(problem.status, {
    ...securityHeaders(false),
    'content-type': PROBLEM_TYPE,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  response.end(body);
}
