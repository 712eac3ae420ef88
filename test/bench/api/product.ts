import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import type { ChildProcess } from 'node:child_process';
import type { Env } from '../place.ts';
import { startScript, stop } from '../processes.ts';

/** A running product. */
export type Product = {
  readonly url: string;
  readonly child: ChildProcess;
  /** From the start of the process to the first answer that says it can work. */
  readonly firstAnswerMs: number;
};

const CLI = new URL('../../../core/src/cli/main.ts', import.meta.url);
/** How often it is asked whether it is there. */
const ASK_EVERY_MS = 4;
const PATIENCE_MS = 60_000;

export async function startProduct(
  env: Env,
  { cache = true }: { readonly cache?: boolean } = {},
): Promise<Product> {
  const port = await freePort();
  const since = performance.now();
  const child = startScript(CLI, ['serve', '--role', 'web'], {
    env: { ...env, PORT: String(port), ...(cache ? {} : { NODE_DISABLE_COMPILE_CACHE: '1' }) },
  });
  child.stdout!.resume();
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    const isThere = await fetch(`${url}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (isThere) break;
    if (child.exitCode !== null || performance.now() - since > PATIENCE_MS) {
      await stop(child);
      throw new Error('the product did not start');
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  return { url, child, firstAnswerMs: performance.now() - since };
}

/** Bills what is due in a process of its own, as a worker's run does. */
export async function billInAnotherProcess(env: Env): Promise<void> {
  const child = startScript(CLI, ['run', 'billing', '--confirm', '--no-deliver', '--json'], { env });
  child.stdout!.resume();
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error('the billing run failed');
}

/** Megabytes that a process has in memory; undefined where the system does not say. */
export function residentMegabytes({ pid }: ChildProcess): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
