import { NotFound, type Artifact, type DocumentView, type Sql } from '@traliccio/sdk';
import { deliveriesOf } from '../../kernel/events/dead-letters.ts';
import { formulaOf, type Explanation } from '../charges/explanation.ts';
import type { ArtifactView, DocumentDetail, LineExplanation } from './document.schema.ts';
import { documentArtifacts, documentViews } from './views.ts';

/** @throws NotFound */
export async function oneDocument(sql: Sql, id: number): Promise<DocumentView> {
  const [view] = await documentViews(sql, [id]);
  if (!view) throw new NotFound('document.not_found', `there is no document ${id}`);
  return view;
}

/** A document with what became of it. @throws NotFound */
export async function documentDetail(sql: Sql, id: number): Promise<DocumentDetail> {
  const { lines, vat, contractCodes, customer, ...document } = await oneDocument(sql, id);
  const creditedBy = await sql.all<{ id: number; number_text: string; date: DocumentView['date'] }>(
    'SELECT id, number_text, date FROM document WHERE credits_document_id = ? ORDER BY id',
    [id],
  );
  return {
    ...document,
    customer: { ...customer, invoiceEmails: [...customer.invoiceEmails] },
    lines: [...lines],
    vat: [...vat],
    contractCodes: [...contractCodes],
    creditedBy: creditedBy.map((one) => ({ id: one.id, numberText: one.number_text, date: one.date })),
    deliveries: await deliveriesOf(sql, `document:${id}`),
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
