// Which Node runs Traliccio. Plain JavaScript for any Node since 18: it also runs before anything is installed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** TypeScript sources of the workspaces are run as they are; the packages' builds are for publishing only. */
export const sourceFlags = ['--conditions=traliccio-source', '--disable-warning=ExperimentalWarning'];

/** The Node that node_modules holds for this platform, or undefined where there is none (macOS, musl). */
export function pinnedNode() {
  if (runsOnMusl()) return undefined;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', program);
  return existsSync(path) ? path : undefined;
}

/** The Node to run with: the running one if it is new enough, else the pinned one, else undefined. */
export function suitableNode() {
  return isNewEnough() ? process.execPath : pinnedNode();
}

export function isNewEnough() {
  return Number(process.versions.node.split('.')[0]) >= 24;
}

export function tooOldMessage() {
  return `Traliccio needs Node 24 or newer and this is ${process.version}. Run "npm install" in the checkout, which brings one along on Linux (glibc) and Windows; elsewhere install Node 24 yourself.`;
}

/** The packaged Node is linked against glibc and can't start where the C library is musl. */
export function runsOnMusl() {
  if (process.platform !== 'linux') return false;
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime === undefined;
}
