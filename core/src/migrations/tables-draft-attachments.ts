import type { Types } from '../kernel/db/ddl.ts';
import { index, table, type Step } from './steps.ts';

/** Files that a document written by hand will carry. */
export const draftAttachmentTables = (t: Types): Step[] => [
  table(
    t,
    'draft_attachment',
    `id ${t.id},
     draft_id ${t.int} NOT NULL,
     name ${t.text(60)} NOT NULL,
     format ${t.code(10)} NOT NULL,
     description ${t.text(100)},
     size ${t.int} NOT NULL,
     bytes ${t.blob} NOT NULL`,
  ),
  // The fiscal file tells them apart by their names.
  index(t, 'draft_attachment_name', 'draft_attachment (draft_id, name)', true),
];
