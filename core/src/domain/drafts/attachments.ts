import { Conflict, Invalid, NotFound, type Clock, type Sql, type Tx } from '@traliccio/sdk';
import type { Attachment } from '../documents/draft.ts';
import type { Actor, AuditWriter } from '../ports.ts';
import { isBasicLatin, unprintable } from '../printable.ts';
import type { DraftDetail } from './draft.schema.ts';
import { openDraft } from './open-draft.ts';

/** What may be attached, by the end of its name: the fiscal file says the format in capitals. */
const FORMATS = ['pdf', 'png', 'jpg', 'jpeg', 'txt', 'csv', 'zip'];
export const ATTACHMENT_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/plain',
  'text/csv',
  'application/zip',
  'application/octet-stream',
];
export const MOST_BYTES = 2 * 1024 * 1024;
/** The SDI takes files of 5 MB, and these become a third larger in them. */
const MOST_TOGETHER = 3 * 1024 * 1024;

export type NewAttachment = {
  readonly name: string;
  readonly description?: string;
  readonly bytes: Uint8Array;
};
type Of = { readonly id: number; readonly version: number };

/** Without their bytes. */
export const attachmentItems = (sql: Sql, draftId: number): Promise<DraftDetail['attachments']> =>
  sql.all<DraftDetail['attachments'][number]>(
    'SELECT id, name, format, description, size FROM draft_attachment WHERE draft_id = ? ORDER BY id',
    [draftId],
  );

/** As the document carries them. */
export const attachmentsOf = (sql: Sql, draftId: number): Promise<Attachment[]> =>
  sql.all<Attachment>(
    'SELECT name, format, description, bytes FROM draft_attachment WHERE draft_id = ? ORDER BY id',
    [draftId],
  );

/** Files of a draft: added and taken away one by one, and issued with it. */
export class DraftAttachments {
  readonly #audit: AuditWriter;
  readonly #clock: Clock;

  constructor(deps: { readonly audit: AuditWriter; readonly clock: Clock }) {
    this.#audit = deps.audit;
    this.#clock = deps.clock;
  }

  /** @throws NotFound, Invalid, Conflict (closed, changed meanwhile, a name that is there) */
  async add(tx: Tx, { id, version }: Of, file: NewAttachment, by: Actor): Promise<void> {
    await openDraft(tx, id, version);
    const { name, format } = checked(file);
    const before = await attachmentItems(tx, id);
    if (before.some((one) => one.name === name))
      throw new Conflict('draft.attachment_taken', `the draft has a file ${name} already`, { field: 'name' });
    const size = file.bytes.length;
    if (before.reduce((sum, one) => sum + one.size, size) > MOST_TOGETHER)
      throw new Invalid('draft.attachments_too_large', 'the files of a draft have 3 MB together at most');
    await tx.insert(
      'draft_attachment',
      ['draft_id', 'name', 'format', 'description', 'size', 'bytes'],
      [[id, name, format, file.description?.trim() || null, size, file.bytes]],
    );
    await this.#changed(tx, id, { by, action: 'draft.attach', detail: { name, size } });
  }

  /** @throws NotFound, Conflict (closed, changed meanwhile) */
  async remove(tx: Tx, { id, version }: Of, attachment: number, by: Actor): Promise<void> {
    await openDraft(tx, id, version);
    const gone = await tx.run('DELETE FROM draft_attachment WHERE id = ? AND draft_id = ?', [attachment, id]);
    if (gone === 0) throw new NotFound('draft.attachment_not_found', `draft ${id} has no file ${attachment}`);
    await this.#changed(tx, id, { by, action: 'draft.detach', detail: { attachment } });
  }

  async #changed(
    tx: Tx,
    id: number,
    { by, action, detail }: { by: Actor; action: string; detail: unknown },
  ): Promise<void> {
    await tx.run(
      'UPDATE document_draft SET version = version + 1, updated_at = ?, updated_by = ? WHERE id = ?',
      [this.#clock.now(), by.name, id],
    );
    await this.#audit.record(tx, { actor: by, action, entity: 'draft', entityId: id, detail });
  }
}

function checked({ name: given, description = '', bytes }: NewAttachment): { name: string; format: string } {
  const name = given.trim();
  const format = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!isBasicLatin(name) || /[/\\]/.test(name) || !FORMATS.includes(format))
    throw new Invalid(
      'draft.attachment_name_invalid',
      `a file has a name of plain characters that ends in ${FORMATS.map((one) => `.${one}`).join(', ')}`,
      { field: 'name' },
    );
  const unknown = unprintable(description);
  if (unknown.length > 0)
    throw new Invalid(
      'draft.description_characters',
      `the description has characters that the SDI refuses: ${unknown.join(' ')}`,
      { field: 'description' },
    );
  if (bytes.length === 0) throw new Invalid('draft.attachment_empty', 'the file is empty');
  return { name, format: format.toUpperCase() };
}
