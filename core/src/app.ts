import { asFunction, asValue, createContainer, InjectionMode } from 'awilix';
import { join } from 'node:path';
import type { CoreApi, PluginDefinition } from '@traliccio/sdk';
import { openBase, type Base } from './base.ts';
import { coreApi, registerJobs, registerSchedule, services, settings } from './domain/index.ts';
import { Audit } from './kernel/audit/audit.ts';
import { Capabilities } from './kernel/capabilities/capabilities.ts';
import type { Config } from './kernel/config.ts';
import { Events } from './kernel/events/events.ts';
import { Outbox } from './kernel/events/outbox.ts';
import { Relay, type RelayOptions } from './kernel/events/relay.ts';
import { fileStore } from './kernel/files/file-store.ts';
import { Filters } from './kernel/filters/filters.ts';
import type { Pulse } from './kernel/filters/watchdog.ts';
import { PluginRoutes } from './kernel/http/plugin-routes.ts';
import { Health } from './kernel/health/health.ts';
import { Jobs } from './kernel/jobs/jobs.ts';
import { kindOf } from './kernel/jobs/recurring-job.ts';
import { Schedule } from './kernel/jobs/schedule.ts';
import type { Scheduler } from './kernel/jobs/scheduler.ts';
import { purgeKeys } from './kernel/http/idempotency.ts';
import { RunLedger, type LedgerOptions } from './kernel/jobs/run-ledger.ts';
import { runInWorker } from './kernel/jobs/run-in-worker.ts';
import { RunViews } from './kernel/jobs/run-views.ts';
import type { Kernel, RunInWorker, ServicesOf, StartRun } from './kernel/kernel.ts';
import { Live } from './kernel/live/live.ts';
import { Notices } from './kernel/notices/notices.ts';
import { EditionChoice } from './kernel/plugins/edition.ts';
import { readEditions } from './kernel/plugins/editions.ts';
import { Permissions } from './kernel/permissions/permissions.ts';
import { PluginChanges, type TryOut } from './kernel/plugins/plugin-changes.ts';
import type { RowChange } from './kernel/plugins/plugin-table.ts';
import { Plugins } from './kernel/plugins/plugins.ts';
import { Secrets } from './kernel/secrets/secrets.ts';
import { CoreSettings } from './kernel/settings/core-settings.ts';

/** Everything there is, by name. */
export type App = Kernel &
  ServicesOf<typeof services> & { readonly core: CoreApi; readonly close: () => Promise<void> };

export type AppOptions = {
  /** `run` is a job's worker thread; only `serve` logs to standard output. */
  readonly role: 'cli' | 'run' | 'serve';
  /** What the process has already, and closes itself. */
  readonly base?: Base | undefined;
  /** How a change of plugins is tried out; by default beside this app, for other processes to follow. */
  readonly tryOut?: TryOut | undefined;
  /** Rows of the plugin table as they would be: nothing of this app's start is written down. */
  readonly changes?: ReadonlyMap<string, RowChange> | undefined;
  /** Starts the core alone. */
  readonly safeMode?: boolean;
  /** These and no others, instead of those that are found: for tests. */
  readonly plugins?: readonly PluginDefinition[];
  readonly pulse?: Pulse;
  /** Filters one at a time. */
  readonly serial?: boolean;
  readonly ledger?: LedgerOptions;
  readonly relay?: RelayOptions;
  readonly setupTimeoutMs?: number;
  readonly watchdogMs?: number;
  /** The module that a job's thread starts with. */
  readonly worker?: URL;
};

const WORKER = new URL('./run-worker.ts', import.meta.url);
const BUILT_WORKER = new URL('./run-worker.js', import.meta.url);

