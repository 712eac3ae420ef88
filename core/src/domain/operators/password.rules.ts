import type { Problem } from '../problem.ts';
import { COMMON_WORDS, WALKS } from './common-words.ts';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;
/** How many pieces that have to be guessed one by one a password has at least. */
const PIECES_MIN = 7;

/** Whose password it is to be. */
export type Owner = { readonly email: string; readonly name: string };

/**
 * What is wrong with a new password, as NIST SP 800-63B has it: long enough, and not one that is tried first. No kinds
 * of characters are asked for, since they make passwords harder to remember and no harder to guess.
 */
export function checkPassword(password: string, owner: Owner, field = 'password'): Problem[] {
  const broken = whatIsWrong(password, owner);
  return broken ? [{ field, ...broken }] : [];
}

function whatIsWrong(password: string, owner: Owner): Omit<Problem, 'field'> | null {
  if (!password.isWellFormed())
    return {
      code: 'password.characters',
      message: 'the password has half a character in it: write it again',
    };
  const text = password.normalize('NFC');
  const length = [...text].length;
  if (length < PASSWORD_MIN)
    return { code: 'password.too_short', message: `the password has at least ${PASSWORD_MIN} characters` };
  if (length > PASSWORD_MAX)
    return { code: 'password.too_long', message: `the password has at most ${PASSWORD_MAX} characters` };
  const plain = plainOf(text);
  if (ownWords(owner).some((word) => plain.includes(word)))
    return {
      code: 'password.personal',
      message: 'the password may not contain your name, your address or the name of this program',
    };
  if (Math.min(pieces(plain), pieces(unleeted(plain))) < PIECES_MIN)
    return {
      code: 'password.common',
      message:
        'the password is one of those that are tried first: take some words that nobody would put together',
    };
  return null;
}

/** Lower case, without accents. */
const plainOf = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

function ownWords({ email, name }: Owner): string[] {
  const words = plainOf(`${email} ${name} traliccio`).split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length >= 4);
}

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
};
const unleeted = (text: string): string => text.replace(/[013457@$!€]/g, (c) => LEET[c] ?? c);

const LONGEST_FIRST = [...new Set(COMMON_WORDS)].sort((a, b) => b.length - a.length);
const ROUTES = WALKS.flatMap((walk) => [walk, [...walk].reverse().join('')]);

/**
 * Counts what one who guesses has to guess: a well-known word, a walk over the keyboard, a year and a repetition are
 * one piece each, however long; two digits are one; any other character is one.
 */
function pieces(text: string): number {
  let rest = period(text);
  let count = 0;
  const takeOut = (found: string): void => {
    rest = rest.replaceAll(found, '\n');
    count++;
  };
  for (const word of LONGEST_FIRST) if (rest.includes(word)) takeOut(word);
  for (const year of new Set(rest.match(/(?:19|20)\d\d/g))) takeOut(year);
  for (let at = 0; at < rest.length; at++) {
    const walk = walkAt(rest, at);
    if (walk !== '') takeOut(walk);
  }
  for (const digits of new Set(rest.match(/\d+/g))) {
    rest = rest.replaceAll(digits, '\n');
    count += Math.ceil(digits.length / 2);
  }
  return count + [...rest.replace(/(.)\1+/gu, '$1').replaceAll('\n', '')].length;
}

/** `abcabcabc` is `abc`. */
function period(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    const unit = text.slice(0, length);
    if (text === unit.repeat(Math.ceil(text.length / length)).slice(0, text.length)) return unit;
  }
  return text;
}

/** The longest walk of three signs or more that begins here. */
function walkAt(text: string, at: number): string {
  let longest = '';
  for (const route of ROUTES)
    for (let end = at + Math.max(3, longest.length + 1); end <= text.length; end++) {
      const stretch = text.slice(at, end);
      if (!route.includes(stretch)) break;
      longest = stretch;
    }
  return longest;
}
