import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { JobParameters } from 'agenda';
import { eachDatabase } from '../../../../test/host/database.ts';
import { SqlJobRepository } from './sql-job-repository.ts';

const MINUTE = 60_000;
const LOCK = 10 * MINUTE;

eachDatabase((_, open) => {
  it('takes no lock for old because a clock is wrong', async () => {
    const { database } = await open();
    const [right, fast, slow] = [0, 20, -20].map((minutes) => {
      const now = (): number => Date.now() + minutes * MINUTE;
      const repo = new SqlJobRepository(database, now);
      const next = (): Promise<JobParameters | undefined> =>
        repo.getNextJobToRun('job', new Date(), new Date(now() - LOCK), new Date(now()), undefined);
      return { repo, next, now };
    }) as [Process, Process, Process];
    await right.repo.connect();
    for (const [holder, others] of [
      [right, [fast, slow]],
      [fast, [right, slow]],
      [slow, [right, fast]],
    ] as const) {
      await right.repo.purgeAllJobs();
      await right.repo.saveJob(job, undefined);
      const held = (await holder.next())!;
      assert.ok(
        Math.abs(held.lockedAt!.getTime() - holder.now()) < 5_000,
        'its own clock shows the lock as new',
      );
      for (const other of others) assert.equal(await other.next(), undefined);
      // It says that it is alive by its own clock.
      await holder.repo.saveJobState({ ...held, lockedAt: new Date(holder.now()) }, undefined);
      for (const other of others) assert.equal(await other.next(), undefined);
      const stored = (await right.repo.getJobById(held._id!))!;
      assert.ok(Math.abs(stored.lockedAt!.getTime() - Date.now()) < 5_000, 'the database keeps its own time');
    }
  });
});

type Process = {
  readonly repo: SqlJobRepository;
  readonly next: () => Promise<JobParameters | undefined>;
  readonly now: () => number;
};

const job: JobParameters = { name: 'job', priority: 0, type: 'normal', nextRunAt: new Date(0), data: null };
