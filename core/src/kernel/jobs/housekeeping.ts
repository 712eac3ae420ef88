import { TraliccioError } from '@traliccio/sdk';
import { messageOf } from '../thrown.ts';
import type { RecurringJob } from './recurring-job.ts';

/** Removes what is no longer needed. */
export type Cleaner = {
  readonly name: string;
  /** @returns how much was removed */
  readonly run: (signal: AbortSignal) => Promise<number>;
};

const AT = '04:30';

/** Runs all cleaners every night; one that fails keeps no other from cleaning. */
export const housekeeping = (cleaners: () => readonly Cleaner[]): RecurringJob => ({
  name: 'housekeeping',
  label: { it: 'Pulizia notturna', en: 'Housekeeping' },
  at: async () => AT,
  async run({ signal, progress }) {
    const removed: Record<string, number> = {};
    const failed: string[] = [];
    const all = cleaners();
    for (const [done, cleaner] of all.entries()) {
      signal.throwIfAborted();
      progress({ done, total: all.length, what: cleaner.name.slice(0, 40) });
      try {
        removed[cleaner.name] = await cleaner.run(signal);
      } catch (error) {
        failed.push(`${cleaner.name}: ${messageOf(error)}`);
      }
    }
    if (failed.length > 0)
      throw new TraliccioError('job.cleaning', `not everything could be cleaned up: ${failed.join('; ')}`);
    return removed;
  },
});
