import { TraliccioError, type Actor, type Logger, type PlainDate } from '@traliccio/sdk';
import type { RunInWorker } from '../kernel.ts';
import { messageOf } from '../thrown.ts';
import { kindOf, type RecurringContext, type RecurringJob } from './recurring-job.ts';
import type { Run, RunLedger } from './run-ledger.ts';

export type RunOrder = {
  readonly ledger: RunLedger;
  readonly log: Logger;
  readonly runJob: RunInWorker;
  readonly date: PlainDate;
  readonly by: Actor;
  readonly again: boolean;
  readonly confirm: boolean;
  /** Ends when the process stops. */
  readonly signal: AbortSignal;
};

/** What says that another process has the run, or has had it: nothing is wrong. */
const ELSEWHERE = ['run.running', 'run.done', 'run.lease_lost'];

/**
 * Has one run done under the ledger. A failure is in the ledger when this returns, so that it is not tried again at
 * once by whoever looks next.
 */
export async function performRun(job: RecurringJob, order: RunOrder): Promise<Run | 'stopped' | 'elsewhere'> {
  const { ledger, log, date, signal } = order;
  const kind = kindOf(job);
  const before = await ledger.find(kind, date);
  try {
    await (job.opensRun ? job.run(contextOf(order, signal)) : underLease(job, order));
  } catch (error) {
    const code = error instanceof TraliccioError ? error.code : null;
    if (code === 'run.stopped' || (signal.aborted && code !== 'run.lease_lost')) return 'stopped';
    if (code !== null && ELSEWHERE.includes(code)) {
      log.info({ job: job.name, date, code }, 'another process has this run');
      return 'elsewhere';
    }
    log.error({ job: job.name, date, code, why: messageOf(error) }, 'a run failed');
    await record(error, { ledger, kind, date, before });
  }
  return (await ledger.find(kind, date)) ?? 'elsewhere';
}

async function underLease(job: RecurringJob, order: RunOrder): Promise<void> {
  const { run } = await order.ledger.open({ kind: kindOf(job), date: order.date, again: order.again });
  const signal = AbortSignal.any([order.signal, run.signal]);
  try {
    const context = contextOf(order, signal, (progress) => run.progress(progress));
    await run.finish(await job.run(context));
  } catch (error) {
    if (order.signal.aborted) await run.release();
    else if (!run.signal.aborted) await run.fail(messageOf(error));
    throw error;
  }
}

const contextOf = (
  { date, by, again, confirm, runJob }: RunOrder,
  signal: AbortSignal,
  progress: RecurringContext['progress'] = () => undefined,
): RecurringContext => ({
  date,
  by,
  again,
  confirm,
  signal,
  progress,
  runJob: (kind, args) => runJob(kind, args, { signal }),
});

/** What ends before it has opened its run, or can't write how it ended, is written down in its place. */
async function record(
  error: unknown,
  one: { ledger: RunLedger; kind: string; date: PlainDate; before: Run | undefined },
): Promise<void> {
  const { ledger, kind, date, before } = one;
  const after = await ledger.find(kind, date);
  const isRecorded =
    after !== undefined &&
    after.state !== 'running' &&
    (after.state !== before?.state ||
      after.failures !== before.failures ||
      after.finishedAt !== before.finishedAt);
  if (isRecorded) return;
  try {
    const { run } = await ledger.open({ kind, date, again: true });
    await run.fail(messageOf(error));
  } catch (cause) {
    // Somebody has it after all.
    if (!(cause instanceof TraliccioError && ELSEWHERE.includes(cause.code))) throw cause;
  }
}
