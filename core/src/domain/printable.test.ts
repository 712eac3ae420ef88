import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { unprintable } from './printable.ts';

test('what people paste from a word processor can be printed', () => {
  deepEqual(unprintable('Canone “Fibra” – 24,90 € … perché l’è così'), []);
  deepEqual(unprintable('Ștefan Müller, Łódź'), []);
});

test('characters that no invoice can carry are named, each once', () => {
  deepEqual(unprintable('Fibra 🚀🚀 漢'), ['🚀', '漢']);
  deepEqual(unprintable('a\u0007b'), ['\u0007']);
});
