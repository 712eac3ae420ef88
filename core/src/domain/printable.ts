/**
 * Characters that a fiscal document can't carry: what lies outside Latin-1 and has no usual counterpart. Typographic
 * quotes, dashes, the ellipsis and `€` have one, and letters lose the accents that Latin-1 lacks.
 */
export function unprintable(text: string): readonly string[] {
  if (LATIN1.test(text)) return [];
  return [...new Set([...text.normalize('NFC')].filter((character) => !hasCounterpart(character)))];
}

export const isBasicLatin = (text: string): boolean => /^[ -~]*$/.test(text);

const LATIN1 = /^[\t\n\r -~\u00A0-\u00FF]*$/;
const TYPOGRAPHIC = '€‘’‚“”„–—―‒‐‑−•…·×ŒœŁłĐđıŸ';

function hasCounterpart(character: string): boolean {
  if (LATIN1.test(character) || TYPOGRAPHIC.includes(character) || /[\s\p{Cf}\p{M}]/u.test(character))
    return true;
  if (/\p{Cc}/u.test(character)) return false;
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain !== '' && plain !== character && LATIN1.test(plain);
}
