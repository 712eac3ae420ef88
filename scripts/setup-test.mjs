// `npm run setup:test`: installs from Debian's (or Ubuntu's) packages what the whole test suite needs beside npm.
// Only programs, no service: the suite starts a MariaDB of its own and removes it again.
import { spawnSync } from 'node:child_process';
import { findProgram, missingTools, tools } from './tools.mjs';

const missing = missingTools();
if (missing.length === 0) {
  console.log(`Nothing to install: ${tools.map((tool) => tool.name).join(', ')} are there.`);
} else {
  install(missing.flatMap((tool) => tool.debianPackages));
}

function install(packages) {
  if (!findProgram('apt-get') || process.getuid?.() !== 0) {
    const reason = findProgram('apt-get')
      ? 'this user may not install packages'
      : 'this system has no apt-get';
    console.error(`${reason}. Install by hand (Debian's names): ${packages.join(' ')}`);
    process.exit(1);
  }
  console.log(`Installing ${packages.join(', ')} ...`);
  aptGet('update');
  aptGet('install', '--yes', '--no-install-recommends', ...packages);
  const still = missingTools();
  if (still.length > 0) {
    console.error(`Still missing after the installation: ${still.map((tool) => tool.name).join(', ')}`);
    process.exit(1);
  }
}

function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], { env, encoding: 'utf8' });
  if (result.status === 0) return;
  console.error(`apt-get ${args.join(' ')} failed:\n${result.stdout}${result.stderr}`);
  process.exit(1);
}
