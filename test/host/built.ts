import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
// Below node_modules, so that what is built finds its packages, and Node takes no TypeScript from there.
const folder = join(root, 'node_modules/.cache', `builds-${process.pid}`);
const run = promisify(execFile);

/**
 * Runs the build script of a package as publishing would, in a copy, but for the type declarations, which take ten
 * times as long.
 * @returns the folder of the copy
 */
export async function build(workspace: string): Promise<string> {
  const copy = join(folder, workspace);
  await mkdir(folder, { recursive: true });
  await cp(join(root, workspace), copy, {
    recursive: true,
    filter: (path) => !/[/\\](dist|node_modules)$/.test(path.slice(root.length)),
  });
  const { scripts } = JSON.parse(await readFile(join(copy, 'package.json'), 'utf8')) as {
    scripts: { build: string };
  };
  const env = {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`,
  };
  await run(scripts.build.replace(' --dts', ''), { cwd: copy, env, shell: true });
  return copy;
}

/** Takes away all that this process has built. */
export const removeBuilds = (): Promise<void> => rm(folder, { recursive: true, force: true });
