import { createApp } from '../../core/src/app.ts';
import { serveJob } from '../../core/src/kernel/jobs/serve-job.ts';
import { sampleDocument } from '@traliccio/sdk/testing';

export type AskArgs = { readonly date: `${number}-${number}-${number}`; readonly atOnce?: boolean };

/** What a run's thread starts with in tests: the job `ask` opens a run and asks filters about a document. */
await serveJob(async (config, options) => {
  const app = await createApp(config, options);
  app.jobs.register('ask', async ({ date, atOnce }: AskArgs) => {
    const { run } = await app.ledger.open({ kind: 'ask', date, again: true });
    const answers = await app.database.transaction(async (tx) => {
      await run.fence(tx);
      const context = { tx, today: date };
      const documents = [sampleDocument({ id: 7 })];
      const ask = [
        () => app.filters.collect('document.check', documents, context),
        () => app.filters.collect('document.artifacts', documents, context),
      ];
      if (atOnce) return (await Promise.all(ask.map((one) => one()))).length;
      for (const one of ask) await one();
      return ask.length;
    });
    await run.finish({ answers });
    return answers;
  });
  return app;
});
