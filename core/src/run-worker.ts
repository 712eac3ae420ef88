import { createApp } from './app.ts';
import { serveJob } from './kernel/jobs/serve-job.ts';

/** What a run's thread starts with. */
await serveJob(createApp);
