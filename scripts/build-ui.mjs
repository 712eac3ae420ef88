// Builds the admin UI when something that it is made of has changed. `npm start`, `npm run demo` and `npm test` do it
// by themselves.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, suitableNode } from './node.mjs';

const folder = join(root, 'admin-ui');
const stampFile = join(folder, 'dist', '.stamp');
const madeOf = ['admin-ui', 'sdk/src/client', 'sdk/src/ui', 'package-lock.json'];

/** @returns {string | undefined} what went wrong */
export function buildUi() {
  const stamp = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return undefined;
  console.error('Building the admin UI (only when it has changed) ...');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const result = spawnSync(suitableNode(), [vite, 'build', '--logLevel', 'warn'], {
    cwd: folder,
    // Away from standard output, which belongs to the command that comes next.
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) return 'The admin UI could not be built; the messages are above.';
  writeFileSync(stampFile, stamp);
  return undefined;
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of madeOf.flatMap((one) => files(join(root, one)))) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return `${hash.digest('hex')}\n`;
}

function files(path) {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.name !== 'dist' && entry.name !== 'node_modules')
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => (entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)]));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problem = buildUi();
  if (problem) {
    console.error(problem);
    process.exitCode = 1;
  }
}
