import { Conflict, NotFound, type Sql } from '@traliccio/sdk';
import type { DraftState } from './draft.entity.ts';
import { keptBody, type DraftBody } from './draft.schema.ts';

export type DraftRow = {
  readonly id: number;
  readonly issuerId: number;
  readonly customerId: number;
  readonly state: DraftState;
  readonly body: DraftBody;
  readonly documentId: number | null;
  readonly version: number;
};

/** A draft, held until the transaction ends: whoever else changes or issues it waits. @throws NotFound */
export async function lockedDraft(sql: Sql, id: number): Promise<DraftRow> {
  const [row] = await sql.all<Omit<DraftRow, 'body'> & { body: string }>(
    `SELECT id, issuer_id AS issuerId, customer_id AS customerId, state, body, document_id AS documentId, version
     FROM document_draft WHERE id = ?${sql.dialect === 'mysql' ? ' FOR UPDATE' : ''}`,
    [id],
  );
  if (!row) throw new NotFound('draft.not_found', `there is no draft ${id}`);
  return { ...row, body: keptBody(row.body) };
}

/** One that can still be changed. @throws NotFound, Conflict when it is closed, or no longer of this version */
export async function openDraft(sql: Sql, id: number, version?: number): Promise<DraftRow> {
  const draft = await lockedDraft(sql, id);
  refuseClosed(draft, version);
  return draft;
}

export function refuseClosed(draft: DraftRow, version = draft.version): void {
  const { id, state } = draft;
  if (state !== 'draft')
    throw new Conflict('draft.closed', `draft ${id} is ${state}: it is no longer changed or issued`);
  if (draft.version !== version)
    throw new Conflict(
      'draft.version',
      `draft ${id} was changed by somebody else (version ${draft.version}, yours ${version}): read it again`,
    );
}
