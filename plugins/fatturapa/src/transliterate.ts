/**
 * Brings text into the two character sets of FatturaPA: Basic Latin, or Basic Latin with Latin-1 (U+0000 to U+00FF).
 * SDI refuses a file for one typographic quote (00200), so what people paste is rewritten: `€` becomes `EUR`, curly
 * quotes and dashes become plain ones, letters lose the accents that the set doesn't have. What has no counterpart
 * (漢字, emoji) is never dropped in silence: it is reported.
 */
export type CharacterSet = 'basic' | 'latin1';
export type Transliteration = {
  readonly text: string;
  /** The characters without a counterpart, each once; `text` leaves them out. */
  readonly unknown: readonly string[];
};

const NONE: readonly string[] = [];

export function transliterate(text: string, set: CharacterSet): Transliteration {
  if (isClean(text, set)) return { text, unknown: NONE };
  let out = '';
  const unknown = new Set<string>();
  for (const character of text.normalize('NFC')) {
    const plain = inSet(character, set) ?? decomposed(character, set);
    if (plain === undefined) unknown.add(character);
    else out += plain;
  }
  return { text: collapse(out), unknown: unknown.size === 0 ? NONE : [...unknown] };
}

/** Nothing to rewrite: printable characters of the set, single inner blanks. The path that nearly all text takes. */
export function isClean(text: string, set: CharacterSet): boolean {
  return !(set === 'basic' ? DIRTY_BASIC : DIRTY_LATIN1).test(text);
}

/** At most `max` characters, without a blank at the end. */
export const truncate = (text: string, max: number): string =>
  text.length <= max ? text : text.slice(0, max).trimEnd();

/** Cuts text into pieces of at most `max` characters, at blanks where there are any. */
export function splitAtWords(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const blank = rest.lastIndexOf(' ', max);
    const end = blank > 0 ? blank : max;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

const DIRTY_BASIC = /[^ -~]|^ | $| {2}/;
// U+00A0 (no-break space) and U+00AD (soft hyphen) belong to Latin-1, but nobody means them.
const DIRTY_LATIN1 = /[^ -~\u00A1-\u00AC\u00AE-\u00FF]|^ | $| {2}/;

const WHITE = /\s/u;
// Marks that only steer the layout: zero-width characters, soft hyphen, directional marks, variation selectors, BOM.
const INVISIBLE = /[\p{Cf}\uFE00-\uFE0F]/u;
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/;
const MARK = /\p{M}/u;

function inSet(character: string, set: CharacterSet): string | undefined {
  if (WHITE.test(character)) return ' ';
  if (CONTROL.test(character) || INVISIBLE.test(character)) return '';
  if (character <= '~' || (set === 'latin1' && character <= '\u00FF')) return character;
  return TYPOGRAPHIC.get(character) ?? (set === 'basic' ? LATIN1_TO_BASIC.get(character) : undefined);
}

/** The compatibility decomposition without its combining marks, where all of it is in the set: `ș` gives `s`. */
function decomposed(character: string, set: CharacterSet): string | undefined {
  const parts = character.normalize('NFKD');
  if (parts === character) return MARK.test(character) ? '' : undefined;
  let out = '';
  for (const part of parts) {
    const plain = MARK.test(part) ? '' : inSet(part, set);
    if (plain === undefined) return undefined;
    out += plain;
  }
  return out.trim() === '' ? undefined : out;
}

const collapse = (text: string): string => text.replace(/ {2,}/g, ' ').trim();

function table(pairs: string): ReadonlyMap<string, string> {
  return new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]));
}

/** Each entry is the character followed by what stands for it. */
const TYPOGRAPHIC = table(
  "€EUR ₤Lire ‘' ’' ‚' ‛' ′' ʼ' “\" ”\" „\" ‟\" ″\" ‹' ›' –- —- ―- ‒- ‐- ‑- −- ⁃- •- ●- ▪- …... ⁄/ ∕/ " +
    'ŒOE œoe ŁL łl ĐD đd ĦH ħh ıi ȷj ŊN ŋn ŦT ŧt ŸY ẞSS ≤<= ≥>= ≠/= ≈~ →-> ←<- ✓OK ✔OK №N. ∞inf',
);
const LATIN1_TO_BASIC = table(
  '¡! ¢c £GBP ¤? ¥JPY ¦| §par. ©(C) ª^a «" ¬! ®(R) °o ±+/- ¶P µu ·. ºo »" ¿? ÆAE ÐD ×x ØO ÞTh ßss æae ðd ÷/ øo þth ´\' ¨" ¯- ¸,',
);
