import { equal, ok } from 'node:assert/strict';
import { it } from 'node:test';
import { addMonths, dateFromDayNumber, daysBetween, lastDayOfMonth } from '@traliccio/sdk';
import fc from 'fast-check';
import { dayGrid, monthGrid } from './grid.ts';

/** Days from 1970 to 2099. */
const dates = fc.integer({ min: 0, max: 47_481 }).map(dateFromDayNumber);
const anchors = fc.record({ date: dates, lastDay: fc.boolean() });

const grids = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 60 }), anchors).map(([count, anchor]) => monthGrid(count, anchor)),
  fc.tuple(fc.integer({ min: 1, max: 400 }), anchors).map(([length, anchor]) => dayGrid(length, anchor)),
);

it('every day lies in exactly the period that says it holds it', () => {
  fc.assert(
    fc.property(grids, dates, (grid, date) => {
      const k = grid.indexOf(date);
      ok(grid.boundary(k) <= date && date < grid.boundary(k + 1), `${date} in ${k}`);
    }),
    { numRuns: 5000 },
  );
});

it('the start of a period lies in that period, and the day before it in the one before', () => {
  fc.assert(
    fc.property(grids, fc.integer({ min: -20, max: 20 }), (grid, k) => {
      equal(grid.indexOf(grid.boundary(k)), k);
      ok(grid.boundary(k) < grid.boundary(k + 1));
    }),
    { numRuns: 5000 },
  );
});

it('months never drift: each boundary is the anchor moved by whole months', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      dates,
      fc.boolean(),
      fc.integer({ min: -20, max: 40 }),
      (count, date, lastDay, k) => {
        const moved = addMonths(date, k * count);
        equal(monthGrid(count, { date, lastDay }).boundary(k), lastDay ? lastDayOfMonth(moved) : moved);
      },
    ),
    { numRuns: 5000 },
  );
});

it('periods in days are all equally long', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      anchors,
      fc.integer({ min: -100, max: 100 }),
      (length, anchor, k) => {
        const { boundary } = dayGrid(length, anchor);
        equal(daysBetween(boundary(k), boundary(k + 1)), length);
      },
    ),
  );
});
