import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isCodiceFiscale, isPartitaIva } from './tax-ids.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const OMOCODIA = 'LMNPQRSTUV';

describe('partita IVA', () => {
  it('accepts numbers whose last digit is right', () => {
    for (const number of ['12345678903', '99999999990', '77777777770', '00743110157', '01879020517'])
      assert.equal(isPartitaIva(number), true, number);
  });

  it('refuses wrong check digits, lengths, letters and all zeros', () => {
    for (const number of [
      '12345678901',
      '88888888886',
      '1234567890',
      '123456789012',
      '1234567890A',
      '00000000000',
      '',
    ])
      assert.equal(isPartitaIva(number), false, number);
  });

  it('notices any single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = [...'12345678903'];
        digits[place] = String((Number(digits[place]) + by) % 10);
        return !isPartitaIva(digits.join(''));
      }),
    );
  });
});

describe('codice fiscale', () => {
  it('accepts a man, a woman, a body', () => {
    for (const code of [
      'RSSMRA80A01H501U',
      'BNCLRA85T41F205Y',
      'RCCMNL83S18D969H',
      'VNDLDL10A01G410Z',
      '99999999990',
    ])
      assert.equal(isCodiceFiscale(code), true, code);
  });

  it('accepts a code with letters for digits (omocodia), with a check letter of its own', () => {
    for (const code of ['CCCFBA85D03L219P', 'CCCFBA85D03L21VE', 'CCCFBA85D03L2MVP'])
      assert.equal(isCodiceFiscale(code), true, code);
    assert.equal(isCodiceFiscale('CCCFBA85D03L21VP'), false);
  });

  it('refuses lower case, wrong letters, wrong lengths', () => {
    for (const code of [
      'rssmra80a01h501u',
      'RSSMRA80A01H501V',
      'RSSMRA80A01H501',
      '8888888888',
      '',
      'RSSMRA80A01H501UU',
    ])
      assert.equal(isCodiceFiscale(code), false, code);
  });

  it('refuses months and days that do not exist', () => {
    for (const stem of [
      'RSSMRA80F01H501',
      'RSSMRA80A00H501',
      'RSSMRA80A32H501',
      'RSSMRA80B30H501',
      'RSSMRA80A40H501',
      'RSSMRA80A72H501',
      'RSSMRA80D31H501',
    ])
      assert.equal(letterOf(stem), '', stem);
  });

  it('accepts 29 February, of which the code does not tell the century', () => {
    assert.notEqual(letterOf('RSSMRA00B29H501'), '');
  });

  it('has exactly one check letter, whatever digits are written as letters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 6, maxLength: 6 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom(...'ABCDEHLMPRST'),
        fc.integer({ min: 1, max: 28 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 0, max: 127 }),
        (name, year, month, day, woman, place, mask) => {
          const pad = (n: number, width: number): string => String(n).padStart(width, '0');
          const plain = `${name}${pad(year, 2)}${month}${pad(woman ? day + 40 : day, 2)}H${pad(place, 3)}`;
          let bit = 0;
          const stem = plain.replace(/\d/g, (digit) => {
            const swap = (mask & (1 << bit)) !== 0;
            bit += 1;
            return swap ? OMOCODIA.charAt(Number(digit)) : digit;
          });
          return letterOf(stem).length === 1;
        },
      ),
    );
  });
});

/** The letters that make a valid code of these fifteen characters. */
const letterOf = (stem: string): string =>
  [...LETTERS].filter((letter) => isCodiceFiscale(stem + letter)).join('');
