import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { fixedClock } from '@traliccio/sdk/testing';
import { eachDatabase, type TestDatabase } from '../../../../test/host/database.ts';
import { Audit } from '../audit/audit.ts';
import { BadConfiguration } from '../bad-configuration.ts';
import { newKey, replaceKeyFile } from './key-file.ts';
import { MasterKeys } from './master-keys.ts';
import { Secrets } from './secrets.ts';

const clock = fixedClock('2026-11-24');
const BY = { kind: 'operator', name: 'test' } as const;
const PLACE = { table: 'plugin', column: 'settings.password', row: 'a' };
const badKey = (message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof BadConfiguration, String(error));
  assert.match(error.message, message);
  assert.ok(!error.message.includes('\n'));
  return true;
};

eachDatabase((name, open) => {
  const secretsOf = (
    { database, config }: TestDatabase,
    more: { secretKeyFile?: string; dataDir?: string } = {},
  ) => new Secrets({ config: { ...config, ...more }, sql: database.sql, clock });
  const sealIn = ({ database }: TestDatabase, secrets: Secrets, text = 'pāsswörd'): Promise<string> =>
    database.transaction((tx) => secrets.seal(tx, PLACE, text));
  const keysOf = ({ database, config }: TestDatabase) =>
    new MasterKeys({ config, database, clock, audit: new Audit(clock) });
  const fileOf = ({ config }: TestDatabase): string => join(config.dataDir, 'secret.key');

  it('an installation with no secrets needs no key', async () => {
    const place = await open();
    await secretsOf(place).check();
    await assert.rejects(stat(fileOf(place)), { code: 'ENOENT' });
  });

  it('the first secret makes the key, for its owner alone, and others open it with the same file', async () => {
    const place = await open();
    const sealed = await sealIn(place, secretsOf(place));
    assert.equal((await stat(fileOf(place))).mode & 0o777, 0o600);
    assert.equal(await secretsOf(place).open(PLACE, sealed), 'pāsswörd');
    assert.deepEqual(
      (await keysOf(place).show()).map((key) => [key.id, key.isCurrent, key.createdAt]),
      [['k1', true, clock.now()]],
    );
  });

  it('a copy in another row is not opened', async () => {
    const place = await open();
    const secrets = secretsOf(place);
    const sealed = await sealIn(place, secrets);
    await assert.rejects(secrets.open({ ...PLACE, row: 'b' }, sealed), { code: 'secret.damaged' });
    await assert.rejects(secrets.open(PLACE, 'pāsswörd'), { code: 'secret.damaged' });
  });

  it('a key file that is gone is not replaced: nothing starts until it is back', async () => {
    const place = await open();
    const sealed = await sealIn(place, secretsOf(place));
    await rename(fileOf(place), `${fileOf(place)}.away`);
    const gone = badKey(
      /secret\.key is not there, and secrets were sealed with its keys \(k1\): put it back/,
    );
    await assert.rejects(secretsOf(place).check(), gone);
    await assert.rejects(secretsOf(place).open(PLACE, sealed), gone);
    await assert.rejects(sealIn(place, secretsOf(place)), gone);
    await assert.rejects(stat(fileOf(place)), { code: 'ENOENT' });
    await rename(`${fileOf(place)}.away`, fileOf(place));
    assert.equal(await secretsOf(place).open(PLACE, sealed), 'pāsswörd');
  });

  it('another key of the same id is refused', async () => {
    const place = await open();
    const sealed = await sealIn(place, secretsOf(place));
    replaceKeyFile(fileOf(place), [newKey('k1')]);
    const another = badKey(/has another key k1 than the one that secrets were sealed with/);
    await assert.rejects(secretsOf(place).check(), another);
    await assert.rejects(secretsOf(place).open(PLACE, sealed), another);
    await assert.rejects(sealIn(place, secretsOf(place)), another);
  });

  it('a key that is in use must stay in the file', async () => {
    const place = await open();
    await sealIn(place, secretsOf(place));
    replaceKeyFile(fileOf(place), [newKey('k2')]);
    await assert.rejects(secretsOf(place).check(), badKey(/has no key k1, which secrets are sealed with/));
  });

  it('a file that SECRET_KEY_FILE names must be there, and is never made', async () => {
    const place = await open();
    const named = join(place.config.dataDir, 'elsewhere.key');
    const secrets = secretsOf(place, { secretKeyFile: named });
    await assert.rejects(
      secrets.check(),
      badKey(/elsewhere\.key is not there: make it with a line "k1 KEY"/),
    );
    await assert.rejects(sealIn(place, secrets), badKey(/is not there/));
    await writeFile(named, `mine ${newKey('x').bytes.toString('base64')}`, { mode: 0o600 });
    const sealed = await sealIn(place, secrets);
    assert.match(sealed, /^v1:mine:/);
    await assert.rejects(stat(fileOf(place)), { code: 'ENOENT' });
  });

  it('of two hosts that each make a key of their own, one is told that it needs the other one’s', async () => {
    const place = await open();
    const other = await mkdtemp(join(tmpdir(), 'traliccio-host-'));
    after(() => rm(other, { recursive: true }));
    const hosts = [secretsOf(place), secretsOf(place, { dataDir: other })];
    const ended = await Promise.allSettled(hosts.map((host) => sealIn(place, host)));
    const refused = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
    assert.equal(refused.length, 1, `on ${name}`);
    assert.match(refused[0]!.message, /all processes need the same file/);
    const loser = ended.findIndex((one) => one.status === 'rejected');
    await assert.rejects(hosts[loser]!.check(), badKey(/SECRET_KEY_FILE/));
    await hosts[1 - loser]!.check();
  });

  it('a process finds a key that was added while it runs, and seals with the new one', async () => {
    const place = await open();
    const running = secretsOf(place);
    await sealIn(place, running);
    await keysOf(place).rotate(BY);
    const sealed = await sealIn(place, secretsOf(place), 'new');
    assert.match(sealed, /^v1:k2:/);
    assert.equal(await running.open(PLACE, sealed), 'new');
    assert.match(await sealIn(place, running), /^v1:k2:/);
  });

  it('a host without the new key says which file it needs', async () => {
    const place = await open();
    const running = secretsOf(place);
    await sealIn(place, running);
    const old = await readFile(fileOf(place));
    await keysOf(place).rotate(BY);
    const sealed = await sealIn(place, secretsOf(place));
    await writeFile(fileOf(place), old);
    await assert.rejects(running.open(PLACE, sealed), badKey(/has no key k2|needs the key k2/));
  });

  it('nothing is sealed with a retired key', async () => {
    const place = await open();
    const running = secretsOf(place);
    await sealIn(place, running);
    const old = join(place.config.dataDir, 'old');
    await copyFile(fileOf(place), old);
    await keysOf(place).rotate(BY);
    await keysOf(place).retire('k1', BY);
    assert.doesNotMatch(await readFile(fileOf(place), 'utf8'), /k1/);
    const [k1] = (await readFile(old, 'utf8')).split('\n');
    await writeFile(fileOf(place), `${k1}\n${await readFile(fileOf(place), 'utf8')}`);
    await assert.rejects(sealIn(place, running), badKey(/has a retired key, k1, in its first line/));
  });
});
