import type { Types } from '../kernel/db/ddl.ts';
import { table, type Step } from './steps.ts';

/** Documents whose notice somebody had sent again: each time has a number of its own. */
export const resendTables = (t: Types): Step[] => [
  table(
    t,
    'document_resend',
    `document_id ${t.int} NOT NULL,
     request ${t.int} NOT NULL,
     requested_at ${t.int} NOT NULL,
     requested_by ${t.text(200)} NOT NULL,
     PRIMARY KEY (document_id, request)`,
  ),
];
