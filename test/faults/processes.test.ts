import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from '@traliccio/core/src/app.ts';
import { buildIsp } from '../bench/isp.ts';
import { eachDatabase, type TestDatabase } from '../host/database.ts';
import { outsidePlugins } from '../host/outside-plugin.ts';
import { startTraliccio } from '../host/process.ts';
import { startServing, worksOn, type Serving } from '../host/serving.ts';

const DAY = '2026-11-01';
const CONTRACTS = 5_000;
/** Longer than the leases of runs, deliveries and jobs. */
const STOPPED_MS = 25_000;
const BY = { actor: { kind: 'operator', name: 'test' }, can: () => true } as const;

/** In the place of mails: an effect outside, which a repetition finds by its key. */
const RECORDER = `
  ctx.events.on('document.issued', { whileDisabled: 'keep' }, async ({ data, key, attempt }) => {
    const { writeFile } = await import('node:fs/promises');
    const folder = await ctx.dataDir();
    await writeFile(folder + '/' + data.documentId, key, { flag: 'wx' }).catch(async (error) => {
      if (error.code !== 'EEXIST') throw error;
      await writeFile(folder + '/again-' + data.documentId + '-' + attempt, key);
    });
  });`;

const mongo = process.env['TRALICCIO_TEST_MONGODB'];

eachDatabase((name, open) => {
  // Several processes share a server; the embedded database is for one.
  if (name !== 'MySQL') return;
  it('jobs in SQL', { timeout: 300_000 }, async (t) =>
    billWithLosses(await open(), {}, (text) => t.diagnostic(text)),
  );
  describe('jobs in MongoDB', { skip: mongo ? false : 'TRALICCIO_TEST_MONGODB names no server' }, () => {
    it('jobs in MongoDB', { timeout: 300_000 }, async (t) => {
      const test = await open();
      const jobs = `${mongo!.replace(/\/$/, '')}/jobs_${test.url.split('_').at(-1)}`;
      await billWithLosses(test, { JOBS_URL: jobs }, (text) => t.diagnostic(text));
    });
  });
});

/** Two processes that answer, two that work; of these one is killed, and one stopped and continued. */
async function billWithLosses(
  test: TestDatabase,
  more: Record<string, string>,
  say: (text: string) => void,
): Promise<void> {
  const { database, url, config } = test;
  const [recorder] = await outsidePlugins({ id: 'recorder', setup: RECORDER });
  const env = {
    DATABASE_URL: url,
    DATA_DIR: config.dataDir,
    CLOCK: DAY,
    LOG_LEVEL: 'error',
    TRALICCIO_PLUGINS: recorder!,
    ...more,
  };
  await buildIsp(database, { contracts: CONTRACTS, due: DAY });
  assert.equal((await startTraliccio(['search', 'rebuild'], env)).code, 0);
  const token = await administrator(test);
  for (const id of ['messaging', 'invoice-pdf'])
    assert.equal((await startTraliccio(['plugin', 'disable', id], env)).code, 0);
  const [one, other] = await Promise.all([
    startServing(env, '--role', 'web'),
    startServing(env, '--role', 'web'),
  ]);
  const workers = await Promise.all([
    startServing(env, '--role', 'worker'),
    startServing(env, '--role', 'worker'),
  ]);
  const count = async (sql: string): Promise<number> =>
    (await database.sql.all<{ n: number }>(sql))[0]?.n ?? 0;
  const issued = (): Promise<number> => count('SELECT COUNT(*) AS n FROM document');
  const since = performance.now();
  const ask = async (
    server: Serving,
    path: string,
    body?: object,
  ): Promise<{ status: number; json: RunAnswer }> => {
    const response = await fetch(`${server.address}${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, json: (await response.json()) as RunAnswer };
  };
  assert.equal((await ask(one, '/api/runs/billing', { confirm: true })).status, 202);

  const killed = await atWork(workers, issued, 300);
  killed.child.kill('SIGKILL');
  const atKill = await issued();
  const left = workers.filter((worker) => worker !== killed);
  left.push(await startServing(env, '--role', 'worker'));
  const stopped = await atWork(left, issued, atKill + 300);
  stopped.child.kill('SIGSTOP');
  const atStop = await issued();
  await wait(STOPPED_MS);
  // Somebody else has gone on in its place. On FerretDB nobody does in time: there only the end counts.
  if (!('JOBS_URL' in more)) await until(async () => (await issued()) > atStop + 500);
  const meanwhile = await issued();
  stopped.child.kill('SIGCONT');

  await until(
    async () => (await ask(other, `/api/runs/find?kind=billing&date=${DAY}`)).json.state === 'done',
  );
  const seconds = (performance.now() - since) / 1000;
  await until(async () => (await count("SELECT COUNT(*) AS n FROM outbox WHERE state <> 'done'")) === 0);
  await wait(500);

  const files = await readdir(join(config.dataDir, 'plugins', 'recorder'));
  const figures = {
    documents: await issued(),
    numbers: await count('SELECT COUNT(DISTINCT series, number) AS n FROM document'),
    highest: await count('SELECT MAX(number) AS n FROM document'),
    charges: await count('SELECT COUNT(*) AS n FROM charge'),
    chargeKeys: await count('SELECT COUNT(DISTINCT charge_key) AS n FROM charge'),
    runs: await count("SELECT COUNT(*) AS n FROM run WHERE kind = 'billing'"),
    effects: files.filter((file) => !file.startsWith('again-')).length,
  };
  const repeated = files.filter((file) => file.startsWith('again-')).length;
  say(
    `${JSON.stringify(figures)} killed at ${atKill}, stopped at ${atStop}, at ${meanwhile} when continued, ` +
      `${repeated} deliveries repeated with their key, ${seconds.toFixed(1)} s`,
  );
  assert.deepEqual(figures, {
    documents: CONTRACTS,
    numbers: CONTRACTS,
    highest: CONTRACTS,
    charges: 3 * CONTRACTS,
    chargeKeys: 3 * CONTRACTS,
    runs: 1,
    effects: CONTRACTS,
  });
  for (const command of ['invariants', 'verify']) {
    const { code, stdout } = await startTraliccio([command], env);
    assert.equal(code, 0, stdout);
  }
  for (const { child, ended } of [one, other, ...left]) {
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
  }
}

type RunAnswer = { readonly state?: string };

async function administrator({ config }: TestDatabase): Promise<string> {
  const app = await createApp(config, { role: 'cli' });
  try {
    const operatorId = await app.operators.create(
      {
        email: 'anna@example.it',
        name: 'Anna',
        groups: [1],
        password: 'dodici gru volano storte',
        mustChangePassword: false,
      },
      BY,
    );
    const made = await app.database.transaction((tx) =>
      app.apiTokens.create(tx, { operatorId, name: 'test', peer: '127.0.0.1' }, BY.actor),
    );
    return made.token;
  } finally {
    await app.close();
  }
}

/** The worker that has the run in hand when so many invoices are there. */
async function atWork(
  workers: readonly Serving[],
  issued: () => Promise<number>,
  least: number,
): Promise<Serving> {
  let found: Serving | undefined;
  await until(async () => {
    if ((await issued()) < least) return false;
    found = workers.find((worker) => worksOn(worker, 'billing'));
    return found !== undefined;
  });
  return found!;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 120_000; performance.now() < end; await wait(20))
    if (await holds()) return;
  throw new Error('it has not come to pass within two minutes');
}
