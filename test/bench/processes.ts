import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Env } from './place.ts';

export type Figures = Record<string, number>;

/** As the product is run from its sources. */
const SOURCES = ['--conditions=traliccio-source', '--disable-warning=ExperimentalWarning'];

/** A script of ours in a process of its own, so that its CPU and memory are its own. */
export function startScript(
  script: URL,
  args: readonly string[],
  { env, flags = [] }: { readonly env: Env; readonly flags?: readonly string[] },
): ChildProcess {
  return spawn(process.execPath, [...flags, ...SOURCES, fileURLToPath(script), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** What a script prints as JSON. @throws when it fails */
export async function runScript(...given: Parameters<typeof startScript>): Promise<unknown> {
  const child = startScript(...given);
  let text = '';
  child.stdout!.setEncoding('utf8').on('data', (data: string) => (text += data));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the measurement ${given[1].join(' ')} failed`);
  return text === '' ? {} : JSON.parse(text);
}

/** The first line that a process prints. @throws when it ends without one */
export function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout!.setEncoding('utf8').on('data', (data: string) => {
      text += data;
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
    child.once('close', (code) => reject(new Error(`the process ended with ${code} and said: ${text}`)));
  });
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
}
