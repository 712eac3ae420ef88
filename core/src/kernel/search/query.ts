import { gramOfBeginning, gramsOfWord, isItsGram } from './grams.ts';
import { wordsOf } from './fold.ts';

/** What is looked for: all of these words. */
export type SearchQuery = {
  readonly words: readonly string[];
  /** What must be in an entry's grams. More would not make the choice finer, only the reading longer. */
  readonly grams: readonly number[];
  /** Whether having these grams is having the words. */
  readonly isExact: boolean;
};

const MOST_GRAMS = 6;

/** @returns undefined when there is nothing to look for */
export function searchQuery(text: string): SearchQuery | undefined {
  const words = [...new Set(wordsOf(text))];
  if (words.length === 0) return undefined;
  const grams = words.map((word) =>
    word.length < 3 ? [gramOfBeginning(word)] : spread([...new Set(gramsOfWord(word))]),
  );
  // The first of each word, then the second of each: every word has its say.
  const turns = Math.max(...grams.map((g) => g.length));
  const taken = Array.from({ length: turns }, (_, turn) =>
    grams.flatMap((g) => g.slice(turn, turn + 1)),
  ).flat();
  const isExact = words.length <= MOST_GRAMS && words.every(isItsGram);
  return { words, grams: [...new Set(taken)].slice(0, MOST_GRAMS), isExact };
}

/** Neighbours tell much the same: first the ends and the middle, then what lies between. */
function spread(grams: readonly number[]): number[] {
  const order = new Set([0, grams.length - 1, grams.length >> 1, ...grams.keys()]);
  return [...order].map((at) => grams[at] as number);
}
