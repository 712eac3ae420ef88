import type { DocumentFilter, FoundDocument, PlainDate, Sql } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import { documentList } from './document.list.ts';
import { ISSUED_HERE } from './origins.ts';

const MOST = 200;

/** Issued documents as plugins find them: the list that operators see, with what is kept with each. */
export async function foundDocuments(
  sql: Sql,
  { from, to, kinds, origins = ISSUED_HERE, series, order }: DocumentFilter,
  page: { readonly after?: string | null; readonly limit?: number; readonly today: PlainDate },
): Promise<{ readonly items: readonly FoundDocument[]; readonly next: string | null }> {
  if (kinds?.length === 0 || origins.length === 0) return { items: [], next: null };
  const { items, next } = await documentList.page(
    sql,
    {
      'date.gte': from,
      'date.lte': to,
      ...(kinds ? { 'kind.in': kinds.join(',') } : {}),
      'origin.in': origins.join(','),
      sort: order === 'newest' ? '-date' : 'date',
      limit: page.limit ?? MOST,
      ...(page.after ? { cursor: page.after } : {}),
    },
    page.today,
  );
  const issued = items.filter(
    (one) => one.state === 'issued' && (series === undefined || one.series === series),
  );
  const artifacts = await artifactKinds(
    sql,
    issued.map(({ id }) => id),
  );
  return {
    items: issued.map((one) => ({
      id: one.id,
      kind: one.kind,
      tipoDocumento: one.tipoDocumento,
      origin: one.origin,
      series: one.series,
      year: one.year,
      number: one.number as number,
      numberText: one.numberText as string,
      date: one.date,
      customerId: one.customer.id,
      net: one.net,
      vat: one.vat,
      total: one.total,
      artifacts: artifacts.get(one.id)?.map(({ kind }) => kind) ?? [],
    })),
    next,
  };
}

async function artifactKinds(
  sql: Sql,
  ids: readonly number[],
): Promise<Map<number, { document_id: number; kind: string }[]>> {
  const list = idList(sql, ids);
  const rows = await sql.all<{ document_id: number; kind: string }>(
    `SELECT document_id, kind FROM artifact WHERE document_id IN ${list.sql} ORDER BY document_id, kind`,
    list.params,
  );
  return Map.groupBy(rows, (row) => row.document_id);
}
