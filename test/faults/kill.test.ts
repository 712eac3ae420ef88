import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Sql } from '@traliccio/sdk';
import { buildIsp } from '../bench/isp.ts';
import { eachDatabase, type TestDatabase } from '../host/database.ts';
import type { Death, Phase } from './dying-database.ts';

const DAY = '2026-11-01';
const CONTRACTS = 400;
const KILLS = 50;
/** Where the processes die: how often in each phase, and within how many of its statements. */
const DEATHS: readonly { readonly phase: Phase; readonly share: number; readonly within: number }[] = [
  { phase: 'plan', share: 8, within: 120 },
  { phase: 'issue', share: 20, within: 160 },
  { phase: 'commit', share: 10, within: 8 },
  { phase: 'effects', share: 12, within: 90 },
];

type Ended = {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
};

function start(script: string, args: readonly string[], env: Record<string, string>): Promise<Ended> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=traliccio-source',
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(new URL(script, import.meta.url)),
      ...args,
    ],
    {
      env: { ...process.env, NODE_TEST_CONTEXT: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (d) => (stdout += String(d)));
  child.stderr.on('data', (d) => (stderr += String(d)));
  return new Promise((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr })),
  );
}

const environment = ({ url, config }: TestDatabase): Record<string, string> => ({
  DATABASE_URL: url,
  DATA_DIR: config.dataDir,
  CLOCK: DAY,
  LOG_LEVEL: 'error',
});
const cli = (place: TestDatabase, ...args: string[]): Promise<Ended> =>
  start('../../core/src/cli/main.ts', args, environment(place));

async function one(sql: Sql, query: string): Promise<number> {
  const [row] = await sql.all<{ n: number }>(query);
  return row?.n ?? 0;
}

/** What must hold of a day that was billed, whatever happened on the way. */
async function assertBilledOnce(place: TestDatabase): Promise<void> {
  const { sql } = place.database;
  assert.equal(
    await one(sql, 'SELECT COUNT(*) AS n FROM document'),
    CONTRACTS,
    'an invoice for each contract',
  );
  assert.equal(
    await one(sql, 'SELECT COUNT(DISTINCT number) AS n FROM document WHERE number BETWEEN 1 AND 400'),
    CONTRACTS,
    'numbers 1 to 400',
  );
  assert.equal(await one(sql, 'SELECT COUNT(*) AS n FROM charge'), 3 * CONTRACTS, 'three charges each');
  assert.equal(await one(sql, 'SELECT COUNT(*) AS n FROM document_line'), 3 * CONTRACTS);
  assert.equal(
    await one(sql, "SELECT COUNT(*) AS n FROM outbox WHERE event = 'document.issued' AND state = 'done'"),
    CONTRACTS,
    'each delivered',
  );
  // 24,50 + 3,66 + 5,00 net or gross, and ten cents more for each of seven kinds of contract.
  assert.equal(await one(sql, 'SELECT SUM(total) AS n FROM document'), expectedTotal());
  const mails = await readdir(join(place.config.dataDir, 'plugins', 'mail-folder'));
  const eml = mails.filter((name) => name.endsWith('.eml'));
  assert.equal(eml.length, CONTRACTS, 'one mail for each invoice');
  const ids = await Promise.all(
    eml.map(
      async (name) =>
        /^Message-ID:\s*(<[^>]+>)/im.exec(
          await readFile(join(place.config.dataDir, 'plugins', 'mail-folder', name), 'utf8'),
        )?.[1],
    ),
  );
  assert.equal(new Set(ids).size, CONTRACTS, 'each with an identity of its own');
  for (const command of ['invariants', 'verify']) {
    const ended = await cli(place, command);
    assert.equal(ended.code, 0, `traliccio ${command}: ${ended.stdout}${ended.stderr}`);
  }
}

function expectedTotal(): number {
  let total = 0;
  for (let n = 1; n <= CONTRACTS; n++) {
    const more = (n % 7) * 10;
    const net = 2450 + 500 + 2 * more;
    total += net + Math.round((net * 22) / 100) + 366 + more;
  }
  return total;
}

eachDatabase((name, open) => {
  it(
    `a billing that is killed ${KILLS} times ends as if nothing had happened`,
    { timeout: 600_000 },
    async (t) => {
      const place = await open();
      await start('./bill.ts', [], environment(place));
      await buildIsp(place.database, { contracts: CONTRACTS, due: DAY });
      assert.equal((await cli(place, 'search', 'rebuild')).code, 0);
      const hits: Record<Phase, number> = { plan: 0, issue: 0, commit: 0, effects: 0 };
      let random = 20_261_101;
      const upTo = (n: number): number =>
        1 + ((random = (random * 1_103_515_245 + 12_345) % 2_147_483_648) % n);
      for (const { phase, share, within } of DEATHS) {
        for (let kill = 0; kill < share; kill++) {
          const death: Death = { phase, after: upTo(within) };
          const ended = await start('./bill.ts', [], { ...environment(place), DEATH: JSON.stringify(death) });
          assert.equal(
            ended.signal,
            'SIGKILL',
            `${JSON.stringify(death)}: exit ${ended.code} ${ended.stdout} ${ended.stderr}`,
          );
          const where = /died in (\w+)/.exec(ended.stderr)?.[1] as Phase;
          hits[where] += 1;
        }
      }
      const last = await start('./bill.ts', [], environment(place));
      assert.equal(last.code, 0, last.stderr);
      t.diagnostic(
        `${name}: killed ${JSON.stringify(hits)}, ${Object.values(hits).reduce((a, b) => a + b, 0)} in all; the last start ended with ${last.stdout}`,
      );
      await assertBilledOnce(place);
    },
  );

  it('two billings that start at once bill each contract once', { timeout: 120_000 }, async () => {
    const place = await open();
    await start('./bill.ts', [], environment(place));
    await buildIsp(place.database, { contracts: CONTRACTS, due: DAY });
    assert.equal((await cli(place, 'search', 'rebuild')).code, 0);
    const both = await Promise.all([
      start('./bill.ts', [], environment(place)),
      start('./bill.ts', [], environment(place)),
    ]);
    const codes = both.map((b) => b.code).toSorted((a, b) => Number(a) - Number(b));
    assert.equal(codes[0], 0, both.map((b) => b.stderr).join());
    assert.ok(codes[1] === 0 || codes[1] === 75, both.map((b) => b.stderr).join());
    const last = await start('./bill.ts', [], environment(place));
    assert.equal(last.code, 0, last.stderr);
    await assertBilledOnce(place);
  });
});
