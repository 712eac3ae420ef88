import type { Types } from '../kernel/db/ddl.ts';
import { index, table, type Step } from './steps.ts';

/** What was said on the telephone, and what else is worth knowing the next time. Read newest first, by customer. */
export const customerNoteTables = (t: Types): Step[] => [
  table(
    t,
    'customer_note',
    `id ${t.id},
     customer_id ${t.int} NOT NULL,
     at ${t.int} NOT NULL,
     operator ${t.text(256)} NOT NULL,
     kind ${t.code(8)} NOT NULL,
     text ${t.long} NOT NULL`,
  ),
  index(t, 'customer_note_of', 'customer_note (customer_id, id)'),
  // The audit log is also read by the kind of thing alone.
  index(t, 'audit_kind', 'audit_log (entity, at)'),
];
