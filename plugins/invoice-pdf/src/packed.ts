import { deflateSync } from 'node:zlib';

/**
 * A PDF as pdfkit writes it, with the objects that are no streams packed into one (an object stream, PDF 1.7, 7.5.7) and
 * a packed table of where everything is. Each cell of a tagged table is an object of its own: a third of a short
 * invoice, and most of a long one.
 */
export function packed(pdf: Buffer): Uint8Array<ArrayBuffer> {
  const { head, objects, trailer } = taken(pdf);
  const streams = objects.filter(({ isStream }) => isStream);
  const plain = objects.filter(({ isStream }) => !isStream);
  const container = objects.length + 1;
  const places = new Map<number, Place>([[0, [0, 0, 0xffff]]]);
  const parts: Buffer[] = [head];
  let end = head.length;
  const write = (id: number, bytes: Buffer): void => {
    places.set(id, [1, end, 0]);
    parts.push(bytes);
    end += bytes.length;
  };
  for (const { id, bytes } of streams) write(id, bytes);
  plain.forEach(({ id }, index) => places.set(id, [2, container, index]));
  write(container, objectStream(container, plain));
  const start = end;
  // It is one of the objects that it lists.
  places.set(container + 1, [1, start, 0]);
  parts.push(crossReference(container + 1, places, trailer));
  parts.push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  // Its own memory, so that it can be handed to another thread.
  return new Uint8Array(Buffer.concat(parts));
}

type PdfObject = { readonly id: number; readonly bytes: Buffer; readonly isStream: boolean };
/** Free, at an offset, or in an object stream. */
type Place = readonly [type: 0 | 1 | 2, where: number, index: number];
const WIDTHS = [1, 3, 2] as const;

function taken(pdf: Buffer): { head: Buffer; objects: PdfObject[]; trailer: string } {
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1', pdf.length - 64));
  const start = Number(end?.[1]);
  const table = pdf.toString('latin1', start);
  const offsets = [...table.matchAll(/^(\d{10}) 00000 n/gm)].map((entry) => Number(entry[1]));
  const [, size, trailer] = /trailer\s*<<\s*\/Size (\d+)\s([^]*)>>\s*startxref/.exec(table) ?? [];
  if (trailer === undefined || Number(size) !== offsets.length + 1)
    throw new Error('not a PDF with a plain table of objects');
  const bounds = [...offsets, start].toSorted((a, b) => a - b);
  const next = new Map(bounds.map((offset, index) => [offset, bounds[index + 1] ?? start]));
  const objects = offsets.map((offset, index) => {
    const bytes = pdf.subarray(offset, next.get(offset));
    return {
      id: index + 1,
      bytes,
      isStream: bytes.toString('latin1', bytes.length - 20).includes('endstream'),
    };
  });
  return { head: pdf.subarray(0, bounds[0]), objects, trailer };
}

function objectStream(id: number, objects: readonly PdfObject[]): Buffer {
  let directory = '';
  let bodies = '';
  for (const object of objects) {
    directory += `${object.id} ${bodies.length} `;
    bodies += `${bodyOf(object)}\n`;
  }
  return stream(
    id,
    `/Type /ObjStm /N ${objects.length} /First ${directory.length}`,
    Buffer.from(directory + bodies, 'latin1'),
  );
}

function bodyOf({ bytes }: PdfObject): string {
  return bytes
    .toString('latin1')
    .replace(/^\d+ 0 obj\s*/, '')
    .replace(/\s*endobj\s*$/, '');
}

/** Each entry as what it differs by from the one above (PNG predictor 12), which is mostly the same. */
function crossReference(id: number, places: ReadonlyMap<number, Place>, trailer: string): Buffer {
  const width = 1 + WIDTHS.reduce((sum, one) => sum + one, 0);
  const rows = Buffer.alloc(places.size * width);
  let above = Buffer.alloc(width - 1);
  for (let row = 0; row < places.size; row += 1) {
    const [type, where, index] = places.get(row) as Place;
    const entry = Buffer.alloc(width - 1);
    entry.writeUIntBE(type, 0, WIDTHS[0]);
    entry.writeUIntBE(where, 1, WIDTHS[1]);
    entry.writeUIntBE(index, 4, WIDTHS[2]);
    rows[row * width] = 2;
    entry.forEach((byte, at) => (rows[row * width + 1 + at] = byte - (above[at] as number)));
    above = entry;
  }
  const parameters = `/DecodeParms << /Predictor 12 /Columns ${width - 1} >>`;
  return stream(
    id,
    `/Type /XRef /Size ${places.size} /W [${WIDTHS.join(' ')}] ${parameters} ${trailer.trim()}`,
    rows,
  );
}

function stream(id: number, entries: string, bytes: Buffer): Buffer {
  const deflated = deflateSync(bytes);
  return Buffer.concat([
    Buffer.from(
      `${id} 0 obj\n<< ${entries} /Filter /FlateDecode /Length ${deflated.length} >>\nstream\n`,
      'latin1',
    ),
    deflated,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}
