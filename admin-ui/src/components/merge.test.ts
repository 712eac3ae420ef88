import { deepEqual } from 'node:assert/strict';
import { it } from 'node:test';
import { threeWay } from './merge.ts';

it('takes their changes to what I left alone, and asks for what both changed', () => {
  const original = { name: 'Rossi', city: 'Udine', zip: '33100', notes: '', phones: ['1'] };
  const theirs = { ...original, city: 'Tarvisio', zip: '33018', phones: ['1', '2'] };
  const mine = { ...original, city: 'Tolmezzo', notes: 'richiamare', phones: ['1', '2'] };
  deepEqual(threeWay(original, theirs, mine), {
    both: ['city'],
    merged: { ...mine, zip: '33018' },
  });
});
