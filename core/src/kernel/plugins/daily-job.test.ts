import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineManifest, definePlugin, type DailyJob, type PluginDefinition } from '@traliccio/sdk';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openProvider } from '../../../../test/host/provider.ts';
import { performRun } from '../jobs/perform-run.ts';
import { isDaily } from '../jobs/recurring-job.ts';
import { dailyJobOf } from './daily-job.ts';

const label = { it: 'Prova', en: 'Trial' };
const job = (changes: Partial<DailyJob>): DailyJob => ({
  name: 'send',
  label,
  at: '06:00',
  run: async () => undefined,
  ...changes,
});

describe('a daily job of a plugin', () => {
  it('stands among the jobs under the name of the plugin', async () => {
    const made = dailyJobOf('accountant', job({}));
    assert.equal(made.name, 'accountant.send');
    assert.ok(isDaily(made));
    assert.equal(await made.at(), '06:00');
  });

  it('is refused when name or time can be none', () => {
    const wrong = [{ name: '' }, { name: 'Send' }, { name: 'a.b' }, { name: 'x'.repeat(30) }, { at: '6:00' }];
    for (const changes of [...wrong, { at: '24:00' }])
      assert.throws(() => dailyJobOf('accountant', job(changes)), { code: 'plugin.job' });
  });
});

eachDatabase((_name, open) => {
  it('is done once a date, and is gone with its plugin', async () => {
    const done: string[] = [];
    const plugin = definePlugin(
      defineManifest({
        id: 'daily',
        version: '1.0.0',
        sdk: '^1.0.0',
        label,
        description: label,
        edition: 'BASIC',
      }),
      {
        setup: (ctx) =>
          ctx.jobs.daily(
            job({
              run: async ({ date }) => {
                done.push(date);
                return { sent: done.length };
              },
            }),
          ),
      },
    ) as PluginDefinition;
    const { app } = await openProvider(open, { day: '2026-11-24', plugins: [plugin] });
    const registered = app.schedule.jobs().find((one) => one.name === 'daily.send')!;
    const order = {
      ledger: app.ledger,
      log: app.log,
      runJob: app.runInWorker,
      by: { kind: 'system', name: 'test' },
      again: false,
      confirm: false,
      signal: new AbortController().signal,
    } as const;
    for (const date of ['2026-11-23', '2026-11-24', '2026-11-24'] as const)
      await performRun(registered, { ...order, date });
    assert.deepEqual(done, ['2026-11-23', '2026-11-24']);
    const run = await app.ledger.find('daily.send', '2026-11-24');
    assert.deepEqual([run?.state, run?.summary], ['done', { sent: 2 }]);
    await app.plugins.stop();
    assert.equal(
      app.schedule.jobs().some((one) => one.name === 'daily.send'),
      false,
    );
  });
});
