import {
  addDays,
  Conflict,
  type Clock,
  type DocumentView,
  type Finding,
  Invalid,
  type PlainDate,
  type Ref,
  type Tx,
} from '@traliccio/sdk';
import type { CoreTx, Database } from '../../kernel/db/database.ts';
import type { IdBlocks } from '../../kernel/db/ids.ts';
import { customerByCode } from '../customers/customer.service.ts';
import { type Draft, viewOfDraft } from '../documents/draft.ts';
import { issueDrafts, type Issued, type IssuePorts } from '../documents/issue.ts';
import { onlyIssuerId } from '../documents/lock.ts';
import { oneDocument } from '../documents/document-detail.ts';
import type { Actor, AuditWriter } from '../ports.ts';
import { refuse } from '../problem.ts';
import { type Composed, compose } from './compose.ts';
import { copyOf } from './copy.ts';
import { DraftEntity } from './draft.entity.ts';
import { attachmentsOf } from './attachments.ts';
import { type DraftRow, lockedDraft, openDraft, refuseClosed } from './open-draft.ts';
import { type DraftBody, type DraftInput, type DraftPreview, wholeBody } from './draft.schema.ts';
import { previewOf } from './preview.ts';

export type DraftDeps = {
  readonly database: Database;
  readonly ids: IdBlocks;
  readonly clock: Clock;
  readonly audit: AuditWriter;
  readonly issue: IssuePorts;
  readonly check: (
    tx: Tx,
    batch: readonly DocumentView[],
    today: PlainDate,
  ) => Promise<readonly (Finding & Ref)[]>;
  /** Enabled plugins that are not up, when nobody makes fiscal files: a number without a file can't be mended. */
  readonly fiscalPluginsMissing: () => readonly { readonly id: string; readonly reason: string }[];
};

/** Invoices that people write: kept as they are typed, and issued as those that a run makes. */
export class DraftService {
  readonly #deps: DraftDeps;

  constructor(deps: DraftDeps) {
    this.#deps = deps;
  }

