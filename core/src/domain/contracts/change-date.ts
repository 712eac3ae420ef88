import { type BillingGrid, daysBetween, type PlainDate } from '@traliccio/sdk';

export type Rated = {
  readonly priceE8: number;
  readonly vatIncluded: boolean;
  readonly vatRate: number;
  readonly quantity: number;
};

/** Whether a change makes the service cheaper, by its net price per day. */
export function isDowngrade(
  before: { readonly rate: Rated; readonly grid: BillingGrid },
  after: { readonly rate: Rated; readonly grid: BillingGrid },
): boolean {
  return perDay(after.rate) * spanOf(before.grid) < perDay(before.rate) * spanOf(after.grid);
}

/** The day from which a change holds: at once for the same or more, at the period's end for less. */
export function effectiveDate(change: {
  readonly downgrade: boolean;
  readonly grid: BillingGrid;
  readonly today: PlainDate;
}): PlainDate {
  const { downgrade, grid, today } = change;
  return downgrade ? grid.boundary(grid.indexOf(today) + 1) : today;
}

const perDay = ({ priceE8, vatIncluded, vatRate, quantity }: Rated): bigint => {
  // Six more places, so that what the division drops decides nothing.
  const net = vatIncluded
    ? (BigInt(priceE8) * 10_000n * 1_000_000n) / BigInt(10_000 + vatRate)
    : BigInt(priceE8) * 1_000_000n;
  return net * BigInt(quantity);
};

/** Days of 48 periods: whole leap cycles for months, so that 30 a month and 90 a quarter are the same. */
const spanOf = (grid: BillingGrid): bigint => BigInt(daysBetween(grid.boundary(0), grid.boundary(48)));
