import { deepEqual, equal, throws } from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  allocate,
  E8_PER_CENT,
  formatDecimal,
  formatEuro,
  mulDiv,
  netOf,
  netOfE8,
  ONE,
  parseDecimal,
  priceTimes,
  vatOf,
} from './money.ts';

describe('a part of a period costs its share of the days, rounded half away from zero', () => {
  const cases: [what: string, price: number, days: number, of: number, cents: number][] = [
    ['30,00 € a month from 15 March', 3000, 17, 31, 1645],
    ['24,90 € in a month of 28 days from the eleventh', 2490, 18, 28, 1601],
    ['90,00 € a quarter from its middle', 9000, 45, 90, 4500],
    ['200,00 € a month given back on 20 October', -20_000, 12, 31, -7742],
    ['100,00 € a month charged from 20 October', 10_000, 12, 31, 3871],
    ['half a cent', 1, 1, 2, 1],
    ['half a cent given back', -1, 1, 2, -1],
  ];
  for (const [what, price, days, of, cents] of cases) {
    it(`${what}: ${days}/${of} is ${formatEuro(cents)}`, () => equal(mulDiv(price, days, of), cents));
  }

  it('never minus zero, and never by zero days', () => {
    equal(Object.is(mulDiv(-1, 1, 3), 0), true);
    throws(() => mulDiv(1, 1, 0), RangeError);
    throws(() => mulDiv(2 ** 52, 2 ** 52, 0), RangeError);
    throws(() => mulDiv(2 ** 52, 2 ** 10, 1), /out of range/);
  });
});

describe('VAT', () => {
  it('is computed once on the sum: three lines of 8,19 € at 22 % owe 5,41 €', () => {
    equal(vatOf(3 * 819, 2200), 541);
    equal(3 * vatOf(819, 2200), 540);
  });

  it('is inside an advertised price: 19,99 € is 16,39 € and 3,60 €', () => {
    equal(netOf(1999, 2200), 1639);
    equal(1999 - netOf(1999, 2200), 360);
  });

  it('of an advertised price has a net price of eight decimals', () => {
    equal(netOfE8(2990, 2200), 2_450_819_672);
    equal(netOfE8(2990, 0), 2990 * E8_PER_CENT);
  });
});

describe('a total is split so that nothing is lost', () => {
  it('the cent left over goes to the largest remainder, the first where they are equal', () => {
    deepEqual(allocate(100, [1, 1, 1]), [34, 33, 33]);
    deepEqual(allocate(-100, [1, 1, 1]), [-34, -33, -33]);
    deepEqual(allocate(10, [1, 0, 2]), [3, 0, 7]);
  });

  it('not over weights that are negative, or all zero, or none', () => {
    for (const weights of [[], [0, 0], [2, -1]]) throws(() => allocate(1, weights), RangeError);
  });
});

describe('amounts are read and written without binary fractions', () => {
  it('takes a point or a comma, and no more decimals than there are', () => {
    equal(parseDecimal('24,90', 2), 2490);
    equal(parseDecimal(' -0.5 ', 2), -50);
    equal(parseDecimal('1.2300', 2), 123);
    equal(Object.is(parseDecimal('-0', 2), 0), true);
    for (const text of [
      '',
      '1.',
      '.5',
      '1.234',
      '1e3',
      '1.000,00',
      'NaN',
      '0x1',
      '9'.repeat(16),
      '999999999999999',
    ])
      equal(parseDecimal(text, 2), undefined, text);
  });

  it('writes them as Italians read them', () => {
    equal(formatEuro(123_456_789), '1.234.567,89 €');
    equal(formatEuro(-5), '-0,05 €');
    equal(formatDecimal(2_450_819_670, 8, 2), '24.5081967');
    equal(formatDecimal(1_500_000, 6, 0), '1.5');
  });

  it('prices pieces to the cent', () => {
    equal(priceTimes(2_450_819_672, ONE), 2451);
    equal(priceTimes(100, 5_000_000_000), 1);
  });
});
