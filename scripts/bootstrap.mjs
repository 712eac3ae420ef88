// Makes sure that node_modules is what package-lock.json says, and that the admin UI is built. Runs before `npm test`, `npm run demo` and the like,
// on any Node since 18, with nothing installed. Everything it says goes to standard error.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildUi } from './build-ui.mjs';
import { isNewEnough, pinnedNode, root, runsOnMusl, tooOldMessage } from './node.mjs';

const stampFile = join(root, 'node_modules', '.bootstrap-stamp');

if (process.argv.includes('--stamp')) {
  stamp();
} else {
  if (!isInstalled()) install();
  const problem = buildUi();
  if (problem) stop(problem);
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint();
}

function stamp() {
  if (existsSync(join(root, 'node_modules'))) writeFileSync(stampFile, fingerprint());
}

function fingerprint() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

function install() {
  const ownNode = !bringsItsOwnNode();
  if (ownNode && !isNewEnough()) stop(tooOldMessage());
  console.error('Installing dependencies (only when package-lock.json has changed) ...');
  const result = npmCi();
  if (result.error) stop(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0) stop('"npm ci" failed; its messages are above.');
  if (ownNode) {
    rmSync(join(root, 'node_modules', '.bin', 'node'), { force: true });
    console.error(`There is no packaged Node for this system: your own ${process.version} is used.`);
  } else if (!pinnedNode()) {
    stop(
      '"npm ci" left out the packaged Node. Is the npm setting "omit" set to leave out optional packages?',
    );
  }
  stamp();
}

function bringsItsOwnNode() {
  const platforms = ['linux-x64', 'linux-arm64', 'win32-x64'];
  return platforms.includes(`${process.platform}-${process.arch}`) && !runsOnMusl();
}

function npmCi() {
  // The Node that npm itself runs on: the one in node_modules is about to be replaced.
  const { npm_node_execpath: node, npm_execpath: npm } = process.env;
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional'];
  const options = {
    cwd: root,
    env: { ...process.env, npm_config_loglevel: 'error', npm_config_json: 'false' },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  if (node && npm && npm.endsWith('npm-cli.js')) return spawnSync(node, [npm, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
