// Schemathesis sends an API what its OpenAPI document allows and what it doesn't, and looks at the answers. It is a
// Python program: "npm run setup:test" puts it, with exactly the packages that `scripts/schemathesis/` names, into a
// folder of its own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtFolder, findProgram, schemathesisProgram } from './tools.mjs';

const requirements = fileURLToPath(new URL('schemathesis/requirements.txt', import.meta.url));

/** @returns what went wrong, or undefined */
export function installSchemathesis() {
  const python = findProgram('python3');
  if (!python) return 'there is no python3';
  const program = join(builtFolder, schemathesisProgram());
  // Such a folder can't be moved, so what counts is the link, made when all is there.
  const folder = `${program}.${process.pid}`;
  const pip = ['install', '--quiet', '--no-cache-dir', '--disable-pip-version-check', '-r', requirements];
  mkdirSync(builtFolder, { recursive: true });
  const problem = run(python, ['-m', 'venv', folder]) ?? run(join(folder, 'bin', 'pip'), pip);
  if (problem) {
    rmSync(folder, { recursive: true, force: true });
    return problem;
  }
  const link = `${folder}.link`;
  symlinkSync(join(folder, 'bin', 'schemathesis'), link);
  renameSync(link, program);
  return undefined;
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return undefined;
  return `"${command} ${args.join(' ')}" failed:\n${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`;
}
