import { crc32, deflateSync } from 'node:zlib';

/** A small PNG, 8 by 6, with or without transparency; for tests. */
export function samplePng(channels: 3 | 4): Buffer {
  const header = Buffer.from([0, 0, 0, 8, 0, 0, 0, 6, 8, channels === 4 ? 6 : 2, 0, 0, 0]);
  const row = Buffer.from([0, ...Array.from({ length: 8 * channels }, (_, index) => (index * 37) % 256)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 6 }, () => row)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
