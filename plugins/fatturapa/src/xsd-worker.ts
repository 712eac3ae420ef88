import { parentPort } from 'node:worker_threads';
import { validateXsd, type XsdError } from './xsd.ts';

/** A batch of files in one buffer: file `i` is `[ends[i - 1], ends[i])`. */
export type XsdRequest = {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: readonly number[];
};
export type XsdResponse = {
  readonly id: number;
  /** The buffer, to be used again. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Only the files that have errors. */
  readonly invalid: readonly { readonly index: number; readonly errors: readonly XsdError[] }[];
};

parentPort?.on('message', ({ id, bytes, ends }: XsdRequest) => {
  const invalid: { index: number; errors: XsdError[] }[] = [];
  let start = 0;
  for (const [index, end] of ends.entries()) {
    const errors = validateXsd(bytes.subarray(start, end));
    if (errors.length > 0) invalid.push({ index, errors });
    start = end;
  }
  parentPort?.postMessage({ id, bytes, invalid } satisfies XsdResponse, [bytes.buffer]);
});
