import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type CursorOf, type Position, readCursor, writeCursor } from './list-cursor.ts';

const OF: CursorOf = {
  list: 'documents',
  sort: '-date',
  filters: [{ kind: 'invoice' }],
  columns: [{ type: 'ascii', nullable: true }, { type: 'integer' }],
};
const AT: Position = ['2026-11-24', 7, 12];
const REFUSED = { code: 'list.cursor', field: 'cursor' };
/** As writeCursor makes them, of anything. */
const forged = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it('says where a page ended, whatever stood there', () => {
    const of: CursorOf = { ...OF, columns: [{ type: 'text', nullable: true }, { type: 'integer' }] };
    const positions = fc.tuple(
      fc.option(fc.string({ unit: 'binary' })),
      fc.maxSafeInteger(),
      fc.maxSafeInteger(),
    );
    fc.assert(
      fc.property(positions, (position) => {
        assert.deepEqual(readCursor(of, writeCursor(of, position)), position);
      }),
    );
  });

  it('goes on with no other list, order or filters', () => {
    const cursor = writeCursor(OF, AT);
    for (const other of [
      { list: 'charges' },
      { sort: 'date' },
      { filters: [] },
      { filters: [{ kind: 'credit_note' }] },
    ])
      assert.throws(() => readCursor({ ...OF, ...other }, cursor), REFUSED);
  });

  it('is refused with any sign of it changed, left out or added', () => {
    const cursor = writeCursor(OF, AT);
    for (let i = 0; i < cursor.length; i++)
      for (const changed of [
        cursor.slice(0, i) + cursor.slice(i + 1),
        `${cursor.slice(0, i)}${cursor[i] === 'A' ? 'B' : 'A'}${cursor.slice(i + 1)}`,
        `${cursor.slice(0, i)}A${cursor.slice(i)}`,
      ])
        assert.throws(() => readCursor(OF, changed), REFUSED, changed);
  });

  it('is refused when it is none', () => {
    const others = ['', 'x', '%', 'null', forged(null), forged({}), forged([]), forged(['-date', AT, 'x'])];
    for (const cursor of [...others, forged(['-date', AT]), `${writeCursor(OF, AT)}=`, '[["__proto__"]]'])
      assert.throws(() => readCursor(OF, cursor), REFUSED, cursor);
  });

  it('is refused when somebody made it himself of what no column holds', () => {
    const wrong: unknown[] = [
      [12],
      ['2026-11-24', 7],
      ['2026-11-24', 7, 12, 13],
      [2026, 7, 12],
      ['2026-11-2è', 7, 12],
      ['2026-11-24', '7', 12],
      ['2026-11-24', null, 12],
      ['2026-11-24', 7, null],
      ['2026-11-24', 7, 1.5],
      ['2026-11-24', 7, '12'],
      [{ $gt: '' }, 7, 12],
      [['2026-11-24'], 7, 12],
      [true, 7, 12],
      ['2026-11-24', 2 ** 60, 12],
    ];
    for (const position of wrong)
      assert.throws(
        () => readCursor(OF, writeCursor(OF, position as Position)),
        REFUSED,
        JSON.stringify(position),
      );
  });
});
