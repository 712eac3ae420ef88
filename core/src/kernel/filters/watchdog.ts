/**
 * Finds the plugin whose filter keeps a worker thread busy for ever. The worker writes into shared memory which
 * handlers run and a sequence that moves with each sign of life; the thread that supervises reads it. A loop can stop
 * the worker's messages, not this memory.
 */

/** The handler that began last of those that run; 0 for none. */
const HANDLER = 0;
const SEQUENCE = 1;
/** Statements of handlers that run now. */
const QUERIES = 2;
/** How many different handlers run: with more than one, nobody knows which of them loops. */
const RUNNING = 3;
const CELLS = 4;

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

/** The supervisor's side: calls `onSilence` once, when a handler runs and nothing has moved for `patienceMs`. */
export function watch(
  memory: SharedArrayBuffer,
  options: { readonly patienceMs: number; readonly onSilence: () => void },
): Watch {
  const cells = new Int32Array(memory);
  let sequence = -1;
  let since = performance.now();
  const look = (): void => {
    const now = performance.now();
    const moved = Atomics.load(cells, SEQUENCE);
    if (Atomics.load(cells, HANDLER) === 0 || moved !== sequence) {
      sequence = moved;
      since = now;
      return;
    }
    const isQuerying = Atomics.load(cells, QUERIES) > 0;
    if (now - since < (isQuerying ? Math.max(QUERY_PATIENCE, options.patienceMs) : options.patienceMs))
      return;
    clearInterval(timer);
    options.onSilence();
  };
  const timer = setInterval(look, Math.max(10, Math.min(100, options.patienceMs / 10)));
  timer.unref();
  return {
    stop: () => clearInterval(timer),
    seen: () => ({ handler: Atomics.load(cells, HANDLER), isCertain: Atomics.load(cells, RUNNING) <= 1 }),
  };
}
