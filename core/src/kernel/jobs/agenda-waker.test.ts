import assert from 'node:assert/strict';
import { afterEach, before, it } from 'node:test';
import type { JobParameters } from 'agenda';
import { AgendaWaker } from './agenda-waker.ts';
import { momentOf, nextDate } from './due-dates.ts';
import { openJobStore } from './job-store.ts';
import { eachJobStore, type TestJobStore } from './testing/job-stores.ts';
import { LOG, until } from './testing/simulation.ts';
import type { Asked, Timing } from './waker.ts';

const zone = 'Europe/Rome';
const ASKED: Asked = { date: '2026-11-24', by: { kind: 'operator', name: 'anna@example.it' }, confirm: true };

eachJobStore((kind, open) => {
  let test: TestJobStore;
  let stopping: (() => Promise<void>)[] = [];
  before(async () => {
    test = await open();
  });
  afterEach(async () => {
    for (const stop of stopping) await stop();
    stopping = [];
  });
  const newWaker = (): AgendaWaker => {
    const waker = new AgendaWaker({ open: () => openJobStore(test), log: LOG }, { pollMs: 30, lockMs: 300 });
    stopping.push(() => waker.stop());
    return waker;
  };
  /** One after the other: two connections to one SQLite file in one process would wait for each other. */
  async function alone<T>(work: (waker: AgendaWaker) => Promise<T>): Promise<T> {
    const waker = newWaker();
    const result = await work(waker);
    await waker.stop();
    return result;
  }
  const stored = async (name: string, change?: Partial<JobParameters>): Promise<JobParameters[]> => {
    const { backend, close } = await openJobStore(test);
    const { jobs } = await backend.repository.queryJobs({ name });
    if (change) await backend.repository.saveJobState({ ...jobs[0]!, ...change }, undefined);
    await close();
    return jobs;
  };

  it('plans the next time as clocks in the zone show it', async () => {
    await alone((waker) => waker.recur([{ name: 'zone', zone, when: { at: '02:30' } }]));
    const [job] = await stored('zone');
    const time = { at: '02:30', zone };
    assert.equal(job!.nextRunAt!.getTime(), momentOf(nextDate(Date.now(), time), time));
  });

  it('keeps the time that was missed while nobody was there', async () => {
    const timing: Timing = { name: 'missed', zone, when: { at: '02:00' } };
    await alone((waker) => waker.recur([timing]));
    const missed = new Date(Date.now() - 3 * 24 * 60 * 60_000);
    await stored('missed', { nextRunAt: missed });
    await alone((waker) => waker.recur([timing]));
    assert.deepEqual((await stored('missed'))[0]!.nextRunAt, missed);
    const woken: unknown[] = [];
    await alone(async (waker) => {
      await waker.start(async (name, asked) => woken.push(name, asked) > 0);
      await waker.recur([timing]);
      await until(() => woken.length > 0);
    });
    assert.deepEqual(woken, ['missed', null]);
    assert.ok((await stored('missed'))[0]!.nextRunAt! > new Date());
  });

  it('plans anew what has another time, and nothing for what has none', async () => {
    const recur = (when: Timing['when']): Promise<void> =>
      alone((waker) => waker.recur([{ name: 'changed', zone, when }]));
    await recur({ at: '02:00' });
    await recur({ at: '14:15' });
    assert.deepEqual(
      (await stored('changed')).map((job) => job.repeatInterval),
      ['15 14 * * *'],
    );
    await recur({ every: 60 });
    assert.deepEqual(
      (await stored('changed')).map((job) => job.repeatInterval),
      [60_000],
    );
    await recur(null);
    assert.deepEqual(await stored('changed'), []);
  });

  it('forgets nothing that is asked for while nobody works, and hands it to somebody once', async () => {
    await alone((waker) => waker.ask('asked', ASKED));
    const woken: unknown[] = [];
    await alone(async (waker) => {
      await waker.start(async (_, asked) => woken.push(asked) > 0);
      await waker.recur([{ name: 'asked', zone, when: null }]);
      await until(() => woken.length > 0);
    });
    assert.deepEqual(woken, [ASKED]);
    assert.deepEqual(await stored('asked'), []);
  });

  it('has another woken for what a process that stops has not done', async () => {
    const woken: string[] = [];
    const timing: Timing = { name: 'left', zone, when: null };
    await alone(async (waker) => {
      await waker.start(async () => woken.push('first') < 0);
      await waker.recur([timing]);
      await waker.ask('left', ASKED);
      await until(() => woken.length > 0);
    });
    await alone(async (waker) => {
      await waker.start(async () => woken.push('second') > 0);
      await waker.recur([timing]);
      await until(() => woken.includes('second'));
    });
    assert.deepEqual(await stored('left'), []);
  });

  it('wakes once for many who want the same', async () => {
    await alone(async (waker) => {
      for (let n = 0; n < 4; n += 1) await waker.wake('same');
    });
    assert.equal((await stored('same')).length, 1);
  });

  if (kind !== 'MongoDB') return;

  it('puts up with two of a job, and leaves one', async () => {
    const { backend, close } = await openJobStore(test);
    const timing: Timing = { name: 'double', zone, when: { at: '02:00' } };
    const job: JobParameters = {
      name: 'double',
      type: 'normal',
      priority: 0,
      nextRunAt: new Date(),
      data: null,
    };
    for (let n = 0; n < 2; n += 1) {
      const saved = await backend.repository.saveJob(job, undefined);
      // A server that knows partial indexes refuses the second.
      await backend.repository.saveJob({ ...saved, type: 'single' }, undefined).catch(() => undefined);
    }
    await close();
    await alone((waker) => waker.recur([timing]));
    assert.equal((await stored('double')).filter((one) => one.type === 'single').length, 1);
  });
});
