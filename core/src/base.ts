import type { Clock, Logger } from '@traliccio/sdk';
import { entities } from './domain/index.ts';
import { systemClock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import type { Database } from './kernel/db/database.ts';
import { IdBlocks } from './kernel/db/ids.ts';
import { openDatabase } from './kernel/db/open.ts';
import { createScheduler } from './kernel/jobs/create-scheduler.ts';
import type { Schedule } from './kernel/jobs/schedule.ts';
import type { Scheduler } from './kernel/jobs/scheduler.ts';
import type { RunInWorker } from './kernel/kernel.ts';
import { createLog } from './kernel/log.ts';
import { bringUpToDate } from './migrations/up-to-date.ts';

/** What the scheduler asks the build that serves now. */
export type Working = { readonly schedule: Schedule; readonly runInWorker: RunInWorker };

/** What there is once in a process, whatever is built on it and exchanged while it runs. */
export type Base = {
  readonly log: Logger;
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdBlocks;
  readonly scheduler: Scheduler;
  /** From now on this build has the jobs, and does them. */
  readonly serves: (build: Working) => void;
  readonly close: () => Promise<void>;
};

/** @throws BadConfiguration */
export async function openBase(
  config: Config,
  options: { readonly logTo: 'stdout' | 'stderr' },
): Promise<Base> {
  const log = createLog({ level: config.logLevel, to: options.logTo });
  const database = await openDatabase(config, entities);
  try {
    await bringUpToDate(database);
    const zone = await timeZone(database);
    const clock = systemClock(zone, config.clockOffset);
    const now: { build?: Working } = {};
    const scheduler = createScheduler({
      config,
      database,
      clock,
      log,
      timeZone: zone,
      jobs: () => now.build?.schedule.jobs() ?? [],
      runJob: (...job) => now.build!.runInWorker(...job),
    });
    return {
      log,
      database,
      clock,
      ids: new IdBlocks(database),
      scheduler,
      serves: (build) => void (now.build = build),
      async close() {
        await scheduler.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

export const BUSINESS_ZONE = 'Europe/Rome';

/** Days are the issuer's, wherever the server stands. */
async function timeZone(database: Database): Promise<string> {
  const [issuer] = await database.sql.all<{ time_zone: string }>(
    'SELECT time_zone FROM issuer ORDER BY id LIMIT 1',
  );
  return issuer?.time_zone ?? BUSINESS_ZONE;
}
