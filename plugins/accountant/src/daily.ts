import { Conflict, type PlainDate } from '@traliccio/sdk';
import { periodDueOn } from './cadence.ts';
import type { Context } from './context.ts';
import { filterOf } from './filter.ts';
import { askToSend, sendOpen } from './send.ts';
import { tidyPackages } from './stored-package.ts';

/** Sends what is due on a date, and what had to wait. @returns how many went out */
export async function sendDaily(
  ctx: Context,
  date: PlainDate,
  signal: AbortSignal,
): Promise<{ readonly sent: number; readonly refused: number }> {
  const { addresses, pdf } = ctx.settings;
  const period = periodDueOn(date, ctx.settings);
  if (period && addresses.length > 0)
    await askToSend(ctx, { filter: filterOf({ ...period, pdf }), addresses, by: 'accountant' }).catch(
      (error: unknown) => {
        // A month without documents is no failure.
        if (!(error instanceof Conflict)) throw error;
      },
    );
  await tidyPackages(ctx);
  return sendOpen(ctx, signal);
}
