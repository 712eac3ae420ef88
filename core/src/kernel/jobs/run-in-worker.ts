import { Worker } from 'node:worker_threads';
import { TraliccioError, type Logger } from '@traliccio/sdk';
import type { Config } from '../config.ts';
import { pulseMemory, watch, type HandlerName } from '../filters/watchdog.ts';
import { unpackError, type WorkerMessage } from './crossing.ts';
import type { JobProgress } from './jobs.ts';
import type { RunLedger } from './run-ledger.ts';

export type Job = {
  readonly kind: string;
  readonly args: unknown;
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
};
export type WorkerOptions = {
  readonly config: Config;
  readonly ledger: RunLedger;
  readonly plugins: { openBreaker(id: string, reason: string): Promise<void> };
  readonly log: Logger;
  /** The module that the thread starts with: it calls `serveJob`. */
  readonly entry: URL;
  readonly watchdogMs: number;
  readonly safeMode: boolean;
};
/** What the thread is given. */
export type WorkerData = {
  readonly config: Config;
  readonly kind: string;
  readonly args: unknown;
  readonly memory: SharedArrayBuffer;
  readonly safeMode: boolean;
};
type Ending = { result?: unknown; error?: TraliccioError; isSilent: boolean };

/**
 * Runs a job in a thread of its own, with a connection of its own, and watches over its filters. A plugin that keeps
 * silent is ended with the thread: its breaker opens, and the run is held and says whose fault it was.
 * @throws TraliccioError what the job threw, `plugin.silent`, `plugin.ended_run` or `job.worker_ended`
 */
export async function runInWorker(job: Job, options: WorkerOptions): Promise<unknown> {
  const memory = pulseMemory();
  const data: WorkerData = {
    config: options.config,
    kind: job.kind,
    args: job.args,
    memory,
    safeMode: options.safeMode,
  };
  const worker = new Worker(options.entry, { workerData: data });
  const handlers = new Map<number, HandlerName>();
  const ending: Ending = { isSilent: false };
  let run: { id: number; token: number } | undefined;
  const watchdog = watch(memory, {
    patienceMs: options.watchdogMs,
    onSilence: () => {
      ending.isSilent = true;
      void worker.terminate();
    },
  });
  worker.on('message', (message: WorkerMessage) => {
    if (message.type === 'handler') handlers.set(message.index, message.name);
    else if (message.type === 'run') run = message.run;
    else if (message.type === 'progress') job.onProgress?.(message.progress);
    else if (message.type === 'result') ending.result = { value: message.value };
    else ending.error = unpackError(message.error);
  });
  worker.on('error', (error: Error) => {
    ending.error ??= new TraliccioError(
      'job.worker_ended',
      `${job.kind}: its thread ended: ${error.message}`,
      { cause: error },
    );
  });
  await new Promise<void>((resolve) => worker.on('exit', () => resolve()));
  watchdog.stop();
  const inHandler = handlers.get(watchdog.handler());
  if (ending.result) return (ending.result as { value: unknown }).value;
  const { error, culprit } = blame(job.kind, ending, { handler: inHandler, watchdogMs: options.watchdogMs });
  if (culprit) await options.plugins.openBreaker(culprit.plugin, error.message);
  // A run that the job has ended itself stays as it is.
  if (run) await options.ledger.endFor(run, culprit ? 'held' : 'failed', error.message);
  options.log.error({ kind: job.kind, code: error.code, plugin: culprit?.plugin }, error.message);
  throw error;
}

function blame(
  kind: string,
  ending: Ending,
  seen: { readonly handler: HandlerName | undefined; readonly watchdogMs: number },
): { error: TraliccioError; culprit?: HandlerName } {
  const { handler } = seen;
  if (handler && ending.isSilent)
    return {
      culprit: handler,
      error: new TraliccioError(
        'plugin.silent',
        `plugin ${handler.plugin} did not come back from the filter ${handler.filter} within ${seen.watchdogMs / 1000} s`,
      ),
    };
  if (handler && (!ending.error || ending.error.code === 'job.worker_ended'))
    return {
      culprit: handler,
      error: new TraliccioError(
        'plugin.ended_run',
        `plugin ${handler.plugin} ended the run in the filter ${handler.filter}`,
      ),
    };
  return {
    error:
      ending.error ?? new TraliccioError('job.worker_ended', `${kind}: its thread ended without a result`),
  };
}
