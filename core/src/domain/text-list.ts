import type { Sql, SqlValue } from '@traliccio/sdk';

/** A list of texts for `IN`: on SQLite one parameter, so that the statement is the same for every length. */
export const textList = (sql: Sql, texts: readonly string[]): string =>
  sql.dialect === 'sqlite' ? '(SELECT value FROM json_each(?))' : `(${texts.map(() => '?').join(', ')})`;
export const textParams = (sql: Sql, texts: readonly string[]): SqlValue[] =>
  sql.dialect === 'sqlite' ? [JSON.stringify(texts)] : [...texts];
