import Pdf from 'pdfkit';
import type { Fonts } from './fonts.ts';
import { legible } from './legible.ts';
import { type Logo, pdfImage } from './logo.ts';
import { packed } from './packed.ts';

export type Style = { readonly size?: number; readonly bold?: boolean; readonly color?: string };
export type Placed = Style & {
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
};
/** Element of the document's structure, which screen readers follow. */
export type Tag = PDFKit.PDFStructureElement;

export const INK = '#1c2430';
export const FAINT = '#5c6672';
export const RULE = '#c9d1d9';
const LEADING = 1.3;

/** A4 with a cursor that moves down: what the parts of a document are drawn with. Lengths are points. */
export class Paper {
  readonly left = 45;
  readonly right = 595.28 - 45;
  readonly bottom = 841.89 - 62;
  readonly color: string;
  readonly doc: PDFKit.PDFDocument;
  readonly root: Tag;
  y = 45;
  readonly #fonts: Fonts;

  constructor(
    fonts: Fonts,
    options: { readonly color: string; readonly title: string; readonly date: Date },
  ) {
    this.color = options.color;
    this.#fonts = fonts;
    this.doc = new Pdf({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      subset: 'PDF/A-3b',
      pdfVersion: '1.7',
      tagged: true,
      lang: 'it',
      displayTitle: true,
      // The standard fonts, which it would begin with, may not be in a PDF/A.
      font: null as unknown as string,
      // pdfkit writes the title into XML as it is.
      info: {
        Title: options.title.replaceAll(/[<>&]/g, ' '),
        Producer: 'Traliccio',
        Creator: 'Traliccio',
        CreationDate: options.date,
        ModDate: options.date,
      },
    });
    this.doc.registerFont('regular', fonts.regular as unknown as string);
    this.doc.registerFont('bold', fonts.bold as unknown as string);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  get width(): number {
    return this.right - this.left;
  }

  lineHeight(size = 9): number {
    return size * LEADING;
  }

  /** Breaks text into lines of a width; a word too long for one is cut. */
  wrap(text: string, width: number, { size = 9, bold = false }: Style = {}): string[] {
    const font = bold ? this.#fonts.bold : this.#fonts.regular;
    const fits = (line: string): boolean => font.widthOf(line) * size <= width;
    const lines: string[] = [];
    let line = '';
    for (const word of legible(text, font).split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line) lines.push(line);
      line = word;
      while (line.length > 1 && !fits(line)) {
        let end = line.length - 1;
        while (end > 1 && !fits(line.slice(0, end))) end -= 1;
        lines.push(line.slice(0, end));
        line = line.slice(end);
      }
    }
    return [...lines, line];
  }

  /** Writes lines at the cursor's height, which stays where it is. Returns the height that they take. */
  write(parent: Tag, type: string, lines: readonly string[], at: Placed): number {
    let height = 0;
    this.group(parent, type, (element) => {
      height = this.inside(element, lines, at);
    });
    return height;
  }

  /** Writes lines into an element that is open. */
  inside(element: Tag, lines: readonly string[], at: Placed): number {
    const step = this.lineHeight(at.size);
    element.add(() => lines.forEach((line, index) => this.#line(line, at, this.y + index * step)));
    return lines.length * step;
  }

  /** One line outside the structure: of an {@link artifact}. */
  plain(text: string, at: Placed): void {
    const [line = ''] = this.wrap(text, at.width, at);
    this.#line(line, at, this.y);
  }

  /** Like {@link write} for text that isn't broken into lines yet. */
  text(parent: Tag, type: string, text: string, at: Placed): number {
    return this.write(parent, type, this.wrap(text, at.width, at), at);
  }

  /** Writes and moves below. */
  paragraph(parent: Tag, text: string, style: Style & { readonly type?: string } = {}): void {
    this.y += this.text(parent, style.type ?? 'P', text, { ...style, x: this.left, width: this.width });
  }

  /** A part of the structure that holds others. */
  group(parent: Tag, type: string, draw: (group: Tag) => void): void {
    const element = this.doc.struct(type);
    parent.add(element);
    draw(element);
    element.end();
  }

  /** What is only decoration, or said elsewhere. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  rule(color = RULE, from = this.left, to = this.right): void {
    this.artifact(() => this.doc.moveTo(from, this.y).lineTo(to, this.y).lineWidth(0.6).stroke(color));
  }

  box(x: number, y: number, width: number, height: number, color: string): void {
    this.artifact(() => this.doc.roundedRect(x, y, width, height, 3).fill(color));
  }

  logo(parent: Tag, logo: Logo, alt: string, fit: readonly [width: number, height: number]): number {
    const scale = Math.min(fit[0] / logo.width, fit[1] / logo.height);
    this.figure(
      parent,
      alt,
      () =>
        void this.doc.image(pdfImage(logo) as unknown as string, this.left, this.y, {
          width: logo.width * scale,
        }),
    );
    return logo.height * scale;
  }

  /** What is drawn, with words for who doesn't see it. */
  figure(parent: Tag, alt: string, draw: () => void): void {
    const figure = this.doc.struct('Figure', { alt });
    parent.add(figure);
    figure.add(draw);
    figure.end();
  }

  /** Goes to a new page when less than this is left. Returns whether it did. */
  room(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.doc.addPage();
    this.y = 45;
    return true;
  }

  async finish(): Promise<Uint8Array<ArrayBuffer>> {
    this.root.end();
    const chunks: Buffer[] = [];
    const finished = new Promise<void>((resolve, reject) => {
      this.doc
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', resolve)
        .on('error', reject);
    });
    this.doc.end();
    await finished;
    return packed(Buffer.concat(chunks));
  }

  #line(line: string, { x, width, align, size = 9, bold = false, color = INK }: Placed, y: number): void {
    const font = bold ? this.#fonts.bold : this.#fonts.regular;
    const start = align === 'right' ? x + width - font.widthOf(line) * size : x;
    this.doc
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color)
      .text(line, start, y, { lineBreak: false });
  }
}
