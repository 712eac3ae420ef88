import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Agenda, type Job, type JobParameters, type JobRepository } from 'agenda';
import { openJobStore, type JobStore } from './job-store.ts';
import { eachJobStore } from './testing/job-stores.ts';

const MINUTE = 60_000;

/** What Agenda expects of a store of jobs, of ours and of the one for MongoDB that we take as it is. */
eachJobStore((kind, openTest) => {
  let store: JobStore;
  let agenda: Agenda;
  before(async () => {
    store = await openJobStore(await openTest());
  });
  after(() => store.close());
  beforeEach(async () => {
    await store.backend.repository.purgeAllJobs();
    agenda = new Agenda({ backend: store.backend, processEvery: 25, defaultLockLifetime: 400 });
    await agenda.ready;
  });
  afterEach(() => agenda.stop(false));

  it('keeps a job with all that belongs to it', async () => {
    const repo = store.backend.repository;
    const terms = {
      repeatInterval: '30 2 * * *',
      repeatTimezone: 'Europe/Rome',
      startDate: at(5),
      endDate: at(50),
      skipDays: [0, 6],
    };
    const saved = await repo.saveJob(
      { ...job('mail', at(10), { to: { city: 'Forlì' } }), ...terms },
      by('one'),
    );
    const found = (await repo.getJobById(saved._id!))!;
    assert.deepEqual(found.data, { to: { city: 'Forlì' } });
    assert.deepEqual(found.nextRunAt, at(10));
    for (const [key, value] of Object.entries(terms))
      assert.deepEqual(found[key as keyof JobParameters], value, key);
    assert.deepEqual([found.name, found.type, found.priority], ['mail', 'normal', 0]);
    assert.equal(found.lastModifiedBy, 'one');
  });

  it('keeps a repetition as the number or the text that it was', async () => {
    const repo = store.backend.repository;
    const saved = await repo.saveJob({ ...job('poll'), repeatInterval: 5000 }, undefined);
    assert.equal((await repo.getJobById(saved._id!))!.repeatInterval, 5000);
  });

  it('changes a job that has its number, and leaves one alone that is gone', async () => {
    const repo = store.backend.repository;
    const saved = await repo.saveJob(job('change', at(1), { version: 1 }), undefined);
    const changed = await repo.saveJob({ ...saved, priority: 20, data: { version: 2 } }, undefined);
    assert.deepEqual([changed._id, changed.priority, changed.data], [saved._id, 20, { version: 2 }]);
    await repo.removeJobs({ id: saved._id! });
    assert.equal((await repo.saveJob({ ...saved, priority: 3 }, undefined)).priority, 3);
    assert.equal(await repo.getJobById(saved._id!), null);
  });

  it('has one of a single job, by its name', async () => {
    const repo = store.backend.repository;
    const first = await repo.saveJob({ ...job('nightly', at(1)), type: 'single' }, undefined);
    const second = await repo.saveJob({ ...job('nightly', at(2), { run: 2 }), type: 'single' }, undefined);
    assert.equal(second._id, first._id);
    assert.deepEqual([second.nextRunAt, second.data], [at(2), { run: 2 }]);
    assert.equal((await repo.queryJobs({ name: 'nightly' })).total, 1);
  });

  it('does not put off a single job that is due', async () => {
    const repo = store.backend.repository;
    await repo.saveJob({ ...job('nightly', at(7)), type: 'single' }, undefined);
    const again = await repo.saveJob({ ...job('nightly', at(-1)), type: 'single' }, undefined);
    assert.deepEqual(again.nextRunAt, at(7));
  });

  // FerretDB finds and then writes: it may make two of a job, and lock one twice. The scheduler puts up with both.
  const atOnce = (name: string, test: () => Promise<void>): void => {
    if (kind !== 'MongoDB') it(name, test);
  };

  atOnce('has one of a single job, however many make it at once', async () => {
    const repo = store.backend.repository;
    const made = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => repo.saveJob({ ...job('nightly', at(n)), type: 'single' }, undefined)),
    );
    assert.equal(new Set(made.map((one) => one._id)).size, 1);
    assert.equal((await repo.queryJobs({ name: 'nightly' })).total, 1);
  });

  it('has one job of what is to be unique, and another of what differs', async () => {
    const repo = store.backend.repository;
    const save = (id: number, version: number, insertOnly = false): Promise<JobParameters> =>
      repo.saveJob(
        {
          ...job('sync', at(1), { user: { id }, version }),
          unique: { 'data.user.id': id },
          uniqueOpts: { insertOnly },
        },
        undefined,
      );
    const [first, other, again] = [await save(1, 1), await save(2, 1), await save(1, 2)];
    assert.equal(again._id, first._id);
    assert.notEqual(other._id, first._id);
    assert.deepEqual(again.data, { user: { id: 1 }, version: 2 });
    assert.deepEqual((await save(1, 3, true)).data, { user: { id: 1 }, version: 2 });
    assert.equal((await repo.queryJobs({ name: 'sync' })).total, 2);
  });

  it('puts a debounced job off each time it is saved, but not for ever', async () => {
    const repo = store.backend.repository;
    const save = (maxWait: number, strategy: 'trailing' | 'leading' = 'trailing'): Promise<JobParameters> =>
      repo.saveJob(
        {
          ...job(strategy, at(0)),
          unique: { name: strategy },
          uniqueOpts: { debounce: { delay: MINUTE, maxWait, strategy } },
        },
        undefined,
      );
    const first = await save(10 * MINUTE);
    await wait(15);
    const second = await save(10 * MINUTE);
    assert.equal(second._id, first._id);
    assert.ok(first.nextRunAt!.getTime() > Date.now() + MINUTE / 2);
    assert.ok(second.nextRunAt! > first.nextRunAt!);
    assert.ok((await save(5)).nextRunAt!.getTime() <= Date.now());
    const leading = await save(MINUTE, 'leading');
    assert.ok(leading.nextRunAt!.getTime() <= Date.now() + MINUTE / 2);
    assert.deepEqual((await save(MINUTE, 'leading')).nextRunAt, leading.nextRunAt);
  });

  it('finds jobs by name, number, words, data and state', async () => {
    const repo = store.backend.repository;
    const [a, b, c] = [
      await repo.saveJob(job('Import (old)', at(3), { kind: 'plans', size: { rows: 5 } }), undefined),
      await repo.saveJob(job('export', at(2), { kind: 'plans' }), undefined),
      await repo.saveJob({ ...job('export', at(-1)), disabled: true }, undefined),
    ];
    const ids = async (query: Parameters<JobRepository['queryJobs']>[0]): Promise<unknown[]> =>
      (await repo.queryJobs(query)).jobs.map((one) => one._id);
    assert.deepEqual(await ids({}), [a._id, b._id, c._id], 'the latest first');
    assert.deepEqual(await ids({ sort: { nextRunAt: 'asc' } }), [c._id, b._id, a._id]);
    assert.deepEqual(await ids({ sort: { name: 'asc', nextRunAt: 'desc' } }), [a._id, b._id, c._id]);
    assert.deepEqual(await ids({ name: 'export', sort: { nextRunAt: 'asc' } }), [c._id, b._id]);
    assert.deepEqual((await ids({ names: ['export', 'Import (old)'] })).length, 3);
    assert.deepEqual(await ids({ id: a._id! }), [a._id]);
    assert.deepEqual(await ids({ ids: [b._id!, c._id!] }), [b._id, c._id]);
    assert.deepEqual(await ids({ search: 'import (' }), [a._id]);
    assert.deepEqual(await ids({ data: { kind: 'plans' } }), [a._id, b._id]);
    assert.deepEqual(await ids({ data: { size: { rows: 5 } } }), [a._id]);
    assert.deepEqual(await ids({ includeDisabled: false }), [a._id, b._id]);
    assert.deepEqual(await ids({ state: 'scheduled' }), [a._id, b._id]);
    assert.deepEqual(await ids({ state: 'paused' }), [c._id]);
    const page = await repo.queryJobs({ skip: 1, limit: 1 });
    assert.deepEqual([page.jobs.map((one) => one._id), page.total], [[b._id], 3]);
    assert.deepEqual((await repo.getDistinctJobNames()).sort(), ['Import (old)', 'export']);
    assert.equal(await repo.getQueueSize(), 1);
  });

  it('finds nothing where there is nothing', async () => {
    const repo = store.backend.repository;
    assert.deepEqual(await repo.queryJobs({ name: 'nobody' }), { jobs: [], total: 0 });
    assert.deepEqual(await repo.getDistinctJobNames(), []);
    assert.equal(await repo.getQueueSize(), 0);
    assert.equal(await repo.getJobById('0123456789abcdef01234567'), null);
    assert.deepEqual(await repo.getJobsOverview(), []);
  });

  it('removes what is chosen, and nothing where nothing is chosen', async () => {
    const repo = store.backend.repository;
    const save = (name: string, data: unknown = {}): Promise<JobParameters> =>
      repo.saveJob(job(name, at(1), data), undefined);
    const [a, b, c] = [await save('a', { n: 1 }), await save('a', { n: 2 }), await save('b')];
    await save('c');
    assert.equal(await repo.removeJobs({}), 0);
    assert.equal(await repo.removeJobs({ name: 'nobody' }), 0);
    assert.equal(await repo.removeJobs({ name: 'a', data: { n: 2 } }), 1);
    assert.equal(await repo.getJobById(b._id!), null);
    assert.equal(await repo.removeJobs({ ids: [a._id!, c._id!] }), 2);
    await save('d');
    assert.equal(await repo.removeJobs({ notNames: ['c'] }), 1);
    assert.deepEqual(await repo.getDistinctJobNames(), ['c']);
    assert.equal(await repo.purgeAllJobs(), 1);
  });

  it('disables and enables what is chosen, and counts what has changed', async () => {
    const repo = store.backend.repository;
    await repo.saveJob(job('a'), undefined);
    await repo.saveJob({ ...job('a'), disabled: true }, undefined);
    assert.equal(await repo.disableJobs({ name: 'a' }), 1);
    assert.equal((await repo.queryJobs({ includeDisabled: false })).total, 0);
    assert.equal(await repo.enableJobs({ names: ['a'] }), 2);
    assert.equal((await repo.queryJobs({ includeDisabled: false })).total, 2);
    assert.equal(await repo.disableJobs({}), 0);
  });

  it('locks a job for one, until it is unlocked', async () => {
    const repo = store.backend.repository;
    const saved = await repo.saveJob(job('lock', at(-1)), undefined);
    assert.ok((await repo.lockJob(saved, by('one')))!.lockedAt);
    assert.equal(await repo.lockJob(saved, by('two')), undefined);
    assert.equal((await repo.queryJobs({ state: 'running' })).total, 1);
    await repo.unlockJob(saved);
    assert.ok(await repo.lockJob(saved, undefined));
    await repo.unlockJobs([saved._id!]);
    assert.equal((await repo.getJobById(saved._id!))!.lockedAt ?? null, null);
    await repo.disableJobs({ name: 'lock' });
    assert.equal(await repo.lockJob(saved, undefined), undefined);
  });

  it('unlocks what runs for the last time only by its number', async () => {
    const repo = store.backend.repository;
    const saved = await repo.saveJob(job('last', at(-1)), undefined);
    const locked = (await repo.lockJob(saved, undefined))!;
    await repo.saveJobState({ ...locked, nextRunAt: null }, undefined);
    await repo.unlockJob(locked);
    assert.ok((await repo.getJobById(saved._id!))!.lockedAt);
    await repo.unlockJobs([saved._id!]);
    assert.equal((await repo.getJobById(saved._id!))!.lockedAt ?? null, null);
  });

  it('gives the next job to run: the earliest, of those the most urgent, each once', async () => {
    const repo = store.backend.repository;
    const same = at(-2);
    await repo.saveJob({ ...job('run', same, 'low'), priority: -10 }, undefined);
    await repo.saveJob({ ...job('run', same, 'high'), priority: 10 }, undefined);
    await repo.saveJob(job('run', at(-5), 'early'), undefined);
    await repo.saveJob({ ...job('run', at(-9), 'off'), disabled: true }, undefined);
    await repo.saveJob(job('run', at(5), 'later'), undefined);
    await repo.saveJob(job('other', at(-9), 'other'), undefined);
    const given: unknown[] = [];
    for (let next; (next = await nextOf(repo, 'run'));) {
      assert.ok(next.lockedAt);
      given.push(next.data);
    }
    assert.deepEqual(given, ['early', 'high', 'low']);
  });

  it('gives a job again whose lock has grown old, and not before', async () => {
    const repo = store.backend.repository;
    await repo.saveJob(job('stuck', at(-1)), undefined);
    assert.ok(await nextOf(repo, 'stuck', 10 * MINUTE));
    assert.equal(await nextOf(repo, 'stuck', 10 * MINUTE), undefined);
    await wait(20);
    assert.ok(await nextOf(repo, 'stuck', 10));
  });

  atOnce('gives each job to one of many that ask at once', async () => {
    const repo = store.backend.repository;
    for (let n = 0; n < 12; n += 1) await repo.saveJob(job('many', at(-1), n), undefined);
    const given: unknown[] = [];
    const worker = async (): Promise<void> => {
      for (let next; (next = await nextOf(repo, 'many'));) given.push(next.data);
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    assert.deepEqual(
      given.sort((x, y) => Number(x) - Number(y)),
      Array.from({ length: 12 }, (_, n) => n),
    );
  });

  it('keeps how a job went, and refuses to for one that is gone', async () => {
    const repo = store.backend.repository;
    const saved = await repo.saveJob(job('state', at(1)), undefined);
    const state = {
      lockedAt: new Date(),
      lastRunAt: at(-3),
      lastFinishedAt: at(-2),
      failedAt: at(-2),
      failCount: 2,
      failReason: 'no route to host',
      progress: 40,
    };
    await repo.saveJobState({ ...saved, ...state, nextRunAt: at(9) }, by('one'));
    const found = (await repo.getJobById(saved._id!))!;
    const { lockedAt, ...rest } = state;
    for (const [key, value] of Object.entries(rest))
      assert.deepEqual(found[key as keyof JobParameters], value, key);
    assert.ok(Math.abs(found.lockedAt!.getTime() - lockedAt.getTime()) < 5_000);
    assert.deepEqual([found.nextRunAt, found.lastModifiedBy], [at(9), 'one']);
    await repo.saveJobState({ ...saved, nextRunAt: null }, undefined);
    assert.equal((await repo.getJobById(saved._id!))!.lockedAt ?? null, null);
    await repo.removeJobs({ id: saved._id! });
    await assert.rejects(repo.saveJobState(saved, undefined));
  });

  it('tells how many of each name are in which state', async () => {
    const repo = store.backend.repository;
    await repo.saveJob(job('a', at(5)), undefined);
    await repo.saveJob({ ...job('a', at(-5)), disabled: true }, undefined);
    await repo.saveJob({ ...job('b', at(5)), repeatInterval: 1000 }, undefined);
    const overview = new Map((await repo.getJobsOverview()).map((one) => [one.name, one]));
    const { total, scheduled, queued, paused } = overview.get('a')!;
    assert.deepEqual([total, scheduled, queued, paused], [2, 1, 1, 1]);
    assert.equal(overview.get('b')!.repeating, 1);
  });

  it('has Agenda run what is due, with its data, and say how it went', async () => {
    const ran: unknown[] = [];
    define(agenda, 'good', async ({ attrs }) => void ran.push(attrs.data));
    define(agenda, 'bad', async () => {
      // eslint-disable-next-line typescript/only-throw-error -- handlers throw anything
      throw { status: 503, text: 'busy' };
    });
    await agenda.start();
    await agenda.now('good', { key: 1 });
    await agenda.now('bad', {});
    const [good, bad] = [await ended(agenda, 'good'), await ended(agenda, 'bad')];
    assert.deepEqual(ran, [{ key: 1 }]);
    assert.deepEqual([good.state, bad.state, bad.failCount], ['completed', 'failed', 1]);
    assert.equal(bad.lockedAt ?? null, null, 'a reason that is no text keeps no lock');
  });

  it('has Agenda run no more at once than it is to', async () => {
    let [running, most, done] = [0, 0, 0];
    define(
      agenda,
      'narrow',
      async () => {
        most = Math.max(most, ++running);
        await wait(30);
        running -= 1;
        done += 1;
      },
      { concurrency: 1 },
    );
    for (let n = 0; n < 3; n += 1) await agenda.now('narrow', { n });
    await agenda.start();
    await until(() => done === 3);
    assert.equal(most, 1);
  });

  it('has Agenda take over what a killed process had at work', async () => {
    let ran = 0;
    define(agenda, 'orphan', async () => void (ran += 1));
    const { attrs } = await agenda.now('orphan', {});
    const repo = agenda.db;
    const locked = (await repo.lockJob(attrs as JobParameters, undefined))!;
    await repo.saveJobState({ ...locked, nextRunAt: null }, undefined);
    await agenda.start();
    await wait(150);
    assert.equal(ran, 0);
    await until(() => ran === 1);
  });
});

