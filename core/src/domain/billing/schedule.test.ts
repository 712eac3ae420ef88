import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CoreSetting } from '../../kernel/settings/core-setting.ts';
import type { CoreSettings } from '../../kernel/settings/core-settings.ts';
import type { RecurringContext } from '../../kernel/jobs/recurring-job.ts';
import { billingSchedule } from './schedule.ts';

const scheduleWith = (values: Record<string, unknown>): ReturnType<typeof billingSchedule> =>
  billingSchedule({
    get: async (setting: CoreSetting) => values[setting.name] ?? setting.default,
  } as unknown as CoreSettings);

describe('the nightly billing', () => {
  it('is at the hour that operators set, and at none when they switch it off', async () => {
    assert.equal(await scheduleWith({}).at!(), '02:00');
    assert.equal(await scheduleWith({ 'billing.at': '03:15' }).at!(), '03:15');
    assert.equal(await scheduleWith({ 'billing.automatic': false }).at!(), null);
  });

  it('bills a date once by itself, and again when somebody asks', async () => {
    const asked: unknown[] = [];
    const by = { kind: 'system', name: 'scheduler' } as const;
    const context = { date: '2026-11-24', by, again: false, confirm: false } as const;
    const runJob: RecurringContext['runJob'] = async (kind, args) => asked.push([kind, args]);
    await scheduleWith({}).run({ ...context, runJob } as unknown as RecurringContext);
    await scheduleWith({}).run({
      ...context,
      again: true,
      confirm: true,
      runJob,
    } as unknown as RecurringContext);
    assert.deepEqual(asked, [
      ['billing', { date: '2026-11-24', by, once: true, confirm: false }],
      ['billing', { date: '2026-11-24', by, once: false, confirm: true }],
    ]);
  });
});
