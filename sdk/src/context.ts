import type { TObject, TSchema } from 'typebox';
import type { Capability } from './capabilities/token.ts';
import type { CoreApi } from './core-api.ts';
import type { Clock, PlainDate } from './dates.ts';
import type { Delivery, EventMap, EventName, SubscriptionOptions } from './events.ts';
import type { ComposedMessage, FilterHandler, FilterName } from './filters.ts';
import type { OutsideRoute, Route } from './http.ts';
import type { SettingsOf } from './manifest.ts';
import type { Sql, Tx } from './sql.ts';

/**
 * What a plugin gets in `setup`. Whatever it registers is tracked by the host and undone when the plugin stops.
 */
export interface PluginContext<S extends TObject = TObject> {
  /** The plugin's settings, validated, with defaults filled in, as they were when it was set up. */
  readonly settings: SettingsOf<S>;
  readonly events: {
    /** Subscribes to what happens. The handler runs after commit, at least once: use `delivery.key`. */
    on<N extends EventName>(
      name: N,
      options: SubscriptionOptions,
      handler: (delivery: Delivery<N>) => Promise<void>,
    ): void;
    /** Records that something happened, in the transaction that makes it so. `aggregate` orders deliveries. */
    emit<N extends EventName>(tx: Tx, name: N, aggregate: string, data: EventMap[N]): Promise<void>;
  };
  readonly filters: {
    /** Answers a question of core's. Handlers run by ascending `order` (0 when not given), then by plugin id. */
    on<N extends FilterName>(name: N, handler: FilterHandler<N>, options?: { readonly order?: number }): void;
    /**
     * Asks the plugins what they make of messages that this one is about to send: each may change text and subject,
     * one after the other. It is the one question that plugins ask, since core sends nothing.
     *
     * @returns the messages in their order; those given when nobody answers
     * @throws when a plugin could not answer, naming it
     * @example const [mail] = await ctx.transaction((tx) => ctx.filters.ask(tx, 'message.compose', [draft]))
     */
    ask(
      tx: Tx,
      name: 'message.compose',
      batch: readonly ComposedMessage[],
    ): Promise<readonly ComposedMessage[]>;
  };
  readonly capabilities: {
    provide<T>(capability: Capability<T>, provider: T): void;
    /** The provider of a capability, if a plugin that is up provides it. Ask each time; don't keep it. */
    find<T>(capability: Capability<T>): T | undefined;
    all<T>(capability: Capability<T>): readonly T[];
  };
  readonly http: {
    /** An operation for operators, at `/api/plugins/<id>` and its path. It must name a permission of the plugin's. */
    route<P extends TObject, Q extends TObject, B extends TSchema, R extends TSchema>(
      route: Route<P, Q, B, R, Tx>,
    ): void;
    /** An address for outsiders, on the listener of its own that `PUBLIC_PORT` opens. */
    outside(route: OutsideRoute): void;
  };
  readonly jobs: {
    /**
     * Work that is done once a day while the plugin is enabled, by one of the processes that work: each date once,
     * those missed too (up to 40 days back, the oldest first). One that throws is tried again after a while. It stands
     * among the jobs of the product, where operators see how it went and can start it once more.
     *
     * @throws Invalid when the name or the time is none
     * @example
     * ctx.jobs.daily({
     *   name: 'send',
     *   label: { it: 'Invio al commercialista', en: 'Sending to the accountant' },
     *   at: '06:00',
     *   run: ({ date, signal }) => sendWhatIsDue(ctx, date, signal),
     * });
     */
    daily(job: DailyJob): void;
  };
  /** Opens a transaction. `work` may run again after a deadlock: no effects in it but SQL. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads outside a transaction. */
  readonly sql: Sql;
  readonly core: CoreApi;
  readonly files: FileStore;
  readonly notices: {
    /** Tells the operators. One notice per `key` is open at a time. */
    post(notice: NoticeInput): Promise<void>;
  };
  readonly health: {
    /** Shown beside the plugin's state: `ok`, or degraded with a reason. */
    set(state: 'ok' | 'degraded', reason?: string): void;
  };
  readonly clock: Clock;
  readonly log: Logger;
  /** Folder that the plugin may write generated files to; made when first asked for. */
  dataDir(): Promise<string>;
  /** Runs when the plugin stops, last registered first. */
  onStop(stop: () => void | Promise<void>): void;
}

export type DailyJob = {
  /** Lower-case words joined by hyphens, unique in the plugin; the product knows it as `<plugin id>.<name>`. */
  readonly name: string;
  readonly label: { readonly it: string; readonly en: string };
  /** `HH:MM` in Italy. */
  readonly at: string;
  /**
   * Does what is due on the date. It may be stopped and begun again at any point, so it does no harm when it does a
   * thing twice. What it returns is kept as the summary of its run, as JSON. `signal` ends when the process stops.
   */
  readonly run: (day: { readonly date: PlainDate; readonly signal: AbortSignal }) => Promise<unknown>;
};

export type NoticeInput = {
  readonly key: string;
  readonly level: 'info' | 'warning' | 'error';
  readonly message: { readonly it: string; readonly en: string };
};

/** Bytes by content: the key is the lower-case hex SHA-256 of what is stored. */
export interface FileStore {
  put(bytes: Uint8Array): Promise<string>;
  /** @throws NotFound */
  get(key: string): Promise<Uint8Array>;
}

export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
