import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { compactIban, isIban, isPaymentMethod } from './bank.ts';

test('an IBAN with right check digits is taken, also a foreign one', () => {
  equal(isIban('IT60X0542811101000000123456'), true);
  equal(isIban('DE89370400440532013000'), true);
});

test('an IBAN with two characters exchanged, or an Italian one that is too short, is refused', () => {
  equal(isIban('IT60X0542811101000000123465'), false);
  equal(isIban('IT60X054281110100000012345'), false);
});

test('an IBAN may be written in groups', () => {
  equal(isIban(compactIban('IT60 X054 2811 1010 0000 0123 456')), true);
});

test('payment methods are those of FatturaPA', () => {
  equal(isPaymentMethod('MP05'), true);
  equal(isPaymentMethod('MP24'), false);
  equal(isPaymentMethod('MP00'), false);
});
