import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TObject } from 'typebox';
import { Value } from 'typebox/value';
import type { Capability } from '../capabilities/token.ts';
import type { DailyJob, FileStore, NoticeInput, PluginContext } from '../context.ts';
import type { Clock, PlainDate } from '../dates.ts';
import { NotFound } from '../errors.ts';
import type { EventMap, EventName } from '../events.ts';
import type { AnyRoute, OutsideRoute } from '../http.ts';
import type { FilterAnswer, FilterItem, FilterName } from '../filters.ts';
import type { Manifest, SettingsOf } from '../manifest.ts';
import type { PluginDefinition } from '../plugin.ts';
import { fixedClock } from './clock.ts';
import { type CoreData, fakeCore } from './fake-core.ts';
import { fakeHandlers, type Registered } from './fake-handlers.ts';
import { type FakeDatabase, fakeDatabase } from './fake-sql.ts';

export type { CoreData } from './fake-core.ts';
export type { Registered } from './fake-handlers.ts';

export type FakeOptions<S extends TObject> = {
  /** Settings that differ from their defaults. */
  readonly settings?: Partial<SettingsOf<S>>;
  readonly clock?: Clock;
  readonly core?: CoreData;
};

/** A host around one plugin, in memory: what a test looks at, and how it plays the rest of the product. */
export interface FakeHost<S extends TObject = TObject> {
  readonly context: PluginContext<S>;
  readonly database: FakeDatabase;
  /** What the plugin subscribed to and answers. */
  readonly registered: Registered;
  /** Delivers an event to the plugin's handlers, as the outbox would; the same `key` plays a repetition. */
  deliver<N extends EventName>(
    name: N,
    data: EventMap[N],
    options?: { key?: string; attempt?: number; signal?: AbortSignal },
  ): Promise<void>;
  /** Asks the plugin a question of core's, in a transaction. */
  ask<N extends FilterName>(name: N, batch: readonly FilterItem<N>[]): Promise<FilterAnswer<N>[]>;
  /** Has a daily job of the plugin's run, as the scheduler would. @returns its summary. @throws NotFound */
  runDaily(name: string, date: PlainDate): Promise<unknown>;
  /** Plays another plugin that provides a capability. */
  provide<T>(capability: Capability<T>, provider: T): void;
  /** What it answers over HTTP. */
  readonly routes: readonly AnyRoute[];
  readonly outsideRoutes: readonly OutsideRoute[];
  /** What the plugin itself provides. */
  provided<T>(capability: Capability<T>): T | undefined;
  readonly emitted: readonly {
    readonly name: EventName;
    readonly aggregate: string;
    readonly data: object;
  }[];
  readonly notices: ReadonlyMap<string, NoticeInput>;
  readonly health: { readonly state: 'ok' | 'degraded'; readonly reason?: string | undefined };
  readonly logged: readonly { readonly level: string; readonly fields: object; readonly message: string }[];
  /** Stops the plugin: what it registered with `onStop` runs, last first, and its folder goes. */
  stop(): Promise<void>;
}

/**
 * Migrates and sets a plugin up in a fake host.
 * @example const host = await startPlugin(plugin, { settings: { days: 3 } }); await host.deliver('document.issued', …)
 */
export async function startPlugin<S extends TObject>(
  plugin: PluginDefinition<S>,
  options: FakeOptions<S> = {},
): Promise<FakeHost<S>> {
  const host = fakeContext(plugin.manifest, options);
  host.database.migrate(plugin.migrations ?? []);
  await plugin.setup(host.context);
  return host;
}

