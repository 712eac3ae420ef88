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
  readonly artifacts: readonly { readonly kind: string; readonly sha256: string }[];
};

/** The link of a document: over its content and the link before it. */
export function chainHash(previous: string, content: ChainContent): string {
  const artifacts = content.artifacts
    .map((a) => [a.kind, a.sha256])
    .toSorted(([a], [b]) => ((a as string) < (b as string) ? -1 : 1));
  return sha256(`${previous}\n${JSON.stringify([content.document, content.lines, content.vat, artifacts])}`);
}

/** The link before the first: made of what the series is, so that no chain can stand in for another. */
export const chainStart = (issuerId: number, series: string, year: number): string =>
  sha256(`${issuerId}/${series}/${year}`);

export const contentOf = (row: SqlRow, columns: readonly string[]): SqlValue[] =>
  columns.map((c) => row[c] as SqlValue);
