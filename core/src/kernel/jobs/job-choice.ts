import { isDeepStrictEqual } from 'node:util';
import { computeJobState, type JobParameters, type JobsQueryOptions, type JobsSort } from 'agenda';
import type { SqlValue } from '@traliccio/sdk';

/** What a query of Agenda's asks of columns; the rest is asked of the jobs themselves, of which there are few. */
export type Choice = {
  readonly id?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly name?: string | undefined;
  readonly names?: readonly string[] | undefined;
  readonly notNames?: readonly string[] | undefined;
  readonly data?: unknown;
};
export type Condition = { readonly sql: string; readonly params: readonly SqlValue[] };

/** Undefined when nothing is asked. */
export function conditionOf(choice: Choice): Condition | undefined {
  const parts: Condition[] = [];
  if (choice.id !== undefined) parts.push({ sql: 'id = ?', params: [choice.id] });
  else if (choice.ids?.length) parts.push(within('id IN', choice.ids));
  if (choice.name) parts.push({ sql: 'name = ?', params: [choice.name] });
  else if (choice.names?.length) parts.push(within('name IN', choice.names));
  else if (choice.notNames?.length) parts.push(within('name NOT IN', choice.notNames));
  if (parts.length === 0) return undefined;
  return { sql: parts.map((part) => part.sql).join(' AND '), params: parts.flatMap((part) => part.params) };
}

const within = (what: string, values: readonly string[]): Condition => ({
  sql: `${what} (${values.map(() => '?').join(', ')})`,
  params: values,
});

/** Whether the data is `wanted` or, where that is an object, has what it has. */
export function hasData(data: unknown, wanted: unknown): boolean {
  if (!isObject(wanted)) return isDeepStrictEqual(data, plain(wanted));
  return isObject(data) && Object.entries(wanted).every(([key, value]) => hasData(data[key], value));
}

/** Whether the job has these values at these paths: `{ 'data.customer.id': 3 }`. */
export const isUniqueMatch = (job: JobParameters, unique: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(unique).every(([path, value]) => {
    const found = path.split('.').reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), job);
    return isDeepStrictEqual(plain(found), plain(value));
  });

/** What is left of a query when its condition has been met. */
export function meets(job: JobParameters, query: JobsQueryOptions, now: Date): boolean {
  const { search, data, includeDisabled = true, state } = query;
  if (search && !job.name.toLowerCase().includes(search.toLowerCase())) return false;
  if (data !== undefined && !hasData(job.data, data)) return false;
  if (!includeDisabled && job.disabled) return false;
  if (state === undefined) return true;
  return state === 'paused' ? job.disabled === true : computeJobState(job, now) === state;
}

/** The latest first, unless it is said otherwise. */
export function inOrder<T extends JobParameters>(jobs: readonly T[], sort: JobsSort | undefined): T[] {
  const wanted = Object.entries(sort ?? {}).filter(([, direction]) => direction !== undefined);
  const order =
    wanted.length > 0
      ? wanted
      : [
          ['nextRunAt', 'desc'],
          ['lastRunAt', 'desc'],
        ];
  return [...jobs].sort((a, b) => {
    for (const [key, direction] of order as [keyof JobsSort, unknown][]) {
      const compared = compare(a[key], b[key]);
      if (compared !== 0) return direction === 'asc' ? compared : -compared;
    }
    return 0;
  });
}

/** What is missing comes before everything. */
function compare(a: unknown, b: unknown): number {
  const [x, y] = [sortable(a), sortable(b)];
  if (x === y) return 0;
  if (x === null || y === null) return x === null ? -1 : 1;
  return x < y ? -1 : 1;
}

function sortable(value: unknown): string | number | null {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'number' || typeof value === 'string') return value;
  return value === undefined || value === null ? null : JSON.stringify(value);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** As it is once it has been stored. */
const plain = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
