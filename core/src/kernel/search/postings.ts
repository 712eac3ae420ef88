/**
 * Ids that have a gram, kept per block of 1,024 ids as text: two signs an id, the first from one alphabet and the
 * second from another. So an id is added by appending and taken out by `REPLACE`, both without reading.
 */
const FIRST = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SECOND = 'abcdefghijklmnopqrstuvwxyz018-_9';
const BITS = 5;
export const BLOCK_BITS = 2 * BITS;

export const blockOf = (id: number): number => Math.floor(id / 2 ** BLOCK_BITS);
export const firstOfBlock = (block: number): number => block * 2 ** BLOCK_BITS;

export function tokenOf(id: number): string {
  const at = id % 2 ** BLOCK_BITS;
  return FIRST.charAt(at >> BITS) + SECOND.charAt(at & (2 ** BITS - 1));
}

/** By the code of a sign, what it stands for. */
const VALUE = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return Math.max(0, FIRST.indexOf(sign), SECOND.indexOf(sign));
});

const offsetAt = (ids: string, i: number): number =>
  ((VALUE[ids.charCodeAt(i)] as number) << BITS) | (VALUE[ids.charCodeAt(i + 1)] as number);

/** The ids of a block that a row lists, as offsets in it. */
export function offsetsOf(ids: string): number[] {
  const offsets: number[] = [];
  for (let i = 0; i + 1 < ids.length; i += 2) offsets.push(offsetAt(ids, i));
  return offsets;
}

/** Offsets that stand in all of these rows of a block, each once, in order. */
export function commonOffsets(rows: readonly string[]): number[] {
  const [shortest, ...others] = [...rows].sort((a, b) => a.length - b.length);
  let left = [...new Set(offsetsOf(shortest ?? ''))];
  for (const other of others) {
    if (left.length === 0) return left;
    const there = new Uint8Array(2 ** BLOCK_BITS);
    for (let i = 0; i + 1 < other.length; i += 2) there[offsetAt(other, i)] = 1;
    left = left.filter((offset) => there[offset] === 1);
  }
  return left.sort((a, b) => a - b);
}

/** Ids by gram, in the blocks in which they are stored. */
export class Postings {
  readonly #ids = new Map<number, Map<number, string>>();

  add(gram: number, id: number): void {
    const block = blockOf(id);
    const grams = this.#ids.get(block) ?? new Map<number, string>();
    this.#ids.set(block, grams);
    grams.set(gram, (grams.get(gram) ?? '') + tokenOf(id));
  }

  /** In the order of the key: whoever writes at the same time then waits, and is not in a deadlock. */
  *rows(): Generator<{ block: number; gram: number; ids: string }> {
    for (const block of [...this.#ids.keys()].sort((a, b) => a - b)) {
      const grams = this.#ids.get(block) as Map<number, string>;
      for (const gram of [...grams.keys()].sort((a, b) => a - b))
        yield { block, gram, ids: grams.get(gram) as string };
    }
  }
}
