// `npm test`: the checks, then every *.test.ts. `npm test -- PATH... [--OPTION...]` runs only the test files
// named or below the folders named; options go to Node's test runner (--test-name-pattern=..., --test-only).
// With TRALICCIO_REQUIRE=all a skipped test is a failure.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runChecks } from './check.mjs';
import { hasFerretdb, startFerretdb } from './ferretdb.mjs';
import { hasMariadb, startMariadb } from './mariadb.mjs';
import { root, sourceFlags, suitableNode, tooOldMessage } from './node.mjs';
import { missingTools, tools } from './tools.mjs';

const options = process.argv.slice(2).filter((arg) => arg.startsWith('-'));
const paths = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const node = suitableNode();
if (!node) fail(tooOldMessage());
const files = testFiles(
  paths.length > 0 ? paths : ['sdk', 'core', 'admin-ui', 'plugins', 'examples', 'test'],
);
if (files.length === 0) fail('There is no *.test.ts file to run.');

sayWhatIsThere();
const failedChecks = paths.length > 0 ? [] : await runChecks();
const { code, results } = await runTests();
report();

function fail(message) {
  console.error(message);
  process.exit(1);
}

function testFiles(starts) {
  return starts.flatMap((start) => {
    const path = resolve(start);
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) return [path];
    return below(path);
  });
}

function below(folder) {
  if (!statSync(folder, { throwIfNoEntry: false })) fail(`${folder} does not exist.`);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && entry.name !== 'dist')
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return below(path);
      return entry.name.endsWith('.test.ts') ? [path] : [];
    });
}

function sayWhatIsThere() {
  const missing = missingTools();
  const present = tools.filter((tool) => !missing.includes(tool));
  const names = (list) => list.map((tool) => tool.name).join(', ') || 'none';
  console.log(`Outside programs: ${names(present)}. Missing: ${names(missing)}.`);
  if (missing.length > 0)
    console.log('Tests that need a missing one are skipped; "npm run setup:test" installs them.');
}

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'traliccio-test-'));
  const resultsFile = join(folder, 'results.json');
  const running = {};
  const interrupt = (signal) => {
    running.interrupted = true;
    running.tests?.kill(signal);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    // What files share: made once, gone with the run.
    const env = { ...process.env, TRALICCIO_TEST_FOLDER: folder };
    if (!env.TRALICCIO_TEST_MYSQL && hasMariadb()) {
      running.mariadb = await startMariadb();
      env.TRALICCIO_TEST_MYSQL = running.mariadb.url;
    }
    env.TRALICCIO_TEST_MONGODB ||= env.MONGODB_URL ?? '';
    if (!env.TRALICCIO_TEST_MONGODB && hasFerretdb()) {
      running.ferretdb = await startFerretdb();
      env.TRALICCIO_TEST_MONGODB = running.ferretdb.url;
    }
    const exitCode = running.interrupted ? 130 : await nodeTest(env, resultsFile, running);
    return { code: exitCode, results: readResults(resultsFile) };
  } finally {
    await running.ferretdb?.stop();
    await running.mariadb?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function nodeTest(env, resultsFile, running) {
  const args = [
    ...sourceFlags,
    '--test',
    // Many wait for browsers and servers: two would leave the cores idle for a third of the time.
    '--test-concurrency=3',
    // For each test; one that needs longer says so in its own options.
    '--test-timeout=120000',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${new URL('test-results.mjs', import.meta.url)}`,
    `--test-reporter-destination=${resultsFile}`,
    ...options,
    ...files,
  ];
  return new Promise((done) => {
    running.tests = spawn(node, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    running.tests.on('error', (error) => fail(error.message));
    running.tests.on('close', (exitCode, signal) => done(signal ? 130 : exitCode));
  });
}

function readResults(resultsFile) {
  const text = statSync(resultsFile, { throwIfNoEntry: false }) ? readFileSync(resultsFile, 'utf8') : '';
  return text ? JSON.parse(text) : { passed: 0, failed: 0, skipped: [] };
}

function report() {
  const { passed, failed, skipped } = results;
  const isRequired = process.env.TRALICCIO_REQUIRE === 'all';
  const nothingRan = passed + failed === 0;
  if (skipped.length > 0) console.log(`\nSkipped${isRequired ? ', though TRALICCIO_REQUIRE=all' : ''}:`);
  for (const { test, file, reason } of skipped) console.log(`  ${test} (${file}): ${reason}`);
  if (failedChecks.length > 0) console.log(`\nChecks that failed: ${failedChecks.join(', ')}`);
  if (nothingRan) console.log('\nNo test ran.');
  if (code !== 0 && failed === 0) console.log(`\nThe test runner ended with exit code ${code}.`);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  const isGood = code === 0 && failed === 0 && failedChecks.length === 0 && !nothingRan;
  process.exitCode = isGood && !(isRequired && skipped.length > 0) ? 0 : 1;
}
