import type { Font } from 'fontkit';

/**
 * Text that the font can show: composed, on one line, without control or bidirectional characters. PDF/A forbids to
 * write a character for which the font has no glyph; a box stands for it.
 */
export function legible(text: string, font: Font): string {
  let result = '';
  for (const character of text
    .normalize('NFC')
    .replaceAll(UNSHOWN, '')
    .replaceAll(/[\s\u0000-\u001f]+/g, ' ')
    .trim())
    result += font.hasGlyphForCodePoint(character.codePointAt(0) as number) ? character : '□';
  return result;
}

/** Zero-width, bidirectional and variation characters, and halves of pairs. */
const UNSHOWN =
  /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\p{Variation_Selector}\p{Cs}]|[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;
