import { typesOf, type Types } from '../kernel/db/ddl.ts';
import type { Migration, MigrationHistory } from '../kernel/db/migrate.ts';
import { contractTables } from './tables-contracts.ts';
import { documentTables, immutability } from './tables-documents.ts';
import { kernelTables } from './tables-kernel.ts';
import { partyTables } from './tables-parties.ts';

/** Core's tables, step by step. */
export function coreHistory(): MigrationHistory {
  const parts = [kernelTables, partyTables, contractTables, documentTables, immutability];
  const sqlite = parts.flatMap((part) => part(typesOf('sqlite')));
  const mysql = parts.flatMap((part) => part(typesOf('mysql')));
  return { module: 'core', steps: sqlite.map((step, i) => named(step, mysql[i] as Step)) };
}

/** A step is named by the object that it makes. */
export type Step = { readonly name: string; readonly sql: string };
export type Part = (types: Types) => Step[];

function named(sqlite: Step, mysql: Step): Migration {
  if (sqlite.name !== mysql.name) throw new Error(`migration ${sqlite.name} has no counterpart: ${mysql.name}`);
  return { name: sqlite.name, sqlite: sqlite.sql, mysql: mysql.sql };
}

export const table = (t: Types, name: string, columns: string): Step => ({
  name: `table ${name}`,
  sql: `CREATE TABLE IF NOT EXISTS ${name} (${columns})${t.end}`,
});

/** MySQL knows no IF NOT EXISTS here; `migrate` takes an index that is there for done. */
export const index = (t: Types, name: string, on: string, unique = false): Step => ({
  name: `index ${name}`,
  sql: `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${t.dialect === 'sqlite' ? 'IF NOT EXISTS ' : ''}${name} ON ${on}`,
});
