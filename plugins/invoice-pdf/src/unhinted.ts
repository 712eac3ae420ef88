/**
 * A TrueType font without its hinting: the instructions by which low-resolution screens once snapped glyphs to pixels.
 * They are a third of an embedded subset, cost as much time to write, and today's readers of PDF ignore them.
 * Layouts of the tables: OpenType specification, glyf, loca, head.
 */
export function unhinted(file: Buffer): Buffer {
  const tables = readTables(file);
  for (const tag of ['cvt ', 'fpgm', 'prep', 'gasp', 'hdmx', 'LTSH', 'VDMX', 'DSIG']) tables.delete(tag);
  const [head, loca, glyf] = ['head', 'loca', 'glyf'].map((tag) => tables.get(tag));
  if (!head || !loca || !glyf) throw new Error('not a TrueType font');

  const long = head.readInt16BE(50) === 1;
  const offsets = Array.from({ length: loca.length / (long ? 4 : 2) }, (_, index) =>
    long ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2,
  );
  const glyphs = offsets
    .slice(0, -1)
    .map((start, index) => pad(bare(glyf.subarray(start, offsets[index + 1]))));
  const newLoca = Buffer.alloc(offsets.length * 4);
  let end = 0;
  glyphs.forEach((glyph, index) => newLoca.writeUInt32BE((end += glyph.length), (index + 1) * 4));
  const newHead = Buffer.from(head);
  newHead.writeInt16BE(1, 50);
  return writeTables(tables.set('glyf', Buffer.concat(glyphs)).set('loca', newLoca).set('head', newHead));
}

function bare(glyph: Buffer): Buffer {
  if (glyph.length === 0) return glyph;
  return glyph.readInt16BE(0) >= 0 ? bareOutline(glyph) : bareComposite(glyph);
}

function bareOutline(glyph: Buffer): Buffer {
  const at = 10 + glyph.readInt16BE(0) * 2;
  const instructions = glyph.readUInt16BE(at);
  return Buffer.concat([glyph.subarray(0, at), Buffer.alloc(2), glyph.subarray(at + 2 + instructions)]);
}

const [WORDS, SCALE, MORE, XY_SCALE, MATRIX, INSTRUCTIONS] = [0x1, 0x8, 0x20, 0x40, 0x80, 0x100] as const;

function bareComposite(glyph: Buffer): Buffer {
  const copy = Buffer.from(glyph);
  let at = 10;
  for (;;) {
    const flags = copy.readUInt16BE(at);
    copy.writeUInt16BE(flags & ~INSTRUCTIONS, at);
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & XY_SCALE ? 4 : flags & MATRIX ? 8 : 0);
    if (!(flags & MORE)) return copy.subarray(0, at);
  }
}

function readTables(file: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    const start = file.readUInt32BE(entry + 8);
    tables.set(
      file.toString('latin1', entry, entry + 4),
      file.subarray(start, start + file.readUInt32BE(entry + 12)),
    );
  }
  return tables;
}

/** Checksums stay zero: the font is read by us only, and its subsets get their own. */
function writeTables(tables: ReadonlyMap<string, Buffer>): Buffer {
  const header = Buffer.alloc(12 + tables.size * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tables.size, 4);
  const bodies: Buffer[] = [];
  let start = header.length;
  [...tables].forEach(([tag, body], index) => {
    const entry = 12 + index * 16;
    header.write(tag, entry, 'latin1');
    header.writeUInt32BE(start, entry + 8);
    header.writeUInt32BE(body.length, entry + 12);
    bodies.push(pad(body));
    start += pad(body).length;
  });
  return Buffer.concat([header, ...bodies]);
}

const pad = (bytes: Buffer): Buffer =>
  bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))]);
