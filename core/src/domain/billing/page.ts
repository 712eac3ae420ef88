import type { Cents, ContractState, PlainDate, Sql } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import { loadIssuers, loadPayers, type IssuerTerms, type Payer } from '../documents/parties.ts';
import type { BillingHold, ItemVersion } from './item-version.ts';
import type { Charged } from './missing.ts';

export type PageContract = {
  readonly id: number;
  readonly code: string;
  readonly issuerId: number;
  readonly customerId: number;
  readonly payerId: number;
  readonly siteId: number | null;
  readonly state: ContractState;
  readonly endsOn: PlainDate | null;
  readonly nextDue: PlainDate | null;
  readonly settledTo: PlainDate | null;
  readonly series: string | null;
  readonly paymentMethod: string | null;
  readonly paymentDays: number | null;
  readonly purchaseOrder: string | null;
  readonly purchaseOrderDate: PlainDate | null;
  readonly cig: string | null;
  readonly cup: string | null;
  readonly separateGroup: string;
  readonly attributes: string;
  readonly version: number;
  /** 1 when the customer withdrew from it: no paid day beyond its end is kept. */
  readonly withdrawn: 0 | 1;
};

/** A charge that has not been put on a document yet. */
export type OpenCharge = {
  readonly id: number;
  readonly contractId: number;
  readonly payerId: number;
  readonly kind: string;
  readonly description: string;
  readonly periodFrom: PlainDate | null;
  readonly periodTo: PlainDate | null;
  readonly quantity: number;
  readonly unitPriceE8: number | null;
  readonly amount: Cents;
  readonly vatIncluded: boolean;
  readonly vatRate: number;
  readonly natura: string | null;
  readonly vatReference: string | null;
};

/** All that the bills of some payers are made of, read in a fixed number of queries. */
export type Page = {
  readonly contracts: readonly PageContract[];
  readonly versions: ReadonlyMap<number, readonly ItemVersion[]>;
  readonly holds: ReadonlyMap<number, readonly BillingHold[]>;
  /** By `versionId gridStart`. */
  readonly charged: ReadonlyMap<string, Charged>;
  readonly chargedStarts: ReadonlyMap<number, readonly PlainDate[]>;
  readonly open: ReadonlyMap<number, readonly OpenCharge[]>;
  readonly payers: ReadonlyMap<number, Payer>;
  readonly issuers: ReadonlyMap<number, IssuerTerms>;
};

export const chargedKey = (versionId: number, gridStart: PlainDate): string => `${versionId} ${gridStart}`;

const CONTRACT = `id, code, issuer_id AS issuerId, customer_id AS customerId, payer_id AS payerId, site_id AS siteId, state, ends_on AS endsOn,
  next_due AS nextDue, settled_to AS settledTo, series, payment_method AS paymentMethod, payment_days AS paymentDays,
  purchase_order AS purchaseOrder, purchase_order_date AS purchaseOrderDate, cig, cup, separate_group AS separateGroup, attributes, version,
  EXISTS (SELECT 1 FROM contract_withdrawal w WHERE w.contract_id = contract.id) AS withdrawn`;

export type PageQuestion = {
  readonly payerIds: readonly number[];
  readonly day: PlainDate;
  /** Contracts to leave out: parked by this run. */
  readonly except: ReadonlySet<number>;
  /** Locks the contracts until the transaction ends. */
  readonly lock: boolean;
  /** All their contracts and all that was charged ever, for a recomputation from the beginning. */
  readonly whole?: boolean;
};

export async function loadPage(
  sql: Sql,
  { payerIds, day, except, lock, whole = false }: PageQuestion,
): Promise<Page> {
  const payerList = idList(sql, payerIds);
  // The index is named: the statistics of a table whose rows are nearly all due send the planner elsewhere.
  const hint = sql.dialect === 'sqlite' ? 'INDEXED BY contract_payer' : 'FORCE INDEX (contract_payer)';
  const all = await sql.all<PageContract>(
    `SELECT ${CONTRACT} FROM contract ${hint} WHERE payer_id IN ${payerList.sql} AND ${whole ? '? IS NOT NULL' : 'next_due <= ?'} ORDER BY payer_id, id${lock && sql.dialect === 'mysql' ? ' FOR UPDATE' : ''}`,
    [...payerList.params, day],
  );
  const contracts = all.filter((c) => !except.has(c.id));
  const ids = contracts.map((c) => c.id);
  const charged = await loadCharged(sql, contracts, whole);
  return {
    contracts,
    versions: await loadVersions(sql, ids),
    holds: await loadHolds(sql, ids),
    ...charged,
    open: await loadOpen(sql, contracts),
    payers: await loadPayers(sql, [...new Set(contracts.map((c) => c.payerId))]),
    issuers: await loadIssuers(sql, [...new Set(contracts.map((c) => c.issuerId))]),
  };
}

