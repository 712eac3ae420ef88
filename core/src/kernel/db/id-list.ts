import type { Sql, SqlValue } from '@traliccio/sdk';

/**
 * A list of ids for `IN`: on SQLite one parameter, so that the statement is the same for every length; on MySQL the
 * numbers themselves.
 */
export function idList(
  sql: Sql,
  ids: readonly number[],
): { readonly sql: string; readonly params: SqlValue[] } {
  if (ids.some((id) => !Number.isSafeInteger(id))) throw new RangeError('not an id');
  return sql.dialect === 'sqlite'
    ? { sql: '(SELECT value FROM json_each(?))', params: [JSON.stringify(ids)] }
    : { sql: `(${ids.length > 0 ? ids.join(', ') : 'NULL'})`, params: [] };
}
