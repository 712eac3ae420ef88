import { TraliccioError } from '@traliccio/sdk';
import type { Problem } from './charges.ts';

/**
 * Does something for a batch; when it throws, for its halves, until the culprits are alone: those are parked, the
 * others have been done. What has no code is a mistake of ours or a database that is away, and isn't contained here.
 */
export async function halve<T>(
  batch: readonly T[],
  work: (part: readonly T[]) => Promise<void>,
  park: (culprit: T, problem: Problem) => void,
): Promise<void> {
  if (batch.length === 0) return;
  try {
    await work(batch);
  } catch (error) {
    if (!(error instanceof TraliccioError) || error.code === 'run.lease_lost') throw error;
    if (batch.length === 1) return park(batch[0] as T, problemOf(error));
    const middle = batch.length >> 1;
    await halve(batch.slice(0, middle), work, park);
    await halve(batch.slice(middle), work, park);
  }
}

export const problemOf = (error: TraliccioError): Problem => ({
  code: error.code,
  field: error.field ?? '',
  message: error.message,
  ...('plugin' in error && typeof error.plugin === 'string' ? { plugin: error.plugin } : {}),
});
