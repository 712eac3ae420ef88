import { Type } from 'typebox';
import { defineList } from '../../kernel/http/list.ts';
import { exactly, isEmpty } from '../../kernel/http/list-filters.ts';
import { listRoute, type ListNeeds } from '../../kernel/http/list-route.ts';
import type { CoreRoute } from '../../kernel/http/route.ts';
import { Cents, Day, Fields, Id, Instant, Nullable, OneOf } from '../../kernel/http/schemas.ts';
import { refColumns, refIn } from '../ref.ts';
import { Ref } from '../ref.schema.ts';

const CHARGE_KINDS = ['recurring', 'once'] as const;

const ChargeItem = Fields({
  id: Id,
  kind: OneOf(CHARGE_KINDS),
  contract: Fields({ id: Id, code: Type.String() }),
  payer: Ref,
  description: Type.String(),
  source: Nullable(Type.String()),
  periodFrom: Nullable(Day),
  periodTo: Nullable(Day),
  amount: Cents,
  vatIncluded: Type.Boolean(),
  vatRate: Type.Integer({ description: 'Hundredths of a percent' }),
  document: Nullable(Fields({ id: Id, numberText: Nullable(Type.String()), line: Nullable(Type.Integer()) })),
  createdAt: Instant,
});

export const chargeList = defineList({
  name: 'charges',
  table: 'charge',
  filters: {
    contract: exactly('contract_id', Id),
    payer: exactly('payer_id', Id),
    document: exactly('document_id', Id),
    open: isEmpty('document_id'),
  },
  sorts: { payer: [{ column: 'payer_id', type: 'integer' }], id: [] },
  paths: [
    { index: 'PRIMARY', sort: '-id' },
    { index: 'charge_open', by: ['document_id'], sort: 'payer' },
    { index: 'charge_open', by: ['document_id', 'payer_id'], sort: 'id' },
    { index: 'charge_grid', by: ['contract_id'], sort: '-id', few: true },
  ],
  select: {
    id: 't.id',
    kind: 't.kind',
    contractId: 't.contract_id',
    contractCode: 'k.code',
    ...refColumns('payer', 'p'),
    description: 't.description',
    source: 't.source',
    periodFrom: 't.period_from',
    periodTo: 't.period_to',
    amount: 't.amount',
    vatIncluded: 't.vat_included',
    vatRate: 't.vat_rate',
    documentId: 't.document_id',
    numberText: 'd.number_text',
    line: 't.line_number',
    createdAt: 't.created_at',
  },
  joins: `LEFT JOIN contract k ON k.id = t.contract_id LEFT JOIN customer p ON p.id = t.payer_id
    LEFT JOIN document d ON d.id = t.document_id`,
  item: ChargeItem,
  view: (row) => ({
    contract: { id: row['contractId'] as number, code: row['contractCode'] as string },
    payer: refIn(row, 'payer'),
    document:
      row['documentId'] === null
        ? null
        : {
            id: row['documentId'] as number,
            numberText: row['numberText'] as string | null,
            line: row['line'] as number | null,
          },
  }),
});

export const chargeLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(chargeList, needs, {
    path: '/charges',
    summary: 'What contracts are charged; open charges wait for the next invoice',
    permission: 'contracts.read',
  }),
];
