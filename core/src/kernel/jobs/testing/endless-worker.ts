import type { PlainDate } from '@traliccio/sdk';
import { systemClock } from '../../clock.ts';
import { openDatabase } from '../../db/open.ts';
import { Jobs } from '../jobs.ts';
import { RunLedger } from '../run-ledger.ts';
import { serveJob } from '../serve-job.ts';

/** A thread whose job opens a run and never ends. */
await serveJob(async (config, options) => {
  const database = await openDatabase(config);
  const ledger = new RunLedger(database, systemClock('Europe/Rome'), options.ledger);
  const jobs = new Jobs();
  jobs.register('endless', async ({ date }: { date: PlainDate }, { progress }) => {
    const { run } = await ledger.open({ kind: 'endless', date });
    const at = { done: 1, total: 9, what: 'issue' };
    run.progress(at);
    progress(at);
    for (;;) await new Promise((resolve) => setTimeout(resolve, 1_000));
  });
  return { jobs, close: () => database.close() };
});
