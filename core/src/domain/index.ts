import type { CoreApi } from '@traliccio/sdk';
import type { Entity } from '../kernel/db/database.ts';
import { purgeOutbox } from '../kernel/events/outbox-purge.ts';
import type { Factories, Kernel, ServicesOf } from '../kernel/kernel.ts';
import { billing } from './billing/index.ts';
import { PREVIEW, type PreviewArgs } from './billing/preview.ts';
import type { BillingRunArgs } from './billing/run.ts';
import { billingSchedule } from './billing/schedule.ts';
import { coreApi as coreApiOf } from './core-api.ts';
import { entities as masterEntities } from './entities.ts';
import type { ImportJob } from './import/importer.ts';
import { sentSource } from './import/source.ts';
import { masterData } from './master-data.ts';
import { priceChangeSchedule } from './price-changes/price-change.schedule.ts';
import { operatorServices } from './operators/index.ts';

export { settings } from './settings.ts';

/** What the composition root needs of the domain. */
export const entities: readonly Entity[] = masterEntities;

/** Each service by its name, made from what it needs. */
export const services = { ...masterData, ...billing, ...operatorServices } satisfies Factories;
export type Services = ServicesOf<typeof services>;

export const coreApi = (app: Kernel & Services): CoreApi => coreApiOf(app);

/** Jobs that may run in a thread of their own. */
export function registerJobs(app: Kernel & Services): void {
  app.jobs.register<BillingRunArgs, unknown>('billing', (args, { progress }) =>
    app.billingRun.execute(args, progress),
  );
  app.jobs.register<PreviewArgs, unknown>(PREVIEW, (args, { progress }) => app.previews.make(args, progress));
  app.jobs.register<ImportJob, unknown>('import', ({ kind, bytes, by, dryRun }) =>
    app.importer.run(kind, sentSource(bytes), { by, dryRun }),
  );
}

/** What is done again and again, and what is cleaned up every night. */
export function registerSchedule(app: Kernel & Services): void {
  app.schedule.register(billingSchedule(app.coreSettings));
  app.schedule.register(priceChangeSchedule(app.priceChangeApplier));
  app.schedule.clean({ name: 'outbox', run: (signal) => purgeOutbox(app.database, signal) });
}
