import type { CoreApi } from '../core-api.ts';
import { NotFound } from '../errors.ts';
import type { Artifact, CustomerView, DocumentView, IssuerView } from '../views.ts';

/** What a fake core knows. A test may change it while the plugin runs. */
export type CoreData = {
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
