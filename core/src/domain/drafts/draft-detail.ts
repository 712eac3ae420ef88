import { NotFound, type Sql, type SqlRow } from '@traliccio/sdk';
import { refColumns, refIn } from '../ref.ts';
import type { DraftState } from './draft.entity.ts';
import { attachmentItems } from './attachments.ts';
import { keptBody, type DraftDetail } from './draft.schema.ts';

/** As it stands. @throws NotFound */
export async function draftDetail(sql: Sql, id: number): Promise<DraftDetail> {
  const customer = Object.entries(refColumns('customer', 'c'))
    .map(([as, column]) => `${column} AS ${as}`)
    .join(', ');
  const [row] = await sql.all(
    `SELECT t.state, t.body, t.total, t.version, t.created_at AS createdAt, t.created_by AS createdBy,
       t.updated_at AS updatedAt, t.updated_by AS updatedBy, t.document_id AS documentId, d.number_text AS numberText, ${customer}
     FROM document_draft t JOIN customer c ON c.id = t.customer_id LEFT JOIN document d ON d.id = t.document_id WHERE t.id = ?`,
    [id],
  );
  if (!row) throw new NotFound('draft.not_found', `there is no draft ${id}`);
  return {
    ...keptBody(row['body'] as string),
    id,
    state: row['state'] as DraftState,
    customer: refIn(row, 'customer'),
    attachments: await attachmentItems(sql, id),
    total: row['total'] as number,
    document: issuedAs(row),
    version: row['version'] as number,
    createdAt: row['createdAt'] as number,
    createdBy: row['createdBy'] as string,
    updatedAt: row['updatedAt'] as number,
    updatedBy: row['updatedBy'] as string,
  };
}

/** The document that a draft became, from a row. */
export const issuedAs = (row: SqlRow): DraftDetail['document'] =>
  row['documentId'] === null
    ? null
    : { id: row['documentId'] as number, numberText: row['numberText'] as string };
