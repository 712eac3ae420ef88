import { TraliccioError } from '@traliccio/sdk';
import { matchAll } from '../matching/match.ts';
import type { Suggestion } from '../matching/suggestion.ts';
import { bookLine, partOf } from './book.ts';
import type { Context } from './context.ts';
import { worldFor } from './find-open.ts';
import { neverBookedAfter, type StoredLine } from './line-store.ts';

const AT_ONCE = 100;
/** Who booked a line that nobody looked at: the plugin. */
const BY_ITSELF = 'bank-statement';

/**
 * Books what is sure among the lines that are open, each in a transaction of its own: a crash, or a line that somebody
 * else books at the same time, costs no other one. What is left waits for an operator, and so does what one has undone.
 * Harmless to run again.
 */
export async function bookWhatIsSure(ctx: Context): Promise<{ booked: number }> {
  let booked = 0;
  for (let after = 0; ;) {
    const lines = await neverBookedAfter(ctx.sql, after, AT_ONCE);
    const last = lines.at(-1);
    if (!last) return { booked };
    after = last.id;
    const { documents, accounts } = await worldFor(ctx, lines, 'named');
    const matches = matchAll(lines, documents, accounts);
    for (const [index, line] of lines.entries()) {
      const sure = matches[index]?.automatic;
      if (sure && (await isBooked(ctx, line, sure))) booked++;
    }
  }
}

async function isBooked(ctx: Context, line: StoredLine, sure: Suggestion): Promise<boolean> {
  const who = { by: BY_ITSELF, rule: sure.rule, learns: false };
  try {
    await ctx.transaction((tx) => bookLine(ctx, tx, line, [partOf(line, sure)], who));
    return true;
  } catch (error) {
    // Paid by other means meanwhile, or booked by an operator.
    if (!(error instanceof TraliccioError)) throw error;
    ctx.log.info({ line: line.id, code: error.code }, 'a line that was sure is left to an operator');
    return false;
  }
}
