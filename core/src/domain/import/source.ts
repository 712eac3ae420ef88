import { createReadStream } from 'node:fs';
import { dirname } from 'node:path';
import { Invalid } from '@traliccio/sdk';

/** Where the bytes of a file come from. It is read from the beginning each time. */
export type Source = {
  /** What messages call it. */
  readonly name: string;
  /** The folder that the files lie in which it names; null for none: then it may name none. */
  readonly folder: string | null;
  read(): AsyncIterable<Uint8Array>;
};

export const fileSource = (path: string): Source => ({
  name: path,
  folder: dirname(path),
  read: () => readFile(path),
});

/** What was sent. It names no files: they would be this machine's, and anybody's. */
export const sentSource = (bytes: Uint8Array): Source => ({
  name: 'the file',
  folder: null,
  read: () => chunksOf(bytes),
});

async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Invalid(
      'import.unreadable',
      isMissing ? `${path}: there is no such file` : `${path} can't be read: ${String(error)}`,
      { field: 'file', cause: error },
    );
  }
}

const CHUNK = 65_536;

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
