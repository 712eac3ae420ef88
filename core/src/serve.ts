import type { Logger } from '@traliccio/sdk';
import { createApp, type App } from './app.ts';
import { openBase, type Base } from './base.ts';
import { allRoutes } from './routes.ts';
import type { Config } from './kernel/config.ts';
import { resumeLeftBehind } from './kernel/events/dead-letters.ts';
import { buildApi, type Api } from './kernel/http/api.ts';
import { Compiled } from './kernel/http/compiled.ts';
import { healthRoutes } from './kernel/http/health.routes.ts';
import { Host, originOf } from './kernel/http/host.ts';
import { Metrics } from './kernel/http/metrics.ts';
import { readPages, type Pages } from './kernel/http/pages.ts';
import { buildOutside, type Outside } from './kernel/http/outside.ts';
import type { Trial } from './kernel/plugins/plugin-changes.ts';
import type { RowChange } from './kernel/plugins/plugin-table.ts';
import { messageOf } from './kernel/thrown.ts';
import { PRODUCT_VERSION } from './version.ts';

export type Role = 'web' | 'worker';
export type ServeOptions = {
  readonly roles: readonly Role[];
  readonly safeMode?: boolean;
  /** How often it looks whether another process has changed the plugins. */
  readonly followMs?: number;
};

/** One build of the product: everything that plugins may change, exchanged as a whole. */
type Generation = {
  readonly app: App;
  readonly api: Api | null;
  readonly outside: Outside | null;
  /** Ends its streams. */
  readonly over: AbortController;
};

const FOLLOW_MS = 2_000;
const GRACE_MS = 25_000;
const ADMIN_UI = new URL(import.meta.resolve('@traliccio/admin-ui/dist/index.html'));

