import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import Pdf from 'pdfkit';

/** An image taken apart: the PDF objects that it becomes, last the image itself. References are by index. */
export type Logo = {
  readonly width: number;
  readonly height: number;
  readonly objects: readonly LogoObject[];
};
type LogoObject = { readonly data: Record<string, unknown>; readonly bytes: Uint8Array | null };

const MOST_BYTES = 1_000_000;
const MOST_PIXELS = 4_000_000;

/** Logos by content, taken apart once a thread: separating the transparency of a PNG costs more than an invoice. */
export class LogoCache {
  readonly #known = new Map<string, Promise<Logo | null>>();

  /** Null for what is no usable PNG or JPEG: an invoice without logo is better than no invoice. */
  read(bytes: Uint8Array): Promise<Logo | null> {
    const key = createHash('sha256').update(bytes).digest('hex');
    let logo = this.#known.get(key);
    if (!logo) {
      if (this.#known.size >= 8) this.#known.clear();
      logo = usable(bytes) ? takeApart(bytes).catch(() => null) : Promise.resolve(null);
      this.#known.set(key, logo);
    }
    return logo;
  }
}

/** What pdfkit's `image` takes in place of a file: it has a size and puts itself into the document. */
export function pdfImage({ width, height, objects }: Logo): object {
  const image = {
    label: 'I1',
    width,
    height,
    obj: undefined as PdfReference | undefined,
    embed(document: { ref(data: object): PdfReference }) {
      const refs: PdfReference[] = [];
      for (const { data, bytes } of objects) {
        const linked = Object.entries(data).map(([name, value]) => [name, link(value, refs)] as const);
        const ref = document.ref(Object.fromEntries(linked));
        ref.end(bytes ?? undefined);
        refs.push(ref);
      }
      image.obj = refs.at(-1);
    },
  };
  return image;
}

type PdfReference = { end(bytes?: Uint8Array): void };
type OpenedImage = { width: number; height: number; embed(document: object): void };

/** Lets pdfkit write the image into a document that only takes notes. */
async function takeApart(bytes: Uint8Array): Promise<Logo> {
  const opened = (
    new Pdf({ font: '', autoFirstPage: false }) as unknown as {
      openImage(src: Uint8Array): OpenedImage;
    }
  ).openImage(Buffer.from(bytes));
  const { width, height } = opened;
  const refs: Recorded[] = [];
  return new Promise((resolve) => {
    opened.embed({
      ref(data: Record<string, unknown> = {}) {
        const recorded = new Recorded(data, () => {
          if (recorded === refs[0]) resolve({ width, height, objects: inOrder(refs) });
        });
        refs.push(recorded);
        return recorded;
      },
    });
  });
}

class Recorded {
  readonly data: Record<string, unknown>;
  bytes: Uint8Array | null = null;
  readonly #ended: () => void;
  constructor(data: Record<string, unknown>, ended: () => void) {
    this.data = data;
    this.#ended = ended;
  }
  end(bytes?: Uint8Array): void {
    this.bytes = bytes ?? null;
    this.#ended();
  }
}

/** pdfkit makes the image first and what it refers to after; written down, it goes the other way round. */
function inOrder(refs: readonly Recorded[]): LogoObject[] {
  const ordered = refs.toReversed();
  return ordered.map(({ data, bytes }) => ({
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, unlink(value, ordered)])),
    bytes,
  }));
}

class Link {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
}
const unlink = (value: unknown, refs: readonly Recorded[]): unknown => {
  if (Array.isArray(value)) return value.map((one) => unlink(one, refs));
  return value instanceof Recorded ? new Link(refs.indexOf(value)) : value;
};
const link = (value: unknown, refs: readonly PdfReference[]): unknown => {
  if (Array.isArray(value)) return value.map((one) => link(one, refs));
  return value instanceof Link ? refs[value.index] : value;
};

/** pdfkit decodes PNGs in a callback, where an error would end the thread; so what it would choke on stays out. */
function usable(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > MOST_BYTES) return false;
  if (file[0] === 0xff && file[1] === 0xd8) return true;
  if (!file.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return false;
  try {
    return inflates(file);
  } catch {
    return false;
  }
}

function inflates(png: Buffer): boolean {
  const [width, height, bits, color, interlaced] = [
    png.readUInt32BE(16),
    png.readUInt32BE(20),
    png[24] ?? 0,
    png[25] ?? 0,
    png[28],
  ];
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[color];
  if (!channels || interlaced !== 0 || width * height === 0 || width * height > MOST_PIXELS) return false;
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 <= png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const expected = (Math.ceil((width * channels * bits) / 8) + 1) * height;
  return inflateSync(Buffer.concat(parts), { maxOutputLength: expected }).length === expected;
}
