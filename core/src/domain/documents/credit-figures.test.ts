import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { creditTotals, NOTHING_CREDITED, withNote, type FiguredLine } from './credit-figures.ts';
import { lineTotalE8, totalsOf, type Totals } from './totals.ts';

const line = (number: number, amount: number, more: Partial<FiguredLine> = {}): FiguredLine => ({
  number,
  amount,
  vatIncluded: false,
  vatRate: 2200,
  natura: null,
  ...more,
});

function assertAccepted(totals: Totals, lines: readonly FiguredLine[]): void {
  assert.equal(totals.net + totals.vatTotal + totals.rounding, totals.total);
  for (const v of totals.vat) {
    // 00421
    const off = BigInt(v.vat) * 10_000n - BigInt(v.base) * BigInt(v.vatRate);
    assert.ok(off < 10_000n && off > -10_000n, `VAT ${v.vat} on ${v.base} at ${v.vatRate}`);
    // 00422: what the lines leave stands in the summary's rounding.
    const own = lines.filter((one) => one.vatRate === v.vatRate && one.natura === v.natura);
    const sum = own.reduce((n, one) => n + lineTotalE8(one), 0);
    assert.ok(Math.abs(v.base * 1e6 - sum - v.roundingE8) < 1e8);
  }
}

describe('the figures of credit notes', () => {
  it('reverse the invoice when a single one takes everything', () => {
    const lines = [line(1, 1999, { vatIncluded: true }), line(2, 500), line(3, 819)];
    const invoice = { ...totalsOf(lines), lines };
    assert.deepEqual(creditTotals(invoice, NOTHING_CREDITED, lines), totalsOf(lines));
  });

  it('the last takes the remainder: three thirds of 8,19 come to 5,41 of VAT', () => {
    const lines = [line(1, 819), line(2, 819), line(3, 819)];
    const invoice = { ...totalsOf(lines), lines };
    let before = NOTHING_CREDITED;
    const taxes: number[] = [];
    for (const one of lines) {
      const totals = creditTotals(invoice, before, [one]);
      taxes.push(totals.vatTotal);
      before = withNote(before, { lines: [one], totals });
    }
    assert.equal(
      taxes.reduce((a, b) => a + b),
      541,
    );
  });

  it('come to the invoice exactly, each within the bounds of the SDI, whatever is credited in which order', () => {
    const priced = fc.oneof(
      fc.record({
        amount: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: -5_000, max: 500_000 })),
        vatIncluded: fc.boolean(),
        vatRate: fc.constantFrom(400, 500, 1000, 2200),
        natura: fc.constant(null),
      }),
      fc.record({
        amount: fc.integer({ min: 1, max: 90_000 }),
        vatIncluded: fc.constant(false),
        vatRate: fc.constant(0),
        natura: fc.constantFrom('N1', 'N2.2', 'N4'),
      }),
    );
    const parts = fc.array(
      fc.record({ at: fc.nat(), share: fc.integer({ min: 1, max: 100 }), more: fc.boolean() }),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(
        fc.array(priced, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('I' as const, 'S' as const),
        fc.constantFrom(null, { type: 'RT02' as const, rate: 400, causale: 'W' }),
        parts,
        (of, esigibilita, withheld, steps) => {
          const lines: FiguredLine[] = of.map((one, i) => ({ ...one, number: i + 1 }));
          const invoice = { ...totalsOf(lines, esigibilita, withheld), lines };
          let before = NOTHING_CREDITED;
          const sums = { net: 0, vatTotal: 0, rounding: 0, total: 0, payable: 0 };
          let withholding = 0;
          const left = (one: FiguredLine): number => one.amount - (before.lines.get(one.number) ?? 0);
          const take = (taken: FiguredLine[]): void => {
            if (taken.length === 0) return;
            const totals = creditTotals(invoice, before, taken);
            assertAccepted(totals, taken);
            for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += totals[name];
            withholding += totals.withholding?.amount ?? 0;
            const split =
              esigibilita === 'S' ? totals.vat.reduce((n, v) => (v.esigibilita ? n + v.vat : n), 0) : 0;
            assert.equal(totals.payable, totals.total - split - (totals.withholding?.amount ?? 0));
            before = withNote(before, { lines: taken, totals });
          };
          let taken = new Map<number, FiguredLine>();
          for (const { at, share, more } of steps) {
            const one = lines[at % lines.length] as FiguredLine;
            const amount = Math.trunc((left(one) * share) / 100);
            if (amount !== 0 && !taken.has(one.number)) taken.set(one.number, { ...one, amount });
            if (more) continue;
            take([...taken.values()]);
            taken = new Map();
          }
          take(lines.filter((one) => left(one) !== 0).map((one) => ({ ...one, amount: left(one) })));
          const { net, vatTotal, rounding, total, payable } = invoice;
          assert.deepEqual(sums, { net, vatTotal, rounding, total, payable });
          assert.equal(withholding, invoice.withholding?.amount ?? 0);
          for (const v of invoice.vat) {
            const got = before.vat.find((one) => one.vatRate === v.vatRate && one.natura === v.natura);
            assert.deepEqual([got?.base ?? 0, got?.vat ?? 0], [v.base, v.vat]);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
