import { Conflict, Invalid, type Clock, type Tx } from '@traliccio/sdk';
import type { Events } from '../../kernel/events/events.ts';
import type { Actor, AuditWriter } from '../ports.ts';
import { oneDocument } from './document-detail.ts';

export type ResendDeps = {
  readonly events: Pick<Events, 'emit' | 'isHeard'>;
  readonly audit: AuditWriter;
  readonly clock: Clock;
};

/**
 * Has the notice of an issued document sent to its customer again. Each request has a number of its own, from which
 * the keys of its deliveries and messages are made.
 * @returns the number: 1 for the first of the document
 * @throws NotFound, Invalid (a draft), Conflict when no plugin that is enabled sends documents
 */
export async function resendDocument(
  tx: Tx,
  { documentId, by }: { readonly documentId: number; readonly by: Actor },
  { events, audit, clock }: ResendDeps,
): Promise<number> {
  const { id, revision, kind, number, customer, total } = await oneDocument(tx, documentId);
  if (number === null)
    throw new Invalid('document.not_issued', 'a draft is not sent to anybody: issue it first', {
      field: 'document',
    });
  if (!events.isHeard('document.resend'))
    throw new Conflict(
      'document.resend_nobody',
      'no plugin that is enabled sends documents: enable one (messaging, with mail or SMS on)',
    );
  // Two at the same time come one after the other.
  if (tx.dialect === 'mysql') await tx.all('SELECT id FROM document WHERE id = ? FOR UPDATE', [id]);
  const [{ request } = { request: 1 }] = await tx.all<{ request: number }>(
    'SELECT COALESCE(MAX(request), 0) + 1 AS request FROM document_resend WHERE document_id = ?',
    [id],
  );
  await tx.insert(
    'document_resend',
    ['document_id', 'request', 'requested_at', 'requested_by'],
    [[id, request, clock.now(), by.name]],
  );
  await audit.record(tx, {
    actor: by,
    action: 'document.resent',
    entity: 'document',
    entityId: id,
    detail: { request },
  });
  await events.emit(
    tx,
    'document.resend',
    `document:${id}`,
    { documentId: id, revision, kind, customerId: customer.id, total, request },
    { effectKey: `${id}:${request}` },
  );
  return request;
}
