import {
  Invalid,
  type Artifact,
  type Clock,
  type DocumentView,
  type Finding,
  type PlainDate,
  type Ref,
  type Sql,
  type Tx,
} from '@traliccio/sdk';
import type { CoreTx, Database } from '../../kernel/db/database.ts';
import { idList } from '../../kernel/db/id-list.ts';
import type { IdBlocks } from '../../kernel/db/ids.ts';
import type { Actor } from '../ports.ts';
import { documentIdOf } from './by-number.ts';
import { creditable, creditDraft, planCredit, type Creditable, type CreditRequest } from './credit.ts';
import { oneDocument } from './document-detail.ts';
import { viewOfDraft, type Draft } from './draft.ts';
import { issueDrafts, type Issued, type IssuePorts } from './issue.ts';
import { giveBack } from './rebill.ts';
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

  /** An invoice, and what of it can still be credited. @throws NotFound, Invalid */
  creditable(documentId: number): Promise<Creditable> {
    return creditable(this.#deps.database.sql, documentId);
  }

  /**
   * Credits an invoice: what is asked for of its lines, or all that is left of it. With `rebill` the recurring days of
   * a line count as not charged again, and the next run charges them anew under the history as it stands then.
   * @throws NotFound, Invalid, Conflict (more than is left)
   */
  async credit(request: CreditRequest, by: Actor): Promise<Issued> {
    const { database, clock, ids } = this.#deps;
    const today = clock.today();
    const id = await ids.reserve('document', 1);
    const contracts = await contractsOn(database.sql, request.documentId);
    return database.transaction(async (tx) => {
      await lockInvoice(tx, request.documentId, contracts);
      const invoice = await creditable(tx, request.documentId);
      const plan = planCredit(invoice, request);
      const draft = await creditDraft(tx, invoice, plan, request.reason);
      await this.#refuseErrors(tx, draft, today);
      const [issued] = await issueDrafts(this.#deps.issue, tx, [{ id, draft }], {
        date: today,
        by,
        runId: null,
      });
      const again = plan.lines.filter((one) => one.rebill).map((one) => one.line.number);
      await giveBack(tx, {
        documentId: request.documentId,
        creditNoteId: id,
        lines: again,
        isAll: again.length === invoice.lines.length,
        now: clock.now(),
        today,
      });
      await this.#deps.issue.emitCredited(tx, { documentId: request.documentId, creditNoteId: id });
      return issued as Issued;
    });
  }

  async #refuseErrors(tx: CoreTx, draft: Draft, date: PlainDate): Promise<void> {
    const view = viewOfDraft(draft, { id: 1, number: null, date, dueDate: null, revision: 0 });
    const error = (await this.#deps.check(tx, [view], date)).find((f) => f.severity === 'error');
    if (error) throw new Invalid(`document.${error.code}`, error.message, { field: error.path });
  }
}

/** Lines of an issued document never change: read before anything is locked. */
async function contractsOn(sql: Sql, documentId: number): Promise<number[]> {
  const rows = await sql.all<{ id: number }>(
    'SELECT DISTINCT contract_id AS id FROM document_line WHERE document_id = ? AND contract_id IS NOT NULL ORDER BY contract_id',
    [documentId],
  );
  return rows.map((row) => row.id);
}

/**
 * Makes those who credit the same invoice come one after the other, and a run that charges its contracts, too. In the
 * order of a run: contracts, documents, series.
 */
async function lockInvoice(tx: CoreTx, documentId: number, contracts: readonly number[]): Promise<void> {
  if (tx.dialect !== 'mysql') return;
  const list = idList(tx, contracts);
  await tx.all(`SELECT id FROM contract WHERE id IN ${list.sql} ORDER BY id FOR UPDATE`, list.params);
  await tx.all('SELECT id FROM document WHERE id = ? FOR UPDATE', [documentId]);
}
