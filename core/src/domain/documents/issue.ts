import {
  addDays,
  yearOf,
  type Artifact,
  type Clock,
  type DocumentView,
  type EventMap,
  type PlainDate,
  type Ref,
  type SqlValue,
  type Tx,
} from '@traliccio/sdk';
import type { AuditEntry } from '../../kernel/audit/audit.ts';
import type { Actor } from '../ports.ts';
import { chainHash, DOCUMENT_CONTENT, LINE_CONTENT, VAT_CONTENT } from './chain.ts';
import { attachedFiles } from './attachments.ts';
import { contractCodesOf, numberText, viewOfDraft, type Draft } from './draft.ts';
import { refuseLocked } from './lock.ts';
import { pack, sha256, type Packed } from './packing.ts';
import { advanceChain, takeNumbers, type SeriesKey } from './series.ts';
import { keepSnapshots } from './snapshots.ts';
import { countTurnover } from './turnover.ts';

/** What issuing needs of others. */
export interface IssuePorts {
  /** The bytes that plugins keep with documents (`document.artifacts`). */
  artifacts(
    tx: Tx,
    documents: readonly DocumentView[],
    today: PlainDate,
  ): Promise<readonly (Artifact & Ref)[]>;
  emitIssued(
    tx: Tx,
    items: readonly { documentId: number; data: EventMap['document.issued'] }[],
  ): Promise<void>;
  /** Puts the documents onto their customers' accounts. */
  post(tx: Tx, documents: readonly DocumentView[], date: PlainDate): Promise<void>;
  emitCredited(tx: Tx, data: EventMap['document.credited']): Promise<void>;
  audit(tx: Tx, entries: readonly AuditEntry[]): Promise<void>;
  readonly clock: Clock;
}

export type ToIssue = { readonly id: number; readonly draft: Draft };
export type Issued = { readonly id: number; readonly number: number; readonly numberText: string };
export type IssueOptions = {
  readonly date: PlainDate;
  readonly by: Actor;
  readonly runId: number | null;
  /** What made them: contracts (as when not given), or somebody who wrote them. */
  readonly origin?: 'billing' | 'manual';
};

/** What the chain vouches for, and what it doesn't need to. */
const DOCUMENT = [
  'id',
  'origin',
  'state',
  'run_id',
  'chain_index',
  'chain_hash',
  'created_at',
  'issued_at',
  ...DOCUMENT_CONTENT,
];
const LINE = ['document_id', 'contract_id', ...LINE_CONTENT];
const VAT = ['document_id', ...VAT_CONTENT];

/**
 * Gives drafts their numbers and writes them for ever: documents, lines, VAT, artifacts, chain, audit and events, all
 * in the caller's transaction and by multi-row statements. Nothing may be refused from here on for what a document
 * says: that is what `document.check` was asked before.
 */
export async function issueDrafts(
  ports: IssuePorts,
  tx: Tx,
  documents: readonly ToIssue[],
  options: IssueOptions,
): Promise<Issued[]> {
  if (documents.length === 0) return [];
  const views = await numberAll(tx, documents, options.date);
  const artifacts = packAll([
    ...(await ports.artifacts(
      tx,
      views.map((v) => v.view),
      options.date,
    )),
    ...views.flatMap(({ view, draft }) => attachedFiles(draft).map((file) => ({ ...file, ref: view.id }))),
  ]);
  const rows = new Rows(ports.clock.now(), options);
  for (const group of bySeries(views)) {
    let { chainHead: hash, chainLength: length } = group.taken;
    for (const { view, draft } of group.items) {
      hash = rows.add(view, draft, { hash, index: ++length, artifacts: artifacts.get(view.id) ?? [] });
    }
    await advanceChain(tx, group.key, { length, hash });
  }
  await keepSnapshots(tx, rows.snapshots);
  await rows.write(tx);
  await countTurnover(
    tx,
    views.map(({ view }) => ({ ...view, vat: view.vatTotal })),
  );
  await ports.emitIssued(
    tx,
    views.map(({ view }) => ({ documentId: view.id, data: issuedEvent(view) })),
  );
  await ports.post(
    tx,
    views.map(({ view }) => view),
    options.date,
  );
  await ports.audit(
    tx,
    views.map(({ view }) => ({
      actor: options.by,
      action: 'document.issued',
      entity: 'document',
      entityId: view.id,
      detail: { number: view.numberText, date: view.date, total: view.total, customer: view.customer.code },
    })),
  );
  return views.map(({ view }) => ({
    id: view.id,
    number: view.number as number,
    numberText: view.numberText,
  }));
}

type Group = { readonly key: SeriesKey; readonly items: ToIssue[] };
type NumberedGroup = {
  readonly key: SeriesKey;
  readonly taken: { chainHead: string; chainLength: number };
  readonly items: { view: DocumentView; draft: Draft }[];
};
type NumberedView = { readonly view: DocumentView; readonly draft: Draft; readonly group: NumberedGroup };

/** Series are locked in one order everywhere, so that two runs wait for each other instead of dying. */
async function numberAll(tx: Tx, documents: readonly ToIssue[], date: PlainDate): Promise<NumberedView[]> {
  const groups = new Map<string, Group>();
  for (const item of documents) {
    const key = { issuerId: item.draft.issuer.id, code: item.draft.series, year: yearOf(date) };
    const name = `${String(key.issuerId).padStart(12)}/${key.code}`;
    const group = groups.get(name) ?? { key, items: [] };
    group.items.push(item);
    groups.set(name, group);
  }
  const views: NumberedView[] = [];
  for (const [, group] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const taken = await takeNumbers(tx, group.key, { count: group.items.length, date });
    // Once the series is held: who locks a month waits for it.
    await refuseLocked(tx, group.key.issuerId, date);
    const numbered: NumberedGroup = { key: group.key, taken, items: [] };
    group.items.forEach(({ id, draft }, i) => {
      const dueDate = draft.payment ? addDays(date, draft.payment.days) : null;
      const view = viewOfDraft(draft, { id, number: taken.first + i, date, dueDate, revision: 0 });
      numbered.items.push({ view, draft });
      views.push({ view, draft, group: numbered });
    });
  }
  return views;
}

