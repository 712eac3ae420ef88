import { NotFound } from '../errors.ts';
import type { CoreApi, DocumentFilter, FoundDocument } from '../core-api.ts';
import { fakePayments, type FakePaymentsData } from './fake-payments.ts';
import type { Artifact, CustomerView, DocumentView, IssuerView } from '../views.ts';

/** What a fake core knows. A test may change it while the plugin runs. */
export type CoreData = FakePaymentsData & {
  documents?: DocumentView[];
  /** Artifacts by document id. */
  artifacts?: Record<number, Artifact[]>;
  customers?: CustomerView[];
  issuers?: IssuerView[];
  /** The next number of a counter, by `<issuerId>:<name>`; 1 when not given. */
  counters?: Record<string, number>;
  /** What was recorded by `priceChanges.told`. */
  told?: { changeId: number; contractId: number; on: string }[];
};

/** Parties that documents name are known without being given; those have no telephone. */
export function fakeCore(data: CoreData): CoreApi {
  const documents = (): DocumentView[] => data.documents ?? [];
  const pick = <T extends { id: number }>(from: readonly T[], ids: readonly number[]): T[] =>
    ids.flatMap((id) => from.find((one) => one.id === id) ?? []);
  return {
    documents: {
      views: async (ids) => pick(documents(), ids),
      artifacts: async (id) => data.artifacts?.[id] ?? [],
      artifactsOf: async (ids) =>
        ids
          .toSorted((a, b) => a - b)
          .flatMap((documentId) =>
            (data.artifacts?.[documentId] ?? []).map((artifact) => ({ documentId, ...artifact })),
          ),
      async find(filter, { after, limit = 200 } = {}) {
        const found = documents()
          .filter((document) => isFound(document, filter))
          .sort((a, b) => (a.date === b.date ? a.id - b.id : a.date < b.date ? -1 : 1));
        if (filter.order === 'newest') found.reverse();
        const start = Number(after ?? 0);
        return {
          items: found
            .slice(start, start + limit)
            .map((document) => foundOf(document, data.artifacts?.[document.id] ?? [])),
          next: start + limit < found.length ? String(start + limit) : null,
        };
      },
    },
    customers: {
      views: async (ids) => pick([...(data.customers ?? []), ...documents().map(customerOf)], ids),
    },
    issuers: {
      async view(id) {
        const [issuer] = pick([...(data.issuers ?? []), ...documents().map((one) => one.issuer)], [id]);
        if (!issuer) throw new NotFound('issuer_not_found', `there is no issuer ${id}`);
        return issuer;
      },
    },
    payments: fakePayments(data),
    priceChanges: {
      told: async (_tx, told) => void (data.told = [...(data.told ?? []), told]),
    },
    counters: {
      async take(_tx, counter, count) {
        const key = `${counter.issuerId}:${counter.name}`;
        const first = data.counters?.[key] ?? 1;
        data.counters = { ...data.counters, [key]: first + count };
        return first;
      },
    },
  };
}

const customerOf = ({ customer }: DocumentView): CustomerView => ({ invoicePhones: [], ...customer });

/** All documents of a fake core were issued by itself. */
const isFound = (
  { number, date, kind, series }: DocumentView,
  { from, to, kinds, origins = ['billing', 'manual'], ...filter }: DocumentFilter,
): boolean =>
  number !== null &&
  date >= from &&
  date <= to &&
  (!kinds || kinds.includes(kind)) &&
  origins.includes('billing') &&
  (filter.series === undefined || filter.series === series);

const foundOf = (document: DocumentView, artifacts: readonly Artifact[]): FoundDocument => ({
  id: document.id,
  kind: document.kind,
  tipoDocumento: document.tipoDocumento,
  origin: 'billing',
  series: document.series,
  year: document.year,
  number: document.number as number,
  numberText: document.numberText,
  date: document.date,
  customerId: document.customer.id,
  net: document.net,
  vat: document.vatTotal,
  total: document.total,
  artifacts: artifacts.map(({ kind }) => kind),
});
