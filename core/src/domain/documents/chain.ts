import type { SqlRow, SqlValue } from '@traliccio/sdk';
import { sha256 } from './packing.ts';

/** What the chain vouches for, in this order for ever. */
export const DOCUMENT_CONTENT = [
  'issuer_id',
  'customer_id',
  'kind',
  'tipo_documento',
  'series',
  'year',
  'number',
  'revision',
  'number_text',
  'date',
  'due_date',
  'net',
  'vat',
  'rounding',
  'total',
  'payable',
  'stamp_duty',
  'issuer_snapshot',
  'customer_snapshot',
  'details',
  'credits_document_id',
] as const;
export const LINE_CONTENT = [
  'number',
  'contract_code',
  'description',
  'quantity',
  'unit',
  'unit_price_e8',
  'total_e8',
  'amount',
  'vat_included',
  'vat_rate',
  'natura',
  'period_from',
  'period_to',
  'credits_line',
] as const;
export const VAT_CONTENT = [
  'number',
  'vat_rate',
  'natura',
  'esigibilita',
  'base',
  'vat',
  'rounding_e8',
  'reference',
] as const;

export type ChainContent = {
  readonly document: readonly SqlValue[];
  readonly lines: readonly (readonly SqlValue[])[];
  readonly vat: readonly (readonly SqlValue[])[];
  readonly artifacts: readonly ChainedArtifact[];
};
export type ChainedArtifact = {
  readonly kind: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
};

/** The link of a document: over its content and the link before it. */
export function chainHash(previous: string, content: ChainContent): string {
  return linkOver(previous, content, (a) => [a.kind, a.sha256, a.fileName, a.mediaType, a.size]);
}

/** As links were made before they vouched for the names of files: such documents stay what they are. */
export const chainHashBefore = (previous: string, content: ChainContent): string =>
  linkOver(previous, content, (a) => [a.kind, a.sha256]);

function linkOver(
  previous: string,
  { document, lines, vat, artifacts }: ChainContent,
  of: (artifact: ChainedArtifact) => SqlValue[],
): string {
  const files = artifacts.map(of).toSorted(([a], [b]) => ((a as string) < (b as string) ? -1 : 1));
  return sha256(`${previous}\n${JSON.stringify([document, lines, vat, files])}`);
}

/** The link before the first: made of what the series is, so that no chain can stand in for another. */
export const chainStart = (issuerId: number, series: string, year: number): string =>
  sha256(`${issuerId}/${series}/${year}`);

export const contentOf = (row: SqlRow, columns: readonly string[]): SqlValue[] =>
  columns.map((c) => row[c] as SqlValue);
