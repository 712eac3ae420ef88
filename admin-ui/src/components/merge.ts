export type Side = 'mine' | 'theirs';

/** A field that two people changed from what both had read. */
export type Collision = {
  readonly field: string;
  readonly label: string;
  readonly original: string;
  readonly theirs: string;
  readonly mine: string;
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields that both changed, each otherwise, and what is typed with their other changes in it. */
export function threeWay<T extends object>(
  original: T,
  theirs: T,
  mine: T,
): { readonly both: (keyof T & string)[]; readonly merged: T } {
  const names = Object.keys(mine) as (keyof T & string)[];
  const theirOwn = names.filter((name) => !same(original[name], theirs[name]));
  const both = theirOwn.filter(
    (name) => !same(original[name], mine[name]) && !same(theirs[name], mine[name]),
  );
  const taken = theirOwn.filter((name) => !both.includes(name)).map((name) => [name, theirs[name]]);
  return { both, merged: { ...mine, ...(Object.fromEntries(taken) as Partial<T>) } };
}
