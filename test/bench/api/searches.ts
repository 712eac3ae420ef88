import { wordsOf } from '@traliccio/core/src/kernel/search/fold.ts';
import { oneOf, person, scattered } from '../people.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Three signs from anywhere in the name, e-mail address, telephone or codes of some customer; one in ten is of letters
 * that nobody may have.
 */
export const searchTexts = (count: number, customers: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const chance = (salt: number): number => scattered(i * 8 + salt + 0x40000000);
    if (i % 10 === 9) return [1, 2, 3].map((salt) => oneOf([...LETTERS], chance(salt))).join('');
    const n = 1 + (chance(4) % customers);
    const { first, last, email, phone } = person(n);
    const words = [first, last, email, phone, `C${n}`, `INT-${100_000 + n}`]
      .flatMap((text) => wordsOf(text))
      .filter((word) => word.length >= 3);
    const word = oneOf(words, chance(5));
    const at = chance(6) % (word.length - 2);
    return word.slice(at, at + 3);
  });
