import { deepEqual, equal, match } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eachDatabase } from '../../../test/host/database.ts';
import { openProvider, type Provider } from '../../../test/host/provider.ts';
import type { Ended } from '../../../test/host/process.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

const TODAY = '2026-11-24';
const PASSWORD = 'dodici gru volano storte';
const CREATE = [
  'operator',
  'create',
  '--email',
  'Capo@wisp.it',
  '--name',
  'Carla Po',
  '--group',
  'Amministratori',
];

eachDatabase((_name, open) => {
  it('operators and groups are managed at the console, from the first one on', async () => {
    const p = await openProvider(open, { day: TODAY });
    const run = (...argv: string[]) => say(p, argv);
    match((await run('operator', 'list')).out, /^There are no operators yet/);
    const created = await run(...CREATE);
    const password = /first login: (\S+)\n$/.exec(created.out)?.[1] ?? '';
    match(created.out, /^capo@wisp\.it is created\.\n/);
    const login = (secret: string) =>
      p.app.sessions.login({ email: 'capo@wisp.it', password: secret, peer: '127.0.0.1', kind: 'bearer' });
    equal((await login(password)).who.mustChangePassword, true);

    equal((await run('group', 'create', 'Ufficio', '--permission', 'customers.read')).code, 0);
    match(
      (await run('group', 'set', 'Ufficio', '--permission', 'sites.read', '--permission', 'plans.read')).out,
      /^Ufficio may: plans\.read sites\.read\n$/,
    );
    match(
      (await run('group', 'set', 'Ufficio', '--permission', 'sites.red')).err,
      /^error\[group\.permissions_unknown\]/,
    );
    match((await run('group', 'list')).out, /Amministratori {2}\*\nUfficio {9}plans\.read sites\.read\n$/);
    match(
      (await run('group', 'list', '--permissions')).out,
      /operators\.manage +Manage operators and groups/,
    );
    match((await run('operator', 'disable', 'capo@wisp.it')).err, /^error\[operator\.last_manager\]/);
    const json = JSON.parse(
      (await run(...CREATE, '--email', 'anna@wisp.it', '--language', 'en', '--json')).out,
    ) as {
      email: string;
      password: string;
    };
    equal(json.email, 'anna@wisp.it');
    match((await run('operator', 'disable', 'ANNA@wisp.it')).out, /^anna@wisp\.it is disabled\.\n$/);
    match((await run('operator', 'list')).out, /anna@wisp\.it +Carla Po +Amministratori +disabled\n/);
    match((await run('operator', 'enable', 'anna@wisp.it')).out, /^anna@wisp\.it is enabled\.\n$/);

    for (let n = 0; n < 6; n++) await login('sbagliata ma lunga').catch(() => undefined);
    match((await run('operator', 'unlock', 'capo@wisp.it')).out, /^capo@wisp\.it may try again\.\n$/);
    await login(password);
    const reset = await run('operator', 'password', 'capo@wisp.it');
    match(
      reset.out,
      /^capo@wisp\.it has a new password\.\nPassword, to be changed at the first login: \S+\n$/,
    );
    equal(
      (await run('operator', 'password', 'nessuno@wisp.it')).err,
      'error[operator.not_found] there is no operator nessuno@wisp.it\n',
    );
    equal((await run('operator', 'create', '--email', 'x@wisp.it', '--name', 'X')).code, 1);
  });

  it('a token is shown once, listed and revoked', async () => {
    const p = await openProvider(open, { day: TODAY });
    const run = (...argv: string[]) => say(p, argv);
    await run(...CREATE);
    const of = ['--email', 'capo@wisp.it'];
    const { out } = await run('operator', 'token', 'create', ...of, '--name', 'Zabbix', '--days', '30');
    const token =
      /^(tr_\S{43})\n\nIt is shown this once, and good until \d{4}-\d\d-\d\d\.\n$/.exec(out)?.[1] ?? '';
    equal((await p.app.sessions.resolve(token))?.actor.name, 'capo@wisp.it');
    match(
      (await run('operator', 'token', 'create', ...of, '--name', 'x', '--days', 'many')).err,
      /^error\[token\.days_invalid\]/,
    );
    const listed = await run('operator', 'token', 'list', ...of);
    const id = /^(\d+) +token +Zabbix +cli /m.exec(listed.out)?.[1] ?? '';
    equal(listed.out.includes(token), false);
    match((await run('operator', 'token', 'revoke', id, ...of)).out, /is revoked/);
    equal(await p.app.sessions.resolve(token), null);
    match((await run('operator', 'token', 'revoke', id, ...of)).err, /^error\[session\.not_found\]/);
  });

  it('a password comes from standard input, never from the command line', async () => {
    const { url, config } = await open();
    const create = [...CREATE, '--password-stdin'];
    const env = { DATABASE_URL: url, DATA_DIR: config.dataDir };
    const refused = await withInput([...create], env, 'Password123!\n');
    deepEqual([refused.code, /^error\[password\.common\]/.test(refused.stderr)], [1, true]);
    const done = await withInput(create, env, `${PASSWORD}\n`);
    deepEqual([done.code, done.stdout], [0, 'capo@wisp.it is created.\n']);
    match((await withInput(['operator', 'list'], env, '')).stdout, /Amministratori {2}enabled\n$/);
  });
});

async function say({ app: { config } }: Provider, argv: readonly string[]) {
  let [out, err] = ['', ''];
  const streams = {
    stdout: { write: (text: string) => void (out += text) },
    stderr: { write: (text: string) => void (err += text) },
  } as unknown as Pick<NodeJS.Process, 'stdout' | 'stderr'>;
  const { databaseUrl, dataDir } = config;
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, CLOCK: TODAY, LOG_LEVEL: 'silent' };
  const code = await runCommand(argv, { commands, env, streams });
  return { code, out, err };
}

function withInput(
  args: readonly string[],
  env: object,
  input: string,
): Promise<Pick<Ended, 'code' | 'stdout' | 'stderr'>> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const flags = ['--conditions=traliccio-source', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, main, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => (stdout += String(data)));
  child.stderr.on('data', (data) => (stderr += String(data)));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}
