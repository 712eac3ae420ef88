// What `npm install` lets pass and `npm ci` on another machine may not: gaps, missing hashes and
// download addresses in package-lock.json. One message a finding; exit code 1 if there is any.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './node.mjs';

/** @param {{ packages: Record<string, any> }} lock @returns {string[]} */
export function lockProblems(lock) {
  return Object.entries(lock.packages).flatMap(([path, entry]) => [
    ...missingOptionals(lock, path, entry),
    ...addressProblems(path, entry),
    ...integrityProblems(path, entry),
  ]);
}

// npm silently leaves out of the lock an optional package (a binary for another platform) that the registry
// doesn't have, and `npm ci` then refuses the lock on every platform.
function missingOptionals(lock, path, entry) {
  return Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(lock, path, name))
    .map(
      ([name, range]) =>
        `${path || 'the root package'} names the optional package ${name}@${range}, which the lock lacks. ` +
        'Pin a version of the former (or "overrides" it) whose optional packages all exist.',
    );
}

function isLocked(lock, path, name) {
  let folder = path;
  for (;;) {
    const place = folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`;
    if (lock.packages[place]) return true;
    if (!folder) return false;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
  }
}

function addressProblems(path, entry) {
  if (!entry.resolved || entry.link) return [];
  return [
    `${path} has a download address in the lock; run "npm install" with the project's .npmrc in force.`,
  ];
}

function integrityProblems(path, entry) {
  const isOurs = !path.includes('node_modules/') || entry.link;
  if (isOurs || entry.inBundle || entry.integrity) return [];
  return [`${path} has no integrity hash in the lock, so that what is installed can't be verified.`];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = lockProblems(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
