import { equal, notEqual } from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  capFault,
  ibanFault,
  provinceFault,
  recipientFault,
  taxCodeFault,
  vatNumberFault,
} from './fiscal-checks.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const DIGITS = [...'0123456789'];
const some = (of: readonly string[], length: number) =>
  fc.array(fc.constantFrom(...of), { minLength: length, maxLength: length }).map((all) => all.join(''));
/** The one that makes it right, of those that may stand at its end. */
const complete = (start: string, ends: readonly string[], isRight: (text: string) => boolean): string => {
  const right = ends.filter((end) => isRight(start + end));
  equal(right.length, 1, `${start} has one end`);
  return start + right[0]!;
};

const personal = fc
  .tuple(
    some(LETTERS, 6),
    some(DIGITS, 2),
    some([...'ABCDEHLMPRST'], 1),
    some(DIGITS, 2),
    some(LETTERS, 1),
    some(DIGITS, 3),
  )
  .map((parts) => complete(parts.join(''), LETTERS, (text) => taxCodeFault(text, 'private') === undefined));
const vatNumber = some(DIGITS, 10)
  .filter((text) => Number(text) > 0)
  .map((text) => complete(text, DIGITS, (one) => vatNumberFault(one, 'company') === undefined));

/** Another digit in the place of one of its digits. */
const mistyped = (text: string, at: number, by: number): string => {
  const places = [...text].flatMap((character, i) => (/\d/.test(character) ? [i] : []));
  const place = places[at % places.length]!;
  return `${text.slice(0, place)}${(Number(text[place]) + by) % 10}${text.slice(place + 1)}`;
};

describe('identifiers as they are typed', () => {
  it('a digit of a codice fiscale that is changed is found', () => {
    fc.assert(
      fc.property(personal, fc.nat(20), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        equal(taxCodeFault(mistyped(text, at, by), 'private'), 'check');
      }),
    );
  });

  it('a digit of a partita IVA that is changed is found', () => {
    fc.assert(
      fc.property(vatNumber, fc.nat(20), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        equal(vatNumberFault(mistyped(text, at, by), 'company'), 'check');
      }),
    );
  });

  it('a digit of an IBAN that is changed is found', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 9 }), (at, by) => {
        notEqual(ibanFault(mistyped('IT60X0542811101000000123456', at, by)), undefined);
      }),
    );
    equal(ibanFault('IT60 X054 2811 1010 0000 0123 456'), undefined);
    equal(ibanFault('IT60 X054'), 'short');
  });

  it('what is not finished yet is told from what is wrong', () => {
    equal(taxCodeFault('RSSMRA80A01', 'private'), 'short');
    equal(taxCodeFault('RSSMRA80A01H501UU', 'private'), 'long');
    equal(taxCodeFault('rss mra 80a01 h501u', 'private'), undefined);
    equal(taxCodeFault('RSSMRA80A01H501X', 'private'), 'check');
    equal(taxCodeFault('RSSMRA80Z01H501U', 'private'), 'shape');
    equal(vatNumberFault('0123', 'company'), 'short');
    equal(vatNumberFault('00000000000', 'company'), 'check');
  });

  it('a person and a body have codes of their own', () => {
    equal(taxCodeFault('00743110157', 'private'), 'person');
    equal(taxCodeFault('RSSMRA80A01H501U', 'public_body'), 'entity');
    equal(taxCodeFault('RSSMRA80A01H501U', 'company'), undefined);
    equal(taxCodeFault('00743110157', 'company'), undefined);
    equal(taxCodeFault('AB-12', 'foreign'), 'shape');
  });

  it('the recipient has seven characters, of a public body six', () => {
    equal(recipientFault('0000000', 'private'), undefined);
    equal(recipientFault('UF1A2B', 'public_body'), undefined);
    equal(recipientFault('UF1A2B', 'company'), 'short');
    equal(recipientFault('ABCDEFG', 'public_body'), 'ipa');
    equal(recipientFault('XXXXXXX', 'company'), 'sdi');
    equal(recipientFault('', 'foreign'), undefined);
  });

  it('CAP and province', () => {
    equal(capFault('33028'), undefined);
    equal(capFault('330'), 'short');
    equal(capFault('33O28'), 'cap');
    equal(provinceFault('ud'), undefined);
    equal(provinceFault('u'), 'short');
    equal(provinceFault('XX'), 'province');
  });
});
