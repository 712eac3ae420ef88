import type { Types } from '../kernel/db/ddl.ts';
import { table, type Step } from './steps.ts';

/** The master keys that were used (never the keys themselves), and core's own settings. */
export const secretTables = (t: Types): Step[] => [
  table(
    t,
    'secret_key',
    `id ${t.code(40)} NOT NULL PRIMARY KEY,
     kcv ${t.code(64)} NOT NULL,
     created_at ${t.int} NOT NULL,
     retired_at ${t.int}`,
  ),
  table(
    t,
    'setting',
    `name ${t.code(80)} NOT NULL PRIMARY KEY,
     value ${t.long} NOT NULL,
     version ${t.int} NOT NULL,
     updated_at ${t.int} NOT NULL,
     updated_by ${t.text(120)} NOT NULL`,
  ),
];
