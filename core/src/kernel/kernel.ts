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
import type { Schedule } from './jobs/schedule.ts';
import type { Scheduler } from './jobs/scheduler.ts';
import type { RunViews } from './jobs/run-views.ts';
import type { Live } from './live/live.ts';
import type { Notices } from './notices/notices.ts';
import type { Permissions } from './permissions/permissions.ts';
import type { PluginRoutes } from './http/plugin-routes.ts';
import type { PluginChanges } from './plugins/plugin-changes.ts';
import type { EditionChoice } from './plugins/edition.ts';
import type { Plugins } from './plugins/plugins.ts';
import type { Secrets } from './secrets/secrets.ts';
import type { CoreSettings } from './settings/core-settings.ts';

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
  readonly runs: RunViews;
  readonly live: Live;
  readonly jobs: Jobs;
  /** What this build does again and again. */
  readonly schedule: Schedule;
  /** Of the process: it outlives the build. */
  readonly scheduler: Scheduler;
  readonly plugins: Plugins;
  readonly secrets: Secrets;
  readonly coreSettings: CoreSettings;
  readonly pluginChanges: PluginChanges;
  readonly pluginRoutes: PluginRoutes;
  readonly edition: EditionChoice;
  readonly permissions: Permissions;
  /** Runs a registered job in a thread of its own, under the watchdog. */
  readonly runInWorker: RunInWorker;
  readonly startRun: StartRun;
};

export type RunInWorker = (
  kind: string,
  args: unknown,
  options?: {
    readonly onProgress?: (progress: { done: number; total: number; what: string }) => void;
    /** Ends the thread, and gives up its run for another process. */
    readonly signal?: AbortSignal;
  },
) => Promise<unknown>;

/** Has a registered job run, here or in another process, and comes back at once: the ledger tells how it goes. */
export type StartRun = (kind: string, args: unknown) => Promise<void>;

/** How a module of the domain registers its services: each a function of what it needs, by name. */
export type Factories = Readonly<Record<string, (needs: never) => unknown>>;
export type ServicesOf<F extends Factories> = { readonly [K in keyof F]: ReturnType<F[K]> };
export type CoreApiFactory<S> = (services: Kernel & S) => CoreApi;
