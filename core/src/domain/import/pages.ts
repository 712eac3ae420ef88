/** Cuts a stream into lists of at most `size`. */
export async function* pages<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let page: T[] = [];
  for await (const one of source) {
    page.push(one);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Puts neighbours with the same key together; those without a key stay alone. */
export async function* neighbours<T>(
  source: AsyncIterable<T>,
  keyOf: (one: T) => string | null,
): AsyncGenerator<T[]> {
  let group: T[] = [];
  let key: string | null = null;
  for await (const one of source) {
    const next = keyOf(one);
    if (group.length > 0 && (next === null || next !== key)) {
      yield group;
      group = [];
    }
    group.push(one);
    key = next;
  }
  if (group.length > 0) yield group;
}
