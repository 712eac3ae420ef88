import { Worker } from 'node:worker_threads';
import { Conflict, TraliccioError, type Logger } from '@traliccio/sdk';
import type { Config } from '../config.ts';
import { pulseMemory, watch, type HandlerName } from '../filters/watchdog.ts';
import { unpackError, type WorkerMessage } from './crossing.ts';
import type { JobProgress } from './jobs.ts';
import type { RunLedger } from './run-ledger.ts';

export type Job = {
  readonly kind: string;
  readonly args: unknown;
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
  /** Ends the thread: its run is given up as it stands, for another process to go on with. */
  readonly signal?: AbortSignal | undefined;
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
  /** Filters one at a time: slower, and whoever keeps silent is known. */
  readonly serial: boolean;
};
/** How the thread ended, as far as it is known. */
type Ending = {
  result?: { readonly value: unknown };
  error?: TraliccioError;
  /** How long the filter that was ended had kept silent. */
  silentMs?: number;
  run?: { readonly id: number; readonly token: number };
  handler?: HandlerName | undefined;
  isCertain: boolean;
};

/** A small nursery: what a page leaves behind is collected young, instead of growing the heap by hundreds of megabytes. */
const LIMITS = { maxYoungGenerationSizeMb: 24 };

/** A handler may wait, for a thread of its own perhaps, so many times as long as it may block the run's. */
const WAITING = 5;

/**
 * Runs a job in a thread of its own, with a connection of its own, and watches over its filters. A plugin that keeps
 * silent, or ends the thread, is stopped with it: its breaker opens, and the run is held and says whose fault it was.
 * When several filters were at work, the job is run again with one at a time, which tells.
 * @throws TraliccioError what the job threw, `plugin.silent`, `plugin.ended_run`, `job.worker_ended` or `run.stopped`
 */
export async function runInWorker(job: Job, options: WorkerOptions): Promise<unknown> {
  let ending = await runOnce(job, options, false);
  if (!isStopped(job, ending) && wasEndedInFilter(ending) && !ending.isCertain) {
    if (ending.run) await options.ledger.endFor(ending.run, 'failed', 'a filter stopped it: to be run again');
    options.log.warn({ kind: job.kind }, 'a filter stopped the run: it is run again to find out which');
    ending = await runOnce(job, options, true);
  }
  if (ending.result) return ending.result.value;
  if (isStopped(job, ending)) {
    if (ending.run) await options.ledger.releaseFor(ending.run);
    throw new Conflict(
      'run.stopped',
      `${job.kind} was stopped with its process: another one goes on with it`,
    );
  }
  const { error, culprit } = blame(job.kind, ending);
  if (culprit) await options.plugins.openBreaker(culprit.plugin, error.message);
  // A run that the job has ended itself stays as it is.
  if (ending.run) await options.ledger.endFor(ending.run, culprit ? 'held' : 'failed', error.message);
  options.log.error({ kind: job.kind, code: error.code, plugin: culprit?.plugin }, error.message);
  throw error;
}

async function runOnce(job: Job, options: WorkerOptions, serial: boolean): Promise<Ending> {
  const { config, safeMode } = options;
  const memory = pulseMemory();
  const data: WorkerData = { config, kind: job.kind, args: job.args, memory, safeMode, serial };
  const worker = new Worker(options.entry, { workerData: data, resourceLimits: LIMITS, name: job.kind });
  const handlers = new Map<number, HandlerName>();
  const ending: Ending = { isCertain: true };
  const watchdog = watch(memory, {
    patienceMs: options.watchdogMs,
    waitingMs: options.watchdogMs * WAITING,
    onSilence: (limitMs) => {
      ending.silentMs = limitMs;
      void worker.terminate();
    },
  });
  worker.on('message', (message: WorkerMessage) => {
    if (message.type === 'handler') handlers.set(message.index, message.name);
    else if (message.type === 'run') ending.run = message.run;
    else if (message.type === 'progress') job.onProgress?.(message.progress);
    else if (message.type === 'result') ending.result = { value: message.value };
    else ending.error = unpackError(message.error);
  });
  worker.on('error', (error: Error) => {
    const what = `${job.kind}: its thread ended: ${error.message}`;
    ending.error ??= new TraliccioError('job.worker_ended', what, { cause: error });
  });
  const stop = (): void => void worker.terminate();
  job.signal?.addEventListener('abort', stop);
  if (job.signal?.aborted) stop();
  await new Promise<void>((resolve) => worker.on('exit', () => resolve()));
  job.signal?.removeEventListener('abort', stop);
  watchdog.stop();
  const { handler, isCertain } = watchdog.seen();
  ending.handler = handlers.get(handler);
  ending.isCertain = isCertain;
  return ending;
}

const isStopped = (job: Job, { result, error }: Ending): boolean =>
  job.signal?.aborted === true && !result && (!error || error.code === 'job.worker_ended');

const wasEndedInFilter = ({ handler, silentMs, result, error }: Ending): boolean =>
  handler !== undefined && !result && (silentMs !== undefined || !error || error.code === 'job.worker_ended');

function blame(kind: string, ending: Ending): { error: TraliccioError; culprit?: HandlerName } {
  const { handler: culprit, silentMs, error } = ending;
  if (!culprit || !wasEndedInFilter(ending)) {
    const what = `${kind}: its thread ended without a result`;
    return { error: error ?? new TraliccioError('job.worker_ended', what) };
  }
  const { plugin, filter } = culprit;
  if (silentMs === undefined) {
    const what = `plugin ${plugin} ended the run in the filter ${filter}`;
    return { culprit, error: new TraliccioError('plugin.ended_run', what, { cause: error }) };
  }
  const what = `plugin ${plugin} did not come back from the filter ${filter} within ${silentMs / 1000} s`;
  return { culprit, error: new TraliccioError('plugin.silent', what) };
}
