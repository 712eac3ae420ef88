import assert from 'node:assert/strict';
import { it } from 'node:test';
import { lastMonth } from './month.ts';

it('the month before is whole, also over the end of a year and in leap years', () => {
  assert.deepEqual(lastMonth('2026-11-24'), { from: '2026-10-01', to: '2026-10-31' });
  assert.deepEqual(lastMonth('2027-01-01'), { from: '2026-12-01', to: '2026-12-31' });
  assert.deepEqual(lastMonth('2028-03-31'), { from: '2028-02-01', to: '2028-02-29' });
});
