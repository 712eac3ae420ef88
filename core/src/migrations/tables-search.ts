import type { Types } from '../kernel/db/ddl.ts';
import { table, type Step } from './steps.ts';

/**
 * What people look for. `search_entry` has the words of each thing; `search_gram` says, for each block of ids, which
 * of them have a sequence of three signs: see kernel/search.
 */
export const searchTables = (t: Types): Step[] => [
  clustered(
    t,
    'search_entry',
    `kind ${t.small} NOT NULL,
     entity_id ${t.int} NOT NULL,
     words ${t.text(2001)} NOT NULL,
     PRIMARY KEY (kind, entity_id)`,
  ),
  clustered(
    t,
    'search_gram',
    `kind ${t.small} NOT NULL,
     block ${t.small} NOT NULL,
     gram ${t.small} NOT NULL,
     ids ${t.long} NOT NULL,
     PRIMARY KEY (kind, block, gram)`,
  ),
];

/** The rows lie in the order of the primary key, as they do on MySQL anyway. */
function clustered(t: Types, name: string, columns: string): Step {
  const step = table(t, name, columns);
  return t.dialect === 'sqlite' ? { ...step, sql: `${step.sql} WITHOUT ROWID` } : step;
}
