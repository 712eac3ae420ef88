import type { Cents, FoundDocument, PlainDate } from '@traliccio/sdk';

/** Numbers of a series that no document has, first and last. */
export type Gap = {
  readonly series: string;
  readonly year: number;
  readonly from: number;
  readonly to: number;
};

/** What is there of a period, and what is missing: said before anything is handed over. */
export type Completeness = {
  readonly invoices: number;
  readonly creditNotes: number;
  /** Credit notes taken off. */
  readonly net: Cents;
  readonly vat: Cents;
  readonly total: Cents;
  readonly gaps: readonly Gap[];
  readonly withoutXml: readonly {
    readonly id: number;
    readonly numberText: string;
    readonly date: PlainDate;
  }[];
};

/** The last number before the period, by `seriesKey`; a series that is not in it may have begun with any number. */
export type LastNumbers = ReadonlyMap<string, number>;
export const seriesKey = ({ series, year }: Pick<FoundDocument, 'series' | 'year'>): string =>
  `${series}/${year}`;

/** What all documents of a period come to, and where numbers or files are missing. */
export function completenessOf(documents: readonly FoundDocument[], before: LastNumbers): Completeness {
  const sum = (of: 'net' | 'vat' | 'total'): Cents =>
    documents.reduce((all, one) => all + (one.kind === 'credit_note' ? -one[of] : one[of]), 0);
  const creditNotes = documents.filter(({ kind }) => kind === 'credit_note').length;
  return {
    invoices: documents.length - creditNotes,
    creditNotes,
    net: sum('net'),
    vat: sum('vat'),
    total: sum('total'),
    gaps: gapsIn(documents, before),
    withoutXml: documents
      .filter(({ artifacts }) => !artifacts.includes('fatturapa'))
      .map(({ id, numberText, date }) => ({ id, numberText, date })),
  };
}

/** Numbers that are missing behind the last one before the period, in the order of series, year and number. */
export function gapsIn(
  documents: readonly Pick<FoundDocument, 'series' | 'year' | 'number'>[],
  before: LastNumbers,
): Gap[] {
  const gaps: Gap[] = [];
  const bySeries = [...Map.groupBy(documents, seriesKey)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, own] of bySeries) {
    const { series, year } = own[0]!;
    const numbers = own.map(({ number }) => number).sort((a, b) => a - b);
    let last = before.get(key) ?? numbers[0]! - 1;
    for (const number of numbers) {
      if (number > last + 1) gaps.push({ series, year, from: last + 1, to: number - 1 });
      last = Math.max(last, number);
    }
  }
  return gaps;
}

export const isComplete = ({ gaps, withoutXml }: Completeness): boolean =>
  gaps.length === 0 && withoutXml.length === 0;
