import { type Clock, NotFound, type Sql } from '@traliccio/sdk';
import { Type, type Static } from 'typebox';
import type { CoreTx } from '../../kernel/db/database.ts';
import { defineList, PAGING } from '../../kernel/http/list.ts';
import { exactly } from '../../kernel/http/list-filters.ts';
import { Fields, Id, Instant, OneOf, type PageOf, Text } from '../../kernel/http/schemas.ts';
import type { RowOf } from '../exact.ts';
import type { Actor, AuditWriter } from '../ports.ts';
import { CustomerNoteEntity } from './customer.entity.ts';

const KINDS = ['call', 'note'] as const;
const LONGEST = 2000;

export const NoteView = Fields({
  id: Id,
  at: Instant,
  operator: Type.String({ description: 'Who wrote it' }),
  kind: OneOf(KINDS),
  text: Type.String(),
});
export const NoteInput = Fields({
  kind: OneOf(KINDS),
  text: Type.Intersect([Text(LONGEST), Type.String({ minLength: 1, pattern: '[^\\s]' })]),
});
export const NotesQuery = Fields(PAGING);

const noteList = defineList({
  name: 'customer-notes',
  table: 'customer_note',
  filters: { customer: exactly('customer_id', Id) },
  sorts: { id: [] },
  paths: [{ index: 'customer_note_of', by: ['customer_id'], sort: '-id' }],
  select: { id: 't.id', at: 't.at', operator: 't.operator', kind: 't.kind', text: 't.text' },
  item: NoteView,
});

/** What was noted of a customer, newest first. @throws NotFound */
export async function notesOf(
  sql: Sql,
  customerId: number,
  { query, clock }: { readonly query: Static<typeof NotesQuery>; readonly clock: Clock },
): Promise<PageOf<typeof NoteView>> {
  await mustBeThere(sql, customerId);
  return noteList.page(sql, { ...query, customer: customerId }, clock.today());
}

/** Notes are added and never changed; the customer itself stays as it was. */
export class CustomerNotes {
  readonly #audit: AuditWriter;
  readonly #clock: Clock;

  constructor(deps: { readonly audit: AuditWriter; readonly clock: Clock }) {
    this.#audit = deps.audit;
    this.#clock = deps.clock;
  }

  /** @throws NotFound */
  async add(
    tx: CoreTx,
    customerId: number,
    note: Static<typeof NoteInput>,
    by: Actor,
  ): Promise<Static<typeof NoteView>> {
    await mustBeThere(tx, customerId);
    const row = { at: this.#clock.now(), operator: by.name, kind: note.kind, text: note.text.trim() };
    const { id } = await insertNote(tx, { customerId, ...row });
    // The log says that there is a note, not what it says: that would stay there for ever.
    await this.#audit.record(tx, {
      actor: by,
      action: 'customer.note',
      entity: 'customer',
      entityId: customerId,
      detail: { note: id, kind: note.kind },
    });
    return { id, ...row };
  }
}

async function insertNote(
  tx: CoreTx,
  values: Omit<RowOf<typeof CustomerNoteEntity>, 'id'>,
): Promise<{ id: number }> {
  const row = tx.em.create(CustomerNoteEntity, values);
  await tx.em.persist(row).flush();
  return row;
}

async function mustBeThere(sql: Pick<Sql, 'all'>, customerId: number): Promise<void> {
  const found = await sql.all('SELECT id FROM customer WHERE id = ?', [customerId]);
  if (found.length === 0) throw new NotFound('customer.not_found', `there is no customer ${customerId}`);
}
