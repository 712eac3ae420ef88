import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecurringContext } from './recurring-job.ts';
import { Schedule } from './schedule.ts';

const context = (signal = new AbortController().signal): RecurringContext =>
  ({ signal, progress: () => undefined }) as unknown as RecurringContext;
const housekeepingOf = (schedule: Schedule): { run: (c: RecurringContext) => Promise<unknown> } =>
  schedule.jobs().find((job) => job.name === 'housekeeping')!;

describe('housekeeping', () => {
  it('says how much each cleaner has removed', async () => {
    const schedule = new Schedule();
    schedule.clean({ name: 'outbox', run: async () => 12 });
    schedule.clean({ name: 'sessions', run: async () => 0 });
    assert.deepEqual(await housekeepingOf(schedule).run(context()), { outbox: 12, sessions: 0 });
  });

  it('lets the others clean when one fails, and fails then', async () => {
    const schedule = new Schedule();
    let cleaned = 0;
    schedule.clean({ name: 'bad', run: () => Promise.reject(new Error('table is gone')) });
    schedule.clean({ name: 'good', run: async () => ++cleaned });
    await assert.rejects(housekeepingOf(schedule).run(context()), {
      code: 'job.cleaning',
      message: /bad: table is gone/,
    });
    assert.equal(cleaned, 1);
  });

  it('stops between two cleaners', async () => {
    const schedule = new Schedule();
    const stop = new AbortController();
    let cleaned = 0;
    schedule.clean({ name: 'one', run: async () => (stop.abort(), ++cleaned) });
    schedule.clean({ name: 'two', run: async () => ++cleaned });
    await assert.rejects(housekeepingOf(schedule).run(context(stop.signal)), { name: 'AbortError' });
    assert.equal(cleaned, 1);
  });

  it('has each name once, and forgets what is taken out', () => {
    const schedule = new Schedule();
    const job = { name: 'mail.fetch', label: { it: 'a', en: 'a' }, every: 60, run: async () => undefined };
    const takeOut = schedule.register(job);
    assert.throws(() => schedule.register(job), /registered twice/);
    schedule.clean({ name: 'outbox', run: async () => 0 });
    assert.throws(() => schedule.clean({ name: 'outbox', run: async () => 0 }), /registered twice/);
    takeOut();
    assert.deepEqual(
      schedule.jobs().map((one) => one.name),
      ['housekeeping'],
    );
  });
});
