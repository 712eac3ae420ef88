import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Asked, type Dialect, dialects, type Login, type Reply } from './dialects.ts';

/** How the gateway behaves from now on. */
export type GatewayMood =
  | 'well'
  /** 503. */
  | 'busy'
  /** 429, and to come back in 7 seconds. */
  | 'too fast'
  /** 500. */
  | 'broken'
  /** 504, from a proxy in front of it, after it has taken the message. */
  | 'behind a proxy that gave up'
  /** Takes the message, and the connection is gone before the answer. */
  | 'answer lost'
  /** Takes the message, and never answers. */
  | 'silent'
  /** Takes the message, and answers with a page. */
  | 'answers a page'
  /** Refuses the number, as its kind of gateway does. */
  | 'refuses'
  /** Sends everybody elsewhere. */
  | 'redirects'
  /** An answer without end. */
  | 'babbles';

const SENDERS = ['RetiAeree', '+390432000000'];

/**
 * An SMS gateway that speaks the ways of several, takes nothing that is not exactly right, sends twice what it is asked
 * twice, and fails when it is told to.
 */
export class FakeSmsGateway {
  readonly #server: Server;
  readonly #taken: Asked[] = [];
  readonly #journal: string[] = [];
  readonly login: Login = { user: 'reti', password: 'p&ss w=rd', token: 'canary-token-51c9' };
  #mood: GatewayMood = 'well';
  /** In tenths of a cent; a message costs 45. */
  #credit = 123_456;

  private constructor() {
    this.#server = createServer((request, response) => {
      // Whoever hung up needs no answer.
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  static async start(port = 0): Promise<FakeSmsGateway> {
    const fake = new FakeSmsGateway();
    await once(fake.#server.listen(port, '127.0.0.1'), 'listening');
    return fake;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The messages that it took, and that somebody pays for. */
  get taken(): readonly Asked[] {
    return this.#taken;
  }

  /** The requests that it got: `POST /rest/api/sms/send`. */
  get journal(): readonly string[] {
    return this.#journal;
  }

  be(mood: GatewayMood): void {
    this.#mood = mood;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    this.#journal.push(`${request.method} ${url.pathname}`);
    const body = await text(request);
    if (url.pathname === '/rest/api/user' || url.pathname === '/API/v1.0/REST/status')
      return reply(
        response,
        200,
        JSON.stringify({ money: this.#credit / 1000, sms: [{ quantity: this.#credit / 45 }] }),
      );
    const dialect = dialects.find((one) => one.path === url.pathname && one.method === request.method);
    if (!dialect) return reply(response, 404, 'no such page');
    const refusal = this.#refusal(dialect);
    if (refusal) {
      for (const [name, value] of Object.entries(refusal.headers ?? {})) response.setHeader(name, value);
      return reply(response, refusal.status, refusal.body);
    }
    const asked = dialect.read({ request, url, body, login: this.login });
    if ('status' in asked) return reply(response, asked.status, asked.body);
    if (!SENDERS.includes(asked.sender)) return reply(response, 400, '{"result":"Sender is not registered"}');
    this.#take(asked, dialect, response);
  }

  #take(asked: Asked, dialect: Dialect, response: ServerResponse): void {
    this.#taken.push(asked);
    this.#credit -= 45;
    const odd = ODD_ANSWERS[this.#mood];
    if (odd) return odd(response);
    const { status, body } = dialect.accepts(String(this.#taken.length));
    reply(response, status, body);
  }

  /** What it answers without taking anything, if it is in such a mood. */
  #refusal(dialect: Dialect): Refusal | undefined {
    if (this.#mood === 'refuses') return dialect.refuses;
    return REFUSALS[this.#mood]?.(this);
  }
}

type Refusal = Reply & { readonly headers?: Readonly<Record<string, string>> };

const REFUSALS: Partial<Record<GatewayMood, (gateway: FakeSmsGateway) => Refusal>> = {
  busy: () => ({ status: 503, body: 'come back later' }),
  'too fast': () => ({ status: 429, body: 'too many requests', headers: { 'retry-after': '7' } }),
  broken: ({ login }) => ({ status: 500, body: `it broke, with ${login.token} in hand` }),
  redirects: ({ origin }) => ({ status: 307, body: '', headers: { location: `${origin}/elsewhere` } }),
};

const ODD_ANSWERS: Partial<Record<GatewayMood, (response: ServerResponse) => void>> = {
  'answer lost': (response) => void response.destroy(),
  silent: () => undefined,
  'answers a page': (response) => reply(response, 200, '<html>Manutenzione</html>'),
  'behind a proxy that gave up': (response) => reply(response, 504, 'gateway timeout'),
  babbles(response) {
    const more = (): void => {
      if (!response.destroyed) response.write('x'.repeat(16_384), () => setImmediate(more));
    };
    more();
  },
};

function reply(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status;
  response.end(body);
}
