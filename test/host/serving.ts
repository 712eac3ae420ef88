import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../core/src/cli/main.ts', import.meta.url));

/** A `traliccio serve` of its own. */
export type Serving = {
  readonly child: ChildProcess;
  /** Null without the role `web`. */
  readonly address: string | null;
  readonly ended: Promise<[code: number | null, signal: NodeJS.Signals | null]>;
};

/** Starts it and waits until it serves; it is killed when the tests are over. */
export async function startServing(
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Serving> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=traliccio-source',
      '--disable-warning=ExperimentalWarning',
      CLI,
      'serve',
      '--json',
      ...args,
    ],
    { env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  after(() => child.kill('SIGKILL'));
  const ended = once(child, 'exit') as Serving['ended'];
  let said = '';
  // Not by iterating, which would close the pipe when it is left, and then the process could not say any more.
  const address = await new Promise<string | null>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      said += String(data);
      const match = /"address": (null|"([^"]+)")/.exec(said);
      if (match) resolve(match[2] ?? null);
    });
    child.once('exit', () => reject(new Error(`it did not start: ${said}`)));
  });
  return { child, address, ended };
}

/** Whether the process has a thread at work on a job of this kind. */
export function worksOn({ child }: Serving, kind: string): boolean {
  try {
    const tasks = `/proc/${child.pid}/task`;
    return readdirSync(tasks).some((one) => readFileSync(`${tasks}/${one}/comm`, 'utf8').trim() === kind);
  } catch {
    // It is gone, or a thread was a moment ago.
    return false;
  }
}
