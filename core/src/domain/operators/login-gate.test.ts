import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eachDatabase } from '../../../../test/host/database.ts';
import { WINDOW_MS } from './login-limits.ts';
import { CONSOLE, officesIn, PASSWORD, PEER, type Office } from './testing/office.ts';

const ANNA = 'anna@wisp.it';
const GUESS = fileURLToPath(new URL('./testing/guess.ts', import.meta.url));

eachDatabase((_name, open) => {
  const { office } = officesIn(open);
  const login = (o: Pick<Office, 'sessions'>, password: string, { email = ANNA, peer = PEER } = {}) =>
    o.sessions.login({ email, password, peer, kind: 'cookie' });
  const outcome = (trying: Promise<unknown>): Promise<string> =>
    trying.then(
      () => 'in',
      (error: unknown) => (error as { code: string }).code,
    );

  it('a thousand guesses at one account, from everywhere, by two processes: ten at most reach the password', async () => {
    const o = await office();
    await o.hire(ANNA);
    const [one, two] = await Promise.all([guess(o.url, 'account', 500), guess(o.url, 'account', 500)]);
    const reached = one.reached + two.reached;
    ok(reached >= 5 && reached <= 10, `${reached} reached it`);
    equal(sum(one.answers) + sum(two.answers), 1000);
    for (const { answers } of [one, two])
      deepEqual(
        Object.keys(answers).filter((code) => !['session.refused', 'session.too_many_tries'].includes(code)),
        [],
      );
    equal((await o.audited('operator.login_failed')).length, reached);
    equal((await o.audited('operator.login_blocked')).length, 1);
  });

  it('of guesses at many accounts from one network a hundred reach a password, and none after a restart', async () => {
    const o = await office();
    const both = await Promise.all([guess(o.url, 'network', 100), guess(o.url, 'network', 100)]);
    equal(both[0].reached + both[1].reached, 100);
    const { reached, answers } = await guess(o.url, 'network', 50);
    deepEqual({ reached, answers }, { reached: 0, answers: { 'session.too_many_tries': 50 } });
    deepEqual(
      (await o.audited('operator.login_blocked')).map((row) => [
        row.entity_id,
        (row.detail as { by: string }).by,
      ]),
      [[0, 'network']],
    );
  });

  it('whoever mistypes five times has to wait, and is told how long; others are not', async () => {
    const o = await office();
    await o.hire(ANNA);
    await o.hire('bruno@wisp.it');
    for (let n = 0; n < 5; n++) await rejects(login(o, 'sbagliata ma lunga'), { code: 'session.refused' });
    await rejects(login(o, PASSWORD), { code: 'session.too_many_tries', afterSeconds: 5 });
    await login(o, PASSWORD, { email: 'bruno@wisp.it' });
    o.clock.advance(4_999);
    await rejects(login(o, PASSWORD), { afterSeconds: 1 });
    o.clock.advance(1);
    await login(o, PASSWORD);
    // It was right: all is forgiven.
    for (let n = 0; n < 5; n++) await rejects(login(o, 'sbagliata ma lunga'), { code: 'session.refused' });
  });

  it('in a quarter of an hour ten guesses reach the password of an account, however patient', async () => {
    const o = await office();
    await o.hire(ANNA);
    for (let second = 0; second < WINDOW_MS / 1000; second += 5) {
      await outcome(login(o, `tentativo ${second}`));
      o.clock.advance(5_000);
    }
    equal(o.hasher.verified, 10);
    // In the next ones hardly any: the delays go on growing.
    for (let minute = 0; minute < 60; minute++) {
      await outcome(login(o, `tentativo ${minute}`));
      o.clock.advance(60_000);
    }
    ok(o.hasher.verified <= 16, String(o.hasher.verified));
  });

  it('one who does not exist is locked like one who does', async () => {
    const o = await office();
    await o.hire(ANNA);
    const tell = async (email: string): Promise<string[]> => {
      const told: string[] = [];
      for (let n = 0; n < 7; n++) told.push(await outcome(login(o, 'sbagliata ma lunga', { email })));
      return told;
    };
    deepEqual(await tell(ANNA), await tell('nessuno@wisp.it'));
  });

  it('an administrator unlocks an account, and a right password of one account frees no other', async () => {
    const o = await office();
    const id = await o.hire(ANNA);
    await o.hire('bruno@wisp.it');
    for (let n = 0; n < 6; n++) await outcome(login(o, 'sbagliata ma lunga'));
    await login(o, PASSWORD, { email: 'bruno@wisp.it' });
    equal(await outcome(login(o, PASSWORD)), 'session.too_many_tries');
    await o.tx((tx) => o.operators.unlock(tx, id, CONSOLE));
    await login(o, PASSWORD);
    deepEqual(await o.audited('operator.unlock'), [{ actor: 'operator:cli', entity_id: id, detail: {} }]);
  });

  it('counters that nobody needs are removed, those in use are not', async () => {
    const o = await office();
    await o.hire(ANNA);
    for (let n = 0; n < 12; n++)
      await outcome(login(o, 'sbagliata', { email: `x${n}@wisp.it`, peer: `10.0.${n}.1` }));
    o.clock.advance(23 * 3_600_000);
    await outcome(login(o, 'sbagliata', { email: 'y@wisp.it', peer: '10.1.0.1' }));
    o.clock.advance(3_600_000);
    for (let n = 0; n < 2; n++) await login(o, PASSWORD);
    const left = await o.database.sql.all<{ limit_key: string }>(
      'SELECT limit_key FROM login_limit ORDER BY limit_key',
    );
    // y's two, and the network that has just logged in.
    deepEqual(
      left.map((row) => row.limit_key.replace(/:[0-9a-f]{64}$/, ':…')),
      ['account:…', 'network:10.1.0.0/24', 'network:10.20.30.0/24'],
    );
  });
});

type Guessed = { readonly reached: number; readonly answers: Readonly<Record<string, number>> };

async function guess(url: string, mode: 'account' | 'network', tries: number): Promise<Guessed> {
  const flags = ['--conditions=traliccio-source', '--disable-warning=ExperimentalWarning'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, GUESS, url, mode, String(tries)]);
  return JSON.parse(stdout) as Guessed;
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((a, b) => a + b, 0);
