import { deepEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'traliccio-results-'));
after(() => rmSync(folder, { recursive: true }));

type Results = { passed: number; failed: number; skipped: { test: string; reason: string }[] };

/** Runs a test file of its own and returns what the reporter counted. */
function resultsOf(source: string): Results {
  const file = join(folder, 'sample.test.mjs');
  const output = join(folder, 'results.json');
  writeFileSync(file, `import { before, describe, test } from 'node:test';\n${source}`);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const reporter = new URL('../../scripts/test-results.mjs', import.meta.url).href;
  spawnSync(
    process.execPath,
    ['--test', `--test-reporter=${reporter}`, `--test-reporter-destination=${output}`, file],
    { env },
  );
  return JSON.parse(readFileSync(output, 'utf8')) as Results;
}

describe('the count at the end of a test run', () => {
  it('has every test that passed or failed, once', () => {
    const { passed, failed } = resultsOf(`
      test('good', () => {});
      describe('group', () => {
        test('good', () => {});
        test('bad', () => { throw new Error('bad'); });
      });`);
    deepEqual({ passed, failed }, { passed: 2, failed: 1 });
  });

  it('names each skipped test with its group and reason', () => {
    const { skipped } = resultsOf(`
      test('a', { skip: 'no database' }, () => {});
      test('b', (t) => t.skip('no printer'));
      describe('group', () => { test('c', { todo: 'later' }, () => {}); });
      describe('all of it', { skip: true }, () => { test('d', () => {}); });`);
    deepEqual(
      skipped.map(({ test, reason }) => [test, reason]),
      [
        ['a', 'no database'],
        ['b', 'no printer'],
        ['group > c', 'later'],
        ['all of it', 'no reason given'],
      ],
    );
  });

  it("has a failure when a group can't be set up or a file can't be loaded", () => {
    deepEqual(resultsOf(`describe('g', () => { before(() => { throw new Error('x'); }); });`).failed, 1);
    deepEqual(resultsOf(`throw new Error('x');`).failed, 1);
  });
});
