import { equal, ok } from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import {
  allocate,
  divRound,
  formatDecimal,
  mulDiv,
  netOf,
  netOfE8,
  parseDecimal,
  priceTimes,
  vatOf,
} from './money.ts';

const runs = { numRuns: 5000 };
const cents = fc.integer({ min: -100_000_000_00, max: 100_000_000_00 });
const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** What rounding half away from zero means, said without dividing: no integer is nearer, and of two the outer one. */
function isRounded(result: bigint, dividend: bigint, divisor: bigint): void {
  const off = 2n * abs(dividend - result * divisor);
  ok(off <= abs(divisor), 'a nearer integer exists');
  if (off === abs(divisor)) ok(abs(result * divisor) > abs(dividend), 'a half was rounded towards zero');
}

it('a product divided is the nearest integer, halves away from zero, small or beyond 53 bits', () => {
  const factor = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.maxSafeInteger());
  const divisor = fc.oneof(fc.integer({ min: -60, max: 60 }), fc.maxSafeInteger()).filter((d) => d !== 0);
  fc.assert(
    fc.property(factor, factor, divisor, (a, b, d) => {
      const exact = (BigInt(a) * BigInt(b)) / BigInt(d);
      fc.pre(abs(exact) < BigInt(Number.MAX_SAFE_INTEGER) - 1n);
      const result = mulDiv(a, b, d);
      ok(Number.isSafeInteger(result) && !Object.is(result, -0));
      isRounded(BigInt(result), BigInt(a) * BigInt(b), BigInt(d));
    }),
    runs,
  );
});

it('big dividends are rounded the same way', () => {
  fc.assert(
    fc.property(
      fc.bigInt(),
      fc.bigInt().filter((d) => d !== 0n),
      (a, d) => isRounded(divRound(a, d), a, d),
    ),
    runs,
  );
});

it('the parts of a period sum to the whole, however it is cut', () => {
  fc.assert(
    fc.property(
      cents,
      fc.integer({ min: 1, max: 366 }),
      fc.array(fc.nat(366), { maxLength: 10 }),
      (price, days, cuts) => {
        const at = [0, ...cuts.map((cut) => cut % (days + 1)), days].toSorted((a, b) => a - b);
        const parts = at
          .slice(1)
          .map((to, index) => mulDiv(price, to, days) - mulDiv(price, at[index] as number, days));
        equal(parts.reduce((sum, part) => sum + part, 0) === price, true);
      },
    ),
    runs,
  );
});

it('shares sum to the total, and each is within a cent of its exact share', () => {
  const weights = fc
    .array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 })
    .filter((all) => all.some((w) => w > 0));
  fc.assert(
    fc.property(cents, weights, (total, all) => {
      const shares = allocate(total, all);
      const sum = BigInt(all.reduce((a, w) => a + w, 0));
      equal(shares.reduce((a, s) => a + s, 0) === total, true);
      shares.forEach((share, index) => {
        ok(abs(BigInt(share) * sum - BigInt(total) * BigInt(all[index] as number)) < sum);
      });
    }),
    runs,
  );
});

it('what is written is read back as it was', () => {
  fc.assert(
    fc.property(cents, fc.integer({ min: 0, max: 8 }), fc.nat(8), (value, decimals, least) => {
      const text = formatDecimal(value, decimals, Math.min(least, decimals));
      equal(parseDecimal(text, decimals), value);
      equal(parseDecimal(text.replace('.', ','), decimals), value);
    }),
    runs,
  );
});

it('net and VAT of an advertised price stay within a cent of the law, at every rate in use', () => {
  // A price in 1e-8 euro is a safe integer up to 90 million euro.
  const prices = fc.integer({ min: -90_000_000_00, max: 90_000_000_00 });
  fc.assert(
    fc.property(prices, fc.constantFrom(0, 400, 500, 1000, 2200), (gross, rate) => {
      const net = netOf(gross, rate);
      ok(Math.abs((gross - net) * 10_000 - net * rate) < 10_000);
      ok(Math.abs(gross - net - vatOf(net, rate)) <= 1);
      equal(priceTimes(netOfE8(gross, rate), 1_000_000), net);
    }),
    runs,
  );
});