  /** What a draft would be as a document of today, and what is wrong with it; nothing is kept. */
  preview(input: DraftInput): Promise<DraftPreview> {
    const today = this.#deps.clock.today();
    return this.#deps.database.transaction(async (tx) => {
      const { id: customerId } = await customerByCode(tx, input.customer);
      const written = { issuerId: await onlyIssuerId(tx), customerId, body: wholeBody(input) };
      const composed = await compose(tx, written, today);
      return previewOf(composed, today, await this.#findings(tx, composed, today));
    });
  }

  /** @throws NotFound, Invalid for what can't be computed; all else may be mended later */
  async create(tx: CoreTx, input: DraftInput, by: Actor): Promise<number> {
    const { clock, audit } = this.#deps;
    const { id: customerId } = await customerByCode(tx, input.customer);
    const body = wholeBody(input);
    const written = { issuerId: await onlyIssuerId(tx), customerId, body };
    const { total } = (await compose(tx, written, this.#deps.clock.today())).draft.totals;
    const now = clock.now();
    const draft = tx.em.create(DraftEntity, {
      ...written,
      state: 'draft',
      tipoDocumento: body.tipoDocumento,
      body: JSON.stringify(body),
      total,
      documentId: null,
      version: 1,
      createdAt: now,
      createdBy: by.name,
      updatedAt: now,
      updatedBy: by.name,
    });
    await tx.em.persist(draft).flush();
    await audit.record(tx, {
      actor: by,
      action: 'draft.create',
      entity: 'draft',
      entityId: draft.id,
      detail: { customer: input.customer, ...body },
    });
    return draft.id;
  }

  /** A new draft with what an issued invoice says. @throws NotFound, Invalid for a credit note */
  async copy(tx: CoreTx, documentId: number, by: Actor): Promise<number> {
    return this.create(tx, copyOf(await oneDocument(tx, documentId)), by);
  }

  /** Changes what is given. @throws NotFound, Invalid, Conflict when it is closed or was changed meanwhile */
  async update(
    tx: CoreTx,
    change: { readonly id: number; readonly version: number; readonly input: Partial<DraftInput> },
    by: Actor,
  ): Promise<void> {
    const { id, version, input } = change;
    const present = await openDraft(tx, id, version);
    const body = wholeBody(input, present.body);
    const customerId =
      input.customer === undefined ? present.customerId : (await customerByCode(tx, input.customer)).id;
    const { total } = (await compose(tx, { ...present, customerId, body }, this.#deps.clock.today())).draft
      .totals;
    await this.#write(tx, present, { by, state: 'draft', customerId, body, total });
    await this.#record(tx, { by, action: 'draft.update', id, detail: input });
  }

  /** A draft that comes to nothing: it is kept, marked, and no number is used. @throws NotFound, Conflict */
  async void(tx: CoreTx, id: number, by: Actor): Promise<void> {
    const present = await openDraft(tx, id);
    await this.#write(tx, present, { by, state: 'void' });
    await this.#record(tx, { by, action: 'draft.void', id });
  }

  /**
   * Makes a draft a document with a number, dated today. Whoever comes second gets the same document.
   * @throws NotFound, Conflict (void, changed meanwhile, a locked month), Invalid for what a check refuses
   */
  async issue(
    { id, version }: { readonly id: number; readonly version: number },
    by: Actor,
  ): Promise<Issued> {
    const { database, clock, ids } = this.#deps;
    const today = clock.today();
    this.#refuseWithoutFiles();
    const documentId = await ids.reserve('document', 1);
    return database.transaction(async (tx) => {
      const present = await lockedDraft(tx, id);
      if (present.documentId !== null) return issuedBefore(tx, present.documentId);
      refuseClosed(present, version);
      const attachments = await attachmentsOf(tx, id);
      const { draft, problems } = await compose(tx, { ...present, attachments }, today);
      refuse(problems);
      await this.#refuseErrors(tx, draft, today);
      const [issued] = await issueDrafts(this.#deps.issue, tx, [{ id: documentId, draft }], {
        date: today,
        by,
        runId: null,
        origin: 'manual',
      });
      const { total } = draft.totals;
      await this.#write(tx, present, { by, state: 'issued', total, documentId });
      const { numberText } = issued as Issued;
      await this.#record(tx, { by, action: 'draft.issue', id, detail: { document: documentId, numberText } });
      return issued as Issued;
    });
  }

  /** What is printed of a draft that has no number: a pro-forma invoice of today. @throws NotFound, Conflict, Invalid */
  async proForma(id: number): Promise<DocumentView> {
    const today = this.#deps.clock.today();
    return this.#deps.database.transaction(async (tx) => {
      const present = await openDraft(tx, id);
      const { draft } = await compose(tx, present, today);
      const view = viewNow(draft, today);
      const { code } = view.customer;
      return {
        ...view,
        id,
        numberText: String(id),
        payment: view.payment && { ...view.payment, reference: `Proforma ${id} ${code}` },
      };
    });
  }

  async #findings(
    tx: CoreTx,
    { draft, problems, warnings }: Composed,
    today: PlainDate,
  ): Promise<readonly Finding[]> {
    const own = problems.map(({ field: path, ...problem }): Finding => ({
      ...problem,
      path,
      severity: 'error',
    }));
    // What plugins say of a document that can't be written would only say the same in other words.
    return own.length > 0 ? own : [...(await this.#checked(tx, draft, today)), ...warnings];
  }

  async #checked(tx: CoreTx, draft: Draft, today: PlainDate): Promise<Finding[]> {
    const found = await this.#deps.check(tx, [viewNow(draft, today)], today);
    return found.map(({ code, severity, path, message }) => ({
      code: `document.${code}`,
      severity,
      path,
      message,
    }));
  }

  async #refuseErrors(tx: CoreTx, draft: Draft, today: PlainDate): Promise<void> {
    const error = (await this.#checked(tx, draft, today)).find((one) => one.severity === 'error');
    if (error) throw new Invalid(error.code, error.message, { field: error.path });
  }

  #refuseWithoutFiles(): void {
    const missing = this.#deps.fiscalPluginsMissing();
    if (missing.length > 0)
      throw new Conflict(
        'draft.plugin_not_up',
        `no plugin makes the fiscal file, and not up is: ${missing.map((one) => `${one.id} (${one.reason})`).join(', ')}. Mend it, or disable it to go on without`,
      );
  }

  async #write(
    tx: CoreTx,
    { id }: DraftRow,
    to: {
      readonly by: Actor;
      readonly state: DraftRow['state'];
      readonly customerId?: number;
      readonly body?: DraftBody;
      readonly total?: number;
      readonly documentId?: number;
    },
  ): Promise<void> {
    const columns = {
      state: to.state,
      updated_at: this.#deps.clock.now(),
      updated_by: to.by.name,
      ...(to.customerId === undefined ? {} : { customer_id: to.customerId }),
      ...(to.body ? { tipo_documento: to.body.tipoDocumento, body: JSON.stringify(to.body) } : {}),
      ...(to.total === undefined ? {} : { total: to.total }),
      ...(to.documentId === undefined ? {} : { document_id: to.documentId }),
    };
    await tx.run(
      `UPDATE document_draft SET ${Object.keys(columns)
        .map((column) => `${column} = ?`)
        .join(', ')}, version = version + 1 WHERE id = ?`,
      [...Object.values(columns), id],
    );
  }

  #record(
    tx: CoreTx,
    { by, action, id, detail }: { by: Actor; action: string; id: number; detail?: unknown },
  ): Promise<void> {
    return this.#deps.audit.record(tx, { actor: by, action, entity: 'draft', entityId: id, detail });
  }
}

const viewNow = (draft: Draft, date: PlainDate): DocumentView => {
  const dueDate = draft.payment ? addDays(date, draft.payment.days) : null;
  return viewOfDraft(draft, { id: 1, number: null, date, dueDate, revision: 0 });
};

async function issuedBefore(tx: CoreTx, documentId: number): Promise<Issued> {
  const { id, number, numberText } = await oneDocument(tx, documentId);
  return { id, number: number as number, numberText };
}