const now = Date.now();
const at = (minutes: number): Date => new Date(now + minutes * MINUTE);
const job = (name: string, nextRunAt: Date | null = at(1), data: unknown = {}): JobParameters => ({
  name,
  priority: 0,
  type: 'normal',
  nextRunAt,
  data,
});
const by = (lastModifiedBy: string): { lastModifiedBy: string } => ({ lastModifiedBy });

const nextOf = (
  repo: JobRepository,
  name: string,
  lockMs = 10 * MINUTE,
): Promise<JobParameters | undefined> =>
  repo.getNextJobToRun(name, new Date(), new Date(Date.now() - lockMs), undefined, undefined);

function define(
  agenda: Agenda,
  name: string,
  handler: (job: Job) => Promise<void>,
  options: { readonly concurrency?: number } = {},
): void {
  // oxlint-disable-next-line typescript/no-misused-promises -- of Agenda's two signatures it sees the other one
  agenda.define(name, handler, options);
}

async function ended(agenda: Agenda, name: string): Promise<JobParameters & { state: string }> {
  let found: (JobParameters & { state: string }) | undefined;
  await until(async () => {
    [found] = (await agenda.queryJobs({ name })).jobs;
    return found?.lastFinishedAt !== undefined && !found.lockedAt;
  });
  return found!;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await holds())) {
    assert.ok(performance.now() < end, 'it did not come to be in 10 s');
    await wait(10);
  }
}
