import { Type } from 'typebox';
import { defineList } from '../../kernel/http/list.ts';
import { exactly, isEmpty } from '../../kernel/http/list-filters.ts';
import { listRoute, type ListNeeds } from '../../kernel/http/list-route.ts';
import type { CoreRoute } from '../../kernel/http/route.ts';
import { Code, Fields, Id, Nullable } from '../../kernel/http/schemas.ts';
import { findEntries } from '../../kernel/search/find.ts';
import { refColumns, refOrNull } from '../ref.ts';
import { Ref } from '../ref.schema.ts';
import { siteSearch } from './site.search.ts';

const SiteItem = Fields({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  parent: Nullable(Ref),
  hasChildren: Type.Boolean(),
  latitudeE6: Nullable(Type.Integer()),
  longitudeE6: Nullable(Type.Integer()),
});

export const siteList = defineList({
  name: 'sites',
  table: 'site',
  filters: {
    code: exactly('code', Code()),
    parent: exactly('parent_id', Id),
    roots: isEmpty('parent_id'),
  },
  sorts: { code: [{ column: 'code', type: 'ascii' }], id: [] },
  paths: [
    { index: 'site_code', sort: 'code', unique: true },
    { index: 'site_parent', by: ['parent_id'], sort: 'code' },
    { index: 'PRIMARY', sort: '-id' },
    { index: 'site_code', by: ['code'], sort: 'id', few: true },
  ],
  select: {
    id: 't.id',
    code: 't.code',
    name: 't.name',
    ...refColumns('parent', 'p'),
    hasChildren: 'CASE WHEN EXISTS (SELECT 1 FROM site b WHERE b.parent_id = t.id) THEN 1 ELSE 0 END',
    latitudeE6: 't.latitude_e6',
    longitudeE6: 't.longitude_e6',
  },
  joins: 'LEFT JOIN site p ON p.id = t.parent_id',
  item: SiteItem,
  view: (row) => ({ parent: refOrNull(row, 'parent') }),
  find: (sql, request) => findEntries(sql, { ...request, kind: siteSearch.kind }),
});

export const siteLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(siteList, needs, {
    path: '/sites',
    summary: 'Sites, a level of the tree or all',
    permission: 'sites.read',
  }),
];
