import { equal } from 'node:assert/strict';
import { it } from 'node:test';
import { untilDaytime } from './quiet-hours.ts';

const hours = (instant: string): number => untilDaytime(Date.parse(instant)) / 3_600_000;

it('an SMS disturbs nobody between nine and eight in Italy, winter or summer', () => {
  equal(hours('2026-01-15T08:00:00Z'), 0);
  equal(hours('2026-01-15T18:59:59Z'), 0);
  equal(hours('2026-07-15T07:00:00Z'), 0);
  equal(hours('2026-07-15T17:59:59Z'), 0);
});

it('an SMS of the night waits for the next morning', () => {
  equal(hours('2026-01-15T02:30:00Z'), 5.5);
  equal(hours('2026-01-15T19:00:00Z'), 13);
  equal(hours('2026-07-15T22:00:00Z'), 9);
  equal(hours('2026-07-15T06:59:00Z'), 1 / 60);
});

it('an SMS of the nights in which the clocks change wakes up at most an hour off, and asks again', () => {
  for (const night of ['2026-10-24T23:00:00Z', '2027-03-27T23:30:00Z']) {
    let at = Date.parse(night);
    let waits = 0;
    for (; untilDaytime(at) > 0; waits += 1) at += untilDaytime(at);
    const local = new Date(at).toLocaleTimeString('sv-SE', { timeZone: 'Europe/Rome' });
    equal(waits <= 2 && /^(09|10):/.test(local), true, `${waits} waits, until ${local}`);
  }
});
