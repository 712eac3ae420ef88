import { parentPort, workerData } from 'node:worker_threads';
import { pulseIn, type Pulse } from '../filters/watchdog.ts';
import { packError, type WorkerMessage } from './crossing.ts';
import type { Jobs } from './jobs.ts';
import type { WorkerData } from './run-in-worker.ts';

/** What the thread needs of the app that it makes. */
export type JobApp = { readonly jobs: Jobs; readonly close: () => Promise<void> };
export type JobAppOptions = {
  readonly role: 'run';
  readonly safeMode: boolean;
  readonly serial: boolean;
  readonly pulse: Pulse;
  readonly ledger: { readonly onOpened: (run: { readonly id: number; readonly token: number }) => void };
};

/** The thread's side of `runInWorker`: makes the app, runs the one job, tells what came of it. */
export async function serveJob(
  createApp: (config: WorkerData['config'], options: JobAppOptions) => Promise<JobApp>,
): Promise<void> {
  const { config, kind, args, memory, safeMode, serial } = workerData as WorkerData;
  const tell = (message: WorkerMessage): void => parentPort!.postMessage(message);
  const pulse = pulseIn(memory, (index, name) => tell({ type: 'handler', index, name }));
  let app: JobApp | undefined;
  try {
    app = await createApp(config, {
      role: 'run',
      safeMode,
      serial,
      pulse,
      ledger: { onOpened: (run) => tell({ type: 'run', run }) },
    });
    const value = await app.jobs.execute(kind, args, {
      progress: (progress) => tell({ type: 'progress', progress }),
    });
    await app.close();
    tell({ type: 'result', value });
  } catch (error) {
    await app?.close().catch(() => undefined);
    tell({ type: 'error', error: packError(error) });
  }
  // Ends the thread, whatever a plugin has left behind in it.
  process.exit();
}
