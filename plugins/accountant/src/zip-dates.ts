/** 1 January 1980, the first day that a zip can name. */
const TIME = 0;
const DAY = 0x00_21;
const [ENTRY, DIRECTORY, END] = [0x04_03_4b_50, 0x02_01_4b_50, 0x06_05_4b_50];

/**
 * A zip whose entries all have the same date, so that the same content is the same file whenever it is made. It must
 * have no comment and be smaller than 4 GB, as office files are.
 * @throws TypeError when the bytes are no such zip
 */
export function withDate(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  const end = bytes.length - 22;
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new TypeError('not a zip without a comment');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const entry = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(at) !== DIRECTORY || bytes.readUInt32LE(entry) !== ENTRY)
      throw new TypeError('not a zip: its directory names no entry');
    for (const place of [at + 12, entry + 10]) {
      bytes.writeUInt16LE(TIME, place);
      bytes.writeUInt16LE(DAY, place + 2);
    }
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
