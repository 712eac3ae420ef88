/**
 * Money as integers. Amounts are **cents**; unit prices are **1e-8 euro** (`PriceE8`), fine enough for the net price
 * of a VAT-included one (FatturaPA carries 8 decimals); quantities are **millionths** (`Micro`); VAT rates are
 * **hundredths of a percent** (`2200` is 22 %). Nothing here uses binary fractions: products that could leave the
 * 53 bits of a safe integer are computed with BigInt.
 */

/** An amount in euro cents, an integer; `1999` is 19,99 €. */
export type Cents = number;
/** A price in 1e-8 euro, an integer; `2_450_819_672` is 24,50819672 €. */
export type PriceE8 = number;
/** A quantity in millionths, an integer; `1_000_000` is one. */
export type Micro = number;
/** A VAT rate in hundredths of a percent, an integer; `2200` is 22 %. */
export type VatRate = number;

export const E8_PER_CENT = 1_000_000;
export const ONE: Micro = 1_000_000;
const RATE_BASE = 10_000;

/**
 * `a * b / divisor`, rounded to the nearest integer, halves away from zero: the one rounding function of Traliccio.
 *
 * @example mulDiv(3000, 17, 31) // 1645: 17 of 31 days of 30,00 €
 * @throws RangeError when the result is not a safe integer or the divisor is zero.
 */
export function mulDiv(a: number, b: number, divisor: number): number {
  const product = a * b;
  if (
    Number.isSafeInteger(product) &&
    Number.isSafeInteger(2 * product) &&
    Number.isSafeInteger(2 * divisor)
  ) {
    if (divisor === 0) throw new RangeError('division by zero');
    const negative = product < 0 !== divisor < 0;
    const p = Math.abs(product);
    const d = Math.abs(divisor);
    const rest = p % d;
    const whole = (p - rest) / d + (2 * rest >= d ? 1 : 0);
    return negative && whole !== 0 ? -whole : whole;
  }
  return Number(safe(divRound(BigInt(a) * BigInt(b), BigInt(divisor))));
}

/** `dividend / divisor` for BigInt, rounded like {@link mulDiv}. */
export function divRound(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw new RangeError('division by zero');
  const negative = dividend < 0n !== divisor < 0n;
  const p = dividend < 0n ? -dividend : dividend;
  const d = divisor < 0n ? -divisor : divisor;
  const whole = (2n * p + d) / (2n * d);
  return negative ? -whole : whole;
}

function safe(value: bigint): bigint {
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER))
    throw new RangeError(`amount out of range: ${value}`);
  return value;
}

/** The amount in cents of `quantity` pieces at `price`. */
export const priceTimes = (price: PriceE8, quantity: Micro): Cents =>
  Number(safe(divRound(BigInt(price) * BigInt(quantity), 1_000_000_000_000n)));

/** VAT on a net amount, rounded to the cent. @example vatOf(2457, 2200) // 541 */
export const vatOf = (net: Cents, rate: VatRate): Cents => mulDiv(net, rate, RATE_BASE);

/** The net part of a VAT-included amount, rounded to the cent. @example netOf(1999, 2200) // 1639 */
export const netOf = (gross: Cents, rate: VatRate): Cents => mulDiv(gross, RATE_BASE, RATE_BASE + rate);

/** The net part of a VAT-included amount in 1e-8 euro. @example netOfE8(2990, 2200) // 2_450_819_672 */
export const netOfE8 = (gross: Cents, rate: VatRate): PriceE8 =>
  mulDiv(gross, RATE_BASE * E8_PER_CENT, RATE_BASE + rate);

/**
 * Splits `total` in proportion to `weights` so that the parts sum to it: each gets its share rounded down, and the
 * cents left over go to the largest remainders, the earlier one first where they are equal.
 *
 * @example allocate(100, [1, 1, 1]) // [34, 33, 33]
 * @throws RangeError when a weight is negative or all are zero.
 */
export function allocate(total: Cents, weights: readonly number[]): Cents[] {
  const sum = weights.reduce((a, w) => a + w, 0);
  if (sum <= 0 || weights.some((w) => w < 0))
    throw new RangeError('weights must not be negative, nor all zero');
  const sign = total < 0 ? -1 : 1;
  const whole = BigInt(Math.abs(total));
  const shares = weights.map((weight, index) => {
    const scaled = whole * BigInt(weight);
    return { index, cents: Number(scaled / BigInt(sum)), rest: Number(scaled % BigInt(sum)) };
  });
  let left = Math.abs(total) - shares.reduce((a, s) => a + s.cents, 0);
  for (const share of [...shares].sort((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left === 0) break;
    share.cents += 1;
    left -= 1;
  }
  return shares.map((s) => (s.cents === 0 ? 0 : sign * s.cents));
}

/**
 * Reads a decimal written with a point or a comma into an integer with `decimals` places.
 *
 * @example parseDecimal('24,90', 2) // 2490
 * @returns undefined when the text is no plain decimal, has more places, or is too large.
 */
export function parseDecimal(text: string, decimals: number): number | undefined {
  const match = /^([+-]?)(\d{1,15})(?:[.,](\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const places = (match[3] ?? '').replace(/0+$/, '');
  if (places.length > decimals) return undefined;
  const value = Number(`${match[2]}${places.padEnd(decimals, '0')}`);
  if (!Number.isSafeInteger(value)) return undefined;
  return match[1] === '-' && value !== 0 ? -value : value;
}

/** An integer with `decimals` places as text with a point. @example formatDecimal(1230, 2) // '12.30' */
export function formatDecimal(value: number, decimals: number, least = decimals): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  let places = digits.slice(digits.length - decimals);
  while (places.length > least && places.endsWith('0')) places = places.slice(0, -1);
  return `${value < 0 ? '-' : ''}${whole}${places ? `.${places}` : ''}`;
}

/** Cents as an Italian reads them. @example formatEuro(123456) // '1.234,56 €' */
export function formatEuro(cents: Cents): string {
  const [whole, places] = formatDecimal(Math.abs(cents), 2).split('.') as [string, string];
  return `${cents < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${places} €`;
}
