import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font, type GlyphRun } from 'fontkit';
import { unhinted } from './unhinted.ts';

/** Fonts parsed once and shared by all documents of a thread: parsing costs more than the rest of an invoice. */
export type Fonts = { readonly regular: SharedFont; readonly bold: SharedFont };
export type SharedFont = Font & {
  /** Width of a text of size 1. */
  widthOf(text: string): number;
};

export const loadFonts = (): Fonts => ({
  regular: load('DejaVuSansCondensed'),
  bold: load('DejaVuSansCondensed-Bold'),
});

const load = (name: string): SharedFont =>
  shared(
    create(unhinted(readFileSync(fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))))),
  );

const MOST_WORDS = 20_000;

/** Shaping a word costs about 0.05 ms, and invoices of one issuer share most of theirs; so words are kept. */
function shared(font: Font): SharedFont {
  const words = new Map<string, GlyphRun>();
  const space = font.layout(' ');
  const shape = (word: string): GlyphRun => {
    let run = words.get(word);
    if (!run) {
      if (words.size >= MOST_WORDS) words.clear();
      run = font.layout(word);
      words.set(word, run);
    }
    return run;
  };
  return Object.assign(Object.create(font) as Font, {
    /** pdfkit asks for a word with the space after it, if any. */
    layout(text: string, features?: unknown): GlyphRun {
      if (features !== undefined) return font.layout(text, features);
      if (text === ' ') return ownRun(space);
      return text.endsWith(' ') ? ownRun(shape(text.slice(0, -1)), space) : ownRun(shape(text));
    },
    widthOf(text: string): number {
      let width = 0;
      text.split(' ').forEach((word, index) => {
        width += (index > 0 ? space.advanceWidth : 0) + (word ? shape(word).advanceWidth : 0);
      });
      return width / font.unitsPerEm;
    },
  });
}

/** pdfkit scales the positions of a run in place, so each caller gets its own. */
function ownRun(...runs: readonly GlyphRun[]): GlyphRun {
  const positions = runs.flatMap((run) => run.positions.map((position) => ({ ...position })));
  return {
    glyphs: runs.length === 1 && runs[0] ? runs[0].glyphs : runs.flatMap(({ glyphs }) => glyphs),
    positions,
    get advanceWidth() {
      return positions.reduce((width, { xAdvance }) => width + xAdvance, 0);
    },
  };
}
