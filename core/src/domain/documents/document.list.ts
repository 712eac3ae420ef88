import { Type } from 'typebox';
import { defineList } from '../../kernel/http/list.ts';
import { between, exactly, oneOf } from '../../kernel/http/list-filters.ts';
import { listRoute, type ListNeeds } from '../../kernel/http/list-route.ts';
import type { CoreRoute } from '../../kernel/http/route.ts';
import { Cents, Day, Fields, Id, Nullable, OneOf } from '../../kernel/http/schemas.ts';
import { refColumns, refIn } from '../ref.ts';
import { Ref } from '../ref.schema.ts';
import { findDocuments } from './find-documents.ts';
import { ISSUED_HERE } from './origins.ts';

const KINDS = ['invoice', 'credit_note'] as const;
const ORIGINS = [...ISSUED_HERE, 'import'] as const;

const DocumentItem = Fields({
  id: Id,
  kind: OneOf(KINDS),
  tipoDocumento: Type.String(),
  origin: OneOf(ORIGINS),
  state: OneOf(['draft', 'issued']),
  series: Type.String(),
  year: Type.Integer(),
  number: Nullable(Type.Integer()),
  numberText: Nullable(Type.String()),
  revision: Type.Integer({ minimum: 0 }),
  date: Day,
  dueDate: Nullable(Day),
  customer: Ref,
  net: Cents,
  vat: Cents,
  total: Cents,
  payable: Cents,
  credited: { ...Cents, description: 'What its credit notes come to' },
  open: { ...Cents, description: 'What nothing pays yet; of a credit note, what is not used yet' },
  run: Nullable(Id),
});

export const documentList = defineList({
  name: 'documents',
  table: 'document',
  filters: {
    customer: exactly('customer_id', Id),
    kind: oneOf('kind', KINDS),
    origin: oneOf('origin', ORIGINS),
    date: between('date', Day),
    dueDate: between('due_date', Day),
    series: exactly('series', Type.String({ pattern: '^[A-Za-z0-9]{1,8}$' })),
    year: exactly('year', Type.Integer({ minimum: 1900, maximum: 2199 })),
    number: exactly('number', Type.Integer({ minimum: 1, maximum: 999_999_999 })),
    run: exactly('run_id', Id),
  },
  sorts: {
    date: [{ column: 'date', type: 'ascii' }],
    dueDate: [{ column: 'due_date', type: 'ascii', nullable: true }],
    number: [
      { column: 'number', type: 'integer', needed: true },
      { column: 'revision', type: 'integer' },
      { column: 'issuer_id', type: 'integer' },
    ],
    id: [],
  },
  paths: [
    { index: 'document_date', sort: '-date' },
    { index: 'document_kind', by: ['kind', 'origin'], sort: '-date' },
    { index: 'document_due', sort: 'dueDate' },
    { index: 'document_number', by: ['series', 'year'], sort: 'number', unique: true },
    { index: 'document_run', by: ['run_id'], sort: 'id' },
    { index: 'PRIMARY', sort: '-id' },
    { index: 'document_number', by: ['series', 'year', 'number'], sort: 'id', few: true },
    { index: 'document_customer', by: ['customer_id'], sort: '-date', few: true },
  ],
  select: {
    id: 't.id',
    kind: 't.kind',
    tipoDocumento: 't.tipo_documento',
    origin: 't.origin',
    state: 't.state',
    series: 't.series',
    year: 't.year',
    number: 't.number',
    numberText: 't.number_text',
    revision: 't.revision',
    date: 't.date',
    dueDate: 't.due_date',
    ...refColumns('customer', 'c'),
    net: 't.net',
    vat: 't.vat',
    total: 't.total',
    payable: 't.payable',
    // While there are few credit notes, the planner would rather read all documents for each row.
    credited: (dialect) =>
      `(SELECT COALESCE(SUM(n.total), 0) FROM document n ${dialect === 'mysql' ? 'FORCE INDEX (document_credits)' : 'INDEXED BY document_credits'} WHERE n.credits_document_id = t.id)`,
    open: 'COALESCE(o.open_amount, 0)',
    run: 'NULLIF(t.run_id, 0)',
  },
  joins: 'LEFT JOIN customer c ON c.id = t.customer_id LEFT JOIN open_item o ON o.document_id = t.id',
  item: DocumentItem,
  view: (row) => ({ customer: refIn(row, 'customer') }),
  find: findDocuments,
});

export const documentLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(documentList, needs, {
    path: '/documents',
    summary: 'Invoices and credit notes',
    permission: 'documents.read',
  }),
];
