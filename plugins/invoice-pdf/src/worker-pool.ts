import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { RetryLater } from '@traliccio/sdk';
import type { Job, JobResult } from './job.ts';

type Waiting = { resolve(result: JobResult): void; reject(error: Error): void };
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/** Rendering beside requests is worth one thread on a small server, two on a larger one; the rest is for the rest. */
const MOST_THREADS = 2;

/** Threads that render, started by the first work for them and kept, since each holds its parsed fonts. */
export class WorkerPool {
  readonly #threads: Thread[] = [];
  readonly #size = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));
  #jobs = 0;
  #stopped = false;

  run(work: Omit<Job, 'id'>): Promise<JobResult> {
    if (this.#stopped) return Promise.reject(new RetryLater('the PDF renderer has stopped'));
    const id = (this.#jobs += 1);
    const thread = this.#idlest();
    return new Promise((resolve, reject) => {
      thread.waiting.set(id, { resolve, reject });
      // A busy thread keeps the process alive, an idle one doesn't.
      thread.worker.ref();
      thread.worker.postMessage({ id, ...work } satisfies Job, []);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #idlest(): Thread {
    const [idlest] = this.#threads.toSorted((a, b) => a.waiting.size - b.waiting.size);
    if (idlest && (idlest.waiting.size === 0 || this.#threads.length >= this.#size)) return idlest;
    return this.#start();
  }

  #start(): Thread {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./worker.${extension}`, import.meta.url));
    const thread: Thread = { worker, waiting: new Map() };
    this.#threads.push(thread);
    worker.on('message', (result: JobResult) => {
      thread.waiting.get(result.id)?.resolve(result);
      thread.waiting.delete(result.id);
      if (thread.waiting.size === 0) worker.unref();
    });
    worker.on('error', (cause) => this.#lose(thread, cause));
    worker.on('exit', () => this.#lose(thread, undefined));
    return thread;
  }

  /** A thread that died takes nobody's document with it: its work is asked for again, and another thread is started. */
  #lose(thread: Thread, cause: unknown): void {
    const index = this.#threads.indexOf(thread);
    if (index >= 0) this.#threads.splice(index, 1);
    for (const { reject } of thread.waiting.values())
      reject(new RetryLater('the thread that renders PDFs ended', { cause }));
    thread.waiting.clear();
  }
}
