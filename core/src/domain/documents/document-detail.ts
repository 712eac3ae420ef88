import { NotFound, type Artifact, type DocumentView, type Sql } from '@traliccio/sdk';
import { columnsOf, wholeReader } from '../../kernel/db/parts.ts';
import { deliveriesOf } from '../../kernel/events/dead-letters.ts';
import { formulaOf, type Explanation } from '../charges/explanation.ts';
import { ALLOCATION_PARTS, allocationsIn } from './allocations.ts';
import type { ArtifactView, DocumentDetail, LineExplanation } from './document.schema.ts';
import { documentArtifacts, documentViews, viewOf } from './views.ts';

/** @throws NotFound */
export async function oneDocument(sql: Sql, id: number): Promise<DocumentView> {
  const [view] = await documentViews(sql, [id]);
  if (!view) throw new NotFound('document.not_found', `there is no document ${id}`);
  return view;
}

const readDocument = wholeReader({
  select: 'd.*, i.content AS issuer_content, oi.open_amount AS open_amount, oi.pending AS pending_amount',
  from: 'document d JOIN snapshot i ON i.sha256 = d.issuer_snapshot LEFT JOIN open_item oi ON oi.document_id = d.id',
  id: 'd.id',
  parts: {
    lines: {
      table: 'document_line l',
      owner: 'l.document_id',
      select: {
        ...columnsOf('l', [
          'number',
          'description',
          'quantity',
          'unit',
          'unit_price_e8',
          'total_e8',
          'amount',
        ]),
        ...columnsOf('l', [
          'vat_included',
          'vat_rate',
          'natura',
          'period_from',
          'period_to',
          'contract_code',
        ]),
      },
      order: ['number'],
    },
    vat: {
      table: 'document_vat v',
      owner: 'v.document_id',
      select: columnsOf('v', [
        'number',
        'vat_rate',
        'natura',
        'esigibilita',
        'base',
        'vat',
        'rounding_e8',
        'reference',
      ]),
      order: ['number'],
    },
    creditedBy: {
      table: 'document n',
      owner: 'n.credits_document_id',
      select: columnsOf('n', ['id', 'number_text', 'date']),
      order: ['id'],
    },
    ...ALLOCATION_PARTS,
    deliveries: deliveriesOf('document'),
  },
});

/** A document with what became of it. @throws NotFound */
export async function documentDetail(sql: Sql, id: number): Promise<DocumentDetail> {
  const found = await readDocument(sql, id);
  if (!found) throw new NotFound('document.not_found', `there is no document ${id}`);
  const { parts } = found;
  const { lines, vat, contractCodes, customer, deliveryNotes, attachments, ...document } = viewOf(
    found.row,
    parts.lines,
    parts.vat,
  );
  return {
    ...document,
    customer: { ...customer, invoiceEmails: [...customer.invoiceEmails] },
    lines: [...lines],
    vat: [...vat],
    contractCodes: [...contractCodes],
    ...(deliveryNotes ? { deliveryNotes: deliveryNotes.map((n) => ({ ...n, lines: [...n.lines] })) } : {}),
    ...(attachments ? { attachments: [...attachments] } : {}),
    creditedBy: parts.creditedBy.map((one) => ({
      id: one['id'] as number,
      numberText: one['number_text'] as string,
      date: one['date'] as DocumentView['date'],
    })),
    open: (found.row['open_amount'] as number | null) ?? 0,
    pending: (found.row['pending_amount'] as number | null) ?? 0,
    allocations: allocationsIn(parts),
    deliveries: parts.deliveries as DocumentDetail['deliveries'],
  };
}

/** What is kept with a document, without its bytes. @throws NotFound */
export async function artifactViews(sql: Sql, documentId: number): Promise<ArtifactView[]> {
  const rows = await sql.all<{
    kind: string;
    file_name: string;
    media_type: string;
    size: number;
    sha256: string;
  }>('SELECT kind, file_name, media_type, size, sha256 FROM artifact WHERE document_id = ? ORDER BY kind', [
    documentId,
  ]);
  if (rows.length === 0) await oneDocument(sql, documentId);
  return rows.map(({ file_name: fileName, media_type: mediaType, ...row }) => ({
    ...row,
    fileName,
    mediaType,
  }));
}

/** @throws NotFound */
export async function oneArtifact(sql: Sql, documentId: number, kind: string): Promise<Artifact> {
  const artifacts = await documentArtifacts(sql, documentId);
  const found = artifacts.find((one) => one.kind === kind);
  if (found) return found;
  await oneDocument(sql, documentId);
  throw new NotFound('document.artifact_not_found', `document ${documentId} has no ${kind} file`);
}

/** Why a line is what it is: the charges that it bills, each with rule, period, formula and price. @throws NotFound */
export async function explainLine(sql: Sql, documentId: number, line: number): Promise<LineExplanation> {
  const [found] = await sql.all<{ description: string }>(
    'SELECT description FROM document_line WHERE document_id = ? AND number = ?',
    [documentId, line],
  );
  if (!found) {
    await oneDocument(sql, documentId);
    throw new NotFound('document.line_not_found', `document ${documentId} has no line ${line}`);
  }
  const charges = await sql.all<{ explanation: string; charge_key: string }>(
    'SELECT charge_key, explanation FROM charge WHERE document_id = ? AND line_number = ? ORDER BY id',
    [documentId, line],
  );
  return {
    line,
    description: found.description,
    charges: charges.map((row) => {
      const explanation = JSON.parse(row.explanation) as Explanation;
      const { rule, ...details } = explanation;
      return { charge: row.charge_key, rule, formula: formulaOf(explanation), details };
    }),
  };
}
