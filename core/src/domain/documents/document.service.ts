import {
  Invalid,
  type Artifact,
  type Clock,
  type DocumentView,
  type Finding,
  type PlainDate,
  type Ref,
  type Tx,
} from '@traliccio/sdk';
import type { CoreTx, Database } from '../../kernel/db/database.ts';
import type { IdBlocks } from '../../kernel/db/ids.ts';
import type { Actor } from '../ports.ts';
import { documentIdOf } from './by-number.ts';
import { wholeCreditNote } from './credit.ts';
import { oneDocument } from './document-detail.ts';
import { viewOfDraft, type Draft } from './draft.ts';
import { issueDrafts, type Issued, type IssuePorts } from './issue.ts';
import { documentArtifacts, documentViews } from './views.ts';

export type DocumentDeps = {
  readonly database: Database;
  readonly ids: IdBlocks;
  readonly clock: Clock;
  readonly issue: IssuePorts;
  readonly check: (
    tx: Tx,
    batch: readonly DocumentView[],
    today: PlainDate,
  ) => Promise<readonly (Finding & Ref)[]>;
};

export type ListedDocument = {
  readonly id: number;
  readonly numberText: string;
  readonly kind: string;
  readonly tipoDocumento: string;
  readonly date: PlainDate;
  readonly dueDate: PlainDate | null;
  readonly customer: string;
  readonly customerName: string;
  readonly total: number;
  readonly origin: string;
};
export type DocumentFilter = {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly series?: string;
  readonly customer?: string;
  readonly after?: number;
  readonly limit?: number;
};

/** Issued documents: found, shown, explained, credited. */
export class DocumentService {
  readonly #deps: DocumentDeps;

  constructor(deps: DocumentDeps) {
    this.#deps = deps;
  }

  /** By id, oldest first; `after` goes on behind the last id of the page before. */
  async list(filter: DocumentFilter = {}): Promise<ListedDocument[]> {
    const where = ['d.id > ?'];
    const params: (string | number)[] = [filter.after ?? 0];
    const add = (sql: string, value: string | undefined): unknown =>
      value !== undefined && where.push(sql) && params.push(value);
    add('d.date >= ?', filter.from);
    add('d.date <= ?', filter.to);
    add('d.series = ?', filter.series);
    add('c.code = ?', filter.customer);
    return this.#deps.database.sql.all<ListedDocument>(
      `SELECT d.id AS id, d.number_text AS numberText, d.kind AS kind, d.tipo_documento AS tipoDocumento, d.date AS date, d.due_date AS dueDate,
         c.code AS customer, c.name AS customerName, d.total AS total, d.origin AS origin
       FROM document d JOIN customer c ON c.id = d.customer_id WHERE ${where.join(' AND ')} ORDER BY d.id LIMIT ${filter.limit ?? 200}`,
      params,
    );
  }

  /** @throws NotFound */
  get(id: number): Promise<DocumentView> {
    return oneDocument(this.#deps.database.sql, id);
  }

  /** By number (`12/A`, `12/A/2026`) or id. @throws NotFound, Invalid when several years have the number */
  async find(reference: string): Promise<DocumentView> {
    return this.get(await documentIdOf(this.#deps.database.sql, reference));
  }

  views(ids: readonly number[]): Promise<DocumentView[]> {
    return documentViews(this.#deps.database.sql, ids);
  }

  artifacts(id: number): Promise<Artifact[]> {
    return documentArtifacts(this.#deps.database.sql, id);
  }

  /**
   * Credits an invoice as a whole. With `rebill` its recurring days count as not charged again, and the next run
   * charges them anew under the history as it stands then.
   */
  async credit(request: { documentId: number; reason: string; rebill: boolean }, by: Actor): Promise<Issued> {
    const { database, clock, ids } = this.#deps;
    const today = clock.today();
    const id = await ids.reserve('document', 1);
    return database.transaction(async (tx) => {
      const draft = await wholeCreditNote(tx, request);
      await this.#refuseErrors(tx, draft, today);
      const [issued] = await issueDrafts(this.#deps.issue, tx, [{ id, draft }], {
        date: today,
        by,
        runId: null,
      });
      if (request.rebill) await this.#giveBack(tx, { documentId: request.documentId, creditNoteId: id });
      await this.#deps.issue.emitCredited(tx, { documentId: request.documentId, creditNoteId: id });
      return issued as Issued;
    });
  }

  async #refuseErrors(tx: CoreTx, draft: Draft, date: PlainDate): Promise<void> {
    const view = viewOfDraft(draft, { id: 1, number: null, date, dueDate: null, revision: 0 });
    const error = (await this.#deps.check(tx, [view], date)).find((f) => f.severity === 'error');
    if (error) throw new Invalid(`document.${error.code}`, error.message, { field: error.path });
  }

  /** Takes back what the credited lines charged, entry by entry, and lets the next run look at those days. */
  async #giveBack(
    tx: CoreTx,
    { documentId, creditNoteId }: { documentId: number; creditNoteId: number },
  ): Promise<void> {
    const now = this.#deps.clock.now();
    const charges = await tx.all<{
      id: number;
      contract_id: number;
      item_version_id: number;
      grid_start: PlainDate;
    }>(
      "SELECT id, contract_id, item_version_id, grid_start FROM charge WHERE document_id = ? AND kind = 'recurring' ORDER BY id",
      [documentId],
    );
    for (const charge of charges) {
      const [count] = await tx.all<{ n: number }>(
        'SELECT COUNT(*) AS n FROM charge WHERE item_version_id = ? AND grid_start = ?',
        [charge.item_version_id, charge.grid_start],
      );
      const revision = count?.n ?? 0;
      await tx.run(
        `INSERT INTO charge (charge_key, contract_id, payer_id, kind, item_version_id, grid_start, grid_end, revision, source, description, period_from, period_to, days, quantity,
           unit_price_e8, amount, vat_included, vat_rate, natura, vat_reference, explanation, document_id, line_number, run_id, created_at)
         SELECT ?, contract_id, payer_id, kind, item_version_id, grid_start, grid_end, ?, 'credit', description, period_from, period_to, -days, quantity,
           unit_price_e8, -amount, vat_included, vat_rate, natura, vat_reference, ?, ?, line_number, NULL, ? FROM charge WHERE id = ?`,
        [
          `rec:${charge.item_version_id}:${charge.grid_start}:${revision}`,
          revision,
          JSON.stringify({ rule: 'credit', charge: charge.id }),
          creditNoteId,
          now,
          charge.id,
        ],
      );
      await tx.run(
        `UPDATE contract SET settled_to = CASE WHEN settled_to IS NULL OR settled_to < ? THEN settled_to ELSE ? END,
           next_due = CASE WHEN next_due IS NULL OR next_due > ? THEN ? ELSE next_due END, version = version + 1 WHERE id = ?`,
        [charge.grid_start, charge.grid_start, charge.grid_start, charge.grid_start, charge.contract_id],
      );
    }
  }
}
