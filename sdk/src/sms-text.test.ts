import { deepEqual, equal, ok } from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { plainSms, smsCost } from './sms-text.ts';

const cost = (text: string): [string, number, number] => {
  const { encoding, units, segments } = smsCost(text);
  return [encoding, units, segments];
};

describe('the cost of an SMS', () => {
  it('is one message up to 160 characters of the GSM alphabet, then one for each 153', () => {
    deepEqual(cost('x'.repeat(160)), ['gsm7', 160, 1]);
    deepEqual(cost('x'.repeat(161)), ['gsm7', 161, 2]);
    deepEqual(cost('x'.repeat(306)), ['gsm7', 306, 2]);
    deepEqual(cost('x'.repeat(307)), ['gsm7', 307, 3]);
  });

  it('is one message up to 70 characters of any other alphabet, then one for each 67', () => {
    deepEqual(cost('ș'.repeat(70)), ['ucs2', 70, 1]);
    deepEqual(cost('ș'.repeat(71)), ['ucs2', 71, 2]);
    deepEqual(cost('ș'.repeat(134)), ['ucs2', 134, 2]);
    deepEqual(cost('ș'.repeat(135)), ['ucs2', 135, 3]);
  });

  it('counts two for the euro sign and for brackets', () => {
    for (const sign of '€^{}[]~\\|') deepEqual(cost(sign), ['gsm7', 2, 1], sign);
    deepEqual(cost(`${'x'.repeat(158)}€`), ['gsm7', 160, 1]);
    deepEqual(cost(`${'x'.repeat(159)}€`), ['gsm7', 161, 2]);
  });

  it('has no character half in one message and half in the next', () => {
    // 152 + 2 don't fit into 153: the sign goes into the second message, which is full then with the rest.
    deepEqual(cost(`${'x'.repeat(152)}€${'x'.repeat(151)}`), ['gsm7', 305, 2]);
    deepEqual(cost(`${'x'.repeat(152)}€${'x'.repeat(152)}`), ['gsm7', 306, 3]);
    deepEqual(cost(`${'x'.repeat(66)}🙂${'x'.repeat(65)}`), ['ucs2', 133, 2]);
    deepEqual(cost(`${'x'.repeat(66)}🙂${'x'.repeat(66)}`), ['ucs2', 134, 3]);
  });

  it('trebles by one typographic apostrophe, and says so', () => {
    const text = `L'importo è di 72,60 euro. ${'x'.repeat(120)}`;
    equal(smsCost(text).segments, 1);
    deepEqual(smsCost(text.replace("'", '’')).costly, ['’']);
    equal(smsCost(text.replace("'", '’')).segments, 3);
  });

  it('knows Italian: small accented letters are in the alphabet, capitals are not', () => {
    deepEqual(smsCost('àèéìòù').encoding, 'gsm7');
    deepEqual(smsCost('ÀÈÌÒÙ').costly, ['À', 'È', 'Ì', 'Ò', 'Ù']);
  });

  it('of nothing is nothing', () => {
    deepEqual(cost(''), ['gsm7', 0, 0]);
  });

  const text = fc.string({ unit: fc.constantFrom(...'abè€[’È🙂\n 0'), maxLength: 600 });

  it('grows with the text, and is what the messages hold together', () => {
    fc.assert(
      fc.property(text, text, (one, two) => {
        const { encoding, units, segments } = smsCost(one + two);
        ok(segments >= smsCost(one).segments);
        const { single, part } = encoding === 'gsm7' ? { single: 160, part: 153 } : { single: 70, part: 67 };
        if (units <= single) equal(segments, units === 0 ? 0 : 1);
        else {
          ok(segments * part >= units);
          // At most one unit a message is lost to a character that did not fit.
          ok((segments - 1) * (part - 1) < units);
        }
      }),
    );
  });
});

describe('a plain SMS text', () => {
  it('says the same in cheaper characters', () => {
    equal(plainSms('È “scaduta” – paghi l’importo…'), `E' "scaduta" - paghi l'importo...`);
    equal(plainSms('Łódź: 1.234,50 €, Citroën, Ștefan, façade'), 'Łodz: 1.234,50 €, Citroen, Stefan, facade');
    equal(plainSms('e\u0300 gia\u0300'), 'è già');
  });

  it('leaves what has no counterpart', () => {
    equal(plainSms('Привет 🙂'), 'Привет 🙂');
  });

  it('never costs more messages in the same alphabet, and is plain when it is made plain again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const plain = plainSms(text);
        equal(plainSms(plain), plain);
        ok(smsCost(plain).costly.length <= smsCost(text.normalize('NFC')).costly.length);
      }),
    );
  });
});
