import type {
  Artifact,
  DocumentView,
  DocumentLineView,
  IssuerView,
  PartyView,
  Sql,
  SqlRow,
  VatSummaryView,
} from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import type { OptionalFacts } from './draft.ts';
import { unpack } from './packing.ts';

/** Documents as plugins see them, read back as they were issued. */
export async function documentViews(sql: Sql, ids: readonly number[]): Promise<DocumentView[]> {
  if (ids.length === 0) return [];
  const list = idList(sql, ids);
  const documents = await sql.all(
    `SELECT d.*, s.content AS issuer_content FROM document d JOIN snapshot s ON s.sha256 = d.issuer_snapshot WHERE d.id IN ${list.sql}`,
    list.params,
  );
  const lines = Map.groupBy(
    await sql.all(
      `SELECT * FROM document_line WHERE document_id IN ${list.sql} ORDER BY document_id, number`,
      list.params,
    ),
    byDocument,
  );
  const vat = Map.groupBy(
    await sql.all(
      `SELECT * FROM document_vat WHERE document_id IN ${list.sql} ORDER BY document_id, number`,
      list.params,
    ),
    byDocument,
  );
  const views = new Map(
    documents.map((d) => [
      d['id'] as number,
      viewOf(d, lines.get(d['id'] as number) ?? [], vat.get(d['id'] as number) ?? []),
    ]),
  );
  return ids.flatMap((id) => views.get(id) ?? []);
}

type ArtifactRow = {
  document_id: number;
  kind: string;
  file_name: string;
  media_type: string;
  packing: string;
  bytes: Uint8Array;
};
const ARTIFACT = 'SELECT document_id, kind, file_name, media_type, packing, bytes FROM artifact';
const artifactOf = (row: ArtifactRow): Artifact => ({
  kind: row.kind,
  fileName: row.file_name,
  mediaType: row.media_type,
  bytes: unpack(row.packing, row.bytes),
});

/** The bytes kept with a document. */
export async function documentArtifacts(sql: Sql, documentId: number): Promise<Artifact[]> {
  const rows = await sql.all<ArtifactRow>(`${ARTIFACT} WHERE document_id = ? ORDER BY kind`, [documentId]);
  return rows.map(artifactOf);
}

/** The bytes kept with documents, in the order of their ids. */
export async function artifactsOf(
  sql: Sql,
  documentIds: readonly number[],
): Promise<(Artifact & { readonly documentId: number })[]> {
  const list = idList(sql, documentIds);
  const rows = await sql.all<ArtifactRow>(
    `${ARTIFACT} WHERE document_id IN ${list.sql} ORDER BY document_id, kind`,
    list.params,
  );
  return rows.map((row) => ({ documentId: row.document_id, ...artifactOf(row) }));
}

const byDocument = (row: SqlRow): number => row['document_id'] as number;

/** From a row of `document` with the `issuer_content` of its snapshot, its lines and its VAT. */
export function viewOf(d: SqlRow, lines: readonly SqlRow[], vat: readonly SqlRow[]): DocumentView {
  const details = JSON.parse(d['details'] as string) as Pick<
    DocumentView,
    'causale' | 'payment' | 'purchaseOrder' | 'contractCodes' | 'credits'
  > &
    OptionalFacts;
  return {
    id: d['id'] as number,
    kind: d['kind'] as DocumentView['kind'],
    tipoDocumento: d['tipo_documento'] as string,
    series: d['series'] as string,
    year: d['year'] as number,
    number: d['number'] as number | null,
    numberText: d['number_text'] as string,
    revision: d['revision'] as number,
    date: d['date'] as DocumentView['date'],
    currency: 'EUR',
    issuer: JSON.parse(d['issuer_content'] as string) as IssuerView,
    customer: JSON.parse(d['customer_snapshot'] as string) as PartyView,
    lines: lines.map(lineOf),
    vat: vat.map(vatOf),
    net: d['net'] as number,
    vatTotal: d['vat'] as number,
    rounding: d['rounding'] as number,
    total: d['total'] as number,
    payable: d['payable'] as number,
    stampDuty: d['stamp_duty'] as number,
    causale: details.causale ?? null,
    payment: details.payment ?? null,
    purchaseOrder: details.purchaseOrder ?? null,
    contractCodes: details.contractCodes ?? [],
    credits: details.credits ?? null,
    ...factsIn(details),
  };
}

const FACTS = [
  'withholding',
  'declarationOfIntent',
  'deliveryNotes',
  'attachments',
  'stampDutyLine',
] as const;
const factsIn = (details: OptionalFacts): OptionalFacts =>
  Object.fromEntries(FACTS.flatMap((name) => (details[name] === undefined ? [] : [[name, details[name]]])));

const lineOf = (l: SqlRow): DocumentLineView => ({
  number: l['number'] as number,
  description: l['description'] as string,
  quantity: l['quantity'] as number,
  unit: l['unit'] as string | null,
  unitPrice: l['unit_price_e8'] as number,
  totalE8: l['total_e8'] as number,
  amount: l['amount'] as number,
  vatIncluded: l['vat_included'] === 1,
  vatRate: l['vat_rate'] as number,
  natura: l['natura'] as string | null,
  periodFrom: l['period_from'] as DocumentLineView['periodFrom'],
  periodTo: l['period_to'] as DocumentLineView['periodTo'],
  contractCode: l['contract_code'] as string | null,
});

const vatOf = (v: SqlRow): VatSummaryView => ({
  vatRate: v['vat_rate'] as number,
  natura: v['natura'] as string | null,
  esigibilita: v['esigibilita'] as VatSummaryView['esigibilita'],
  base: v['base'] as number,
  vat: v['vat'] as number,
  roundingE8: v['rounding_e8'] as number,
  reference: v['reference'] as string | null,
});
