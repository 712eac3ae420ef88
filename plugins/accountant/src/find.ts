import type { CoreApi, DocumentFilter, DocumentView, FoundDocument, PlainDate } from '@traliccio/sdk';
import { type Completeness, completenessOf, seriesKey } from './completeness.ts';
import type { PackageFilter } from './filter.ts';

export type Documents = Pick<CoreApi['documents'], 'find' | 'views' | 'artifactsOf'>;

/** Page by page, so that nothing holds a whole year's documents with their lines. */
export async function* pagesOf(
  documents: Documents,
  filter: DocumentFilter,
  signal: AbortSignal,
): AsyncGenerator<readonly FoundDocument[]> {
  let after: string | null = null;
  do {
    signal.throwIfAborted();
    const page: Awaited<ReturnType<Documents['find']>> = await documents.find(filter, { after });
    yield page.items;
    after = page.next;
  } while (after !== null);
}

/** All that was issued in the period, whatever else a filter leaves out: a number is missing in its whole series only. */
export async function completenessIn(
  documents: Documents,
  { from, to, series }: PackageFilter,
  signal: AbortSignal,
): Promise<Completeness> {
  const found: FoundDocument[] = [];
  const filter = { from, to, ...(series === undefined ? {} : { series }) };
  for await (const page of pagesOf(documents, filter, signal)) found.push(...page);
  return completenessOf(found, await lastBefore(documents, { from, found }, signal));
}

/**
 * The last number of each series before the period, in the year that numbers begin anew with. Mostly the first page
 * has them all; a series that began here in the period has none, whatever its first number is: what came along from
 * another system need not be all of it.
 */
async function lastBefore(
  documents: Documents,
  { from, found }: { readonly from: PlainDate; readonly found: readonly FoundDocument[] },
  signal: AbortSignal,
): Promise<Map<string, number>> {
  const wanted = new Set(found.map(seriesKey).filter((key) => key.endsWith(`/${from.slice(0, 4)}`)));
  const last = new Map<string, number>();
  const start: PlainDate = `${Number(from.slice(0, 4))}-01-01`;
  if (from === start || wanted.size === 0) return last;
  const filter: DocumentFilter = {
    from: start,
    to: from,
    order: 'newest',
  };
  for await (const page of pagesOf(documents, filter, signal)) {
    for (const one of page) {
      const key = seriesKey(one);
      if (one.date < from && wanted.has(key)) last.set(key, Math.max(last.get(key) ?? 0, one.number));
    }
    if (last.size === wanted.size) break;
  }
  return last;
}

/** The documents that go into the package, with their lines, a page at a time by their date. */
export async function* chosen(
  documents: Documents,
  { from, to, kind, series, customerKind }: PackageFilter,
  signal: AbortSignal,
): AsyncGenerator<readonly DocumentView[]> {
  const filter = {
    from,
    to,
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(series === undefined ? {} : { series }),
  };
  for await (const page of pagesOf(documents, filter, signal)) {
    const views = await documents.views(page.map(({ id }) => id));
    yield customerKind === undefined ? views : views.filter((one) => one.customer.kind === customerKind);
  }
}
