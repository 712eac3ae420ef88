import type { Cents } from '@traliccio/sdk';

export type Share<C, D> = { readonly credit: C; readonly debit: D; readonly amount: Cents };

/**
 * Which credit pays which debt: each debt in turn, from each credit in turn, until one side is used up. Nothing of
 * either is used twice.
 */
export function spread<C, D>(
  credits: readonly { readonly of: C; readonly amount: Cents }[],
  debits: readonly { readonly of: D; readonly amount: Cents }[],
): Share<C, D>[] {
  const shares: Share<C, D>[] = [];
  const left = credits.map((one) => ({ ...one }));
  let at = 0;
  for (const debit of debits)
    for (let owed = debit.amount; owed > 0 && at < left.length;) {
      const credit = left[at] as (typeof left)[number];
      const amount = Math.min(owed, credit.amount);
      if (amount > 0) shares.push({ credit: credit.of, debit: debit.of, amount });
      owed -= Math.max(0, amount);
      credit.amount -= Math.max(0, amount);
      if (credit.amount <= 0) at += 1;
    }
  return shares;
}
