import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eachDatabase, type TestDatabase } from '../../../test/host/database.ts';
import { outsidePlugins } from '../../../test/host/outside-plugin.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

eachDatabase((_, open) => {
  it('a command prints text for people, or nothing but JSON', async () => {
    const test = await open();
    const text = await traliccio(test, 'plugin list');
    assert.match(text.out, /^ID +VERSION +STATE/);
    const json = await traliccio(test, 'plugin list --json');
    assert.deepEqual([json.code, json.err], [0, '']);
    assert.ok((JSON.parse(json.out) as { id: string }[]).some((plugin) => plugin.id === 'fatturapa'));
  });

  it('an error is one line with a code', async () => {
    const test = await open();
    for (const [line, message] of [
      ['frobnicate', 'error[usage] there is no command "frobnicate" (traliccio --help)'],
      ['plugin', 'error[usage] "traliccio plugin" needs one of: list, enable, disable, add, settings'],
      ['plugin list --colour', `error[usage] Unknown option '--colour' (traliccio plugin list --help)`],
      [
        'plugin enable nobody',
        'error[plugin.not_found] there is no plugin nobody: "traliccio plugin list" shows them',
      ],
      ['plugin enable', 'error[usage] give exactly one ID, not 0'],
      ['plugin add /nowhere', /^error\[plugin.folder\] the plugin folder \/nowhere has no package.json/],
      ['outbox retry x', 'error[usage] "x" is no number from 1 up'],
      ['outbox list --state gone', /^error\[usage\] --state: "gone" is none of ready/],
      [
        'notices close 5',
        'error[notice.not_found] there is no open notice 5: "traliccio notices" lists them',
      ],
    ] as const) {
      const { code, out, err } = await traliccio(test, line);
      assert.deepEqual([code, out, err.trimEnd().split('\n').length], [1, '', 1], line);
      if (typeof message === 'string') assert.equal(err.trimEnd(), message);
      else assert.match(err, message);
    }
  });

  it('every command explains itself', async () => {
    const test = await open();
    const all = await traliccio(test, '--help');
    for (const command of commands) {
      assert.ok(all.out.includes(command.name), command.name);
      const { code, out } = await traliccio(test, `${command.name} --help`);
      assert.equal(code, 0);
      assert.ok(out.startsWith(`traliccio ${command.name}`));
    }
  });

  it('plugins are added, set, disabled and enabled', async () => {
    const test = await open();
    const [folder] = await outsidePlugins({
      id: 'acme',
      settings: `Type.Object({ days: Type.Integer({ default: 3 }) })`,
      setup: '',
    });
    assert.equal((await traliccio(test, `plugin add ${folder}`)).out, 'acme 1.2.3 is enabled.\n');
    assert.match((await traliccio(test, 'plugin settings acme')).out, /days +3/);
    assert.match((await traliccio(test, 'plugin settings acme --set days=5')).out, /days +5/);
    assert.match(
      (await traliccio(test, 'plugin settings acme --set days=x')).err,
      /error\[plugin.settings\] days: /,
    );
    await traliccio(test, 'plugin disable acme');
    assert.match((await traliccio(test, 'plugin list')).out, /acme +1.2.3 +disabled/);
    await traliccio(test, 'plugin enable acme');
    assert.match((await traliccio(test, 'plugin list')).out, /acme +1.2.3 +enabled/);
    const actions = await test.database.sql.all<{ action: string }>(
      "SELECT action FROM audit_log WHERE actor = 'operator:cli' ORDER BY id",
    );
    assert.deepEqual(
      actions.map((row) => row.action),
      ['plugin.enabled', 'plugin.settings_changed', 'plugin.disabled', 'plugin.enabled'],
    );
  });

  it('the doctor finds nothing wrong with a new installation', async () => {
    const { code, out } = await traliccio(await open(), 'doctor --json');
    const findings = JSON.parse(out) as { state: string; what: string }[];
    assert.deepEqual([code, findings.filter((one) => one.state !== 'ok')], [0, []]);
  });

  it('an older database is not touched before it is migrated, and a newer one not at all', async () => {
    const test = await open();
    await test.database.sql.run("DELETE FROM schema_migration WHERE name = 'table notice'");
    const behind = await traliccio(test, 'plugin list');
    assert.equal(behind.code, 78);
    assert.match(behind.err, /error\[database.behind\].*run "traliccio migrate"/);
    assert.match((await traliccio(test, 'migrate status')).out, /1 to do:\n +table notice/);
    assert.equal((await traliccio(test, 'migrate')).out, '1 steps done.\n');
    assert.equal((await traliccio(test, 'plugin list')).code, 0);
    await test.database.sql.run(
      "INSERT INTO schema_migration (module, name) VALUES ('core', 'table future')",
    );
    const newer = await traliccio(test, 'plugin list');
    assert.equal(newer.code, 78);
    assert.match(newer.err, /error\[database.newer\].*table future/);
  });
});

it('a database that is not there ends the command with code 78', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'traliccio-cli-'));
  for (const [url, reason] of [
    ['mysql://root@127.0.0.1:1/x', /nothing listens there: start the server or correct DATABASE_URL/],
    ['sqlite:/nowhere/x.db', /the file can not be opened: its folder must exist and be writable/],
  ] as const) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--conditions=traliccio-source', '--disable-warning=ExperimentalWarning', MAIN, 'plugin', 'list'],
      { env: { DATA_DIR: dataDir, DATABASE_URL: url }, encoding: 'utf8', timeout: 20_000 },
    );
    assert.deepEqual([status, stdout], [78, '']);
    assert.match(stderr, reason);
    assert.equal(stderr.trimEnd().split('\n').length, 1);
  }
  await rm(dataDir, { recursive: true });
});

type Ran = { readonly code: number; readonly out: string; readonly err: string };

async function traliccio({ url, config }: TestDatabase, line: string): Promise<Ran> {
  let [out, err] = ['', ''];
  const streams = {
    stdout: { write: (text: string) => void (out += text) },
    stderr: { write: (text: string) => void (err += text) },
  } as unknown as Pick<NodeJS.Process, 'stdout' | 'stderr'>;
  const env = { DATABASE_URL: url, DATA_DIR: config.dataDir, LOG_LEVEL: 'silent' };
  const code = await runCommand(line.split(' '), { commands, env, streams });
  return { code, out, err };
}
