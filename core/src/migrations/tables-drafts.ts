import type { Types } from '../kernel/db/ddl.ts';
import { index, table, type Step } from './steps.ts';

/** Documents that people write by hand, before they have a number. */
export const draftTables = (t: Types): Step[] => [
  table(
    t,
    'document_draft',
    `id ${t.id},
     issuer_id ${t.int} NOT NULL,
     customer_id ${t.int} NOT NULL,
     state ${t.code(8)} NOT NULL,
     tipo_documento ${t.code(4)} NOT NULL,
     body ${t.long} NOT NULL,
     total ${t.int} NOT NULL,
     document_id ${t.int},
     version ${t.int} NOT NULL,
     created_at ${t.int} NOT NULL,
     created_by ${t.text(256)} NOT NULL,
     updated_at ${t.int} NOT NULL,
     updated_by ${t.text(256)} NOT NULL`,
  ),
  // A draft becomes one document, and a document comes from one draft.
  index(t, 'document_draft_document', 'document_draft (document_id)', true),
  index(t, 'document_draft_state', 'document_draft (state, updated_at)'),
  index(t, 'document_draft_customer', 'document_draft (customer_id)'),
];
