import type { SecretPlace } from './secret-errors.ts';

/** A column of sealed values, or of JSON with sealed values in it; what is sealed by a rotation is found by this list. */
export type SealedColumn = {
  readonly table: string;
  readonly column: string;
  /** The column that rows are told apart by. */
  readonly key: string;
  readonly holds: 'value' | 'json';
};

/** All of them: a column with secrets that isn't here would be lost when its key is retired. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'plugin', column: 'settings', key: 'id', holds: 'json' },
];

/** A sealed value inside JSON. No other object may have a member of this name. */
export type Sealed = {
  readonly $sealed: string;
  /** When it was set. */
  readonly at: number;
  /** Tells it from others of a list, whose places change. */
  readonly ref?: string;
};
export type Path = readonly string[];

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, '$sealed');

/** Where a sealed value inside JSON is kept. */
export const placeInJson = (
  { table, column }: Pick<SealedColumn, 'table' | 'column'>,
  row: string | number,
  path: Path,
): SecretPlace => ({ table, column: [column, ...path.map(escaped)].join('.'), row });

/** No two paths make the same name. */
const escaped = (name: string): string => encodeURIComponent(name).replaceAll('.', '%2E');

/** JSON with `change` made of each sealed value in it; the others stay. */
export function mapSealed(
  json: unknown,
  change: (sealed: Sealed, path: Path) => unknown,
  path: Path = [],
): unknown {
  if (isSealed(json)) return change(json, path);
  if (Array.isArray(json)) return json.map((one, i) => mapSealed(one, change, [...path, String(i)]));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, mapSealed(value, change, [...path, name])]),
  );
}

/** The text of a cell with `change` made of each sealed value in it. */
export function mapSealedIn(
  column: SealedColumn,
  cell: { readonly row: string | number; readonly text: string },
  change: (sealed: string, place: SecretPlace) => string,
): string {
  if (column.holds === 'value')
    return change(cell.text, { table: column.table, column: column.column, row: cell.row });
  const changed = mapSealed(JSON.parse(cell.text), (sealed, path) => ({
    ...sealed,
    $sealed: change(sealed.$sealed, placeInJson(column, cell.row, path)),
  }));
  return JSON.stringify(changed);
}

/** The text of a cell without the values that are sealed with this key; null when nothing is left. */
export function withoutKey(column: SealedColumn, text: string, id: string): string | null {
  const isOfKey = (sealed: string): boolean => sealed.startsWith(`v1:${id}:`);
  if (column.holds === 'value') return isOfKey(text) ? null : text;
  return JSON.stringify(mapSealed(JSON.parse(text), (sealed) => (isOfKey(sealed.$sealed) ? '' : sealed)));
}
