/**
 * Finds the plugin whose filter keeps a worker thread busy for ever. The worker writes into shared memory which
 * handler runs and a sequence that moves with each sign of life; the thread that supervises reads it. A loop can stop
 * the worker's messages, not this memory.
 */

const HANDLER = 0;
const SEQUENCE = 1;
const QUERY = 2;

export type HandlerName = { readonly plugin: string; readonly filter: string };

/** The worker's side. */
export interface Pulse {
  /** Tells the other side who handler `index` (from 1) is, before it first runs. */
  announce(index: number, name: HandlerName): void;
  enter(index: number): void;
  leave(): void;
  /** A statement of the handler's starts or ends. */
  query(isRunning: boolean): void;
}

export const pulseMemory = (): SharedArrayBuffer => new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT);

export function pulseIn(memory: SharedArrayBuffer, announce: Pulse['announce']): Pulse {
  const cells = new Int32Array(memory);
  const beat = (): unknown => Atomics.add(cells, SEQUENCE, 1);
  return {
    announce,
    enter(index) {
      Atomics.store(cells, HANDLER, index);
      beat();
    },
    leave() {
      Atomics.store(cells, QUERY, 0);
      Atomics.store(cells, HANDLER, 0);
      beat();
    },
    query(isRunning) {
      Atomics.store(cells, QUERY, isRunning ? 1 : 0);
      beat();
    },
  };
}

/** Longer than the database lets a statement wait for a lock: a slow database is not the plugin's fault. */
const QUERY_PATIENCE = 30_000;

/** The supervisor's side: calls `onSilence` once, with the handler's index, when nothing has moved for `patienceMs`. */
export function watch(
  memory: SharedArrayBuffer,
  options: { readonly patienceMs: number; readonly onSilence: (handler: number) => void },
): { readonly stop: () => void; readonly handler: () => number } {
  const cells = new Int32Array(memory);
  let seen = -1;
  let since = performance.now();
  const timer = setInterval(
    () => {
      const handler = Atomics.load(cells, HANDLER);
      const sequence = Atomics.load(cells, SEQUENCE);
      const now = performance.now();
      if (handler === 0 || sequence !== seen) {
        seen = sequence;
        since = now;
        return;
      }
      const patience =
        Atomics.load(cells, QUERY) === 1 ? Math.max(QUERY_PATIENCE, options.patienceMs) : options.patienceMs;
      if (now - since < patience) return;
      clearInterval(timer);
      options.onSilence(handler);
    },
    Math.max(10, Math.min(100, options.patienceMs / 10)),
  );
  timer.unref();
  return { stop: () => clearInterval(timer), handler: () => Atomics.load(cells, HANDLER) };
}
