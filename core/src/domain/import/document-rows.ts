import type { PlainDate } from '@traliccio/sdk';
import { totalsOf, type PricedLine, type Totals } from '../documents/totals.ts';
import { isBasicLatin } from '../printable.ts';
import { Problems } from '../problem.ts';
import { checkVat } from '../vat.ts';
import type { Cells } from './cells.ts';
import { DOCUMENT_KINDS } from './documents.columns.ts';

export type ImportedLine = PricedLine & {
  readonly description: string;
  readonly contract: string | null;
  readonly periodFrom: PlainDate | null;
  readonly periodTo: PlainDate | null;
};

export type ImportedDocument = {
  readonly document: string;
  readonly series: string;
  readonly number: number;
  readonly date: PlainDate;
  readonly kind: (typeof DOCUMENT_KINDS)[number];
  readonly customer: string;
  readonly dueDate: PlainDate | null;
  readonly paymentMethod: string | null;
  readonly openAmount: number | null;
  readonly xmlFile: string | null;
  readonly lines: readonly ImportedLine[];
};

/** Understands the rows of one document: the first says what it is, each is a line. */
export function readDocument(rows: readonly Cells[], today: PlainDate): ImportedDocument {
  const first = rows[0] as Cells;
  const document: ImportedDocument = {
    document: first.required('document'),
    series: first.required('series'),
    number: first.integer('number') ?? 0,
    date: first.date('date') ?? today,
    kind: first.oneOf('kind', DOCUMENT_KINDS) ?? 'invoice',
    customer: first.required('customer'),
    dueDate: first.date('due_date'),
    paymentMethod: first.text('payment_method')?.toUpperCase() ?? null,
    openAmount: first.decimal('open_amount', 2),
    xmlFile: first.text('xml_file'),
    lines: rows.map(readLine),
  };
  for (const field of ['number', 'date'] as const) first.required(field);
  if (document.number < 1 && first.text('number') !== null)
    first.refuse('number', 'invalid', 'a number is 1 or more');
  if (document.document.length > 20 || !isBasicLatin(document.document))
    first.refuse('document', 'invalid', 'a number as printed has at most 20 plain characters');
  if (!/^[A-Za-z0-9]{1,8}$/.test(document.series) && document.series !== '')
    first.refuse('series', 'invalid', 'a series has at most 8 letters and digits');
  if (document.date > today)
    first.refuse(
      'date',
      'future',
      `${document.date} is in the future: a document is dated on the day of its issue`,
    );
  checkTotal(first, document);
  return document;
}

export const importedTotals = (document: ImportedDocument, split: boolean): Totals =>
  totalsOf(document.lines, split ? 'S' : 'I');

function readLine(row: Cells): ImportedLine {
  const line: ImportedLine = {
    description: row.required('description'),
    contract: row.text('contract'),
    amount: row.decimal('amount', 2) ?? 0,
    vatIncluded: row.yesNo('vat_included') ?? false,
    vatRate: row.decimal('vat_rate', 2) ?? 0,
    natura: row.text('natura')?.toUpperCase() ?? null,
    vatReference: row.text('vat_reference'),
    periodFrom: row.date('period_from'),
    periodTo: row.date('period_to'),
  };
  row.required('amount');
  const rate = row.required('vat_rate');
  const problems = new Problems('document');
  if (rate !== '')
    checkVat(
      { vatRate: line.vatRate, natura: line.natura, vatReference: line.vatReference ?? null },
      problems,
    );
  row.problems.push(...problems.list);
  return line;
}

function checkTotal(first: Cells, document: ImportedDocument): void {
  const total = first.decimal('total', 2);
  if (total === null || first.problems.length > 0) return;
  const computed = importedTotals(document, false).total;
  if (total !== computed)
    first.refuse('total', 'differs', `the total is ${total} cents, its lines come to ${computed}`);
}
