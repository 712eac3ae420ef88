import { defineList } from '../../kernel/http/list.ts';
import { exactly, isEmpty, oneOf } from '../../kernel/http/list-filters.ts';
import { listRoute, type ListNeeds } from '../../kernel/http/list-route.ts';
import type { CoreRoute } from '../../kernel/http/route.ts';
import { Id } from '../../kernel/http/schemas.ts';
import { refColumns, refIn, refOrNull } from '../ref.ts';
import { CHANGE_STATES, PriceChangeContractItem, PriceChangeItem } from './price-change.schema.ts';
import { ROW_STATES } from './price-change.store.ts';

export const priceChangeList = defineList({
  name: 'price changes',
  table: 'price_change',
  filters: { state: oneOf('state', CHANGE_STATES) },
  sorts: { effectiveOn: [{ column: 'effective_on', type: 'ascii' }], id: [] },
  paths: [
    { index: 'PRIMARY', sort: '-id' },
    { index: 'price_change_due', by: ['state'], sort: '-effectiveOn' },
  ],
  select: {
    id: 't.id',
    ...refColumns('plan', 'p'),
    ...refColumns('site', 's'),
    priceE8: 't.price_e8',
    vatIncluded: 't.vat_included',
    effectiveOn: 't.effective_on',
    reason: 't.reason',
    state: 't.state',
    announcedOn: 't.announced_on',
  },
  joins: 'LEFT JOIN plan p ON p.id = t.plan_id LEFT JOIN site s ON s.id = t.site_id',
  item: PriceChangeItem,
  view: (row) => ({ plan: refIn(row, 'plan'), site: refOrNull(row, 'site') }),
});

export const priceChangeContractList = defineList({
  name: 'contracts of price changes',
  table: 'price_change_contract',
  filters: {
    change: exactly('change_id', Id),
    contract: exactly('contract_id', Id),
    state: oneOf('state', ROW_STATES),
    notTold: isEmpty('told_on'),
  },
  sorts: { id: [] },
  paths: [
    { index: 'PRIMARY', sort: '-id' },
    { index: 'price_change_once', by: ['change_id'], sort: 'id', few: true },
    { index: 'price_change_contract_of', by: ['contract_id'], sort: 'id', few: true },
  ],
  select: {
    id: 't.id',
    changeId: 't.change_id',
    contractId: 't.contract_id',
    contractCode: 'o.code',
    ...refColumns('customer', 'c'),
    oldPriceE8: 't.old_price_e8',
    oldVatIncluded: 't.old_vat_included',
    state: 't.state',
    toldOn: 't.told_on',
    toldHow: 't.told_how',
    withdrewOn: 't.withdrew_on',
    reason: 't.reason',
    updatedAt: 't.updated_at',
  },
  joins: 'LEFT JOIN contract o ON o.id = t.contract_id LEFT JOIN customer c ON c.id = o.customer_id',
  item: PriceChangeContractItem,
  view: (row) => ({
    change: row['changeId'] as number,
    contract: { id: row['contractId'] as number, code: row['contractCode'] as string },
    customer: refIn(row, 'customer'),
  }),
});

export const priceChangeLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(priceChangeList, needs, {
    path: '/price-changes',
    summary: 'Price changes of many contracts',
    permission: 'contracts.read',
  }),
  listRoute(priceChangeContractList, needs, {
    path: '/price-change-contracts',
    summary: 'Contracts that price changes concern: told, withdrawn, left out, skipped',
    permission: 'contracts.read',
  }),
];
