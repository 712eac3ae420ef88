import type { Cents } from '@traliccio/sdk';
import type { BankEntry } from './bank-entry.ts';
import { badTotal, euros } from './refusal.ts';

/** What a statement says of itself; what it does not say is null. */
export type Claimed = {
  readonly where: string;
  readonly opening: Cents | null;
  readonly closing: Cents | null;
  /** Booked movements, as the bank counts them. */
  readonly count: number | null;
  /** The amounts of all added up, without their signs. */
  readonly sum: Cents | null;
};

/** @throws Invalid with both numbers when they differ */
export function checkTotals(claimed: Claimed, amounts: readonly Cents[]): void {
  const { where, opening, closing, count, sum } = claimed;
  if (count !== null && count !== amounts.length)
    throw badTotal(where, `it says that it has ${count} movements, and has ${amounts.length}`);
  const gross = amounts.reduce((all, amount) => all + Math.abs(amount), 0);
  if (sum !== null && sum !== gross)
    throw badTotal(where, `its movements add up to ${euros(gross)}, and it says ${euros(sum)}`);
  if (opening === null || closing === null) return;
  const net = amounts.reduce((all, amount) => all + amount, 0);
  if (opening + net !== closing)
    throw badTotal(
      where,
      `the opening balance ${euros(opening)} and the movements ${euros(net)} make ${euros(opening + net)}, and the closing balance is ${euros(closing)}`,
    );
}

/** One number for each line that the bank gave none. */
export const numbered = (entries: readonly Omit<BankEntry, 'entryRef'>[]): BankEntry[] =>
  entries.map((entry, index) => ({ ...entry, entryRef: String(index + 1) }));
