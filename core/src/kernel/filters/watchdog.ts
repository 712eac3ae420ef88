/**
 * Finds the plugin whose filter keeps a worker thread busy, or waiting, for ever. The worker writes into shared memory
 * which handlers run and two counters, of their signs of life and of its own; the thread that supervises reads it. A
 * loop can stop the worker's messages, not this memory.
 */

/** The handler that began last of those that run; 0 for none. */
const HANDLER = 0;
const SEQUENCE = 1;
/** Statements of handlers that run now. */
const QUERIES = 2;
/** How many different handlers run: with more than one, nobody knows which of them loops. */
const RUNNING = 3;
/** Moves while the thread is not blocked. */
const ALIVE = 4;
const CELLS = 5;

const ALIVE_MS = 50;

export type HandlerName = { readonly plugin: string; readonly filter: string };

/** The worker's side. */
export interface Pulse {
  /** Tells the other side who handler `index` (from 1) is, before it first runs. */
  announce(index: number, name: HandlerName): void;
  enter(index: number): void;
  leave(index: number): void;
  /** A statement of a handler's starts or ends. */
  query(isRunning: boolean): void;
}

export const pulseMemory = (): SharedArrayBuffer =>
  new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT);

export function pulseIn(memory: SharedArrayBuffer, announce: Pulse['announce']): Pulse {
  const cells = new Int32Array(memory);
  const running: number[] = [];
  const beat = (): unknown => Atomics.add(cells, SEQUENCE, 1);
  const show = (): void => {
    Atomics.store(cells, HANDLER, running.at(-1) ?? 0);
    Atomics.store(cells, RUNNING, new Set(running).size);
    beat();
  };
  setInterval(() => Atomics.add(cells, ALIVE, 1), ALIVE_MS).unref();
  return {
    announce,
    enter(index) {
      running.push(index);
      show();
    },
    leave(index) {
      running.splice(running.lastIndexOf(index), 1);
      show();
    },
    query(isRunning) {
      Atomics.add(cells, QUERIES, isRunning ? 1 : -1);
      beat();
    },
  };
}

/** Longer than the database lets a statement wait for a lock: a slow database is not the plugin's fault. */
const QUERY_PATIENCE = 30_000;

export type Watch = {
  readonly stop: () => void;
  /** The handler that runs, or ran last; `isCertain` when no other one ran with it. */
  readonly seen: () => { readonly handler: number; readonly isCertain: boolean };
};

export type WatchOptions = {
  /** How long a handler may block the thread. */
  readonly patienceMs: number;
  /** How long it may wait for something, without blocking it and without a sign of life. */
  readonly waitingMs: number;
  /** Is told which of the two it was. */
  readonly onSilence: (limitMs: number) => void;
};

/** The supervisor's side: calls `onSilence` once, when a handler runs and nothing has moved for too long. */
export function watch(memory: SharedArrayBuffer, options: WatchOptions): Watch {
  const cells = new Int32Array(memory);
  const { patienceMs, waitingMs } = options;
  const every = Math.max(10, Math.min(100, patienceMs / 10));
  const [sign, life] = [counter(cells, SEQUENCE), counter(cells, ALIVE)];
  let last = performance.now();
  let [silent, blocked] = [0, 0];
  const look = (): void => {
    const now = performance.now();
    // Whoever looks late is on a machine that has no time: the handler had none either.
    const passed = Math.min(now - last, 2 * every);
    last = now;
    const isOver = sign.hasMoved() || Atomics.load(cells, HANDLER) === 0;
    silent = isOver ? 0 : silent + passed;
    blocked = life.hasMoved() || isOver ? 0 : blocked + passed;
    const isQuerying = Atomics.load(cells, QUERIES) > 0;
    const more = isQuerying ? QUERY_PATIENCE : 0;
    const isBlocked = blocked >= Math.max(patienceMs, more);
    if (!isBlocked && silent < Math.max(waitingMs, more)) return;
    clearInterval(timer);
    options.onSilence(isBlocked ? patienceMs : waitingMs);
  };
  const timer = setInterval(look, every);
  timer.unref();
  return {
    stop: () => clearInterval(timer),
    seen: () => ({ handler: Atomics.load(cells, HANDLER), isCertain: Atomics.load(cells, RUNNING) <= 1 }),
  };
}

function counter(cells: Int32Array, cell: number): { hasMoved(): boolean } {
  let seen = -1;
  return {
    hasMoved() {
      const value = Atomics.load(cells, cell);
      const isNew = value !== seen;
      seen = value;
      return isNew;
    },
  };
}
