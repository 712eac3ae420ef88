import assert from 'node:assert/strict';
import { it } from 'node:test';
import { dayAfter, isDay, lastMonth, monthsUpTo } from './days.ts';

it('months are whole, also over the end of a year and in leap years', () => {
  assert.deepEqual(monthsUpTo('2028-03-15', 4), [
    { from: '2028-03-01', to: '2028-03-31' },
    { from: '2028-02-01', to: '2028-02-29' },
    { from: '2028-01-01', to: '2028-01-31' },
    { from: '2027-12-01', to: '2027-12-31' },
  ]);
  assert.deepEqual(lastMonth('2026-11-24'), { from: '2026-10-01', to: '2026-10-31' });
  assert.deepEqual(lastMonth('2028-03-31'), { from: '2028-02-01', to: '2028-02-29' });
});

it('days follow each other, forwards and back', () => {
  assert.equal(dayAfter('2027-12-31'), '2028-01-01');
  assert.equal(dayAfter('2028-03-01', -1), '2028-02-29');
  assert.deepEqual(['2028-03-01', '2028-03', ''].map(isDay), [true, false, false]);
});
