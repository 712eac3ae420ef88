import type { Types } from '../kernel/db/ddl.ts';
import { table, type Step } from './steps.ts';

/** What previews of billing runs found, until they are made anew. */
export const previewTables = (t: Types): Step[] => [
  table(
    t,
    'preview_entry',
    `run_id ${t.int} NOT NULL,
     kind ${t.code(8)} NOT NULL,
     number ${t.int} NOT NULL,
     content ${t.long} NOT NULL,
     PRIMARY KEY (run_id, kind, number)`,
  ),
];
