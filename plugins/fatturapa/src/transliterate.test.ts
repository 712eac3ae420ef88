import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isClean, splitAtWords, transliterate, truncate, type CharacterSet } from './transliterate.ts';

const latin = (text: string): string => transliterate(text, 'latin1').text;
const basic = (text: string): string => transliterate(text, 'basic').text;

describe('transliteration', () => {
  it('leaves Italian as it is', () => {
    const text = "Perché così è più facile: città, età, «virgolette» & <tag> d'uso; § ° ç ñ ü";
    assert.deepEqual(transliterate(text, 'latin1'), { text, unknown: [] });
  });

  it('rewrites what word processors and mail programs insert', () => {
    assert.equal(
      latin('Canone FIBRA – FWA € 100/20 — “casa”, l’altro…'),
      'Canone FIBRA - FWA EUR 100/20 - "casa", l\'altro...',
    );
    assert.equal(latin('• punto ™ № 5 ≤ 3'), '- punto TM N. 5 <= 3');
  });

  it('takes accents off letters that Latin-1 lacks, and puts together those it has', () => {
    assert.equal(latin('Łódź, Ștefan, Dvořák, Œuvre, ĳsland'), 'Lódz, Stefan, Dvorák, OEuvre, ijsland');
    assert.equal(latin('e\u0301 n\u0303'), 'é ñ');
    assert.equal(latin('ﬁbra ½ ２'), 'fibra ½ 2');
  });

  it('goes down to Basic Latin where the field asks for it', () => {
    assert.equal(basic('Pièce n° 3 ½ Straße «x» £5'), 'Piece no 3 1/2 Strasse "x" GBP5');
  });

  it('removes controls, zero-width and soft-hyphen characters, and collapses blanks', () => {
    assert.equal(latin(' a\u0000b\u0085\u200B c\u00AD\u00A0\u2003d\r\n\te '), 'ab c d e');
  });

  it('names what it cannot bring over, each character once', () => {
    const { text, unknown } = transliterate('Router 漢字漢 ok 🚀', 'latin1');
    assert.equal(text, 'Router ok');
    assert.deepEqual(unknown, ['漢', '字', '🚀']);
  });

  it('reports half of a surrogate pair instead of passing it on', () => {
    assert.deepEqual(transliterate('a\uD83Db', 'latin1'), { text: 'ab', unknown: ['\uD83D'] });
  });

  it('always ends in the set, and once there changes nothing', () => {
    for (const set of ['basic', 'latin1'] as const satisfies readonly CharacterSet[])
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
          const once = transliterate(text, set);
          assert.equal(isClean(once.text, set), true, JSON.stringify(once.text));
          assert.deepEqual(transliterate(once.text, set), { text: once.text, unknown: [] });
        }),
        { numRuns: 2000 },
      );
  });
});

describe('long texts', () => {
  it('are cut without a blank at the end', () => {
    assert.equal(truncate('abc def', 4), 'abc');
    assert.equal(truncate('abc', 4), 'abc');
  });

  it('are split at words, and inside a word that is longer than a piece', () => {
    assert.deepEqual(splitAtWords('uno due tre quattro', 8), ['uno due', 'tre', 'quattro']);
    assert.deepEqual(splitAtWords('abcdefghij kl', 4), ['abcd', 'efgh', 'ij', 'kl']);
    assert.deepEqual(splitAtWords('', 4), []);
  });

  it('lose nothing but the blanks between the pieces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 80 }),
        fc.integer({ min: 1, max: 20 }),
        (raw, max) => {
          const { text } = transliterate(raw, 'latin1');
          const pieces = splitAtWords(text, max);
          assert.equal(pieces.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
          for (const piece of pieces)
            assert.ok(piece.length <= max && piece !== '' && piece.trim() === piece);
        },
      ),
    );
  });
});
