import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { spread } from './spread.ts';

const amounts = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 8 });
const named = (of: readonly number[]): { of: number; amount: number }[] =>
  of.map((amount, i) => ({ of: i, amount }));
const sum = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0);

it('what pays what: all that can be paid is, nothing twice, the first debts first', () => {
  fc.assert(
    fc.property(amounts, amounts, (credits, debits) => {
      const shares = spread(named(credits), named(debits));
      const used = (side: 'credit' | 'debit', i: number): number =>
        sum(shares.filter((one) => one[side] === i).map(({ amount }) => amount));
      assert.ok(shares.every(({ amount }) => amount > 0));
      for (const [i, amount] of credits.entries()) assert.ok(used('credit', i) <= amount);
      let left = sum(credits);
      for (const [i, amount] of debits.entries()) {
        assert.equal(used('debit', i), Math.min(amount, left));
        left -= Math.min(amount, left);
      }
      const pairs = shares.map(({ credit, debit }) => `${credit} ${debit}`);
      assert.equal(new Set(pairs).size, pairs.length);
    }),
  );
});
