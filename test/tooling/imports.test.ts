import { deepEqual } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');

/** A file that breaks a rule: where it is, what it imports, and the rule. */
const BROKEN: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ['sdk/src/views.ts', '../../core/src/app.ts', 'sdk-stands-alone'],
  ['plugins/a/src/of-core.ts', '../../../core/src/kernel/clock.ts', 'plugins-only-sdk'],
  ['plugins/a/src/of-b.ts', '../../b/src/index.ts', 'plugins-only-sdk'],
  ['examples/a/src/of-core.ts', '../../../core/src/kernel/clock.ts', 'plugins-only-sdk'],
  ['plugins/a/src/by-path.ts', '../../../sdk/src/dates.ts', 'sdk-by-its-name'],
  ['core/src/kernel/jobs.ts', '../domain/billing/run.ts', 'kernel-knows-no-domain'],
  ['core/src/domain/billing/above.ts', '../../app.ts', 'domain-below-the-app'],
  ['core/src/domain/issuer/upwards.ts', '../contracts/hold.ts', 'domain-order-issuer-operators'],
  ['core/src/domain/contracts/upwards.ts', '../billing/run.ts', 'domain-order-contracts'],
  ['core/src/domain/billing/upwards.ts', '../import/rows.ts', 'domain-order-billing'],
  ['core/src/domain/new/of-kernel.ts', '../../kernel/clock.ts', 'domain-folder-without-a-place'],
  ['core/src/cli/of-plugin.ts', '../../../plugins/b/src/index.ts', 'core-without-plugins'],
  ['core/src/cli/of-test.ts', '../../../test/host/host.ts', 'nobody-imports-test'],
  ['core/src/cli/awilix.ts', 'awilix', 'awilix-only-in-app'],
  ['core/src/cli/dev.ts', 'fast-check', 'no-dev-packages-in-code'],
  ['core/src/cli/undeclared.ts', 'semver', 'declared-packages'],
  ['core/src/cli/missing.ts', './not-there.ts', 'resolvable'],
  ['core/src/cli/one.ts', './other.ts', 'no-cycles'],
];
const FINE: readonly (readonly [file: string, imports: string])[] = [
  // A cycle is told once.
  ['core/src/cli/other.ts', './one.ts'],
  ['core/src/app.ts', 'awilix'],
  ['core/src/kernel/clock.ts', 'node:os'],
  ['core/src/domain/import/rows.ts', '../billing/run.ts'],
  ['core/src/domain/billing/run.ts', '../contracts/hold.ts'],
  ['core/src/domain/contracts/hold.ts', '../../kernel/clock.ts'],
  ['core/src/domain/contracts/hold.test.ts', '../../../../test/host/host.ts'],
  ['plugins/b/src/index.ts', './inside.ts'],
  ['plugins/b/src/inside.test.ts', 'fast-check'],
  ['test/host/host.ts', '../../core/src/app.ts'],
  ['plugins/b/src/inside.ts', 'node:os'],
  ['sdk/src/dates.ts', 'node:os'],
];

type Report = { summary: { violations: { from: string; rule: { name: string } }[] } };

describe('the rules of who may import whom', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'traliccio-imports-'));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await copyFile(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
    const packages = { dependencies: { awilix: '*' }, devDependencies: { 'fast-check': '*' } };
    await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', ...packages }));
    for (const [file, imports] of [...FINE, ...BROKEN]) {
      await mkdir(join(folder, dirname(file)), { recursive: true });
      await writeFile(join(folder, file), `import '${imports}';\n`);
    }
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('find each of these files, for the rule that it breaks and no other', async () => {
    deepEqual(await violations(folder), BROKEN.map(([file, , rule]) => `${file}: ${rule}`).toSorted());
  });
});

function violations(cwd: string): Promise<string[]> {
  const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = ['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json'];
  const folders = ['sdk', 'core', 'plugins', 'examples', 'test'];
  return new Promise((resolve) => {
    // It ends with the number of violations as exit code.
    execFile(process.execPath, [command, ...args, ...folders], { cwd }, (_error, stdout) => {
      const { summary } = JSON.parse(stdout) as Report;
      resolve(summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`).toSorted());
    });
  });
}