/** @throws BadConfiguration */
export async function serve(config: Config, options: ServeOptions): Promise<Server> {
  const base = await openBase(config, { logTo: 'stdout' });
  const server = new Server(config, options, base);
  try {
    await server.start();
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** A running process: its sockets, and the build of the product that serves behind them. */
export class Server {
  readonly #config: Config;
  readonly #options: ServeOptions;
  readonly #base: Base;
  readonly #log: Logger;
  readonly #metrics: Metrics;
  readonly #compiled = new Compiled();
  readonly #hosts: { readonly inside: Host; readonly outside: Host | null } | null;
  readonly #retiring = new Set<Promise<void>>();
  #pages: Pages | undefined;
  #current: Generation | undefined;
  #follow: NodeJS.Timeout | undefined;
  /** Builds one after the other. */
  #turn: Promise<unknown> = Promise.resolve();
  #isStopping = false;
  /** Where operators find it; null without the role `web`. */
  address: string | null = null;
  outsideAddress: string | null = null;

  constructor(config: Config, options: ServeOptions, base: Base) {
    this.#config = config;
    this.#options = options;
    this.#base = base;
    this.#log = base.log;
    this.#metrics = new Metrics(base.database);
    const { web } = config;
    const host = (port: number, isPublic: boolean): Host =>
      new Host({ config: web, port, isPublic, log: base.log });
    this.#hosts = this.#has('web')
      ? {
          inside: host(web.port, false),
          outside: web.publicPort === null ? null : host(web.publicPort, true),
        }
      : null;
  }

  get app(): App {
    return this.#current!.app;
  }

  async start(): Promise<void> {
    if (this.#hosts) this.#pages = await readPages(ADMIN_UI);
    const first = await this.#build();
    this.#adopt(first);
    if (this.#hosts) {
      this.address = await this.#hosts.inside.listen();
      this.outsideAddress = (await this.#hosts.outside?.listen()) ?? null;
    }
    await this.#base.scheduler.start({ executes: this.#has('worker') });
    this.#follow = setInterval(() => void this.#followTable(), this.#options.followMs ?? FOLLOW_MS);
  }

  /** Ends what has begun, takes nothing new, and leaves nothing behind. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#follow);
    await this.#turn.catch(() => undefined);
    const last = this.#current;
    last?.over.abort();
    // Deliveries end while requests do.
    await Promise.all([
      last?.app.relay.stop(),
      this.#base.scheduler.stop(),
      this.#hosts?.inside.close(GRACE_MS),
      this.#hosts?.outside?.close(GRACE_MS),
    ]);
    await Promise.all(this.#retiring);
    if (last) await close(last);
    await this.#base.close();
  }

  #has(role: Role): boolean {
    return this.#options.roles.includes(role);
  }

  /** Everything new on what the process has once, ready to serve. */
  async #build(changes?: ReadonlyMap<string, RowChange>): Promise<Generation> {
    const app = await createApp(this.#config, {
      role: 'serve',
      base: this.#base,
      safeMode: this.#options.safeMode ?? false,
      tryOut: (wanted) => this.#tryOut(wanted),
      changes,
    });
    const over = new AbortController();
    try {
      if (!this.#hosts) return { app, api: null, outside: null, over };
      const api = await buildApi({
        compiled: this.#compiled,
        routes: allRoutes(app),
        rootRoutes: healthRoutes({
          database: app.database,
          metrics: this.#metrics,
          isStopping: () => this.#isStopping,
        }),
        pluginRoutes: app.pluginRoutes.inside,
        pages: this.#pages,
        pluginPages: () => app.plugins.uiFiles(),
        permissions: app.permissions,
        sessions: app.sessions,
        database: app.database,
        clock: app.clock,
        log: app.log,
        origin: originOf,
        version: PRODUCT_VERSION,
        signal: over.signal,
      });
      const outside =
        this.#hosts.outside && (await buildOutside({ routes: app.pluginRoutes.outside, log: app.log }));
      return { app, api, outside, over };
    } catch (error) {
      await app.close();
      throw error;
    }
  }

  /** For whoever changes plugins through this process. */
  #tryOut(changes: ReadonlyMap<string, RowChange>): Promise<Trial> {
    return this.#inTurn(async () => {
      const next = await this.#build(changes);
      return {
        plugins: next.app.plugins,
        keep: async () => {
          await next.app.plugins.record();
          this.#adopt(next);
        },
        drop: () => close(next),
      };
    });
  }

  /** The new build answers from now on; the old one ends what it has begun, in the background. */
  #adopt(next: Generation): void {
    const before = this.#current;
    this.#current = next;
    if (this.#hosts && next.api) this.#hosts.inside.exchange(next.api);
    if (this.#hosts?.outside && next.outside) this.#hosts.outside.exchange(next.outside);
    this.#base.serves(next.app);
    if (this.#has('worker')) next.app.relay.start();
    if (!before) return;
    const retiring = this.#retire(before)
      .catch((error: unknown) =>
        this.#log.error({ err: error }, 'what served before could not be ended in order'),
      )
      .finally(() => this.#retiring.delete(retiring));
    this.#retiring.add(retiring);
  }

  async #retire(before: Generation): Promise<void> {
    before.over.abort();
    await Promise.all([
      before.app.relay.stop(),
      before.api && this.#hosts?.inside.drained(before.api, GRACE_MS),
      before.outside && this.#hosts?.outside?.drained(before.outside, GRACE_MS),
    ]);
    await close(before);
  }

  /** Another process has changed what plugins are to be: this one builds anew. */
  async #followTable(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#isStopping) return;
      if (!(await this.app.plugins.isOutdated())) return this.#resumeLeftBehind();
      const next = await this.#build();
      this.#adopt(next);
      this.#log.info({}, 'the plugins were changed elsewhere: this process follows');
    }).catch((error: unknown) =>
      this.#log.warn({ why: messageOf(error) }, 'the change of plugins could not be followed yet'),
    );
  }

  async #resumeLeftBehind(): Promise<void> {
    if (!this.#has('worker')) return;
    const { events, database } = this.app;
    await resumeLeftBehind(database.sql, [...new Set(events.subscriptions().map((one) => one.subscriber))]);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work, work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

async function close({ app, api, outside }: Generation): Promise<void> {
  await api?.close();
  await outside?.close();
  await app.close();
}
