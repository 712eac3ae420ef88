// Compares every package in package-lock.json with security/floors.json: the oldest versions without known
// holes, and the packages not to use at all. One message a finding; exit code 1 if there is any.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import semver from 'semver';
import { root } from './node.mjs';

/**
 * @param {{ packages: Record<string, any> }} lock
 * @param {{ floors: { package: string, floor: string, why: string }[], forbidden: { package: string, why: string }[] }} rules
 * @returns {string[]}
 */
export function floorProblems(lock, rules) {
  return installedPackages(lock).flatMap(({ name, version, path }) => [
    ...rules.floors
      .filter((rule) => matches(rule.package, name) && semver.lt(version, rule.floor))
      .map((rule) => `${name} ${version} (${path}) is older than ${rule.floor}: ${rule.why}`),
    ...rules.forbidden
      .filter((rule) => matches(rule.package, name))
      .map((rule) => `${name} (${path}) must not be used: ${rule.why}`),
  ]);
}

function installedPackages(lock) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && entry.version)
    .map(([path, entry]) => ({
      path,
      version: entry.version,
      name: entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    }));
}

/** A star at the end stands for the rest of the name. */
function matches(pattern, name) {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const problems = floorProblems(read('package-lock.json'), read('security/floors.json'));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
