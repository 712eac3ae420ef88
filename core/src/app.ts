import { asFunction, asValue, createContainer, InjectionMode } from 'awilix';
import { join } from 'node:path';
import type { CoreApi, PluginDefinition } from '@traliccio/sdk';
import { coreApi, entities, registerJobs, services } from './domain/index.ts';
import { Audit } from './kernel/audit/audit.ts';
import { Capabilities } from './kernel/capabilities/capabilities.ts';
import { systemClock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import { IdBlocks } from './kernel/db/ids.ts';
import { openDatabase } from './kernel/db/open.ts';
import { Events } from './kernel/events/events.ts';
import { Outbox } from './kernel/events/outbox.ts';
import { Relay, type RelayOptions } from './kernel/events/relay.ts';
import { fileStore } from './kernel/files/file-store.ts';
import { Filters } from './kernel/filters/filters.ts';
import type { Pulse } from './kernel/filters/watchdog.ts';
import { Health } from './kernel/health/health.ts';
import { Jobs } from './kernel/jobs/jobs.ts';
import { RunLedger, type LedgerOptions } from './kernel/jobs/run-ledger.ts';
import { runInWorker } from './kernel/jobs/run-in-worker.ts';
import type { Kernel, RunInWorker, ServicesOf } from './kernel/kernel.ts';
import { createLog } from './kernel/log.ts';
import { Notices } from './kernel/notices/notices.ts';
import { readEditions } from './kernel/plugins/editions.ts';
import { Plugins } from './kernel/plugins/plugins.ts';
import { bringUpToDate } from './migrations/up-to-date.ts';

/** Everything there is, by name. */
export type App = Kernel &
  ServicesOf<typeof services> & { readonly core: CoreApi; readonly close: () => Promise<void> };

export type AppOptions = {
  /** `run` is a job's worker thread; a `cli` logs to standard error. */
  readonly role: 'cli' | 'run' | 'worker' | 'web';
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
  const log = createLog({
    level: config.logLevel,
    to: options.role === 'web' || options.role === 'worker' ? 'stdout' : 'stderr',
  });
  const database = await openDatabase(config, entities);
  try {
    await bringUpToDate(database);
    const clock = systemClock(await timeZone(database), config.clockOffset);
    const container = createContainer<App>({ injectionMode: InjectionMode.PROXY, strict: true });
    const once = <T>(make: (app: App) => T) => asFunction(make).singleton();
    container.register({
      config: asValue(config),
      log: asValue(log),
      clock: asValue(clock),
      database: asValue(database),
      ids: once(() => new IdBlocks(database)),
      events: once(() => new Events(database, clock)),
      outbox: once(({ events }) => new Outbox(database, events, clock)),
      relay: once(({ events, outbox }) => new Relay({ events, outbox, log, clock }, options.relay)),
      filters: once(() => new Filters({ pulse: options.pulse, serial: options.serial })),
      capabilities: once(() => new Capabilities()),
      audit: once(() => new Audit(clock)),
      notices: once(() => new Notices(database, clock)),
      files: once(() => fileStore(join(config.dataDir, 'files'))),
      health: once(() => new Health()),
      ledger: once(() => new RunLedger(database, clock, options.ledger)),
      jobs: once(() => new Jobs()),
      plugins: once(
        (app) => new Plugins(app, { ...options, editions: readEditions(), core: () => app.core }),
      ),
      runInWorker: once((app) => workerRunner(app, options)),
      core: once((app) => coreApi(app)),
      close: asValue(async () => {
        try {
          await container.cradle.relay.stop();
        } finally {
          await container.cradle.plugins.stop();
          await database.close();
        }
      }),
    });
    for (const [name, factory] of Object.entries(services))
      container.register(name, once(factory as (app: App) => unknown));
    const app = container.cradle;
    registerJobs(app);
    await app.plugins.start();
    return app;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function workerRunner(app: App, options: AppOptions): RunInWorker {
  return (kind, args, { onProgress } = {}) =>
    runInWorker(
      { kind, args, onProgress },
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

const BUSINESS_ZONE = 'Europe/Rome';

/** Days are the issuer's, wherever the server stands. */
async function timeZone(database: Kernel['database']): Promise<string> {
  const [issuer] = await database.sql.all<{ time_zone: string }>(
    'SELECT time_zone FROM issuer ORDER BY id LIMIT 1',
  );
  return issuer?.time_zone ?? BUSINESS_ZONE;
}
