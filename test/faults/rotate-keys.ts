import fs, { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { watchStatements } from './dying-database.ts';

/** Where `keys rotate` kills itself, as `kill -9` does: at the n-th step, or before or after one with the key file. */
export type RotationDeath =
  | { readonly step: number }
  | { readonly file: 'openSync' | 'fsyncSync' | 'renameSync'; readonly when: 'before' | 'after' };

const death = process.env['DEATH'] ? (JSON.parse(process.env['DEATH']) as RotationDeath) : null;
let steps = 0;
const die = (where: string): void => {
  writeSync(2, `died ${where}\n`);
  process.kill(process.pid, 'SIGKILL');
};
const step = (): void => {
  steps += 1;
  if (death && 'step' in death && steps >= death.step) die(`at step ${steps}`);
};
watchStatements(step, step);

for (const name of ['openSync', 'fsyncSync', 'renameSync'] as const) {
  const original = fs[name] as (...args: unknown[]) => unknown;
  const isWriting = (args: unknown[]): boolean => name !== 'openSync' || args[1] === 'wx';
  const dieIf = (when: string, args: unknown[]): void => {
    if (isWriting(args) && death && 'file' in death && death.file === name && death.when === when)
      die(`${when} ${name}`);
  };
  (fs as unknown as Record<string, unknown>)[name] = (...args: unknown[]): unknown => {
    dieIf('before', args);
    const result = original(...args);
    dieIf('after', args);
    return result;
  };
}
syncBuiltinESMExports();

// Imported last: what it takes from node:fs is patched by now.
const { keysRotate } = await import('@traliccio/core/src/cli/keys.ts');
const { output } = await import('@traliccio/core/src/cli/output.ts');
const { readConfig } = await import('@traliccio/core/src/kernel/config.ts');
if (keysRotate.needs === 'config')
  await keysRotate.run(
    readConfig(process.env),
    { values: {}, positionals: [], safeMode: false },
    output(true, process),
  );
writeSync(2, `steps ${steps}\n`);
