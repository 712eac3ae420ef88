import type { OpenDocument } from '@traliccio/sdk';

/** Between the parts of a number, where nobody doubts that they belong together. */
const TIED = String.raw`\s*[/\\\-_.]\s*`;
/** People also leave it out; then a word before it has to say that this is an invoice. */
const LOOSE = String.raw`[\s/\\\-_.]*`;
const SAID = String.raw`(?:FATT(?:URA|URE|\.)?|FT|FTT|FAT|DOC(?:UMENTO)?|INVOICE|INV|RIF|NUM(?:ERO)?|NR|N)[\s.:°#ª-]*(?:N(?:R|UM(?:ERO)?)?[\s.:°#ª-]*)?`;
/** `/2026`, `/26`, `del 3/11/2026` behind a number. */
const YEAR = String.raw`(?:\s*[/\-.]\s*(20\d\d)(?!\d)|\s*/\s*(\d\d)(?![\d/])|\s+DEL\s+\d{1,2}[/\-.]\d{1,2}[/\-.](20\d\d|\d\d)(?!\d))?`;

export const capitals = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

/** Whole numbers in a text, without leading zeros: by them documents are looked for. */
export const numbersIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/\d{1,9}(?!\d)/g)].map(([digits]) => digits.replace(/^0+(?=\d)/, '')));

/**
 * Numbers of documents that a text may name, written as documents print theirs: `12/A`. Too many rather than too few,
 * since they are only asked for.
 */
export function possibleNumbers(text: string, most = 20): string[] {
  const found = new Set<string>();
  for (const [, digits, series] of capitals(text).matchAll(
    /(?=(?<!\d)(\d{1,9})[\s/\\\-_.]{0,4}([A-Z][A-Z0-9]{0,7}|\d{1,8})(?![A-Z0-9]))/g,
  )) {
    found.add(`${digits!.replace(/^0+(?=\d)/, '')}/${series!}`);
    if (found.size === most) break;
  }
  return [...found];
}

/** Whether a text, in capitals, names a document by its number, and of no other year. */
export function namesNumber(text: string, document: Pick<OpenDocument, 'numberText' | 'date'>): boolean {
  const parts = partsOf(document.numberText);
  if (parts.length === 0) return false;
  const written = (between: string): string => parts.map(inText).join(between);
  const before = String.raw`(?<![A-Z0-9])(?<!\d[/\\\-.])(?:(20\d\d)\s*[/\-]\s*)?`;
  const tied = parts.length > 1 ? [`${before}${written(TIED)}(?![A-Z0-9])${YEAR}`] : [];
  const said = `(?<![A-Z0-9])${SAID}(?:(20\\d\\d)\\s*[/\\-]\\s*)?${written(LOOSE)}(?![A-Z0-9])${YEAR}`;
  return [...tied, said].some((pattern) =>
    [...text.matchAll(new RegExp(pattern, 'g'))].some(([, ...years]) => isYear(years, document.date)),
  );
}

function isYear(years: readonly (string | undefined)[], date: string): boolean {
  return years
    .filter((year) => year !== undefined)
    .every((year) => (year.length === 2 ? `20${year}` : year) === date.slice(0, 4));
}

/** Whether a text, in capitals, has what the payer was asked to quote, which is more than the number. */
export function quotesReference(
  text: string,
  document: Pick<OpenDocument, 'numberText' | 'date' | 'reference'>,
): boolean {
  const { reference, numberText } = document;
  const parts = partsOf(reference ?? '');
  if (parts.length <= partsOf(numberText).length) return false;
  const pattern = String.raw`(?<![A-Z0-9])(?<!\d[/\\\-.])${parts.map(inText).join(String.raw`[^A-Z0-9]*`)}(?![A-Z0-9])`;
  return new RegExp(pattern).test(text);
}

const partsOf = (written: string): string[] =>
  capitals(written)
    .split(/[^A-Z0-9]+/)
    .filter((part) => part !== '');

/** Only letters and digits are left, so that nothing needs a backslash. A number may have zeros before it. */
const inText = (part: string): string => (/^\d+$/.test(part) ? `0*${part.replace(/^0+(?=\d)/, '')}` : part);