/** The host without the plugin, for tests that call a plugin's parts with a context. @throws TypeError for settings that don't fit */
export function fakeContext<S extends TObject>(
  manifest: Manifest<S>,
  options: FakeOptions<S> = {},
): FakeHost<S> {
  const database = fakeDatabase();
  const clock = options.clock ?? fixedClock('2026-11-24');
  const handlers = fakeHandlers(database, clock);
  const own = new Map<string, unknown>();
  const others = new Map<string, unknown[]>();
  const routes: AnyRoute[] = [];
  const outsideRoutes: OutsideRoute[] = [];
  const daily = new Map<string, DailyJob>();
  const notices = new Map<string, NoticeInput>();
  const logged: { level: string; fields: object; message: string }[] = [];
  const stops: (() => void | Promise<void>)[] = [];
  const health: { state: 'ok' | 'degraded'; reason?: string | undefined } = { state: 'ok' };
  let folder: Promise<string> | undefined;

  const log =
    (level: string) =>
    (fields: object, message: string): void =>
      void logged.push({ level, fields, message });
  const providers = <T>(capability: Capability<T>): T[] =>
    [
      ...(own.has(capability.name) ? [own.get(capability.name)] : []),
      ...(others.get(capability.name) ?? []),
    ] as T[];

  const context: PluginContext<S> = {
    settings: settingsOf(manifest, options.settings ?? {}),
    events: handlers.events,
    filters: handlers.filters,
    capabilities: {
      provide(capability, provider) {
        if (!manifest.provides?.includes(capability.name))
          throw new Error(`${manifest.id} provides ${capability.name}, and its manifest does not say so`);
        own.set(capability.name, provider);
      },
      find: (capability) => providers(capability)[0],
      all: providers,
    },
    http: {
      route: (route) => void routes.push(route as unknown as AnyRoute),
      outside: (route) => void outsideRoutes.push(route),
    },
    jobs: { daily: (job) => void daily.set(job.name, job) },
    transaction: handlers.transaction,
    sql: database.sql,
    core: fakeCore(options.core ?? {}),
    files: fakeFiles(),
    notices: { post: async (notice) => void notices.set(notice.key, notice) },
    health: { set: (state, reason) => void Object.assign(health, { state, reason }) },
    clock,
    log: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
    dataDir: () => (folder ??= mkdtemp(join(tmpdir(), `${manifest.id}-`))),
    onStop: (stop) => void stops.push(stop),
  };
  return {
    context,
    database,
    registered: handlers.registered,
    deliver: handlers.deliver,
    ask: handlers.ask,
    routes,
    outsideRoutes,
    async runDaily(name, date) {
      const job = daily.get(name);
      if (!job) throw new NotFound('job_not_found', `there is no daily job ${name}`);
      return job.run({ date, signal: new AbortController().signal });
    },
    provide: (capability, provider) =>
      void others.set(capability.name, [...(others.get(capability.name) ?? []), provider]),
    provided: <T>(capability: Capability<T>) => own.get(capability.name) as T | undefined,
    emitted: handlers.emitted,
    notices,
    health,
    logged,
    async stop() {
      for (const stop of stops.reverse()) await stop();
      if (folder) await rm(await folder, { recursive: true, force: true });
      database.close();
    },
  };
}

function settingsOf<S extends TObject>(manifest: Manifest<S>, given: object): SettingsOf<S> {
  if (!manifest.settings) return given as SettingsOf<S>;
  const settings = Value.Default(manifest.settings, { ...given });
  const [wrong] = Value.Errors(manifest.settings, settings);
  if (wrong) throw new TypeError(`settings of ${manifest.id}: ${wrong.instancePath || '/'} ${wrong.message}`);
  return settings as SettingsOf<S>;
}

function fakeFiles(): FileStore {
  const stored = new Map<string, Uint8Array>();
  return {
    async put(bytes) {
      const key = createHash('sha256').update(bytes).digest('hex');
      stored.set(key, new Uint8Array(bytes));
      return key;
    },
    async get(key) {
      const bytes = stored.get(key);
      if (!bytes) throw new NotFound('file_not_found', `there is no file ${key}`);
      return new Uint8Array(bytes);
    },
  };
}
