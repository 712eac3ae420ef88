import { once } from 'node:events';
import { ZipArchive } from 'archiver';

export type PackedFile = { readonly path: string; readonly bytes: Uint8Array };

/**
 * The files as a zip, in their order and with the same date, while they are made: the next is asked for when the one
 * before has gone out.
 */
export async function* zipped(files: AsyncIterable<PackedFile>, date: Date): AsyncGenerator<Uint8Array> {
  const zip = new ZipArchive({ zlib: { level: 6 } });
  const over = new AbortController();
  // Whoever reads has the error, too; without a listener it would end the process.
  zip.on('error', () => undefined);
  void feed(zip, files, { date, signal: over.signal }).catch((error: unknown) => zip.destroy(error as Error));
  try {
    for await (const chunk of zip) yield chunk as Uint8Array;
  } finally {
    over.abort();
    zip.destroy();
  }
}

async function feed(
  zip: ZipArchive,
  files: AsyncIterable<PackedFile>,
  { date, signal }: { readonly date: Date; readonly signal: AbortSignal },
): Promise<void> {
  for await (const { path, bytes } of files) {
    const packed = once(zip, 'entry', { signal });
    zip.append(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      name: path,
      date,
      mode: 0o644,
    });
    await packed;
  }
  await zip.finalize();
}
