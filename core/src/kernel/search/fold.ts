/** Letters that no normal form takes apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
};

/**
 * The words of a text, as they are compared: lower case, without accents and without anything but letters and digits
 * inside a word, so that `D'Angelò S.r.l.` and `dangelo srl` are the same.
 */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[ßøđðłæœþı]/g, (letter) => PLAIN[letter] ?? letter)
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter((word) => word !== '');
}

/** A text as it is sorted and compared as a whole: its words, a blank between them. */
export const folded = (text: string): string => wordsOf(text).join(' ');
