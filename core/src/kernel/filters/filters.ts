import type {
  FilterAnswer,
  FilterHandler,
  FilterItem,
  FilterMap,
  FilterName,
  PlainDate,
  Tx,
} from '@traliccio/sdk';
import type { Failures } from '../plugins/plugin-table.ts';
import { messageOf } from '../thrown.ts';
import { wrongAnswer, type Wrong } from './answers.ts';
import { FilterFailed } from './filter-failed.ts';
import { frozen } from './frozen.ts';
import { lentTx } from './lent-tx.ts';
import type { Pulse } from './watchdog.ts';

export type FilterContext = { readonly tx: Tx; readonly today: PlainDate };
export type Answered<N extends FilterName> = FilterAnswer<N> & { readonly plugin: string };
type Of<Kind> = { [N in FilterName]: FilterMap[N]['kind'] extends Kind ? N : never }[FilterName];
type Entry = {
  readonly index: number;
  readonly plugin: string;
  readonly order: number;
  readonly handler: FilterHandler<FilterName>;
};

export type FiltersOptions = {
  readonly pulse?: Pulse | undefined;
  readonly patienceMs?: number | undefined;
  /** One handler at a time, so that a silence has one possible cause. */
  readonly serial?: boolean | undefined;
};

/** A handler that neither answers nor talks to the database for so long is given up. */
const PATIENCE = 10_000;

/**
 * The questions that core asks plugins, inside the transaction of whoever asks. The batch is frozen to its depths,
 * answers are checked, and whatever goes wrong is a FilterFailed that names the plugin.
 */
export class Filters {
  readonly #entries = new Map<FilterName, Entry[]>();
  readonly #names: { readonly plugin: string; readonly filter: FilterName }[] = [];
  readonly #pulse: Pulse | undefined;
  readonly #patience: number;
  /** Where one handler runs at a time: the end of the last one. */
  #turn: Promise<unknown> | undefined;
  #failures = new Map<string, { readonly count: number; readonly last: string }>();

  constructor(options: FiltersOptions = {}) {
    if (options.serial) this.#turn = Promise.resolve();
    this.#pulse = options.pulse;
    this.#patience = options.patienceMs ?? PATIENCE;
  }

  /** @returns what takes the handler away again */
  on<N extends FilterName>(
    plugin: string,
    name: N,
    handler: FilterHandler<N>,
    options: { readonly order?: number } = {},
  ): () => void {
    const index = this.#names.push({ plugin, filter: name });
    this.#pulse?.announce(index, { plugin, filter: name });
    const entry: Entry = {
      index,
      plugin,
      order: options.order ?? 0,
      handler: handler as unknown as FilterHandler<FilterName>,
    };
    const byOrder = (a: Entry, b: Entry): number => a.order - b.order || (a.plugin < b.plugin ? -1 : 1);
    this.#entries.set(name, [...(this.#entries.get(name) ?? []), entry].sort(byOrder));
    return () => {
      this.#entries.set(
        name,
        (this.#entries.get(name) ?? []).filter((one) => one !== entry),
      );
    };
  }

