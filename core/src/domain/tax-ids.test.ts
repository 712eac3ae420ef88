import { equal } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isEntityTaxCode, isPersonalTaxCode, isVatNumber } from './tax-ids.ts';

describe('a codice fiscale', () => {
  const cases: [what: string, code: string, valid: boolean][] = [
    ['of a man', 'RSSMRA80A01H501U', true],
    ['of a woman, whose day is 40 more', 'BNCLRA85T41L483P', false],
    ['whose check letter is wrong', 'RSSMRA80A01H501X', false],
    ['in lower case', 'rssmra80a01h501u', false],
    ['with a month letter that no month has', 'RSSMRA80F01H501U', false],
    ['that is too short', 'RSSMRA80A01H501', false],
  ];
  for (const [what, code, valid] of cases)
    it(`${what} is ${valid ? 'taken' : 'refused'}`, () => equal(isPersonalTaxCode(code), valid));

  it('with letters for digits, since two people had the same one, is taken', () => {
    equal(isPersonalTaxCode(withCheckLetter('RSSMRA80A01H50M')), true);
    equal(isPersonalTaxCode(withCheckLetter('RSSMRALLALMHRLM')), true);
  });
  it('with a day that the month does not have is refused even when its check letter is right', () => {
    equal(isPersonalTaxCode(withCheckLetter('RSSMRA80D31H501')), false);
    equal(isPersonalTaxCode(withCheckLetter('RSSMRA80D71H501')), false);
    equal(isPersonalTaxCode(withCheckLetter('RSSMRA80D70H501')), true);
    equal(isPersonalTaxCode(withCheckLetter('RSSMRA80A00H501')), false);
    equal(isPersonalTaxCode(withCheckLetter('RSSMRA80A35H501')), false);
  });
});

describe('a partita IVA', () => {
  it('has 11 digits and a check digit', () => {
    equal(isVatNumber('01234567897'), true);
    equal(isVatNumber('99999999990'), true);
    equal(isVatNumber('01234567890'), false);
    equal(isVatNumber('1234567897'), false);
    equal(isVatNumber('00000000000'), false);
  });
  it('is also the codice fiscale of a company', () => equal(isEntityTaxCode('01234567897'), true));
});

const withCheckLetter = (first15: string): string => {
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
    const sum = [...first15].reduce((total, c, i) => total + value(c, i), 0);
    if (String.fromCharCode(65 + (sum % 26)) === letter) return first15 + letter;
  }
  throw new Error('unreachable');
};

const ODD_DIGITS = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
const ODD_LETTERS = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
function value(c: string, i: number): number {
  const digit = c >= '0' && c <= '9';
  const n = digit ? Number(c) : c.charCodeAt(0) - 65;
  if (i % 2 === 1) return n;
  return (digit ? ODD_DIGITS : ODD_LETTERS)[n] as number;
}
