import { inflateRawSync } from 'node:zlib';

const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * How many bytes a ZIP unpacks to, or Infinity for more than `most` and for what is no ZIP. It is unpacked to find out:
 * what a ZIP says of itself may be a lie.
 */
export function unpackedSize(bytes: Uint8Array, most: number): number {
  try {
    return sizeOf(bytes, most);
  } catch {
    // A place outside the file, data that is broken, or more than the most.
    return Infinity;
  }
}

function sizeOf(bytes: Uint8Array, most: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) return Infinity;
  let at = view.getUint32(end + 16, true);
  let size = 0;
  for (let left = view.getUint16(end + 10, true); left > 0 && size <= most; left--) {
    if (view.getUint32(at, true) !== ENTRY) return Infinity;
    const [method, packed] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
    size += entrySize(bytes, { at: view.getUint32(at + 42, true), method, packed, most: most - size });
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size > most ? Infinity : size;
}

function entrySize(
  bytes: Uint8Array,
  entry: { readonly at: number; readonly method: number; readonly packed: number; readonly most: number },
): number {
  const { at, method, packed, most } = entry;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(at, true) !== LOCAL) return Infinity;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (method === STORED) return packed;
  if (method !== DEFLATED || packed === 0) return Infinity;
  return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(most, 1) }).length;
}
