import { after } from 'node:test';
import type { Config } from '@traliccio/core/src/kernel/config.ts';
import type { WebConfig } from '@traliccio/core/src/kernel/http/web-config.ts';
import { serve, type Role, type Server } from '@traliccio/core/src/serve.ts';
import type { OpenDatabase } from './database.ts';

/** A running product on a free port of this machine, with one administrator. */
export type TestServer = {
  readonly server: Server;
  readonly url: string;
  readonly config: Config;
  /** Of an administrator. */
  readonly token: string;
  /** Of an operator who may do just this. */
  readonly tokenFor: (...permissions: string[]) => Promise<string>;
  /** Asks as the administrator, unless other headers are given. */
  readonly ask: (method: string, path: string, options?: Asked) => Promise<Answered>;
};
export type Asked = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string | null;
};
export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test looks at whatever was answered
  readonly json: any;
};

export type EnvChanges = Partial<Omit<Config, 'web'>> & { readonly web?: Partial<WebConfig> };

const BY = { actor: { kind: 'operator', name: 'test' }, can: () => true } as const;
const ADMINISTRATORS = 1;

export async function openServer(
  open: OpenDatabase,
  {
    roles = ['web'],
    env = {},
    prepare = () => undefined,
  }: {
    roles?: readonly Role[];
    /** Fields of the configuration that differ. */
    env?: EnvChanges;
    prepare?: (config: Config) => unknown;
  } = {},
): Promise<TestServer> {
  const test = await open();
  const config: Config = { ...test.config, ...env, web: { ...test.config.web, port: 0, ...env.web } };
  await prepare(config);
  const server = await serve(config, { roles, followMs: 100 });
  after(() => server.stop());
  return onServer(server, config);
}

export async function onServer(server: Server, config: Config): Promise<TestServer> {
  const { app } = server;
  let operators = 0;
  const hire = async (groups: readonly number[]): Promise<string> => {
    const n = ++operators;
    const id = await app.operators.create(
      {
        email: `operator${n}@example.it`,
        name: `Operator ${n}`,
        groups,
        password: `una parola segreta ${n}`,
        mustChangePassword: false,
      },
      BY,
    );
    const { token } = await app.database.transaction((tx) =>
      app.apiTokens.create(tx, { operatorId: id, name: 'test', peer: '127.0.0.1' }, BY.actor),
    );
    return token;
  };
  const token = await hire([ADMINISTRATORS]);
  const url = server.address!;
  return {
    server,
    url,
    config,
    token,
    async tokenFor(...permissions) {
      const name = `Group ${operators}`;
      const group = await app.database.transaction((tx) => app.groups.create(tx, { name, permissions }, BY));
      return hire([group]);
    },
    async ask(method, path, { body, headers = {}, token: other = token } = {}) {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          ...(other === null ? {} : { authorization: `Bearer ${other}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        redirect: 'manual',
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: isJson && text !== '' ? (JSON.parse(text) as unknown) : undefined,
      };
    },
  };
}
