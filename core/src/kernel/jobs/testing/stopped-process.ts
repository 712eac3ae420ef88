import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { openDatabase } from '../../db/open.ts';
import { createScheduler } from '../create-scheduler.ts';
import type { RecurringJob } from '../recurring-job.ts';
import { LOG, until } from './simulation.ts';

/** A process that has done a job and stopped: nothing may keep it from ending. */
let isDone = false;
const job: RecurringJob = {
  name: 'once',
  label: { it: 'Prova', en: 'Trial' },
  every: 3600,
  run: async () => void (isDone = true),
};
const config = readConfig(process.env);
const database = await openDatabase(config);
const scheduler = createScheduler(
  {
    config,
    database,
    clock: systemClock('Europe/Rome'),
    log: LOG,
    timeZone: 'Europe/Rome',
    jobs: () => [job],
    runJob: async () => undefined,
  },
  { pollMs: 50, lockMs: 500 },
);
await scheduler.start({ executes: true });
await until(() => isDone);
await scheduler.stop();
await database.close();
