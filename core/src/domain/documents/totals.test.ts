import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { stampDutyOn, totalsOf, type PricedLine } from './totals.ts';

const net = (amount: number, vatRate = 2200): PricedLine => ({
  amount,
  vatIncluded: false,
  vatRate,
  natura: null,
});
const gross = (amount: number, vatRate = 2200): PricedLine => ({
  amount,
  vatIncluded: true,
  vatRate,
  natura: null,
});
const without = (amount: number, natura: string): PricedLine => ({
  amount,
  vatIncluded: false,
  vatRate: 0,
  natura,
});

describe('the totals of a document', () => {
  it('computes VAT once on the sum: three lines of 8,19 at 22 % owe 5,41', () => {
    assert.deepEqual(totalsOf([net(819), net(819), net(819)]).vatTotal, 541);
  });

  it('charges what a VAT-included price advertises: 19,99 is 16,39 and 3,60', () => {
    const t = totalsOf([gross(1999)]);
    assert.deepEqual([t.net, t.vatTotal, t.rounding, t.total], [1639, 360, 0, 1999]);
  });

  it('sums three times 29,90 to 89,70, the summary taking what 8 decimals leave', () => {
    const t = totalsOf([gross(2990), gross(2990), gross(2990)]);
    assert.equal(t.total, 8970);
    assert.equal(t.vat[0]?.roundingE8, t.net * 1_000_000 - 3 * 2_450_819_672);
  });

  it('lets the public body pay the VAT itself under split payment', () => {
    const t = totalsOf([net(10_000)], 'S');
    assert.deepEqual([t.total, t.payable], [12_200, 10_000]);
  });

  it('keeps rates and natures apart, the highest rate first', () => {
    const t = totalsOf([without(10_000, 'N2.1'), net(1000, 1000), net(1000), without(200, 'N1')]);
    assert.deepEqual(
      t.vat.map((v) => [v.vatRate, v.natura, v.base, v.vat, v.esigibilita]),
      [
        [2200, null, 1000, 220, 'I'],
        [1000, null, 1000, 100, 'I'],
        [0, 'N1', 200, 0, null],
        [0, 'N2.1', 10_000, 0, null],
      ],
    );
  });

  it('owes stamp duty above 77,47 without VAT, not at 77,47', () => {
    assert.equal(stampDutyOn(totalsOf([without(7747, 'N2.2')]).vat), 0);
    assert.equal(stampDutyOn(totalsOf([without(7748, 'N2.2')]).vat), 200);
    assert.equal(stampDutyOn(totalsOf([without(50_000, 'N6.3')]).vat), 0);
  });

  it('never leaves the bound of the SDI, and always charges the advertised total', () => {
    const line = fc.record({
      amount: fc.integer({ min: -50_000, max: 500_000 }),
      vatIncluded: fc.boolean(),
      vatRate: fc.constantFrom(400, 500, 1000, 2200),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const t = totalsOf(lines.map((l) => ({ ...l, natura: null })));
        let expected = 0n;
        for (const v of t.vat) {
          const difference = BigInt(v.vat) * 10_000n - BigInt(v.base) * BigInt(v.vatRate);
          assert.ok(
            difference < 10_000n && difference > -10_000n,
            `VAT ${v.vat} on ${v.base} at ${v.vatRate}`,
          );
          const own = lines.filter((l) => l.vatRate === v.vatRate);
          const n = own.reduce((s, l) => s + (l.vatIncluded ? 0n : BigInt(l.amount)), 0n);
          expected +=
            halfAway(n * BigInt(10_000 + v.vatRate), 10_000n) +
            own.reduce((s, l) => s + (l.vatIncluded ? BigInt(l.amount) : 0n), 0n);
        }
        assert.equal(BigInt(t.total), expected);
        assert.equal(t.total, t.net + t.vatTotal + t.rounding);
      }),
      { numRuns: 5000 },
    );
  });
});

/** Written apart from the product's rounding, to be compared with it. */
function halfAway(n: bigint, d: bigint): bigint {
  const q = n / d;
  const r = n % d;
  const twice = (r < 0n ? -r : r) * 2n;
  return twice >= d ? q + (n < 0n ? -1n : 1n) : q;
}
