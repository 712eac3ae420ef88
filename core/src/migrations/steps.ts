import type { Types } from '../kernel/db/ddl.ts';

/** A step is named by the object that it makes. */
export type Step = { readonly name: string; readonly sql: string };
export type Part = (types: Types) => Step[];

export const table = (t: Types, name: string, columns: string): Step => ({
  name: `table ${name}`,
  sql: `CREATE TABLE IF NOT EXISTS ${name} (${columns})${t.end}`,
});

/** MySQL knows no IF NOT EXISTS here; `migrate` takes an index that is there for done. */
export const index = (t: Types, name: string, on: string, unique = false): Step => ({
  name: `index ${name}`,
  sql: `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${t.dialect === 'sqlite' ? 'IF NOT EXISTS ' : ''}${name} ON ${on}`,
});

/** A trigger that refuses what would change a row that must stay as it is. */
export function refuse(
  t: Types,
  name: string,
  action: 'UPDATE' | 'DELETE',
  when: string,
  message: string,
): Step {
  const trigger = `${name}_no_${action.toLowerCase()}`;
  return {
    name: `trigger ${trigger}`,
    sql:
      t.dialect === 'sqlite'
        ? `CREATE TRIGGER IF NOT EXISTS ${trigger} BEFORE ${action} ON ${name} WHEN ${when} BEGIN SELECT RAISE(ABORT, '${message}'); END`
        : `CREATE TRIGGER IF NOT EXISTS ${trigger} BEFORE ${action} ON ${name} FOR EACH ROW BEGIN IF ${when} THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${message}'; END IF; END`,
  };
}

/** Neither database knows IF NOT EXISTS everywhere; `migrate` takes a column that is there for done. */
export const column = (of: string, name: string, type: string): Step => ({
  name: `column ${of}.${name}`,
  sql: `ALTER TABLE ${of} ADD COLUMN ${name} ${type}`,
});
