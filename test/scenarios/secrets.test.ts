import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Sql } from '@traliccio/sdk';
import { eachDatabase, type TestDatabase } from '../host/database.ts';
import { outsidePlugins } from '../host/outside-plugin.ts';
import { startTraliccio, type Ended } from '../host/process.ts';

const SCRIPT = fileURLToPath(new URL('../host/secrets-over-http.ts', import.meta.url));
const SECRET = "Type.String({ format: 'secret', default: '', maxLength: 40 })";
/** A plugin that tells by a hash which secrets it was given. */
const KEEPER = {
  id: 'keeper',
  settings: `Type.Object({
    open: Type.String({ default: '' }),
    days: Type.Integer({ default: 3 }),
    one: ${SECRET},
    two: ${SECRET},
    smtp: Type.Object({ host: Type.String({ default: '' }), password: ${SECRET} }, { default: { host: '', password: '' } }),
    accounts: Type.Array(Type.Object({ name: Type.String(), password: ${SECRET} }), { default: [] }),
    headers: Type.Record(Type.String(), Type.String({ format: 'secret' }), { default: {} }),
  })`,
  setup: `const { createHash } = await import('node:crypto');
    const { open, days, smtp, ...rest } = ctx.settings;
    const all = [rest.one, rest.two, smtp.password, ...rest.accounts.map((a) => a.password), ...Object.values(rest.headers)];
    ctx.health.set('degraded', createHash('sha256').update(all.join()).digest('hex'));`,
};
const asynchronous = { ...KEEPER, setup: `return (async () => { ${KEEPER.setup} })();` };

/** `CANARY-7-…`: not to be seen anywhere but in the plugin. */
const canary = (n: number): string => `CANARY-${n}-${'à€'.repeat(3)}`;
const IN_THE_OPEN = 'NO-SECRET-0';

type Watched = {
  readonly run: (args: readonly string[], input?: string) => Promise<string>;
  readonly http: (changes: readonly unknown[]) => Promise<string>;
  /** All that any process has printed. */
  readonly printed: () => string;
};

async function watch({ url, config }: TestDatabase): Promise<Watched> {
  const [folder] = await outsidePlugins(asynchronous);
  const env = { DATABASE_URL: url, DATA_DIR: config.dataDir, LOG_LEVEL: 'debug', TRALICCIO_PLUGINS: folder! };
  let printed = '';
  const start = async (...args: Parameters<typeof startTraliccio>): Promise<string> => {
    const { code, stdout, stderr } = await startTraliccio(...args);
    const all = `${args[0].join(' ').replace(/=.*/, '=')} -> ${code}\n${stdout}${stderr}\n`;
    printed += all;
    return all;
  };
  return {
    run: (args, input = '') => start(args, env, { input }),
    http: (changes) => start(['keeper'], env, { input: JSON.stringify(changes), script: SCRIPT }),
    printed: () => printed,
  };
}

async function dumped(sql: Sql): Promise<string> {
  const names = await sql.all<{ name: string }>(
    sql.dialect === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table'"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  const tables = await Promise.all(
    names.map(async ({ name }) => ({ name, rows: await sql.all(`SELECT * FROM ${name}`) })),
  );
  assert.ok(tables.length > 20);
  return JSON.stringify(tables);
}

async function filesIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))).join(
    '\n',
  );
}

/** As they are, in base64, in hexadecimal, escaped: however something might have written them. */
function canariesIn(text: string): readonly string[] {
  return Array.from({ length: 20 }, (_, n) => `CANARY-${n}-`).filter((start) =>
    [
      start,
      Buffer.from(start).toString('base64').slice(0, 8),
      Buffer.from(start).toString('hex'),
      encodeURIComponent(start),
    ].some((form) => text.includes(form)),
  );
}

