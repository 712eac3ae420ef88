import type { CustomerKind, DocumentKind } from '@traliccio/sdk';
import type { IssuerTerms } from './parties.ts';

/** The series of a document that asks for none: by its kind, and by the kind of customer. */
export function seriesFor(
  issuer: Pick<IssuerTerms, 'series' | 'creditNoteSeries' | 'publicBodySeries'>,
  kind: DocumentKind,
  customer: CustomerKind,
): string {
  if (kind === 'credit_note') return issuer.creditNoteSeries;
  return customer === 'public_body' ? (issuer.publicBodySeries ?? issuer.series) : issuer.series;
}
