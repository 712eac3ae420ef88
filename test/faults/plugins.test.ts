import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, it } from 'node:test';
import { readConfig } from '@traliccio/core/src/kernel/config.ts';
import type { Database } from '@traliccio/core/src/kernel/db/database.ts';
import { openDatabase } from '@traliccio/core/src/kernel/db/open.ts';
import { buildIsp } from '../bench/isp.ts';
import { outsidePlugins, type OutsidePlugin } from '../host/outside-plugin.ts';
import { startTraliccio, type Ended } from '../host/process.ts';

const DAY = '2026-11-01';
const CONTRACTS = 20;
const issued = (handler: string): string =>
  `ctx.events.on('document.issued', { whileDisabled: 'keep' }, async ({ data }) => { ${handler} });`;
const check = (handler: string): string => `ctx.filters.on('document.check', ${handler});`;

/** Whatever third parties get wrong, each plugin one thing. */
const FAULTY: readonly OutsidePlugin[] = [
  { id: 'throws-in-setup', setup: "throw new Error('no licence');" },
  { id: 'hangs-in-setup', setup: 'setInterval(() => {}, 1000); return new Promise(() => {});' },
  { id: 'never-stops', setup: 'ctx.onStop(() => new Promise(() => {})); setInterval(() => {}, 1000);' },
  { id: 'too-new', setup: '', manifest: { sdk: '^9.0.0' } },
  { id: 'throws-nothing-known', setup: 'throw Object.create(null);' },
  { id: 'throws-in-handler', setup: issued('throw { toString: 1 };') },
  { id: 'waits-for-itself', setup: issued("await ctx.transaction(() => ctx.sql.all('SELECT 1'));") },
  { id: 'works', setup: issued('') },
];

type Listed = {
  readonly id: string;
  readonly state: string;
  readonly lastError: string | null;
  readonly failures: number;
  readonly waitingEvents: number;
};

it(
  'plugins that fail, each in its own way, keep nothing else from working',
  { timeout: 240_000 },
  async () => {
    const { traliccio, list, dataDir } = await provider();
    const plugins = await outsidePlugins(...FAULTY);
    const empty = join(dataDir, 'empty');
    await mkdir(empty);
    const folders = [...plugins, empty];

    const billed = await traliccio(folders, 'run', 'billing', '--confirm', '--json');
    assert.equal(billed.code, 0, billed.stderr);
    assert.equal((JSON.parse(billed.stdout) as { documents: number }).documents, CONTRACTS);

    const listed = await list(folders);
    const of = (id: string): unknown[] => [listed[id]?.state, listed[id]?.lastError];
    assert.deepEqual(of('throws-in-setup'), ['failed', 'no licence']);
    assert.deepEqual(of('hangs-in-setup'), [
      'failed',
      'plugin hangs-in-setup: its set-up has not ended after 10 s',
    ]);
    assert.deepEqual(of('throws-nothing-known'), ['failed', 'threw something that can not be shown']);
    assert.equal(listed['too-new']?.state, 'incompatible');
    assert.match(String(of(empty)[1]), /has no package.json that can be read/);
    for (const [id, why] of [
      ['throws-in-handler', /^document.issued: threw something that can not be shown/],
      ['waits-for-itself', /^document.issued: \[transaction.open\] inside a transaction/],
    ] as const) {
      const { state, failures, waitingEvents, lastError } = listed[id]!;
      assert.deepEqual([state, failures, waitingEvents], ['enabled', CONTRACTS, CONTRACTS], id);
      assert.match(lastError!, why);
    }
    assert.equal(listed['fatturapa']?.state, 'enabled');
    assert.equal(listed['works']?.waitingEvents, 0);

    await writeFile(
      join(plugins[0]!, 'index.js'),
      "import manifest from './manifest.js'; export default { manifest, setup() {} };",
    );
    for (const { id } of FAULTY.slice(1)) await traliccio([], 'plugin', 'disable', id, '--safe-mode');
    const mended = (await list(folders))['throws-in-setup']!;
    assert.deepEqual([mended.state, mended.lastError], ['enabled', null]);
  },
);

it('a plugin that throws in a filter parks the contract that it throws for, and no other', async () => {
  const { traliccio, list } = await provider();
  const folders = await outsidePlugins({
    id: 'throws-in-filter',
    setup: check(`(documents) => {
      if (documents.some((one) => one.customer.id === 7)) throw new Error('seven is unlucky');
      return [];
    }`),
  });
  const billed = await traliccio(folders, 'run', 'billing', '--confirm', '--json');
  assert.equal(billed.code, 0, billed.stderr);
  const { documents, parked } = JSON.parse(billed.stdout) as {
    documents: number;
    parked: { message: string }[];
  };
  assert.deepEqual([documents, parked.length], [CONTRACTS - 1, 1]);
  assert.match(parked[0]!.message, /plugin throws-in-filter, filter document.check: seven is unlucky/);
  const { state, failures, lastError } = (await list(folders))['throws-in-filter']!;
  assert.equal(state, 'enabled');
  assert.ok(failures > 0);
  assert.match(lastError!, /seven is unlucky/);
});

it('a plugin that loops in a filter stops the run before a number is given, and is stopped', async () => {
  const { traliccio, list, count } = await provider();
  const folders = await outsidePlugins({ id: 'loops', setup: check('() => { for (;;); }') });
  const stopped = await traliccio(folders, 'run', 'billing', '--confirm');
  assert.equal(stopped.code, 1);
  assert.equal(
    stopped.stderr,
    'error[plugin.silent] plugin loops did not come back from the filter document.check within 2 s\n',
  );
  assert.equal(await count('SELECT COUNT(*) AS n FROM document'), 0);
  assert.equal(
    await count("SELECT COUNT(*) AS n FROM run WHERE state = 'held' AND reason LIKE '%loops%'"),
    1,
  );
  assert.equal((await list(folders))['loops']?.state, 'breaker');
  assert.match((await traliccio(folders, 'notices')).stdout, /Plugin loops was stopped/);
  await traliccio(folders, 'plugin', 'disable', 'loops');
  const billed = await traliccio(folders, 'run', 'billing', '--confirm');
  assert.equal(billed.code, 0, billed.stderr);
  assert.equal(await count('SELECT COUNT(*) AS n FROM document'), CONTRACTS);
});

/** An ISP with a month to bill, and the command as its operators run it. */
async function provider() {
  const dataDir = await mkdtemp(join(tmpdir(), 'traliccio-faults-'));
  after(() => rm(dataDir, { recursive: true, force: true }));
  const traliccio = (plugins: readonly string[], ...args: string[]): Promise<Ended> =>
    startTraliccio(args, {
      DATA_DIR: dataDir,
      CLOCK: DAY,
      LOG_LEVEL: 'silent',
      TRALICCIO_PLUGINS: plugins.join(delimiter),
    });
  const withDatabase = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    const database = await openDatabase(readConfig({ DATA_DIR: dataDir }));
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  };
  await traliccio([], 'plugin', 'list');
  await withDatabase((database) => buildIsp(database, { contracts: CONTRACTS, due: DAY }));
  return {
    dataDir,
    traliccio,
    async list(plugins: readonly string[]): Promise<Record<string, Listed>> {
      const { stdout } = await traliccio(plugins, 'plugin', 'list', '--json');
      return Object.fromEntries((JSON.parse(stdout) as Listed[]).map((one) => [one.id, one]));
    },
    count: (query: string) =>
      withDatabase(async ({ sql }) => (await sql.all<{ n: number }>(query))[0]?.n ?? 0),
  };
}
