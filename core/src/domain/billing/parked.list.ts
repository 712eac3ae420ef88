import { Type } from 'typebox';
import { defineList } from '../../kernel/http/list.ts';
import { exactly } from '../../kernel/http/list-filters.ts';
import { listRoute, type ListNeeds } from '../../kernel/http/list-route.ts';
import type { CoreRoute } from '../../kernel/http/route.ts';
import { Fields, Id, Instant, Nullable } from '../../kernel/http/schemas.ts';
import { refColumns, refIn } from '../ref.ts';
import { Ref } from '../ref.schema.ts';

const ParkedItem = Fields({
  contract: Fields({ id: Id, code: Type.String() }),
  payer: Ref,
  run: Id,
  code: Type.String({ description: 'What keeps it from being billed' }),
  field: Type.String(),
  message: Type.String(),
  plugin: Nullable(Type.String()),
  since: Instant,
});

export const parkedList = defineList({
  name: 'parked',
  table: 'parked_contract',
  key: 'contract_id',
  filters: {
    payer: exactly('payer_id', Id),
    code: exactly('code', Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$' })),
  },
  sorts: { id: [] },
  paths: [
    { index: 'PRIMARY', sort: 'id' },
    { index: 'parked_code', by: ['code'], sort: 'id' },
    { index: 'parked_payer', by: ['payer_id'], sort: 'id', few: true },
  ],
  select: {
    contractId: 't.contract_id',
    contractCode: 'k.code',
    ...refColumns('payer', 'p'),
    run: 't.run_id',
    code: 't.code',
    field: 't.field',
    message: 't.message',
    plugin: 't.plugin',
    since: 't.since',
  },
  joins: 'LEFT JOIN contract k ON k.id = t.contract_id LEFT JOIN customer p ON p.id = t.payer_id',
  item: ParkedItem,
  view: (row) => ({
    contract: { id: row['contractId'] as number, code: row['contractCode'] as string },
    payer: refIn(row, 'payer'),
  }),
});

export const parkedLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(parkedList, needs, {
    path: '/parked',
    summary: 'Contracts that the last runs could not bill, and why',
    permission: 'contracts.read',
  }),
];
