// A MongoDB server of its own for a test run: FerretDB, built from `scripts/ferretdb/` by "npm run setup:test", with
// its data in a temporary folder, on a free port of the loopback address. It is deleted when the run ends.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { builtFolder, ferretdbProgram, findProgram } from './tools.mjs';

const source = fileURLToPath(new URL('ferretdb/', import.meta.url));
const START_MS = 30_000;

/** Whether startFerretdb() can work on this machine. */
export function hasFerretdb() {
  return findProgram(ferretdbProgram()) !== undefined;
}

/** Builds it with the Go that is there, from the versions that go.sum names. @returns what went wrong, or undefined */
export function buildFerretdb() {
  const go = findProgram('go');
  if (!go) return 'there is no Go: install Go 1.24 or newer (https://go.dev/dl/), or set MONGODB_URL';
  mkdirSync(builtFolder, { recursive: true });
  const program = join(builtFolder, ferretdbProgram());
  // Built beside and then put in place: two that build at once don't see each other's half.
  const half = `${program}.${process.pid}`;
  const args = [
    'build',
    '-mod=readonly',
    '-tags=ferretdb_no_postgresql',
    '-trimpath',
    '-ldflags=-s -w',
    '-o',
    half,
    '.',
  ];
  const env = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '-buildvcs=false', CGO_ENABLED: '0' };
  const result = spawnSync(go, args, { cwd: source, env, encoding: 'utf8' });
  if (result.status !== 0) {
    rmSync(half, { force: true });
    return `"go build" failed:\n${result.stderr ?? ''}${result.error ?? ''}`;
  }
  renameSync(half, program);
  return undefined;
}

/**
 * Starts a server and waits until it listens. The address names no database: whoever uses it takes one of its own.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startFerretdb() {
  const folder = mkdtempSync(join(tmpdir(), 'traliccio-ferretdb-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // It ends with its standard input: it dies with this program, however that ends.
  const server = spawn(findProgram(ferretdbProgram()), [folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  server.stdin.on('error', () => undefined);
  const ended = new Promise((resolve) => server.once('close', resolve));
  const stop = async () => {
    server.stdin.end();
    const killer = setTimeout(() => server.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(killer);
    remove();
  };
  const url = await firstLine(server, ended);
  if (url) return { url, stop };
  await stop();
  throw new Error('FerretDB did not start.');
}

function firstLine(server, ended) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), START_MS);
    const answer = (value) => {
      clearTimeout(timer);
      resolve(value);
    };
    createInterface({ input: server.stdout }).once('line', answer);
    server.once('error', () => answer(undefined));
    void ended.then(() => answer(undefined));
  });
}
