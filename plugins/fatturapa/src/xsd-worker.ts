import { parentPort } from 'node:worker_threads';
import { validateXsd, type XsdError } from './xsd.ts';

/** A batch of files in one buffer: file `i` is `[ends[i - 1], ends[i])`. */
export type XsdRequest = {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly ends: readonly number[];
};
/** Only the files that have errors. */
export type XsdResponse = {
  readonly id: number;
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
  parentPort?.postMessage({ id, invalid } satisfies XsdResponse, []);
});