const bySeries = (views: readonly NumberedView[]): Set<NumberedGroup> => new Set(views.map((v) => v.group));

type PackedArtifact = Packed & {
  readonly kind: string;
  readonly fileName: string;
  readonly mediaType: string;
};

function packAll(artifacts: readonly (Artifact & Ref)[]): Map<number, PackedArtifact[]> {
  const packed = new Map<number, PackedArtifact[]>();
  for (const { ref, kind, fileName, mediaType, bytes } of artifacts) {
    const list = packed.get(ref) ?? [];
    list.push({ kind, fileName, mediaType, ...pack(kind, bytes) });
    packed.set(ref, list);
  }
  return packed;
}

const issuedEvent = (view: DocumentView): EventMap['document.issued'] => ({
  documentId: view.id,
  revision: view.revision,
  kind: view.kind,
  customerId: view.customer.id,
  total: view.total,
});

/** The rows of many documents, gathered and written at once. */
class Rows {
  readonly snapshots: string[] = [];
  readonly #documents: SqlValue[][] = [];
  readonly #lines: SqlValue[][] = [];
  readonly #vat: SqlValue[][] = [];
  readonly #artifacts: SqlValue[][] = [];
  readonly #issuers = new Map<unknown, { content: string; key: string }>();
  readonly #now: number;
  readonly #runId: number | null;
  readonly #origin: string;

  constructor(now: number, { runId, origin = 'billing' }: IssueOptions) {
    this.#now = now;
    this.#runId = runId;
    this.#origin = origin;
  }

  /** Adds a document and returns its link of the chain. */
  add(
    view: DocumentView,
    draft: Draft,
    at: { hash: string; index: number; artifacts: readonly PackedArtifact[] },
  ): string {
    const document: SqlValue[] = [
      view.issuer.id,
      view.customer.id,
      view.kind,
      view.tipoDocumento,
      view.series,
      view.year,
      view.number,
      view.revision,
      numberText(view.number as number, view.series),
      view.date,
      view.payment?.dueDate ?? null,
      view.net,
      view.vatTotal,
      view.rounding,
      view.total,
      view.payable,
      view.stampDuty,
      this.#issuer(draft),
      JSON.stringify(view.customer),
      detailsOf(view, draft),
      view.credits?.id ?? null,
    ];
    const lines = draft.lines.map((line, i): SqlValue[] => [
      i + 1,
      line.contractCode,
      line.description,
      line.quantity,
      line.unit,
      line.unitPriceE8,
      line.totalE8,
      line.amount,
      line.vatIncluded ? 1 : 0,
      line.vatRate,
      line.natura,
      line.periodFrom,
      line.periodTo,
      line.creditsLine,
    ]);
    const vat = view.vat.map((v, i): SqlValue[] => [
      i + 1,
      v.vatRate,
      v.natura,
      v.esigibilita,
      v.base,
      v.vat,
      v.roundingE8,
      v.reference,
    ]);
    const hash = chainHash(at.hash, { document, lines, vat, artifacts: at.artifacts });
    this.#documents.push([
      view.id,
      this.#origin,
      'issued',
      this.#runId,
      at.index,
      hash,
      this.#now,
      this.#now,
      ...document,
    ]);
    lines.forEach((line, i) => this.#lines.push([view.id, draft.lines[i]?.contractId ?? null, ...line]));
    for (const row of vat) this.#vat.push([view.id, ...row]);
    for (const a of at.artifacts)
      this.#artifacts.push([view.id, a.kind, a.fileName, a.mediaType, a.packing, a.size, a.sha256, a.bytes]);
    return hash;
  }

  async write(tx: Tx): Promise<void> {
    await tx.insert('document', DOCUMENT, this.#documents);
    await tx.insert('document_line', LINE, this.#lines);
    await tx.insert('document_vat', VAT, this.#vat);
    await tx.insert(
      'artifact',
      ['document_id', 'kind', 'file_name', 'media_type', 'packing', 'size', 'sha256', 'bytes'],
      this.#artifacts,
    );
  }

  #issuer(draft: Draft): string {
    let known = this.#issuers.get(draft.issuer);
    if (!known) {
      const content = JSON.stringify(draft.issuer);
      known = { content, key: sha256(content) };
      this.#issuers.set(draft.issuer, known);
      this.snapshots.push(content);
    }
    return known.key;
  }
}

/** What has no column of its own. What few documents say stands only in theirs: the text of the others stays as it is. */
export const detailsOf = (view: DocumentView, draft: Draft): string =>
  JSON.stringify({
    causale: view.causale,
    payment: view.payment,
    purchaseOrder: view.purchaseOrder,
    contractCodes: contractCodesOf(draft),
    credits: view.credits,
    withholding: view.withholding,
    declarationOfIntent: view.declarationOfIntent,
    deliveryNotes: view.deliveryNotes,
    // Their bytes are kept as artifacts.
    attachments: view.attachments?.map(({ name, format, description }) => ({ name, format, description })),
    stampDutyLine: view.stampDutyLine,
  });