async function loadVersions(sql: Sql, ids: readonly number[]): Promise<Map<number, ItemVersion[]>> {
  const list = idList(sql, ids);
  const rows = await sql.all<ItemVersion & { startsItem: unknown; vatIncluded: unknown }>(
    `SELECT id, contract_id AS contractId, item, description, quantity, valid_from AS validFrom, valid_to AS validTo, starts_item AS startsItem,
       cadence, anchor, anchor_last_day AS anchorLastDay, timing, offset_days AS offsetDays, proration, first_period AS firstPeriod, end_credit AS endCredit,
       price_e8 AS priceE8, vat_included AS vatIncluded, vat_rate AS vatRate, natura, vat_reference AS vatReference, plan_price_id AS planPriceId, billed_to AS billedTo
     FROM contract_item_version WHERE contract_id IN ${list.sql} ORDER BY contract_id, item, valid_from`,
    list.params,
  );
  const flag = (value: unknown): boolean => value === 1;
  const versions = rows.map((r): ItemVersion => ({
    ...r,
    startsItem: flag(r.startsItem),
    anchorLastDay: flag(r.anchorLastDay),
    endCredit: flag(r.endCredit),
    vatIncluded: flag(r.vatIncluded),
  }));
  return Map.groupBy(versions, (v) => v.contractId);
}

async function loadHolds(sql: Sql, ids: readonly number[]): Promise<Map<number, BillingHold[]>> {
  const list = idList(sql, ids);
  const rows = await sql.all<
    Omit<BillingHold, 'billedDays'> & { contractId: number; billedDays: string | null }
  >(
    `SELECT id, contract_id AS contractId, from_date AS ${quoted(sql, 'from')}, until_date AS until, release_policy AS releasePolicy, decided_on AS decidedOn, billed_days AS billedDays
     FROM hold WHERE blocks_billing = 1 AND contract_id IN ${list.sql} ORDER BY contract_id, id`,
    list.params,
  );
  const holds = new Map<number, BillingHold[]>();
  for (const { contractId, billedDays, ...hold } of rows)
    holds.set(contractId, [
      ...(holds.get(contractId) ?? []),
      { ...hold, billedDays: billedDays ? (JSON.parse(billedDays) as PlainDate[]) : [] },
    ]);
  return holds;
}

const quoted = (sql: Sql, name: string): string => (sql.dialect === 'sqlite' ? `"${name}"` : `\`${name}\``);

/** What was charged of the periods that are not settled. */
async function loadCharged(
  sql: Sql,
  contracts: readonly PageContract[],
  whole: boolean,
): Promise<Pick<Page, 'charged' | 'chargedStarts'>> {
  const list = idList(
    sql,
    contracts.map((c) => c.id),
  );
  const since = whole
    ? '0000-01-01'
    : contracts.reduce<PlainDate>(
        (least, c) => (c.settledTo === null ? '0000-01-01' : c.settledTo < least ? c.settledTo : least),
        '9999-12-31',
      );
  const rows = await sql.all<{
    versionId: number;
    gridStart: PlainDate;
    amount: number;
    days: number;
    entries: number;
  }>(
    `SELECT item_version_id AS versionId, grid_start AS gridStart, SUM(COALESCE(agreed_amount, amount)) AS amount, SUM(days) AS days, COUNT(*) AS entries
     FROM charge WHERE contract_id IN ${list.sql} AND grid_end > ? GROUP BY item_version_id, grid_start`,
    [...list.params, since],
  );
  const starts = new Map<number, PlainDate[]>();
  for (const r of rows) {
    const known = starts.get(r.versionId);
    if (known) known.push(r.gridStart);
    else starts.set(r.versionId, [r.gridStart]);
  }
  return {
    charged: new Map(rows.map((r) => [chargedKey(r.versionId, r.gridStart), r])),
    chargedStarts: starts,
  };
}

async function loadOpen(sql: Sql, contracts: readonly PageContract[]): Promise<Map<number, OpenCharge[]>> {
  const list = idList(sql, [...new Set(contracts.map((c) => c.payerId))]);
  const rows = await sql.all<OpenCharge & { vatIncluded: unknown }>(
    `SELECT id, contract_id AS contractId, payer_id AS payerId, kind, description, period_from AS periodFrom, period_to AS periodTo, quantity,
       unit_price_e8 AS unitPriceE8, amount, vat_included AS vatIncluded, vat_rate AS vatRate, natura, vat_reference AS vatReference
     FROM charge WHERE document_id IS NULL AND payer_id IN ${list.sql} ORDER BY id`,
    list.params,
  );
  return Map.groupBy(
    rows.map((r) => ({ ...r, vatIncluded: (r.vatIncluded as unknown) === 1 })),
    (r) => r.contractId,
  );
}
