import { randomUUID } from 'node:crypto';
import type { Clock, Delivery, EventMap, EventName, SqlValue, SubscriptionOptions, Tx } from '@traliccio/sdk';
import type { Database } from '../db/database.ts';

export type EventHandler = (delivery: Delivery) => Promise<void>;

/** One handler of one event. Deliveries to a subscriber are ordered per aggregate, whatever the event. */
export type Subscription = {
  readonly plugin: string;
  readonly subscriber: string;
  readonly event: EventName;
  readonly options: SubscriptionOptions;
  readonly handler: EventHandler;
};

export type Emitted<N extends EventName> = {
  /** What the event is about, `document:123`: its events are delivered in order. */
  readonly aggregate: string;
  readonly data: EventMap[N];
  /** Unique for the event's name: the same effect recorded twice is delivered once. @example `123:0` */
  readonly effectKey?: string;
};

type Target = { readonly subscriber: string; readonly state: 'ready' | 'paused' };
type Stored = { subscriber: string; event: string; while_disabled: string; max_age_hours: number | null };

const COLUMNS = ['delivery_key', 'event', 'aggregate', 'subscriber', 'payload', 'state', 'created_at'];

/**
 * Records what happened in the transaction that makes it so: one outbox row per event and subscriber. Who subscribes
 * is stored, so that a plugin that is disabled, or failed to start, gets its events later.
 */
export class Events {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #handlers = new Map<string, Subscription>();
  #targets = new Map<string, Target[]>();

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** @returns what ends the subscription in this process; the stored one stays */
  on<N extends EventName>(
    plugin: string,
    name: N,
    options: SubscriptionOptions,
    handler: (delivery: Delivery<N>) => Promise<void>,
  ): () => void {
    const subscriber = options.id === undefined ? plugin : `${plugin}/${options.id}`;
    const key = `${subscriber} ${name}`;
    if (this.#handlers.has(key))
      throw new TypeError(`a second handler of ${name} in ${plugin} needs an id of its own`);
    this.#handlers.set(key, {
      plugin,
      subscriber,
      event: name,
      options,
      handler: handler as unknown as EventHandler,
    });
    return () => void this.#handlers.delete(key);
  }

  async emit<N extends EventName>(
    tx: Tx,
    name: N,
    aggregate: string,
    data: EventMap[N],
    options: { readonly effectKey?: string } = {},
  ): Promise<void> {
    await this.emitMany(tx, name, [{ aggregate, data, ...options }]);
  }

  /** Many events of one name, in multi-row statements. */
  async emitMany<N extends EventName>(tx: Tx, name: N, events: readonly Emitted<N>[]): Promise<void> {
    const targets = this.#targets.get(name) ?? [];
    if (targets.length === 0 || events.length === 0) return;
    const now = this.#clock.now();
    const rows: SqlValue[][] = [];
    for (const event of events) {
      const payload = JSON.stringify(event.data);
      const effect = `${name}:${event.effectKey ?? randomUUID()}`;
      for (const { subscriber, state } of targets)
        rows.push([`${effect}:${subscriber}`, name, event.aggregate, subscriber, payload, state, now]);
    }
    await tx.upsert('outbox', COLUMNS, rows, { key: ['delivery_key'], update: [] });
  }

  /** Whether an event of this name goes to anybody, now or later. */
  isHeard(name: EventName): boolean {
    return (this.#targets.get(name) ?? []).length > 0;
  }

  /** Reads who subscribes to what, disabled plugins included. */
  async load(): Promise<void> {
    const rows = await this.#database.sql.all<Stored & { enabled: number }>(
      'SELECT s.*, p.enabled FROM subscription s JOIN plugin p ON p.id = s.plugin ORDER BY s.event, s.subscriber',
    );
    this.#targets = new Map();
    for (const row of rows) {
      if (row.enabled === 0 && row.while_disabled === 'skip') continue;
      const targets = this.#targets.get(row.event) ?? [];
      targets.push({ subscriber: row.subscriber, state: row.enabled === 0 ? 'paused' : 'ready' });
      this.#targets.set(row.event, targets);
    }
  }

  /** Stores the plugin's subscriptions as they are now, once it is set up. */
  async store(plugin: string): Promise<void> {
    const now = this.subscriptions().filter((one) => one.plugin === plugin);
    const wanted = now.map((one) => [
      one.subscriber,
      one.event,
      one.options.whileDisabled,
      one.options.maxAgeHours ?? null,
    ]);
    const stored = await this.#database.sql.all<Stored>(
      'SELECT subscriber, event, while_disabled, max_age_hours FROM subscription WHERE plugin = ?',
      [plugin],
    );
    const same = (a: readonly unknown[][]): string =>
      JSON.stringify(a.map((row) => JSON.stringify(row)).sort());
    if (same(wanted) === same(stored.map((r) => [r.subscriber, r.event, r.while_disabled, r.max_age_hours])))
      return;
    await this.#database.transaction(async (tx) => {
      await tx.run('DELETE FROM subscription WHERE plugin = ?', [plugin]);
      await tx.upsert(
        'subscription',
        ['plugin', 'subscriber', 'event', 'while_disabled', 'max_age_hours'],
        wanted.map((row) => [plugin, ...row]),
        { key: ['subscriber', 'event'], update: ['plugin', 'while_disabled', 'max_age_hours'] },
      );
    });
  }

  subscriptions(): readonly Subscription[] {
    return [...this.#handlers.values()];
  }

  handlerOf(subscriber: string, event: string): Subscription | undefined {
    return this.#handlers.get(`${subscriber} ${event}`);
  }
}
