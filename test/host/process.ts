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

/** Runs `traliccio`, or a script, as a process of its own, with nothing of this one's environment that it would read. */
export function startTraliccio(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { input = '', script = CLI }: { readonly input?: string; readonly script?: string } = {},
): Promise<Ended> {
  const since = performance.now();
  const child = spawn(
    process.execPath,
    ['--conditions=traliccio-source', '--disable-warning=ExperimentalWarning', script, ...args],
    { env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  // Whoever doesn't read it may be gone by now.
  child.stdin.on('error', () => undefined).end(input);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => (stdout += String(data)));
  child.stderr.on('data', (data) => (stderr += String(data)));
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal, stdout, stderr, ms: performance.now() - since });
    });
  });
}
