import type { Clock, Logger } from '@traliccio/sdk';
import { Audit } from '../audit/audit.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { RunInWorker } from '../kernel.ts';
import { Notices } from '../notices/notices.ts';
import { AgendaWaker, type AgendaWakerOptions } from './agenda-waker.ts';
import type { JobStore } from './job-store.ts';
import type { RecurringJob } from './recurring-job.ts';
import { RunLedger, type LedgerOptions } from './run-ledger.ts';
import { Scheduler, type SchedulerOptions } from './scheduler.ts';

/** What a process has once, and the two questions to the build that serves now. */
export type ProcessNeeds = {
  readonly config: Pick<Config, 'database' | 'jobsUrl'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly timeZone: string;
  readonly jobs: () => readonly RecurringJob[];
  readonly runJob: RunInWorker;
};
export type ProcessOptions = SchedulerOptions & AgendaWakerOptions & { readonly ledger?: LedgerOptions };

/** The scheduler of a process, woken by Agenda. It connects to nothing before it is started or asked. */
export function createScheduler(needs: ProcessNeeds, options: ProcessOptions = {}): Scheduler {
  const { config, database, clock, log } = needs;
  // Agenda and the drivers are loaded by who needs them.
  const open = async (): Promise<JobStore> =>
    (await import('./job-store.ts')).openJobStore({ config, database });
  return new Scheduler(
    {
      ...needs,
      ledger: new RunLedger(database, clock, options.ledger),
      notices: new Notices(database, clock, new Audit(clock)),
      waker: new AgendaWaker({ open, log }, options),
    },
    options,
  );
}
