import { Invalid, type SqlValue } from '@traliccio/sdk';
import type { Condition, Filters } from './list-filters.ts';

/** A column that a list can be in the order of. Nulls come before all else. */
export type SortColumn = {
  readonly column: string;
  /** `ascii` is a code or a date: the database compares it with nothing else. */
  readonly type: 'text' | 'ascii' | 'integer';
  readonly nullable?: true;
  /** The first of an order: rows without it are not in this order. */
  readonly needed?: true;
};
/** By name. Behind the columns comes the key of the table; a sort without any is by the key, and called `id`. */
export type Sorts = Readonly<Record<string, readonly SortColumn[]>>;

/** A way to read a list by an index without looking at more than what is shown. */
export type Path = {
  /** `PRIMARY` is the key of the table. */
  readonly index: string;
  /** The columns that the index begins with: each is fixed by a filter, or has few values. */
  readonly by?: readonly string[];
  /** What the index is in the order of, behind these; `-` when the last comes first unless asked otherwise. */
  readonly sort: string;
  /** No two rows are alike in the index's columns: the order ends with them, without the key. */
  readonly unique?: true;
  /** What `by` leaves is a handful by nature: any other filter and order may join in. */
  readonly few?: true;
};

export type Paths = {
  readonly filters: Filters;
  readonly sorts: Sorts;
  readonly paths: readonly Path[];
};

export type Range = Extract<Condition, { is: 'between' }>;

/** How a request is read. */
export type Reading = {
  readonly path: Path;
  /** Values of the columns of `by`, each combination a stretch of the index. Null is none. */
  readonly stretches: readonly (readonly (SqlValue | null)[])[];
  /** On the first column of the order: how far to go. */
  readonly range: Range | undefined;
  /** Looked at row by row. */
  readonly rest: readonly Condition[];
  readonly sort: string;
  readonly columns: readonly SortColumn[];
  readonly descending: boolean;
};

/** More stretches than these would be more work than a page is worth. */
const MOST_STRETCHES = 40;

export const sortName = (sort: string): string => sort.replace(/^-/, '');

/** Names that `sort` may have. */
export const sortNames = (paths: readonly Path[]): string[] => [
  ...new Set(paths.flatMap(({ sort }) => [sortName(sort), `-${sortName(sort)}`])),
];

/** @throws Invalid when no index serves this combination */
export function readingOf(of: Paths, conditions: readonly Condition[], wanted: string | undefined): Reading {
  const twice = conditions.find((c, i) => conditions.findIndex((other) => other.column === c.column) !== i);
  if (!twice)
    for (const path of of.paths) {
      const reading = along(of, path, { conditions, wanted });
      if (reading) return reading;
    }
  throw new Invalid(
    'list.combination',
    `these filters and this order don't go together. What goes: ${possible(of).join('; ')}`,
  );
}

function along(
  { filters, sorts }: Paths,
  path: Path,
  { conditions, wanted }: { conditions: readonly Condition[]; wanted: string | undefined },
): Reading | undefined {
  const sort = wanted ?? path.sort;
  if (!path.few && sortName(sort) !== sortName(path.sort)) return undefined;
  const columns = sorts[sortName(sort)] ?? [];
  const by = path.by ?? [];
  const choices = by.map((column) => choicesOf(filters, column, conditions));
  if (!choices.every((choice) => choice !== undefined)) return undefined;
  // What has no filter has all its values: a path of a handful is only for what was asked for.
  if (path.few && !by.every((column) => conditions.some((c) => c.column === column))) return undefined;
  const left = conditions.filter((c) => !by.includes(c.column));
  const asked = left.find((c): c is Range => c.is === 'between' && c.column === columns[0]?.column);
  const range = asked ?? (columns[0]?.needed ? anyOf(columns[0]) : undefined);
  const rest = left.filter((c) => c !== asked);
  if (rest.length > 0 && !path.few) return undefined;
  const stretches = product(choices);
  if (stretches.length > MOST_STRETCHES) return undefined;
  return { path, stretches, range, rest, sort: sortName(sort), columns, descending: sort.startsWith('-') };
}

/** All that is not null: a range has a beginning that an index can go to, which IS NOT NULL has not. */
export const anyOf = ({ column, type }: SortColumn): Range => ({
  filter: column,
  column,
  is: 'between',
  from: type === 'integer' ? Number.MIN_SAFE_INTEGER : '',
});

function choicesOf(
  filters: Filters,
  column: string,
  conditions: readonly Condition[],
): readonly (SqlValue | null)[] | undefined {
  const condition = conditions.find((c) => c.column === column);
  if (!condition) return Object.values(filters).find((f) => f.column === column && f.values)?.values;
  if (condition.is === 'one of') return condition.values;
  return condition.is === 'empty' ? [null] : undefined;
}

const product = <T>(choices: readonly (readonly T[])[]): T[][] =>
  choices.reduce<T[][]>(
    (done, choice) => done.flatMap((one) => choice.map((value) => [...one, value])),
    [[]],
  );

/** What can be asked for, in words: `kind, city sorted by name`. */
export function possible({ filters, sorts, paths }: Paths): string[] {
  const named = (column: string | undefined): string[] =>
    Object.entries(filters).flatMap(([name, f]) => (f.column === column ? [name] : []));
  return paths.map(({ by = [], sort, few }) => {
    const fixed = by.flatMap((column) => named(column).join(' or ') || []);
    if (few) return `${fixed.join(' with ')} with anything`;
    const range = named(sorts[sortName(sort)]?.[0]?.column).filter((name) =>
      filters[name]?.ops.includes('gte'),
    );
    return `${[...fixed, ...range].join(', ') || 'no filter'} sorted by ${sortName(sort)}`;
  });
}
