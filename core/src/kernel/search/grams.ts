import type { SearchText } from './search-text.ts';

/**
 * Sequences of three signs as integers, six bits each: letters and digits have a number of their own, all others share
 * what is left. Two grams may so be the same: whoever looks something up compares the text itself at the end.
 */
const FIRST_OTHER = 37;
const BITS = 6;
/** Above all grams: the first one or two signs of a word of the names. */
const BEGINNING = 1 << (3 * BITS);

function signOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 96;
  if (unit >= 48 && unit <= 57) return unit - 21;
  return FIRST_OTHER + (unit % ((1 << BITS) - FIRST_OTHER));
}

/** The grams of a word, in its order; none of one with fewer than three signs. */
export function gramsOfWord(word: string): number[] {
  const grams: number[] = [];
  let gram = 0;
  for (let i = 0; i < word.length; i++) {
    gram = ((gram << BITS) | signOf(word.charCodeAt(i))) & (BEGINNING - 1);
    if (i >= 2) grams.push(gram);
  }
  return grams;
}

/** Whether no other gram is the same as the one of this word: whatever has it, has the word. */
export const isItsGram = (word: string): boolean => /^[a-z0-9]{1,3}$/.test(word);

/** What a word of one or two signs is looked up by: the beginning of a word. */
export const gramOfBeginning = (word: string): number =>
  word.length === 1
    ? BEGINNING | signOf(word.charCodeAt(0))
    : BEGINNING | (signOf(word.charCodeAt(0)) << BITS) | signOf(word.charCodeAt(1));

/** All that an entry is found by, each once. */
export function gramsOf(text: SearchText): Set<number> {
  const grams = new Set<number>();
  for (const word of text.names) {
    grams.add(gramOfBeginning(word.slice(0, 1)));
    if (word.length > 1) grams.add(gramOfBeginning(word.slice(0, 2)));
  }
  for (const word of [...text.names, ...text.others]) for (const gram of gramsOfWord(word)) grams.add(gram);
  return grams;
}
