import { addDays, type ContractState, type PlainDate, type SqlRow } from '@traliccio/sdk';
import { Type } from 'typebox';
import { defineList } from '../../kernel/http/list.ts';
import { between, exactly, oneOf } from '../../kernel/http/list-filters.ts';
import { listRoute, type ListNeeds } from '../../kernel/http/list-route.ts';
import type { CoreRoute } from '../../kernel/http/route.ts';
import { Code, Day, Fields, Id, Instant, Nullable, OneOf } from '../../kernel/http/schemas.ts';
import { findEntries } from '../../kernel/search/find.ts';
import { refColumns, refIn, refOrNull } from '../ref.ts';
import { Ref } from '../ref.schema.ts';
import { contractSearch } from './contract.search.ts';
import { CONTRACT_STATES } from './contract.schema.ts';
import { DISPLAY_STATES, displayState } from './display-state.ts';

const ContractItem = Fields({
  id: Id,
  code: Type.String(),
  state: OneOf(CONTRACT_STATES),
  shownAs: OneOf(DISPLAY_STATES),
  customer: Ref,
  payer: Ref,
  site: Nullable(Ref),
  installStreet: Nullable(Type.String()),
  installHouseNumber: Nullable(Type.String()),
  installCity: Nullable(Type.String()),
  activatedOn: Nullable(Day),
  lastDay: Nullable(Day),
  nextDue: Nullable(Day),
  parked: Nullable(Type.String({ description: 'Code of what keeps it from being billed' })),
  updatedAt: Instant,
});

/** Of the holds of a contract on a day: whether one limits its access (2), or stops its billing (1). */
const HELD = `(SELECT MAX(CASE WHEN h.access IN ('throttle', 'walled_garden', 'cut') THEN 2 WHEN h.blocks_billing = 1 THEN 1 ELSE 0 END)
  FROM hold h WHERE h.contract_id = t.id AND h.from_date <= ? AND (h.until_date IS NULL OR h.until_date > ?))`;

export const contractList = defineList({
  name: 'contracts',
  table: 'contract',
  filters: {
    code: exactly('code', Code()),
    customer: exactly('customer_id', Id),
    payer: exactly('payer_id', Id),
    site: exactly('site_id', Id),
    state: oneOf('state', CONTRACT_STATES),
    nextDue: between('next_due', Day),
  },
  sorts: {
    code: [{ column: 'code', type: 'ascii' }],
    nextDue: [
      { column: 'next_due', type: 'ascii', nullable: true },
      { column: 'payer_id', type: 'integer' },
    ],
    id: [],
  },
  paths: [
    { index: 'contract_code', sort: 'code', unique: true },
    { index: 'contract_state', by: ['state'], sort: 'code' },
    { index: 'contract_due', sort: 'nextDue' },
    { index: 'PRIMARY', sort: '-id' },
    { index: 'contract_code', by: ['code'], sort: 'id', few: true },
    { index: 'contract_customer', by: ['customer_id'], sort: 'code', few: true },
    { index: 'contract_payer', by: ['payer_id'], sort: 'code', few: true },
    { index: 'contract_site', by: ['site_id'], sort: 'code', few: true },
  ],
  select: {
    id: 't.id',
    code: 't.code',
    state: 't.state',
    endsOn: 't.ends_on',
    held: HELD,
    ...refColumns('customer', 'c'),
    ...refColumns('payer', 'p'),
    ...refColumns('site', 's'),
    installStreet: 't.install_street',
    installHouseNumber: 't.install_house_number',
    installCity: 't.install_city',
    activatedOn: 't.activated_on',
    nextDue: 't.next_due',
    parked: 'x.code',
    updatedAt: 't.updated_at',
  },
  params: (today) => [today, today],
  joins: `LEFT JOIN customer c ON c.id = t.customer_id LEFT JOIN customer p ON p.id = t.payer_id
    LEFT JOIN site s ON s.id = t.site_id LEFT JOIN parked_contract x ON x.contract_id = t.id`,
  item: ContractItem,
  view: (row, today) => ({
    shownAs: shownAs(row, today),
    customer: refIn(row, 'customer'),
    payer: refIn(row, 'payer'),
    site: refOrNull(row, 'site'),
    lastDay: row['endsOn'] === null ? null : addDays(row['endsOn'] as PlainDate, -1),
  }),
  find: (sql, request) => findEntries(sql, { ...request, kind: contractSearch.kind }),
});

/** One hold stands for all that are open: the one that is felt most. */
function shownAs(row: SqlRow, today: PlainDate) {
  const hold = {
    fromDate: today,
    untilDate: null,
    blocksBilling: true,
    access: row['held'] === 2 ? 'cut' : 'none',
  };
  return displayState(
    { state: row['state'] as ContractState, endsOn: row['endsOn'] as PlainDate | null },
    Number(row['held'] ?? 0) > 0 ? [hold] : [],
    today,
  );
}

export const contractLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(contractList, needs, { path: '/contracts', summary: 'Contracts', permission: 'contracts.read' }),
];
