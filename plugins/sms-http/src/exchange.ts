import { lookup as systemLookup } from 'node:dns/promises';
import {
  type ClientRequest,
  type IncomingMessage,
  request as httpRequest,
  type RequestOptions,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { RetryLater, Unknown } from '@traliccio/sdk';
import { mayReach, type Network, unreachable } from './egress.ts';

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type HttpAnswer = {
  readonly status: number;
  /** Seconds of `Retry-After`, if it has any. */
  readonly retryAfter: number | undefined;
  readonly location: string | undefined;
  readonly body: string;
};

export type ExchangeOptions = {
  readonly network: Network;
  readonly signal: AbortSignal;
  readonly connectMs?: number;
  readonly answerMs?: number;
  /** For tests: every address of a name. */
  readonly lookup?: (host: string) => Promise<readonly Address[]>;
};
type Address = { readonly address: string; readonly family: number };

const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;
const MOST_BYTES = 64 * 1024;

/**
 * Sends one request, follows no redirect, and connects to the address that was looked at: a name that resolves to
 * another one a moment later changes nothing.
 *
 * @throws RetryLater when no request went out
 * @throws Unknown when it may have: from the moment on that the connection stands
 */
export async function exchange(request: HttpRequest, options: ExchangeOptions): Promise<HttpAnswer> {
  const { network, signal } = options;
  const why = unreachable(request.url, network);
  if (why !== undefined) throw new RetryLater(`${request.url.host} is not asked: ${why}`);
  const address = await addressOf(request.url.hostname.replaceAll(/[[\]]/g, ''), options);
  if (signal.aborted) throw new RetryLater('nothing was sent: the caller gave up first');

  let isConnected = false;
  try {
    const outgoing = open(request, address, signal);
    await connected(outgoing, options.connectMs ?? CONNECT_MS);
    isConnected = true;
    return await answerTo(outgoing, request.body, options.answerMs ?? ANSWER_MS);
  } catch (cause) {
    const { message } = cause as Error;
    if (isConnected) throw new Unknown(`${request.url.host} may have taken it: ${message}`, { cause });
    throw new RetryLater(`${request.url.host} can't be reached: ${message}`, { cause });
  }
}

/** One address of a host all of whose addresses may be connected to. */
async function addressOf(
  host: string,
  { network, lookup = everyAddress }: ExchangeOptions,
): Promise<Address> {
  let addresses: readonly Address[];
  try {
    addresses = await lookup(host);
  } catch (cause) {
    throw new RetryLater(`${host} has no address: ${(cause as Error).message}`, { cause });
  }
  const forbidden = addresses.find(({ address }) => !mayReach(address, network));
  if (forbidden)
    throw new RetryLater(
      `${host} is not asked: its address ${forbidden.address} is no public one (a gateway in your own network: network=private)`,
    );
  const [first] = addresses;
  if (!first) throw new RetryLater(`${host} has no address`);
  return first;
}

const everyAddress = (host: string): Promise<Address[]> => systemLookup(host, { all: true });

function open(
  { method, url, headers, body }: HttpRequest,
  pinned: Address,
  signal: AbortSignal,
): ClientRequest {
  const options: RequestOptions = {
    method,
    headers: body === '' ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    // A connection of its own: one that is used again may be gone, and then nobody knows what was read from it.
    agent: false,
    signal,
    lookup: (_host, { all }, done) =>
      all ? done(null, [{ ...pinned }]) : done(null, pinned.address, pinned.family),
  };
  const outgoing = url.protocol === 'https:' ? httpsRequest(url, options) : httpRequest(url, options);
  // One that comes when nobody waits any more must not end the process.
  return outgoing.on('error', () => undefined);
}

/** Until the connection stands, encrypted where it is to be. The request is written only after that. */
function connected(outgoing: ClientRequest, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => outgoing.destroy(new Error(`no connection within ${ms / 1000} s`)), ms);
    outgoing.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    outgoing.once('socket', (socket) =>
      socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => {
        clearTimeout(timer);
        resolve();
      }),
    );
  });
}

function answerTo(outgoing: ClientRequest, body: string, ms: number): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => outgoing.destroy(new Error(`no answer within ${ms / 1000} s`)), ms);
    outgoing.once('close', () => {
      clearTimeout(timer);
      reject(new Error('the connection ended without an answer'));
    });
    outgoing.once('error', reject);
    outgoing.once('response', (incoming) => {
      read(incoming).then(resolve, reject);
    });
    outgoing.end(body);
  });
}

async function read(incoming: IncomingMessage): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error(`an answer of more than ${MOST_BYTES} bytes`);
  }
  const { 'retry-after': after, location } = incoming.headers;
  return {
    status: incoming.statusCode ?? 0,
    retryAfter: /^\d{1,6}$/.test(after ?? '') ? Number(after) : undefined,
    location,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
