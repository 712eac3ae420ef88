import { addDays, NotFound, type PlainDate, type Sql, type SqlRow } from '@traliccio/sdk';
import { priceOf, termsOf } from '../plans/plan-detail.ts';
import { attributesOf } from './contract.store.ts';
import type { ContractDetail } from './contract.schema.ts';
import { displayState } from './display-state.ts';
import type { HoldDetail } from './hold.schema.ts';
import type { ItemVersionDetail } from './item.schema.ts';

/** A contract with its items in time and its holds, as it is shown on a day. @throws NotFound */
export async function contractDetail(
  sql: Pick<Sql, 'all'>,
  id: number,
  today: PlainDate,
): Promise<ContractDetail> {
  const [[row], versions, holds] = await Promise.all([
    sql.all(CONTRACT, [id]),
    sql.all(VERSIONS, [id]),
    sql.all('SELECT * FROM hold WHERE contract_id = ? ORDER BY from_date, id', [id]),
  ]);
  if (!row) throw new NotFound('contract.not_found', `there is no contract ${id}`);
  return {
    ...contractOf(row),
    shownAs: displayState(
      { state: row['state'] as ContractDetail['state'], endsOn: day(row, 'ends_on') },
      holds.map(stateOf),
      today,
    ),
    items: versions.map(versionOf),
    holds: holds.map(holdOf),
  };
}

const CONTRACT = `
  SELECT k.*, c.code AS customer_code, c.name AS customer_name, p.code AS payer_code, p.name AS payer_name,
         s.code AS site_code, s.name AS site_name, x.code AS parked_code, x.field AS parked_field,
         x.message AS parked_message, x.plugin AS parked_plugin, x.since AS parked_since
  FROM contract k
  JOIN customer c ON c.id = k.customer_id
  JOIN customer p ON p.id = k.payer_id
  LEFT JOIN site s ON s.id = k.site_id
  LEFT JOIN parked_contract x ON x.contract_id = k.id
  WHERE k.id = ?`;

/** Empty ones are left out: later decisions took them back. */
const VERSIONS = `
  SELECT v.*, l.code AS plan_code, l.name AS plan_name
  FROM contract_item_version v
  LEFT JOIN plan l ON l.id = v.plan_id
  WHERE v.contract_id = ? AND (v.valid_to IS NULL OR v.valid_to > v.valid_from)
  ORDER BY v.item, v.valid_from, v.id`;

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
