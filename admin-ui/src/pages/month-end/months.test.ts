import assert from 'node:assert/strict';
import { it } from 'node:test';
import { dayAfter, monthsUpTo } from './months.ts';

it('months are whole, also over the end of a year and in leap years', () => {
  assert.deepEqual(monthsUpTo('2028-03-15', 4), [
    { from: '2028-03-01', to: '2028-03-31' },
    { from: '2028-02-01', to: '2028-02-29' },
    { from: '2028-01-01', to: '2028-01-31' },
    { from: '2027-12-01', to: '2027-12-31' },
  ]);
  assert.equal(dayAfter('2027-12-31'), '2028-01-01');
});
