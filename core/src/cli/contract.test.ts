import { deepEqual, equal, match } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../test/host/database.ts';
import { MONTHLY, openProvider, type Provider } from '../../../test/host/provider.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

const TODAY = '2026-11-24';

eachDatabase((_name, open) => {
  const provider = async (): Promise<Provider> => {
    const p = await openProvider(open, { day: TODAY });
    await p.customer('C1');
    await p.contract('K1', { startOn: '2026-11-01' });
    return p;
  };

  it('a contract is held and released, and shown with both', async () => {
    const p = await provider();
    const held = await say(p, [
      'contract',
      'hold',
      'K1',
      '--reason',
      'Antenna guasta',
      '--until',
      '2026-11-30',
    ]);
    match(held.out, /^K1 is held from 2026-11-24: billing stopped, access limit none \(hold \d+\)\.\n$/);
    deepEqual(await p.rows('SELECT until_date, blocks_billing FROM hold'), [
      { until_date: '2026-12-01', blocks_billing: 1 },
    ]);
    match((await say(p, ['contract', 'show', 'K1'])).out, /^K1 {2}Pending {2}C1 Mario Rossi\n/);
    match((await say(p, ['contract', 'release', 'K1'])).out, /^K1 is free from 2026-11-24 .* resume\)/);
    match((await say(p, ['contract', 'show', 'K1'])).out, /^K1 {2}Attivo/);
    equal(
      (await say(p, ['contract', 'release', 'K1'])).err,
      'error[hold.not_found] --hold: contract K1 has no such open hold\n',
    );
  });

  it('of several holds the operator says which one is lifted', async () => {
    const p = await provider();
    for (const reason of ['one', 'two'])
      await say(p, ['contract', 'hold', 'K1', '--reason', reason, '--access', 'notice']);
    const [, second] = await p.rows('SELECT id FROM hold ORDER BY id');
    match((await say(p, ['contract', 'release', 'K1'])).err, /^error\[usage\] --hold: .* say which/);
    equal((await say(p, ['contract', 'release', 'K1', '--hold', String(second?.['id'])])).code, 0);
    deepEqual(await p.rows('SELECT reason FROM hold WHERE released_at IS NULL'), [{ reason: 'one' }]);
  });

  it('a dearer price holds at once, a cheaper one from the next period', async () => {
    const p = await provider();
    const change = (price: string) => say(p, ['contract', 'change', 'K1', '--price', price]);
    match((await change('25,00')).out, /from 2026-12-01\.\n$/);
    match((await change('35,00')).out, /from 2026-11-24\.\n$/);
    equal((await say(p, ['contract', 'change', 'K1'])).code, 1);
  });

  it('a contract ends on the last day that is said', async () => {
    const p = await provider();
    const { out } = await say(p, ['contract', 'end', 'K1', '--last-day', '2026-12-15']);
    equal(out, 'K1 ends on 2026-12-15 (terminating).\n');
    deepEqual(await p.rows('SELECT ends_on FROM contract'), [{ ends_on: '2026-12-16' }]);
    match((await say(p, ['contract', 'end', 'K1'])).err, /^error\[usage\] --last-day is needed/);
  });

  it('a customer is shown with the contracts that it has and those that it pays', async () => {
    const p = await provider();
    await p.customer('C2');
    await p.contract('K2', { startOn: '2026-11-01', customer: 'C2', payer: 'C1', items: [MONTHLY] });
    const { out } = await say(p, ['customer', 'show', 'C1', '--json']);
    const { contracts } = JSON.parse(out) as { contracts: { code: string; role: string }[] };
    deepEqual(
      contracts.map((c) => [c.code, c.role]),
      [
        ['K1', 'own'],
        ['K2', 'pays'],
      ],
    );
    match((await say(p, ['customer', 'show', 'C9'])).err, /^error\[customer.not_found\]/);
  });

  it('the same source is charged once', async () => {
    const p = await provider();
    const line = [
      'charge',
      'add',
      'K1',
      '--amount',
      '50,00',
      '--description',
      'Uscita',
      '--source',
      'visit:7',
    ];
    match((await say(p, line)).out, /^50,00 € wait for the next invoice of K1/);
    match((await say(p, line)).out, /charged to K1 already: nothing added/);
    deepEqual(await p.rows("SELECT amount, vat_rate FROM charge WHERE kind = 'once'"), [
      { amount: 5000, vat_rate: 2200 },
    ]);
  });
});

async function say({ app: { config } }: Provider, argv: readonly string[]) {
  let [out, err] = ['', ''];
  const streams = {
    stdout: { write: (text: string) => void (out += text) },
    stderr: { write: (text: string) => void (err += text) },
  } as unknown as Pick<NodeJS.Process, 'stdout' | 'stderr'>;
  const env = {
    DATABASE_URL: config.databaseUrl,
    DATA_DIR: config.dataDir,
    CLOCK: TODAY,
    LOG_LEVEL: 'silent',
  };
  const code = await runCommand(argv, { commands, env, streams });
  return { code, out, err };
}
