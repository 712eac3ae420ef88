import type { SqlRow } from '@traliccio/sdk';

/** Another record, as people know it, from the columns `<what>Id`, `<what>Code` and `<what>Name` of a row. */
export const refIn = (row: SqlRow, what: string): { id: number; code: string; name: string } => ({
  id: row[`${what}Id`] as number,
  code: row[`${what}Code`] as string,
  name: row[`${what}Name`] as string,
});

/** The same where there may be none. */
export const refOrNull = (row: SqlRow, what: string) => (row[`${what}Id`] === null ? null : refIn(row, what));

/** The columns for {@link refIn}, from a table that is joined as `alias`. */
export const refColumns = (what: string, alias: string): Record<string, string> => ({
  [`${what}Id`]: `${alias}.id`,
  [`${what}Code`]: `${alias}.code`,
  [`${what}Name`]: `${alias}.name`,
});
