import { addDays, NotFound, type PlainDate, type SqlRow } from '@traliccio/sdk';
import { columnsOf, type ReadableSql, wholeReader } from '../../kernel/db/parts.ts';
import { priceOf, termsOf } from '../plans/plan-detail.ts';
import { attributesOf } from './contract.store.ts';
import type { ContractDetail } from './contract.schema.ts';
import { displayState } from './display-state.ts';
import type { HoldDetail } from './hold.schema.ts';
import type { ItemVersionDetail } from './item.schema.ts';

const TERMS = ['cadence', 'timing', 'offset_days', 'proration', 'first_period', 'end_credit'];
const PRICE = ['price_e8', 'vat_included', 'vat_rate', 'natura', 'vat_reference'];

const readContract = wholeReader({
  select: `k.*, c.code AS customer_code, c.name AS customer_name, p.code AS payer_code, p.name AS payer_name,
    s.code AS site_code, s.name AS site_name, x.code AS parked_code, x.field AS parked_field, x.message AS parked_message,
    x.plugin AS parked_plugin, x.since AS parked_since, w.withdrew_on`,
  from: `contract k JOIN customer c ON c.id = k.customer_id JOIN customer p ON p.id = k.payer_id
    LEFT JOIN site s ON s.id = k.site_id LEFT JOIN parked_contract x ON x.contract_id = k.id
    LEFT JOIN contract_withdrawal w ON w.contract_id = k.id`,
  id: 'k.id',
  parts: {
    // Empty ones are left out: later decisions took them back.
    versions: {
      table: 'contract_item_version v',
      owner: 'v.contract_id',
      where: '(v.valid_to IS NULL OR v.valid_to > v.valid_from)',
      joins: 'LEFT JOIN plan l ON l.id = v.plan_id',
      select: {
        ...columnsOf('v', ['id', 'item', 'plan_id', 'description', 'quantity', 'valid_from', 'valid_to']),
        ...columnsOf('v', ['anchor', 'anchor_last_day', ...TERMS, ...PRICE]),
        plan_code: 'l.code',
        plan_name: 'l.name',
      },
      order: ['item', 'valid_from', 'id'],
    },
    holds: {
      table: 'hold h',
      owner: 'h.contract_id',
      select: columnsOf('h', [
        'id',
        'reason',
        'origin',
        'origin_ref',
        'from_date',
        'until_date',
        'blocks_billing',
        'access',
        'blocks_changes',
        'release_policy',
        'billed_days',
        'created_at',
        'released_at',
      ]),
      order: ['from_date', 'id'],
    },
  },
});

/** A contract with its items in time and its holds, as it is shown on a day. @throws NotFound */
export async function contractDetail(
  sql: ReadableSql,
  id: number,
  today: PlainDate,
): Promise<ContractDetail> {
  const found = await readContract(sql, id);
  if (!found) throw new NotFound('contract.not_found', `there is no contract ${id}`);
  const { row, parts } = found;
  return {
    ...contractOf(row),
    shownAs: displayState(
      { state: row['state'] as ContractDetail['state'], endsOn: day(row, 'ends_on') },
      parts.holds.map(stateOf),
      today,
    ),
    items: parts.versions.map(versionOf),
    holds: parts.holds.map(holdOf),
  };
}

const contractOf = (row: SqlRow): Omit<ContractDetail, 'shownAs' | 'items' | 'holds'> => ({
  id: row['id'] as number,
  code: row['code'] as string,
  state: row['state'] as ContractDetail['state'],
  customer: ref(row, 'customer'),
  payer: ref(row, 'payer'),
  site: row['site_id'] === null ? null : ref(row, 'site'),
  signedOn: day(row, 'signed_on'),
  activatedOn: day(row, 'activated_on'),
  noticeOn: day(row, 'notice_on'),
  withdrewOn: day(row, 'withdrew_on'),
  lastDay: lastDay(row, 'ends_on'),
  billedThrough: day(row, 'billed_through'),
  nextDue: day(row, 'next_due'),
  series: text(row, 'series'),
  paymentMethod: text(row, 'payment_method'),
  paymentDays: row['payment_days'] as number | null,
  purchaseOrder: text(row, 'purchase_order'),
  purchaseOrderDate: day(row, 'purchase_order_date'),
  cig: text(row, 'cig'),
  cup: text(row, 'cup'),
  separateGroup: text(row, 'separate_group') || null,
  installAddress: installAddressOf(row),
  attributes: attributesOf({ attributes: row['attributes'] as string }),
  parked: parkedOf(row),
  version: row['version'] as number,
  createdAt: row['created_at'] as number,
  updatedAt: row['updated_at'] as number,
});

function installAddressOf(row: SqlRow): ContractDetail['installAddress'] {
  const address = {
    street: text(row, 'install_street'),
    houseNumber: text(row, 'install_house_number'),
    postcode: text(row, 'install_postcode'),
    city: text(row, 'install_city'),
    province: text(row, 'install_province'),
  };
  return Object.values(address).every((part) => part === null) ? null : address;
}

const parkedOf = (row: SqlRow): ContractDetail['parked'] =>
  row['parked_code'] === null
    ? null
    : {
        code: row['parked_code'] as string,
        field: row['parked_field'] as string,
        message: row['parked_message'] as string,
        plugin: text(row, 'parked_plugin'),
        since: row['parked_since'] as number,
      };

const versionOf = (row: SqlRow): ItemVersionDetail => ({
  id: row['id'] as number,
  item: row['item'] as string,
  plan: row['plan_code'] === null ? null : ref(row, 'plan'),
  description: row['description'] as string,
  quantity: row['quantity'] as number,
  from: row['valid_from'] as PlainDate,
  lastDay: lastDay(row, 'valid_to'),
  anchor: row['anchor'] as PlainDate,
  anchorLastDay: row['anchor_last_day'] === 1,
  ...termsOf(row),
  ...priceOf(row),
});

const stateOf = (row: SqlRow) => ({
  fromDate: row['from_date'] as PlainDate,
  untilDate: day(row, 'until_date'),
  blocksBilling: row['blocks_billing'] === 1,
  access: row['access'] as string,
});

const holdOf = (row: SqlRow): HoldDetail => ({
  id: row['id'] as number,
  reason: row['reason'] as string,
  origin: row['origin'] as HoldDetail['origin'],
  originRef: text(row, 'origin_ref'),
  from: row['from_date'] as PlainDate,
  lastDay: lastDay(row, 'until_date'),
  blocksBilling: row['blocks_billing'] === 1,
  access: row['access'] as HoldDetail['access'],
  blocksChanges: row['blocks_changes'] === 1,
  releasePolicy: row['release_policy'] as HoldDetail['releasePolicy'],
  billedDays: JSON.parse((row['billed_days'] as string | null) ?? '[]') as PlainDate[],
  createdAt: row['created_at'] as number,
  releasedAt: row['released_at'] as number | null,
});

const text = (row: SqlRow, column: string): string | null => row[column] as string | null;
const day = (row: SqlRow, column: string): PlainDate | null => row[column] as PlainDate | null;
/** People are shown the last day, not the first one after it. */
const lastDay = (row: SqlRow, column: string): PlainDate | null => {
  const end = day(row, column);
  return end === null ? null : addDays(end, -1);
};
const ref = (row: SqlRow, what: string) => ({
  id: row[`${what}_id`] as number,
  code: row[`${what}_code`] as string,
  name: row[`${what}_name`] as string,
});
