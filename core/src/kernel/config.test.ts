import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { systemClock } from './clock.ts';
import { BadConfiguration, readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'traliccio-config-'));
after(() => rmSync(folder, { recursive: true }));
const env = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  DATA_DIR: join(folder, 'data'),
  ...more,
});

describe('the configuration', () => {
  it('is complete without any variable but the folder of the data', () => {
    const config = readConfig(env());
    assert.deepEqual(config.database, { dialect: 'sqlite', file: join(folder, 'data', 'traliccio.db') });
    assert.deepEqual([config.clockOffset, config.logLevel, config.pluginPaths], [0, 'warn', []]);
  });

  it('keeps the password out of what is shown', () => {
    const { databaseUrl } = readConfig(env({ DATABASE_URL: 'mysql://isp:secret@db.example/traliccio' }));
    assert.equal(databaseUrl, 'mysql://isp:***@db.example/traliccio');
  });

  it('knows where the keys of secrets are, if not with the data', () => {
    assert.equal(readConfig(env()).secretKeyFile, null);
    assert.equal(readConfig(env({ SECRET_KEY_FILE: '/run/keys/t' })).secretKeyFile, '/run/keys/t');
  });

  it('lists the folders of plugins from outside', () => {
    const config = readConfig(env({ TRALICCIO_PLUGINS: ['/a/one', '/b/two'].join(delimiter) }));
    assert.deepEqual(config.pluginPaths, ['/a/one', '/b/two']);
  });

  for (const [field, value, message] of [
    ['DATABASE_URL', 'postgres://db/x', /unknown scheme postgres:: write sqlite:FILE or mysql:/],
    ['DATABASE_URL', 'mysql://db', /names no database/],
    ['DATABASE_URL', 'traliccio.db', /is no URL: write sqlite:FILE/],
    ['CLOCK', 'tomorrow', /neither a date nor an instant: write 2026-11-24/],
    ['CLOCK', '2026-02-30', /neither a date nor an instant/],
    ['LOG_LEVEL', 'loud', /is none of debug, info, warn, error, silent/],
  ] as const)
    it(`refuses ${field}=${value} and says what to write`, () => {
      assert.throws(
        () => readConfig(env({ [field]: value })),
        (error: BadConfiguration) =>
          error instanceof BadConfiguration && error.field === field && message.test(error.message),
      );
    });

  it('refuses a folder that can not be written to', () => {
    writeFileSync(join(folder, 'file'), '');
    const refused = [join(folder, 'file'), join(folder, 'file', 'data')];
    if (process.platform === 'linux') refused.push('/proc/traliccio/data');
    for (const dataDir of refused)
      assert.throws(() => readConfig({ DATA_DIR: dataDir }), { code: 'config.data_dir', field: 'DATA_DIR' });
  });

  it('makes the folder with those above it', () => {
    readConfig({ DATA_DIR: join(folder, 'a', 'b', 'c') });
    assert.ok(existsSync(join(folder, 'a', 'b', 'c')));
  });
});

describe('the clock', () => {
  it('stands at the day it is set to, and goes on', async () => {
    const { clockOffset } = readConfig(env({ CLOCK: '2024-02-29' }));
    const clock = systemClock('Europe/Rome', clockOffset);
    assert.equal(clock.today(), '2024-02-29');
    const before = clock.now();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(clock.now() - before >= 15);
  });

  it('tells the day of the business time zone, wherever the server stands', () => {
    const { clockOffset } = readConfig(env({ CLOCK: '2026-06-30T22:30:00Z' }));
    assert.equal(systemClock('Europe/Rome', clockOffset).today(), '2026-07-01');
    assert.equal(systemClock('America/New_York', clockOffset).today(), '2026-06-30');
  });
});
