import type { Types } from '../kernel/db/ddl.ts';
import { index, table, type Step } from './steps.ts';

/** Months in which nothing is issued any more, and what the registers are read by. */
export const lockTables = (t: Types): Step[] => [
  table(
    t,
    'document_lock',
    `id ${t.id},
     issuer_id ${t.int} NOT NULL,
     through ${t.date} NOT NULL,
     locked_at ${t.int} NOT NULL,
     locked_by ${t.text(200)} NOT NULL,
     released_at ${t.int},
     released_by ${t.text(200)},
     reason ${t.text(200)}`,
  ),
  index(t, 'document_lock_issuer', 'document_lock (issuer_id, through)'),
  index(t, 'document_stamp_duty', 'document (stamp_duty, date)'),
  index(t, 'document_register', 'document (date, series, number, id)'),
];