  /** Whether anybody answers: spares building the batch. */
  has(name: FilterName): boolean {
    return (this.#entries.get(name) ?? []).length > 0;
  }

  /** By plugin, how often it failed to answer since this was last asked. */
  takeFailures(): Failures {
    const taken = this.#failures;
    this.#failures = new Map();
    return taken;
  }

  /** What all plugins answer, each answer with its plugin. @throws FilterFailed */
  async collect<N extends Of<'collect'>>(
    name: N,
    batch: readonly FilterItem<N>[],
    context: FilterContext,
  ): Promise<Answered<N>[]> {
    return this.#askAll(name, batch, context);
  }

  /** The reasons against it; none means that nobody minds. @throws FilterFailed */
  async veto<N extends Of<'veto'>>(
    name: N,
    batch: readonly FilterItem<N>[],
    context: FilterContext,
  ): Promise<Answered<N>[]> {
    return this.#askAll(name, batch, context);
  }

  /** The batch as the last plugin leaves it, in its order. @throws FilterFailed */
  async waterfall<N extends Of<'waterfall'>>(
    name: N,
    batch: readonly FilterItem<N>[],
    context: FilterContext,
  ): Promise<readonly FilterAnswer<N>[]> {
    let current = batch as readonly (FilterItem<N> & FilterAnswer<N>)[];
    for (const entry of this.#entries.get(name) ?? []) {
      const refs = new Set(current.map((item) => item.id));
      const answers = await this.#ask(name, entry, { batch: current, refs, context });
      const byId = new Map(answers.map((answer) => [(answer as { id: number }).id, answer]));
      if (byId.size !== refs.size || answers.length !== refs.size)
        throw failed(
          'plugin.filter_answer',
          entry,
          name,
          'must give one value for each element of the batch',
        );
      current = current.map((item) => byId.get(item.id) as FilterItem<N> & FilterAnswer<N>);
    }
    return current;
  }

  async #askAll<N extends FilterName>(
    name: N,
    batch: readonly FilterItem<N>[],
    context: FilterContext,
  ): Promise<Answered<N>[]> {
    const entries = this.#entries.get(name) ?? [];
    if (entries.length === 0 || batch.length === 0) return [];
    const refs = new Set(batch.map((item) => item.id));
    const all: Answered<N>[] = [];
    for (const entry of entries)
      for (const answer of await this.#ask(name, entry, { batch, refs, context }))
        all.push({ ...answer, plugin: entry.plugin });
    return all;
  }

  async #ask<N extends FilterName>(name: N, entry: Entry, ask: Ask<N>): Promise<readonly FilterAnswer<N>[]> {
    const counted = (): Promise<readonly FilterAnswer<N>[]> =>
      this.#askNow(name, entry, ask).catch((error: unknown) => this.#count(entry.plugin, error));
    if (!this.#turn) return counted();
    const mine = this.#turn.then(counted);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #askNow<N extends FilterName>(
    name: N,
    entry: Entry,
    ask: Ask<N>,
  ): Promise<readonly FilterAnswer<N>[]> {
    const lent = lentTx(ask.context.tx, this.#pulse);
    this.#pulse?.enter(entry.index);
    let answers: readonly unknown[];
    try {
      const answer = entry.handler(frozen(ask.batch), { tx: lent.tx, today: ask.context.today });
      answers = answer instanceof Promise ? await this.#patiently(answer, lent.isBusy) : answer;
    } catch (error) {
      if (error instanceof Silent)
        throw failed('plugin.filter_silent', entry, name, 'gave no answer in time');
      throw failed('plugin.filter_threw', entry, name, messageOf(error), { cause: error });
    } finally {
      lent.end();
      this.#pulse?.leave(entry.index);
    }
    if (!Array.isArray(answers)) throw failed('plugin.filter_answer', entry, name, 'answered no list');
    for (const [i, answer] of answers.entries()) {
      const wrong = wrongOf(name, answer, ask.refs);
      if (wrong)
        throw failed('plugin.filter_answer', entry, name, `answer ${i}: ${wrong.field} ${wrong.why}`, {
          field: wrong.field,
        });
    }
    return answers as readonly FilterAnswer<N>[];
  }

  #count(plugin: string, error: unknown): never {
    const count = (this.#failures.get(plugin)?.count ?? 0) + 1;
    this.#failures.set(plugin, { count, last: messageOf(error) });
    throw error;
  }

  /** Waits as long as something moves: a promise that nobody will ever settle must not hold a transaction for ever. */
  async #patiently<T>(answer: Promise<T>, isBusy: () => boolean): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setInterval(() => {
        if (!isBusy()) reject(new Silent());
      }, this.#patience);
    });
    try {
      return await Promise.race([answer, silence]);
    } finally {
      clearInterval(timer);
    }
  }
}

class Silent extends Error {}

/** An answer whose fields throw when they are read is wrong like any other. */
function wrongOf(name: FilterName, answer: unknown, refs: ReadonlySet<number>): Wrong | undefined {
  try {
    return wrongAnswer(name, answer, refs);
  } catch (error) {
    return { field: '', why: `can not be read: ${messageOf(error)}` };
  }
}

type Ask<N extends FilterName> = {
  readonly batch: readonly FilterItem<N>[];
  readonly refs: ReadonlySet<number>;
  readonly context: FilterContext;
};

function failed(
  code: string,
  entry: Entry,
  filter: FilterName,
  message: string,
  options: { field?: string; cause?: unknown } = {},
): FilterFailed {
  return new FilterFailed(code, { plugin: entry.plugin, filter }, message, options);
}
