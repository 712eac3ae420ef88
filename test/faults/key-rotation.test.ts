import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fixedClock } from '@traliccio/sdk/testing';
import { readKeyFile } from '@traliccio/core/src/kernel/secrets/key-file.ts';
import { placeInJson } from '@traliccio/core/src/kernel/secrets/sealed-columns.ts';
import { Secrets } from '@traliccio/core/src/kernel/secrets/secrets.ts';
import { eachDatabase, type TestDatabase } from '../host/database.ts';
import type { RotationDeath } from './rotate-keys.ts';

const PLUGINS = 120;
const KILLS = 20;
/** The first kills hit the key file, each after a rotation that came to its end. */
const AT_THE_FILE: readonly RotationDeath[] = [
  { file: 'openSync', when: 'before' },
  { file: 'fsyncSync', when: 'before' },
  { file: 'renameSync', when: 'before' },
  { file: 'renameSync', when: 'after' },
];

type Ended = { readonly signal: string | null; readonly code: number | null; readonly stderr: string };

function rotate({ url, config }: TestDatabase, death: RotationDeath | null): Promise<Ended> {
  const script = fileURLToPath(new URL('./rotate-keys.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--conditions=traliccio-source', '--disable-warning=ExperimentalWarning', script],
    {
      env: {
        PATH: process.env['PATH'] ?? '',
        DATABASE_URL: url,
        DATA_DIR: config.dataDir,
        ...(death ? { DEATH: JSON.stringify(death) } : {}),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let stderr = '';
  child.stderr.on('data', (data) => (stderr += String(data)));
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      resolve({ code, signal, stderr });
    }),
  );
}

const place = (id: string) => placeInJson({ table: 'plugin', column: 'settings' }, id, ['token']);

async function fill({ database, config }: TestDatabase): Promise<void> {
  const secrets = new Secrets({ config, sql: database.sql, clock: fixedClock('2026-11-24') });
  await database.transaction(async (tx) => {
    for (let n = 0; n < PLUGINS; n++) {
      const $sealed = await secrets.seal(tx, place(`p-${n}`), `secret ${n}`);
      const settings = JSON.stringify({ token: { $sealed, at: n } });
      await tx.insert(
        'plugin',
        ['id', 'enabled', 'state', 'settings', 'updated_at'],
        [[`p-${n}`, 0, 'new', settings, 0]],
      );
    }
  });
}

/** Opens all secrets with what the process has in memory, or finds in the file. @returns how many */
async function openAll({ database }: TestDatabase, secrets: Secrets): Promise<number> {
  const rows = await database.sql.all<{ id: string; settings: string }>(
    "SELECT id, settings FROM plugin WHERE id LIKE 'p-%'",
  );
  for (const { id, settings } of rows) {
    const { token } = JSON.parse(settings) as { token: { $sealed: string } };
    assert.equal(await secrets.open(place(id), token.$sealed), `secret ${id.slice(2)}`);
  }
  return rows.length;
}

eachDatabase((name, open) => {
  it(
    `a rotation of keys that is killed ${KILLS} times loses no secret, and no reader notices`,
    { timeout: 240_000 },
    async (t) => {
      const test = await open();
      await fill(test);
      const clock = fixedClock('2026-11-24');
      const reader = new Secrets({ config: test.config, sql: test.database.sql, clock });
      let [reading, rounds] = [true, 0];
      const readers = (async () => {
        for (; reading; rounds++) {
          assert.equal(await openAll(test, reader), PLUGINS);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      })();
      readers.catch(() => undefined);

      const kill = async (death: RotationDeath): Promise<boolean> => {
        const ended = await rotate(test, death);
        const fresh = new Secrets({ config: test.config, sql: test.database.sql, clock });
        await fresh.check();
        assert.equal(await openAll(test, fresh), PLUGINS, JSON.stringify(death));
        assert.ok(ended.signal === 'SIGKILL' || ended.code === 0, ended.stderr);
        return ended.signal === 'SIGKILL';
      };
      for (const death of AT_THE_FILE) {
        const whole = await rotate(test, null);
        assert.equal(whole.code, 0, whole.stderr);
        assert.ok(await kill(death), JSON.stringify(death));
      }
      const whole = await rotate(test, null);
      const steps = Number(/steps (\d+)/.exec(whole.stderr)?.[1]);
      assert.ok(steps > 2 * PLUGINS, whole.stderr);
      let random = 20_261_124;
      const upTo = (n: number): number =>
        1 + ((random = (random * 1_103_515_245 + 12_345) % 2_147_483_648) % n);
      let kills = AT_THE_FILE.length;
      for (let tries = 0; kills < KILLS && tries < 2 * KILLS; tries++)
        if (await kill({ step: upTo(steps) })) kills += 1;
      assert.equal(kills, KILLS);

      const last = await rotate(test, null);
      assert.equal(last.code, 0, last.stderr);
      reading = false;
      await readers;
      const current = readKeyFile(join(test.config.dataDir, 'secret.key'))![0]!.id;
      const rest = await test.database.sql.all(
        `SELECT id FROM plugin WHERE settings NOT LIKE '%v1:${current}:%'`,
      );
      assert.deepEqual(
        rest.filter((row) => String(row['id']).startsWith('p-')),
        [],
      );
      assert.deepEqual(await readdir(test.config.dataDir), ['secret.key']);
      t.diagnostic(
        `${name}: ${kills} kills, keys up to ${current}; ${rounds} times all ${PLUGINS} secrets read meanwhile`,
      );
    },
  );
});
