import { wordsOf } from './fold.ts';

/** What is known of something that can be found, in its own spelling. */
export type Searched = {
  readonly id: number;
  /** Code and name: found by the first signs of a word, too. */
  readonly names: readonly (string | null)[];
  /** Found by three signs or more. */
  readonly fields: readonly (string | null)[];
};

/** The same as words that can be compared, each once. */
export type SearchText = { readonly names: readonly string[]; readonly others: readonly string[] };

/** What lies behind is not found: a long note would cost more than it brings. */
const LONGEST = 2000;

export function searchText({ names, fields }: Omit<Searched, 'id'>): SearchText {
  let left = LONGEST;
  const words = new Set<string>();
  const add = (texts: readonly (string | null)[]): string[] =>
    texts.flatMap((text) =>
      wordsOf(text ?? '').filter((word) => {
        if (words.has(word) || word.length + 1 > left) return false;
        left -= word.length + 1;
        words.add(word);
        return true;
      }),
    );
  return { names: add(names), others: add(fields) };
}

/** As it is stored: names on the first line, all else on the second. */
export const storedText = (text: SearchText): string => `${text.names.join(' ')}\n${text.others.join(' ')}`;

export function parseStoredText(stored: string): SearchText {
  const [names = '', others = ''] = stored.split('\n');
  return { names: split(names), others: split(others) };
}

const split = (line: string): string[] => (line === '' ? [] : line.split(' '));

/** Whether each word is in the text: long ones anywhere, those of one or two signs where a word of the names begins. */
export function matches(stored: string, words: readonly string[]): boolean {
  const names = ` ${stored.slice(0, stored.indexOf('\n'))}`;
  return words.every((word) => (word.length < 3 ? names.includes(` ${word}`) : stored.includes(word)));
}
