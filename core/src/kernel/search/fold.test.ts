import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { folded, wordsOf } from './fold.ts';

describe('words that are searched for', () => {
  it('are the same however they are written', () => {
    const same: [string, string][] = [
      ["D'Angelò S.r.l.", 'dangelo srl'],
      ['  ROSSI\tMario\n', 'rossi mario'],
      ['Straße Łódź Øster', 'strasse lodz oster'],
      ['AA:BB-cc.01', 'aabbcc01'],
      ['mario.rossi@example.it', 'mariorossiexampleit'],
      ['Ｃ１２ ﬁbra ²', 'c12 fibra 2'],
      ['Ἀθῆναι Київ', 'αθηναι киів'],
      ['- . ’ !', ''],
    ];
    for (const [written, expected] of same) assert.equal(folded(written), expected);
  });

  it('stay as they are once they have been folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(folded(folded(text)), folded(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('have no blanks in them, nor anything but letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of wordsOf(text)) assert.match(word, /^[\p{L}\p{N}]+$/u);
      }),
      { numRuns: 2000 },
    );
  });
});
