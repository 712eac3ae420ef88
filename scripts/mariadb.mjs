// A MariaDB server of its own for a test or benchmark run: private data folder, loopback, free port, no defaults
// files, durable commits. It is deleted when the run ends.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findProgram, missingTools } from './tools.mjs';

/** Whether startMariadb() can work on this machine. */
export function hasMariadb() {
  return !missingTools().some((tool) => tool.programs.includes('mariadbd'));
}

/**
 * Starts a server and waits until it answers. The address names no database: whoever uses it creates one.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startMariadb() {
  const folder = mkdtempSync(join(tmpdir(), 'traliccio-mariadb-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    createDataFolder(folder);
    const port = await freePort();
    const server = await startServer(folder, port);
    return {
      url: `mysql://root@127.0.0.1:${port}`,
      stop: async () => {
        await stopServer(server);
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function createDataFolder(folder) {
  const result = spawnSync(
    findProgram('mariadb-install-db'),
    [
      '--no-defaults',
      `--datadir=${folder}/data`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...asRoot(),
    ],
    { encoding: 'utf8' },
  );
  if (result.status !== 0)
    throw new Error(`mariadb-install-db failed: ${result.stdout}${result.stderr}${result.error ?? ''}`);
}

async function startServer(folder, port) {
  const logFile = join(folder, 'server.log');
  const log = openSync(logFile, 'a');
  const args = [
    '--no-defaults',
    `--datadir=${folder}/data`,
    `--socket=${folder}/socket`,
    `--pid-file=${folder}/pid`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--innodb-flush-log-at-trx-commit=1',
    ...asRoot(),
  ];
  // In this program's process group, so that it dies with it; Ctrl-C at the terminal is nothing to mariadbd.
  const server = spawn(findProgram('mariadbd'), args, { stdio: ['ignore', log, log] });
  closeSync(log);
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null;
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (hasEnded()) break;
    if (await greets(port)) return server;
    await wait(50);
  }
  await stopServer(server);
  throw new Error(
    `mariadbd did not start:\n${readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n')}`,
  );
}

async function stopServer(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const killer = setTimeout(() => server.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(killer);
}

/** A MySQL server speaks first; a port that only listens, or is someone else's HTTP server, says nothing. */
function greets(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1000 });
    const answer = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.once('data', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
    socket.once('close', () => answer(false));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** mariadbd refuses to run as root unless it is told to. */
function asRoot() {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}
