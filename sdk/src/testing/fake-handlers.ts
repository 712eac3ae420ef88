import type { PluginContext } from '../context.ts';
import type { Clock } from '../dates.ts';
import type { Delivery, EventMap, EventName, SubscriptionOptions } from '../events.ts';
import type { ComposedMessage, FilterAnswer, FilterHandler, FilterItem, FilterName } from '../filters.ts';
import type { Tx } from '../sql.ts';
import type { FakeHost } from './fake-context.ts';
import type { FakeDatabase } from './fake-sql.ts';

export type Registered = {
  readonly events: {
    readonly name: EventName;
    readonly options: SubscriptionOptions;
    readonly handler: (delivery: Delivery) => Promise<void>;
  }[];
  readonly filters: {
    readonly name: FilterName;
    readonly order: number;
    readonly handler: FilterHandler<FilterName>;
  }[];
};

type Emitted = { readonly name: EventName; readonly aggregate: string; readonly data: object };
type Handlers = Pick<PluginContext, 'events' | 'filters' | 'transaction'> &
  Pick<FakeHost, 'registered' | 'deliver' | 'ask'> & { readonly emitted: Emitted[] };

/** The part of the fake host that keeps handlers and calls them. */
export function fakeHandlers(database: FakeDatabase, clock: Clock): Handlers {
  const registered: Registered = { events: [], filters: [] };
  const emitted: Emitted[] = [];
  let deliveries = 0;
  /** Events of the open transaction: they happen only when it commits. */
  let pending: Emitted[] | undefined;

  const transaction = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const [result, events] = await database.transaction(async (tx) => {
      const mine: Emitted[] = (pending = []);
      try {
        return [await work(tx), mine] as const;
      } finally {
        pending = undefined;
      }
    });
    emitted.push(...events);
    return result;
  };

  const handlersOf = (name: FilterName): Registered['filters'] =>
    registered.filters.filter((one) => one.name === name).sort((a, b) => a.order - b.order);

  return {
    registered,
    emitted,
    transaction,
    events: {
      on<N extends EventName>(
        name: N,
        options: SubscriptionOptions,
        handler: (delivery: Delivery<N>) => Promise<void>,
      ) {
        if (registered.events.some((one) => one.name === name && one.options.id === options.id))
          throw new Error(`a second handler of ${name} needs an id of its own`);
        registered.events.push({ name, options, handler: handler as (delivery: Delivery) => Promise<void> });
      },
      async emit(_tx, name, aggregate, data) {
        if (!pending) throw new Error(`${name} was emitted outside a transaction`);
        pending.push({ name, aggregate, data: structuredClone(data) });
      },
    },
    filters: {
      on<N extends FilterName>(name: N, handler: FilterHandler<N>, options?: { readonly order?: number }) {
        registered.filters.push({
          name,
          order: options?.order ?? 0,
          handler: handler as unknown as FilterHandler<FilterName>,
        });
      },
      ask: (tx, name, batch) =>
        waterfall(handlersOf(name), deepFreeze(structuredClone(batch)), {
          tx,
          today: clock.today(),
        }) as Promise<readonly ComposedMessage[]>,
    },
    async deliver<N extends EventName>(
      name: N,
      data: EventMap[N],
      options: { key?: string; attempt?: number; signal?: AbortSignal } = {},
    ) {
      const subscribers = registered.events.filter((one) => one.name === name);
      const key = options.key ?? `delivery-${(deliveries += 1)}`;
      for (const { handler, options: own } of subscribers) {
        const mine = own.id === undefined ? key : `${key}:${own.id}`;
        await handler({
          name,
          data: structuredClone(data),
          key: mine,
          attempt: options.attempt ?? 1,
          signal: options.signal ?? new AbortController().signal,
        } as Delivery);
      }
    },
    async ask<N extends FilterName>(name: N, batch: readonly FilterItem<N>[]): Promise<FilterAnswer<N>[]> {
      const frozen = deepFreeze(structuredClone(batch)) as readonly FilterItem<FilterName>[];
      const asked = handlersOf(name);
      return transaction(async (tx) => {
        if (name === 'message.compose')
          return waterfall(asked, frozen, { tx, today: clock.today() }) as Promise<FilterAnswer<N>[]>;
        const answers: FilterAnswer<FilterName>[] = [];
        for (const { handler } of asked)
          answers.push(...(await handler(frozen, { tx, today: clock.today() })));
        return answers;
      });
    },
  };
}

type Asked = Parameters<FilterHandler<FilterName>>[1];
/** Each handler gets what the one before it made. */
async function waterfall(
  asked: Registered['filters'],
  batch: readonly FilterItem<FilterName>[],
  context: Asked,
): Promise<unknown> {
  let current = batch;
  for (const { handler } of asked)
    current = deepFreeze(structuredClone(await handler(current, context))) as typeof batch;
  return current;
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
