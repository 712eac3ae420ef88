import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How a process ended, and what it said. */
export type Ended = {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
};

const CLI = fileURLToPath(new URL('../../core/src/cli/main.ts', import.meta.url));

/** Runs `traliccio` as a process of its own, with nothing of this one's environment that it would read. */
export function startTraliccio(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const since = performance.now();
  const child = spawn(
    process.execPath,
    ['--conditions=traliccio-source', '--disable-warning=ExperimentalWarning', CLI, ...args],
    { env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => (stdout += String(data)));
  child.stderr.on('data', (data) => (stderr += String(data)));
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal, stdout, stderr, ms: performance.now() - since });
    });
  });
}
