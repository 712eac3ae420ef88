/** What is counted is not counted again before so many times as long has gone by. */
const REST = 100;

/**
 * Remembers an answer for as long as it was expensive: a count over all contracts takes at most one hundredth of the
 * time, however many there are and however often it is asked for, and where it takes a moment it is never old.
 */
export function remembered<A, T>(read: (asked: A) => Promise<T>): (asked: A) => Promise<T> {
  let last: { readonly asked: A; readonly answer: Promise<T>; until: number } | undefined;
  return (asked) => {
    const since = performance.now();
    if (last && last.asked === asked && since < last.until) return last.answer;
    const one = { asked, answer: read(asked), until: Infinity };
    last = one;
    const rest = (): void => void (one.until = performance.now() + (performance.now() - since) * REST);
    one.answer.then(rest, () => (one.until = 0));
    return one.answer;
  };
}
