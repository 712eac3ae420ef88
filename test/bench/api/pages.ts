import { contractList } from '@traliccio/core/src/domain/contracts/contract.list.ts';
import { customerList } from '@traliccio/core/src/domain/customers/customer.list.ts';
import { documentList } from '@traliccio/core/src/domain/documents/document.list.ts';
import type { AnyList } from '@traliccio/core/src/kernel/http/list.ts';
import { sortName, type Path } from '@traliccio/core/src/kernel/http/list-paths.ts';
import type { Target } from './load.ts';

/** Addresses of one kind: a list by one index, in one direction, at its beginning or further down. */
export type Kind = { readonly name: string; readonly paths: readonly string[] };
/** By table, to take values from. */
export type SampleRows = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
export type Ask = (path: string) => Promise<{ readonly next: string | null }>;

/** Asks a server as an operator does. */
export const asker =
  ({ url, token }: Target): Ask =>
  async (path) => {
    const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as { next: string | null };
  };

const LISTS: Readonly<Record<string, AnyList>> = {
  customers: customerList,
  contracts: contractList,
  documents: documentList,
};

/** How far down: so many pages of so many rows, and the address of every fifth page from there on. */
const DEEP = { from: 40, pages: 40, every: 5, limit: 200 };

/** Every way in which these lists can be read, as the lists themselves declare them. */
export async function pageKinds(rows: SampleRows, ask: Ask): Promise<Kind[]> {
  const kinds: Kind[] = [];
  for (const [name, list] of Object.entries(LISTS))
    for (const path of list.definition.paths) {
      const filters = filtersOf(list, path, rows[list.definition.table] ?? {});
      if (!filters) continue;
      const sorts = path.few ? [path.sort] : [sortName(path.sort), `-${sortName(path.sort)}`];
      for (const sort of sorts) {
        const query = new URLSearchParams({ ...filters, sort });
        const address = `/api/${name}?${query.toString()}`;
        const kind = `${name} by ${[...Object.keys(filters), sort].join(', ')}`;
        kinds.push({ name: kind, paths: [address] });
        const cursors = path.few ? [] : await deepCursors(address, ask);
        if (cursors.length > 0)
          kinds.push({
            name: `${kind}, deep`,
            paths: cursors.map((cursor) => `${address}&cursor=${cursor}`),
          });
      }
    }
  return kinds;
}

/** What the index begins with, from a row; undefined when the row has nothing there. */
function filtersOf(
  { definition }: AnyList,
  { by = [] }: Path,
  row: Readonly<Record<string, unknown>>,
): Record<string, string> | undefined {
  const filters: Record<string, string> = {};
  for (const column of by) {
    const found = Object.entries(definition.filters).find(
      ([, f]) => f.column === column && f.ops.includes('eq'),
    );
    const value = row[column];
    if (!found || value === null || value === undefined) return undefined;
    filters[found[0]] = String(value as string | number);
  }
  return filters;
}

/** Where pages far from the beginning begin; fewer, and nearer, when the list is short. */
export async function deepCursors(address: string, ask: Ask): Promise<string[]> {
  const all: string[] = [];
  for (let page = 0, cursor = ''; page < DEEP.from + DEEP.pages; page++) {
    const { next } = await ask(`${address}&limit=${DEEP.limit}${cursor && `&cursor=${cursor}`}`);
    if (next === null) break;
    all.push((cursor = next));
  }
  const deep = all.slice(Math.min(DEEP.from, all.length >> 1));
  return deep.filter((_, i) => i % DEEP.every === 0);
}
