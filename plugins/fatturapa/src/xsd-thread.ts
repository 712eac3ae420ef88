import { Worker } from 'node:worker_threads';
import type { XsdError } from './xsd.ts';
import type { XsdRequest, XsdResponse } from './xsd-worker.ts';

/** Validates batches beside the caller's thread, which only copies bytes. */
export interface BatchValidator {
  /** The errors of each file, an empty list for a valid one. */
  validate(files: readonly string[]): Promise<(readonly XsdError[])[]>;
  stop(): Promise<void>;
}

type Pending = {
  readonly count: number;
  readonly resolve: (errors: (readonly XsdError[])[]) => void;
  readonly reject: (error: Error) => void;
};

/** What the schema and a batch need, several times over; without a limit the thread lets garbage pile up. */
const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 4 };

/** A thread and what it was given; one that died takes only its own batches with it. */
type Running = { readonly worker: Worker; readonly pending: Map<number, Pending> };

/** The thread starts with the first batch, and again with the next one after it died. */
export function createXsdThread(): BatchValidator {
  /** Buffers that the thread has given back: a run would leave hundreds of megabytes of them to the collector. */
  const spare: Uint8Array<ArrayBuffer>[] = [];
  let running: Running | undefined;
  let lastId = 0;

  function start(): Running {
    const file = import.meta.url.endsWith('.ts') ? './xsd-worker.ts' : './xsd-worker.js';
    const worker = new Worker(new URL(file, import.meta.url), { resourceLimits: LIMITS });
    const pending = new Map<number, Pending>();
    const made = { worker, pending };
    worker.on('message', ({ id, invalid, bytes }: XsdResponse) => {
      spare.push(bytes);
      const batch = pending.get(id);
      if (!batch) return;
      pending.delete(id);
      if (pending.size === 0) worker.unref();
      const errors: (readonly XsdError[])[] = Array.from({ length: batch.count }, () => []);
      for (const found of invalid) errors[found.index] = found.errors;
      batch.resolve(errors);
    });
    const fail = (error: Error): void => {
      if (running === made) running = undefined;
      for (const batch of pending.values()) batch.reject(error);
      pending.clear();
    };
    worker.on('error', fail);
    worker.on('exit', () =>
      fail(new Error('the XSD validation thread ended; it starts again with the next batch')),
    );
    return made;
  }

  return {
    validate(files) {
      if (files.length === 0) return Promise.resolve([]);
      const { bytes, ends } = packed(files, spare.pop());
      const { worker, pending } = (running ??= start());
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        pending.set(id, { count: files.length, resolve, reject });
        // An idle thread doesn't keep the process alive; a batch under way does.
        worker.ref();
        worker.postMessage({ id, bytes, ends } satisfies XsdRequest, [bytes.buffer]);
      });
    },
    async stop() {
      await running?.worker.terminate();
    },
  };
}

/** All files as UTF-8 in one buffer, which is moved to the thread instead of copied. */
function packed(
  files: readonly string[],
  spare: Uint8Array<ArrayBuffer> | undefined,
): { bytes: Uint8Array<ArrayBuffer>; ends: number[] } {
  let characters = 0;
  for (const file of files) characters += file.length;
  // Three bytes are the most that a UTF-16 unit takes.
  const most = characters * 3;
  const bytes = spare && spare.length >= most ? spare : new Uint8Array(most);
  const encoder = new TextEncoder();
  const ends: number[] = [];
  let end = 0;
  for (const file of files) {
    end += encoder.encodeInto(file, bytes.subarray(end)).written;
    ends.push(end);
  }
  return { bytes, ends };
}
