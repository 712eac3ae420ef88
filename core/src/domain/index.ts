import type { CoreApi } from '@traliccio/sdk';
import type { Entity } from '../kernel/db/database.ts';
import type { Factories, Kernel, ServicesOf } from '../kernel/kernel.ts';
import { billing } from './billing/index.ts';
import type { BillingRunArgs } from './billing/run.ts';
import { coreApi as coreApiOf } from './core-api.ts';
import { entities as masterEntities } from './entities.ts';
import { masterData } from './master-data.ts';

/** What the composition root needs of the domain. */
export const entities: readonly Entity[] = masterEntities;

/** Each service by its name, made from what it needs. */
export const services = { ...masterData, ...billing } satisfies Factories;
export type Services = ServicesOf<typeof services>;

export const coreApi = (app: Kernel & Services): CoreApi => coreApiOf(app);

/** Jobs that may run in a thread of their own. */
export function registerJobs(app: Kernel & Services): void {
  app.jobs.register<BillingRunArgs, unknown>('billing', (args, { progress }) =>
    app.billingRun.execute(args, progress),
  );
}
