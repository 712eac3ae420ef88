import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { access, cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../core/src/cli/main.ts', import.meta.url));
/** The evening on which the demo leaves its provider. */
export const TODAY = '2026-11-24';
const MAKING_MS = 120_000;

export type Login = { readonly email: string; readonly password: string };
export type Server = {
  readonly url: string;
  /** Of its administrator. */
  readonly login: Login;
  readonly token: () => Promise<string>;
  readonly stop: () => Promise<void>;
  /** The day that it thinks it is, when it is not told by the machine. */
  readonly today?: string;
};

/** `traliccio demo`, which imports, bills and stays up. */
export async function startDemo(env: Readonly<Record<string, string>>): Promise<Server> {
  const { match, stop } = await startCommand({
    args: ['demo'],
    env,
    until: /It is up at (\S+): log in as (\S+) with (\S+) /,
  });
  const [, url, email, password] = match;
  return serverOf({ url: url!, login: { email: email!, password: password! }, stop });
}

/** An installation with nothing in it, and the token that its first administrator is made with. */
export async function startEmpty(
  env: Readonly<Record<string, string>> = {},
  prepare: (folder: string) => Promise<void> = async () => {},
): Promise<Server & { readonly setupToken: string }> {
  const { match, stop } = await startCommand({
    args: ['serve', '--json'],
    env: { HOST: '127.0.0.1', ...env },
    until: /"address": "([^"]+)"[^]*"setupToken": "([^"]+)"/,
    prepare,
  });
  const [, url, setupToken] = match;
  const login = { email: 'anna@example.it', password: 'una frase per entrare' };
  return { ...serverOf({ url: url!, login, stop }), setupToken: setupToken! };
}

/** What the demo leaves behind, served on the evening after it, with an administrator as the demo's. */
export async function startBilled(): Promise<Server> {
  const { setupToken, url, stop } = await startEmpty({ CLOCK: TODAY }, async (folder) => {
    await cp(await billedFolder(), folder, { recursive: true });
  });
  const login = { email: 'demo@example.it', password: 'una frase per entrare' };
  const response = await post(`${url}/api/setup`, { token: setupToken, name: 'Demo', ...login });
  if (!response.ok) throw new Error(`there is no administrator: ${await response.text()}`);
  return serverOf({ url, login, stop, today: TODAY });
}

let billed: Promise<string> | undefined;

/** Made once in a run of many files: by whoever comes first, while the others wait for it. */
function billedFolder(): Promise<string> {
  return (billed ??= makeBilledFolder());
}

async function makeBilledFolder(): Promise<string> {
  const shared = process.env['TRALICCIO_TEST_FOLDER'];
  const place = shared ? join(shared, 'billed') : await mkdtemp(join(tmpdir(), 'traliccio-e2e-billed-'));
  if (!shared) process.once('exit', () => rmSync(place, { recursive: true, force: true }));
  const [ready, making] = [join(place, 'ready'), join(place, 'making')];
  await mkdir(place, { recursive: true });
  const isMine = await mkdir(making).then(
    () => true,
    () => false,
  );
  if (!isMine) return exists(ready);
  const { stop } = await startCommand({
    args: ['demo', '--exit', '--json'],
    until: /"dataDir": "([^"]+)"/,
    folder: making,
  });
  await stop();
  const [made] = await readdir(making);
  await rename(join(making, made!), ready);
  return ready;
}

async function exists(path: string): Promise<string> {
  for (const since = performance.now(); performance.now() - since < MAKING_MS; await pause(100)) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  throw new Error('nobody made what the demo leaves behind');
}

function serverOf(server: Omit<Server, 'token'>): Server {
  let token: Promise<string> | undefined;
  return { ...server, token: () => (token ??= tokenOf(server.url, server.login)) };
}

type Started = { readonly match: RegExpExecArray; readonly stop: () => Promise<void> };

/** Starts the product with a folder of its own, and waits for what it says when it is there. */
async function startCommand({
  args,
  env = {},
  until,
  folder,
  prepare,
}: {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly until: RegExp;
  /** That stays. */
  readonly folder?: string;
  readonly prepare?: (folder: string) => Promise<void>;
}): Promise<Started> {
  const own = folder ?? (await mkdtemp(join(tmpdir(), 'traliccio-e2e-')));
  await prepare?.(own);
  const child = spawn(
    process.execPath,
    ['--conditions=traliccio-source', '--disable-warning=ExperimentalWarning', CLI, ...args],
    {
      env: { PATH: process.env['PATH'] ?? '', DATA_DIR: own, PORT: '0', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  let said = '';
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      said += String(data);
      const found = until.exec(said);
      if (found) resolve(found);
    });
    child.once('close', () => reject(new Error(`the product did not start: ${said}`)));
  });
  return {
    match,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      if (!folder) await rm(own, { recursive: true, force: true });
    },
  };
}

const post = (url: string, body: object): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function tokenOf(url: string, login: Login): Promise<string> {
  const response = await post(`${url}/api/session`, { ...login, token: true });
  return ((await response.json()) as { token: string }).token;
}