/** The composition root: the only place that knows everything. */
export async function createApp(config: Config, options: AppOptions): Promise<App> {
  const base =
    options.base ?? (await openBase(config, { logTo: options.role === 'serve' ? 'stdout' : 'stderr' }));
  const closeBase = async (): Promise<void> => {
    if (!options.base) await base.close();
  };
  try {
    const { log, clock, database } = base;
    const container = createContainer<App>({ injectionMode: InjectionMode.PROXY, strict: true });
    const once = <T>(make: (app: App) => T) => asFunction(make).singleton();
    container.register({
      config: asValue(config),
      log: asValue(log),
      clock: asValue(clock),
      database: asValue(database),
      ids: asValue(base.ids),
      events: once(() => new Events(database, clock)),
      outbox: once(({ events }) => new Outbox(database, events, clock)),
      relay: once(({ events, outbox }) => new Relay({ events, outbox, log, clock }, options.relay)),
      filters: once(() => new Filters({ pulse: options.pulse, serial: options.serial })),
      capabilities: once(() => new Capabilities()),
      audit: once(() => new Audit(clock)),
      notices: once(({ audit }) => new Notices(database, clock, audit)),
      secrets: once(() => new Secrets({ config, clock, sql: database.sql })),
      coreSettings: once(({ audit }) => new CoreSettings({ audit, clock, sql: database.sql }, settings)),
      files: once(() => fileStore(join(config.dataDir, 'files'))),
      health: once(() => new Health()),
      ledger: once(() => new RunLedger(database, clock, options.ledger)),
      runs: once(() => new RunViews(database)),
      live: once(({ notices, runs }) => new Live({ notices, runs, log })),
      jobs: once(() => new Jobs()),
      schedule: once(() => new Schedule()),
      scheduler: asValue(base.scheduler),
      plugins: once(
        (app) => new Plugins(app, { ...options, editions: readEditions(), core: () => app.core }),
      ),
      pluginChanges: once((app) => new PluginChanges(app, options.tryOut ?? tryOutOn(config, options, base))),
      edition: once((app) => new EditionChoice(app, readEditions())),
      pluginRoutes: once(() => new PluginRoutes()),
      permissions: once(({ plugins }) => new Permissions(() => plugins.manifests())),
      runInWorker: once((app) => workerRunner(app, options)),
      startRun: once((app) => startRun(app)),
      core: once((app) => coreApi(app)),
      close: asValue(async () => {
        try {
          await container.cradle.relay.stop();
        } finally {
          container.cradle.live.stop();
          await container.cradle.plugins.stop();
          await closeBase();
        }
      }),
    });
    for (const [name, factory] of Object.entries(services))
      container.register(name, once(factory as (app: App) => unknown));
    const app = container.cradle;
    registerJobs(app);
    registerSchedule(app);
    app.schedule.clean({ name: 'idempotency', run: () => purgeKeys(database, clock.now()) });
    if (!options.base) base.serves(app);
    if (!options.safeMode) await app.secrets.check();
    await app.plugins.start();
    return app;
  } catch (error) {
    await closeBase();
    throw error;
  }
}

/** Builds what would be beside what is, and leaves it to the next process to work with it. */
function tryOutOn(config: Config, options: AppOptions, base: Base): TryOut {
  return async (changes) => {
    const trial = await createApp(config, { ...options, base, changes });
    return {
      plugins: trial.plugins,
      keep: async () => {
        await trial.plugins.record();
        await trial.close();
      },
      drop: () => trial.close(),
    };
  };
}

/** What is done again and again is done by a process that works; all else in a thread of this one. */
function startRun(app: App): StartRun {
  return async (kind, args) => {
    const job = app.schedule.jobs().find((one) => kindOf(one) === kind);
    if (job) await app.scheduler.trigger(job.name, args as Parameters<Scheduler['trigger']>[1]);
    else void app.runInWorker(kind, args).catch(() => undefined);
  };
}

function workerRunner(app: App, options: AppOptions): RunInWorker {
  return (kind, args, { onProgress, signal } = {}) =>
    runInWorker(
      { kind, args, onProgress, signal },
      {
        config: app.config,
        ledger: app.ledger,
        plugins: app.plugins,
        log: app.log,
        entry: options.worker ?? (import.meta.url.endsWith('.ts') ? WORKER : BUILT_WORKER),
        watchdogMs: options.watchdogMs ?? 2_000,
        safeMode: options.safeMode ?? false,
      },
    );
}
