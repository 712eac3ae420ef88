import { defineList } from '../../kernel/http/list.ts';
import { exactly, oneOf } from '../../kernel/http/list-filters.ts';
import { listRoute, type ListNeeds } from '../../kernel/http/list-route.ts';
import type { CoreRoute } from '../../kernel/http/route.ts';
import { Id } from '../../kernel/http/schemas.ts';
import { refColumns, refIn } from '../ref.ts';
import { issuedAs } from './draft-detail.ts';
import { DRAFT_STATES } from './draft.entity.ts';
import { DraftItem } from './draft.schema.ts';

export const draftList = defineList({
  name: 'drafts',
  table: 'document_draft',
  filters: {
    state: oneOf('state', DRAFT_STATES),
    customer: exactly('customer_id', Id),
  },
  sorts: { updatedAt: [{ column: 'updated_at', type: 'integer' }], id: [] },
  paths: [
    { index: 'document_draft_state', by: ['state'], sort: '-updatedAt' },
    { index: 'PRIMARY', sort: '-id' },
    { index: 'document_draft_customer', by: ['customer_id'], sort: '-updatedAt', few: true },
  ],
  select: {
    id: 't.id',
    state: 't.state',
    tipoDocumento: 't.tipo_documento',
    ...refColumns('customer', 'c'),
    total: 't.total',
    documentId: 't.document_id',
    numberText: 'd.number_text',
    updatedAt: 't.updated_at',
    updatedBy: 't.updated_by',
  },
  joins: 'LEFT JOIN customer c ON c.id = t.customer_id LEFT JOIN document d ON d.id = t.document_id',
  item: DraftItem,
  view: (row) => ({ customer: refIn(row, 'customer'), document: issuedAs(row) }),
});

export const draftLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(draftList, needs, {
    path: '/drafts',
    summary: 'Invoices that people write by hand, issued and void ones included',
    permission: 'drafts.read',
  }),
];
