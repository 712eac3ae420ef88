import type { Cents } from '@traliccio/sdk';

/** More open invoices than this are not added up: almost any amount would be found. */
const MOST = 18;

/**
 * Which of the amounts add up to the whole, as their places: fewest first, then the earliest. Empty when none do, and
 * when more than one choice of the fewest does: then the sum proves nothing.
 */
export function addUpTo(whole: Cents, amounts: readonly Cents[]): readonly number[] {
  if (amounts.length > MOST || whole <= 0) return [];
  for (let size = 2; size <= amounts.length; size++) {
    const found: number[][] = [];
    choose({ whole, amounts, size, from: 0, chosen: [], found });
    if (found.length > 0) return isOneChoice(found, amounts) ? (found[0] ?? []) : [];
  }
  return [];
}

type Search = {
  readonly whole: Cents;
  readonly amounts: readonly Cents[];
  readonly size: number;
  readonly from: number;
  readonly chosen: readonly number[];
  readonly found: number[][];
};

/** Stops at the second set, or at hundreds of sets that are alike. */
function choose({ whole, amounts, size, from, chosen, found }: Search): void {
  if (size === 0) {
    if (whole === 0) found.push([...chosen]);
    return;
  }
  for (let index = from; index <= amounts.length - size && found.length < 50; index++) {
    const amount = amounts[index] ?? 0;
    if (amount <= whole)
      choose({
        whole: whole - amount,
        amounts,
        size: size - 1,
        from: index + 1,
        chosen: [...chosen, index],
        found,
      });
  }
}

/** Invoices of one amount, such as a month's fee, stand for one another: the earliest are meant. */
function isOneChoice(found: readonly number[][], amounts: readonly Cents[]): boolean {
  const shapes = new Set(
    found.map((places) =>
      places
        .map((place) => amounts[place])
        .toSorted((a, b) => (a ?? 0) - (b ?? 0))
        .join(),
    ),
  );
  return shapes.size === 1;
}