eachDatabase((_, open) => {
  it(
    'a secret in a plugin’s settings reaches the plugin, and nothing else',
    { timeout: 180_000 },
    async () => {
      const test = await open();
      const { run, http, printed } = await watch(test);
      const settings = ['plugin', 'settings', 'keeper'];
      await run([...settings, '--set', `open=${IN_THE_OPEN}`, '--secret-stdin', 'one'], `${canary(1)}\n`);
      await run(
        [...settings, '--set', `two=${canary(2)}`, '--secret-stdin', 'smtp.password', '--json'],
        canary(3),
      );
      await run([...settings, '--set', 'accounts=[{"name":"a"}]']);
      await run([...settings, '--secret-stdin', 'accounts.0.password'], canary(4));
      // What goes wrong must not repeat them either.
      await run([...settings, '--secret-stdin', 'days'], canary(5));
      await run([...settings, '--secret-stdin', 'onne'], canary(6));
      await run([...settings, '--set', `headers={"x":"${canary(7)}",}`]);
      await run([...settings, '--secret-stdin', 'two'], canary(8).repeat(9));
      const answers = await http([
        { headers: { 'x-key': canary(9), 'x.other': canary(10) } },
        { smtp: { host: 'mail.example', passwort: canary(11) } },
        { one: canary(12).repeat(9) },
        { one: { text: canary(13) } },
        { smtp: { host: 'mail.example' } },
      ]);
      await run(['keys', 'rotate']);
      await run(settings);
      await run(['doctor']);
      const listed = await run(['plugin', 'list', '--json']);

      const given = [1, 2, 3, 4, 9, 10].map(canary).join();
      const hash = createHash('sha256').update(given).digest('hex');
      assert.ok(listed.includes(hash), printed());
      assert.match(answers, /"password":\{"set":true,"at":\d+/);

      const places = {
        printed: printed(),
        tables: await dumped(test.database.sql),
        files: (await filesIn(test.config.dataDir)) + (await databaseFile(test)),
      };
      assert.ok(places.printed.includes(IN_THE_OPEN) && places.tables.includes(IN_THE_OPEN));
      for (const [where, text] of Object.entries(places))
        assert.deepEqual([where, canariesIn(text)], [where, []]);
      assert.match(places.tables, /\$sealed\\*":\\*"v1:k2:/);
    },
  );
});

async function databaseFile({ url }: TestDatabase): Promise<string> {
  if (!url.startsWith('sqlite:')) return '';
  const bytes = await filesIn(join(url.slice('sqlite:'.length), '..'));
  assert.ok(bytes.includes(IN_THE_OPEN));
  return bytes;
}

describe('a key file that can not be right', () => {
  it('ends any command with exit code 78 and one line, and is not replaced', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'traliccio-keys-'));
    after(() => rm(dataDir, { recursive: true }));
    const keyFile = join(dataDir, 'secret.key');
    const run = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
      startTraliccio(args, { DATA_DIR: dataDir, ...env });
    assert.equal((await run(['keys', 'rotate'])).code, 0);
    const good = await readFile(keyFile, 'utf8');

    const refused = async (message: RegExp, env: Record<string, string> = {}): Promise<void> => {
      const { code, stdout, stderr } = await run(['plugin', 'list'], env);
      assert.deepEqual([code, stdout], [78, ''], stderr);
      assert.match(stderr, message);
      assert.equal(stderr.trim().split('\n').length, 1);
      assert.ok(!stderr.includes(good.slice(3, 20)));
    };
    await chmod(keyFile, 0o644);
    await refused(/^error\[config\.secret_key\] .*is open to others \(mode 644\): chmod 600/);
    await chmod(keyFile, 0o600);
    await writeFile(keyFile, `k1 ${Buffer.alloc(32, 7).toString('base64')}`);
    await refused(/has a weak key in line 1/);
    await refused(/elsewhere is not there, and secrets were sealed with its keys/, {
      SECRET_KEY_FILE: join(dataDir, 'elsewhere'),
    });
    await rm(keyFile);
    await refused(/secret\.key is not there, and secrets were sealed with its keys \(k1\): put it back/);
    assert.equal((await run(['plugin', 'list', '--safe-mode'])).code, 0);
    assert.deepEqual(
      (await readdir(dataDir)).filter((name) => name.includes('key')),
      [],
    );
    await writeFile(keyFile, good, { mode: 0o600 });
    assert.equal((await run(['plugin', 'list'])).code, 0);
  });
});
