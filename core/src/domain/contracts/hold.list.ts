import { addDays, type PlainDate } from '@traliccio/sdk';
import { Type } from 'typebox';
import { defineList } from '../../kernel/http/list.ts';
import { exactly, isEmpty, oneOf } from '../../kernel/http/list-filters.ts';
import { listRoute, type ListNeeds } from '../../kernel/http/list-route.ts';
import type { CoreRoute } from '../../kernel/http/route.ts';
import { Fields, Id } from '../../kernel/http/schemas.ts';
import { refColumns, refIn } from '../ref.ts';
import { Ref } from '../ref.schema.ts';
import { ACCESS_LIMITS } from './hold.entity.ts';
import { HoldView } from './hold.schema.ts';

const { billedDays: _, ...shown } = HoldView.properties;
const HoldItem = Fields({
  ...shown,
  contract: Fields({ id: Id, code: Type.String() }),
  customer: Ref,
});

export const holdList = defineList({
  name: 'holds',
  table: 'hold',
  filters: {
    contract: exactly('contract_id', Id),
    open: isEmpty('until_date'),
    access: oneOf('access', ACCESS_LIMITS),
  },
  sorts: { from: [{ column: 'from_date', type: 'ascii' }], id: [] },
  paths: [
    { index: 'PRIMARY', sort: '-id' },
    { index: 'hold_until', by: ['until_date', 'access'], sort: '-from' },
    { index: 'hold_contract', by: ['contract_id'], sort: '-from', few: true },
  ],
  select: {
    id: 't.id',
    reason: 't.reason',
    origin: 't.origin',
    originRef: 't.origin_ref',
    fromDate: 't.from_date',
    untilDate: 't.until_date',
    blocksBilling: 't.blocks_billing',
    access: 't.access',
    blocksChanges: 't.blocks_changes',
    releasePolicy: 't.release_policy',
    createdAt: 't.created_at',
    releasedAt: 't.released_at',
    contractId: 't.contract_id',
    contractCode: 'c.code',
    ...refColumns('customer', 'u'),
  },
  joins: 'LEFT JOIN contract c ON c.id = t.contract_id LEFT JOIN customer u ON u.id = c.customer_id',
  item: HoldItem,
  view: (row) => ({
    from: row['fromDate'] as PlainDate,
    lastDay: row['untilDate'] === null ? null : addDays(row['untilDate'] as PlainDate, -1),
    contract: { id: row['contractId'] as number, code: row['contractCode'] as string },
    customer: refIn(row, 'customer'),
  }),
});

export const holdLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(holdList, needs, {
    path: '/holds',
    summary: 'Holds of contracts; open ones have no last day yet',
    permission: 'contracts.read',
  }),
];
