import type { Clock, CoreApi, FileStore, Logger } from '@traliccio/sdk';
import type { Audit } from './audit/audit.ts';
import type { Capabilities } from './capabilities/capabilities.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { IdBlocks } from './db/ids.ts';
import type { Events } from './events/events.ts';
import type { Outbox } from './events/outbox.ts';
import type { Relay } from './events/relay.ts';
import type { Filters } from './filters/filters.ts';
import type { Health } from './health/health.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { RunLedger } from './jobs/run-ledger.ts';
import type { Notices } from './notices/notices.ts';
import type { Plugins } from './plugins/plugins.ts';

/** What the kernel offers to the domain and to commands, by the names under which it is injected. */
export type Kernel = {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly database: Database;
  readonly ids: IdBlocks;
  readonly events: Events;
  readonly outbox: Outbox;
  readonly relay: Relay;
  readonly filters: Filters;
  readonly capabilities: Capabilities;
  readonly audit: Audit;
  readonly notices: Notices;
  readonly files: FileStore;
  readonly health: Health;
  readonly ledger: RunLedger;
  readonly jobs: Jobs;
  readonly plugins: Plugins;
  /** Runs a registered job in a thread of its own, under the watchdog. */
  readonly runInWorker: RunInWorker;
};

export type RunInWorker = (
  kind: string,
  args: unknown,
  options?: { readonly onProgress?: (progress: { done: number; total: number; what: string }) => void },
) => Promise<unknown>;

/** How a module of the domain registers its services: each a function of what it needs, by name. */
export type Factories = Readonly<Record<string, (needs: never) => unknown>>;
export type ServicesOf<F extends Factories> = { readonly [K in keyof F]: ReturnType<F[K]> };
export type CoreApiFactory<S> = (services: Kernel & S) => CoreApi;
