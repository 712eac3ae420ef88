import { Type, type Static, type TObject } from 'typebox';
import { SearchText, type List } from '../kernel/http/list.ts';
import type { ListNeeds } from '../kernel/http/list-route.ts';
import { route, type CoreRoute } from '../kernel/http/route.ts';
import { Fields, Id, Nullable, OneOf } from '../kernel/http/schemas.ts';
import { contractList } from './contracts/contract.list.ts';
import { customerList } from './customers/customer.list.ts';
import { documentList } from './documents/document.list.ts';
import { siteList } from './sites/site.list.ts';

const Hit = Fields({
  id: Id,
  code: Type.String({ description: 'Code or number' }),
  name: Type.String(),
  detail: Nullable(Type.String()),
});
type Hit = Static<typeof Hit>;
const KINDS = ['customers', 'contracts', 'sites', 'documents'] as const;

const SearchResult = Fields({
  groups: Type.Array(
    Fields({
      kind: OneOf(KINDS),
      hits: Type.Array(Hit),
      more: Type.Boolean({ description: 'There are more: the list of this kind finds them with the same q' }),
    }),
  ),
});

/** Of each kind. */
const HITS = 5;

/** One search over all that whoever asks may see. */
export const searchRoutes = (needs: ListNeeds): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/search',
    summary: 'Customers, contracts, sites and documents by what is known of them',
    permission: 'session',
    mode: 'read',
    query: Fields({ q: SearchText }),
    response: SearchResult,
    async handler({ query: { q }, can }) {
      const searches = GROUPS.filter(({ permission }) => can(permission)).map(async ({ kind, find }) => ({
        kind,
        ...(await find(needs, q)),
      }));
      return { groups: (await Promise.all(searches)).filter(({ hits }) => hits.length > 0) };
    },
  }),
];

type Group = {
  readonly kind: (typeof KINDS)[number];
  readonly permission: string;
  readonly find: (needs: ListNeeds, q: string) => Promise<{ hits: Hit[]; more: boolean }>;
};

function group<I extends TObject>(
  of: Pick<Group, 'kind' | 'permission'>,
  list: List<I>,
  hitOf: (item: Static<I>) => Hit,
): Group {
  return {
    ...of,
    async find({ database, clock }, q) {
      const { items, next } = await list.page(database.sql, { q, limit: HITS }, clock.today());
      return { hits: items.map(hitOf), more: next !== null };
    },
  };
}

const GROUPS: readonly Group[] = [
  group({ kind: 'customers', permission: 'customers.read' }, customerList, ({ id, code, name, city }) => ({
    id,
    code,
    name,
    detail: city,
  })),
  group({ kind: 'contracts', permission: 'contracts.read' }, contractList, (contract) => ({
    id: contract.id,
    code: contract.code,
    name: contract.customer.name,
    detail: contract.shownAs,
  })),
  group({ kind: 'sites', permission: 'sites.read' }, siteList, ({ id, code, name, parent }) => ({
    id,
    code,
    name,
    detail: parent?.name ?? null,
  })),
  group({ kind: 'documents', permission: 'documents.read' }, documentList, (document) => ({
    id: document.id,
    code: document.numberText ?? '',
    name: document.customer.name,
    detail: document.date,
  })),
];
