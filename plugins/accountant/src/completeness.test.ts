import { deepEqual, equal, ok } from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Gap, gapsIn, seriesKey } from './completeness.ts';

const numbered = (series: string, numbers: readonly number[], year = 2026) =>
  numbers.map((number) => ({ series, year, number }));

describe('missing numbers', () => {
  it('are found between the first and the last, each series and year by itself', () => {
    const documents = [
      ...numbered('A', [5, 2, 8, 3]),
      ...numbered('NC', [1, 3]),
      ...numbered('A', [1, 2], 2025),
    ];
    deepEqual(gapsIn(documents, new Map()), [
      { series: 'A', year: 2026, from: 4, to: 4 },
      { series: 'A', year: 2026, from: 6, to: 7 },
      { series: 'NC', year: 2026, from: 2, to: 2 },
    ]);
  });

  it('are found behind the last one before the period, which neither month would see', () => {
    deepEqual(gapsIn(numbered('A', [12, 13]), new Map([['A/2026', 9]])), [
      { series: 'A', year: 2026, from: 10, to: 11 },
    ]);
  });

  it('are, with those that are there, all numbers up to the last, each once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (there) => {
        const gaps = gapsIn(numbered('A', there), new Map([['A/2026', 0]]));
        const inGap = ({ from, to }: Gap): number[] =>
          Array.from({ length: to - from + 1 }, (_, i) => from + i);
        const all = [...there, ...gaps.flatMap(inGap)].sort((a, b) => a - b);
        deepEqual(
          all,
          Array.from({ length: Math.max(...there) }, (_, i) => i + 1),
        );
        for (const { from, to } of gaps) ok(from <= to);
      }),
    );
  });

  it('are none where nothing is', () => {
    equal(gapsIn([], new Map()).length, 0);
    equal(seriesKey({ series: 'A', year: 2026 }), 'A/2026');
  });
});
