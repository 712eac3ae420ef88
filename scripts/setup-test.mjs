// `npm run setup:test`: installs from Debian's (or Ubuntu's) packages what the whole test suite needs beside npm, and
// builds with Go, or takes from Python's index, what Debian doesn't have. Only programs, no service: the suite starts
// servers of its own and removes them again.
import { spawnSync } from 'node:child_process';
import { buildFerretdb } from './ferretdb.mjs';
import { installSchemathesis } from './schemathesis.mjs';
import { findProgram, missingTools, tools } from './tools.mjs';

const builders = {
  FerretDB: { what: 'Building FerretDB (some minutes, once)', build: buildFerretdb },
  Schemathesis: { what: 'Installing Schemathesis', build: installSchemathesis },
};

const missing = missingTools();
if (missing.length === 0) {
  console.log(`Nothing to install: ${tools.map((tool) => tool.name).join(', ')} are there.`);
} else {
  const packages = missing.flatMap((tool) => tool.debianPackages ?? []);
  const problems = [
    packages.length > 0 && install(packages),
    ...missing.filter((tool) => tool.isBuilt).map((tool) => build(tool.name)),
  ];
  for (const problem of problems.filter(Boolean)) console.error(problem);
  const still = missingTools().map((tool) => tool.name);
  if (still.length > 0) console.error(`Still missing after the installation: ${still.join(', ')}`);
  process.exitCode = still.length > 0 ? 1 : 0;
}

function install(packages) {
  const byHand = `Install by hand (Debian's names): ${packages.join(' ')}`;
  if (!findProgram('apt-get')) return `this system has no apt-get. ${byHand}`;
  if (process.getuid?.() !== 0) return `this user may not install packages. ${byHand}`;
  console.log(`Installing ${packages.join(', ')} ...`);
  return aptGet('update') ?? aptGet('install', '--yes', '--no-install-recommends', ...packages);
}

function build(name) {
  console.log(`${builders[name].what} ...`);
  const problem = builders[name].build();
  return problem && `${name} could not be built: ${problem}`;
}

function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], { env, encoding: 'utf8' });
  if (result.status === 0) return undefined;
  return `apt-get ${args.join(' ')} failed:\n${result.stdout}${result.stderr}`;
}
