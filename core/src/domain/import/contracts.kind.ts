import type { PlainDate, SqlRow, SqlValue } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { idList } from '../../kernel/db/id-list.ts';
import { detailColumns } from '../contracts/contract.input.ts';
import { firstDue } from '../contracts/first-due.ts';
import { itemValues, type ItemValues } from '../contracts/item-terms.ts';
import { onlyIssuer } from '../issuer/issuer.service.ts';
import { PlanEntity, PlanPriceEntity, type PlanPriceRow, type PlanRow } from '../plans/plan.entity.ts';
import { priceOn } from '../plans/plan.rules.ts';
import type { Grids } from '../ports.ts';
import { type ImportedContract, type ImportedVersion, readContract } from './contract-rows.ts';
import { ATTRIBUTE_PREFIX, CONTRACT_COLUMNS } from './contracts.columns.ts';
import type { FileKind, Thing } from './file-kind.ts';
import type { ImportDeps } from './importer.ts';
import { conflict, type Outcome, type Refusal } from './result.ts';
import { differing, rowsByCode } from './stored.ts';

type Deps = Pick<ImportDeps, 'clock' | 'grids'>;

export const contractsKind = (deps: Deps): FileKind<ImportedContract> => ({
  name: 'contracts',
  prefix: 'contract',
  columns: CONTRACT_COLUMNS,
  freePrefix: ATTRIBUTE_PREFIX,
  groupBy: 'code',
  read(rows) {
    const value = readContract(rows, deps.clock.today());
    return { key: value.code, value };
  },
  store: (tx, things) => storeContracts(tx, things, deps),
});

type Columns = Record<string, SqlValue>;
/** A contract with what its codes stand for, as columns. */
type Resolved = {
  readonly thing: Thing<ImportedContract>;
  readonly contract: Columns;
  readonly versions: readonly Columns[];
  readonly hold: Columns | null;
};

async function storeContracts(
  tx: CoreTx,
  things: readonly Thing<ImportedContract>[],
  deps: Deps,
): Promise<Outcome[]> {
  const references = await loadReferences(tx, things);
  const stored = await rowsByCode(
    tx,
    'contract',
    things.map((t) => t.key),
  );
  const same = new Set(things.filter((t) => stored.get(t.key)?.['import_hash'] === t.hash));
  const resolved = new Map<Thing<ImportedContract>, Resolved | readonly Refusal[]>();
  for (const thing of things) if (!same.has(thing)) resolved.set(thing, resolve(thing, references, deps));
  const good = [...resolved.values()].filter((r): r is Resolved => 'thing' in r);
  await insertContracts(
    tx,
    good.filter((r) => !stored.has(r.thing.key)),
    deps.clock.now(),
  );
  const conflicts = await findConflicts(
    tx,
    good.filter((r) => stored.has(r.thing.key)),
    stored,
  );
  return things.map((thing) => {
    const found = resolved.get(thing);
    if (found === undefined) return 'unchanged';
    if (!('thing' in found)) return found;
    return stored.has(thing.key) ? (conflicts.get(thing.key) ?? 'unchanged') : 'imported';
  });
}

type References = {
  readonly issuerId: number;
  readonly customers: ReadonlyMap<string, { readonly id: number }>;
  readonly sites: ReadonlyMap<string, { readonly id: number }>;
  readonly plans: ReadonlyMap<string, PlanRow>;
  readonly prices: ReadonlyMap<number, readonly PlanPriceRow[]>;
};

async function loadReferences(tx: CoreTx, things: readonly Thing<ImportedContract>[]): Promise<References> {
  const codes = (of: (contract: ImportedContract) => readonly (string | null | undefined)[]): string[] => [
    ...new Set(things.flatMap((t) => of(t.value)).filter((code): code is string => Boolean(code))),
  ];
  const issuer = await onlyIssuer(tx);
  const plans = await tx.em.find(PlanEntity, { code: codes((c) => c.versions.map((v) => v.input.plan)) });
  const prices = await tx.em.find(PlanPriceEntity, { planId: plans.map((p) => p.id) });
  return {
    issuerId: issuer.id,
    customers: await rowsByCode(
      tx,
      'customer',
      codes((c) => [c.customer, c.payer]),
      'id, code',
    ),
    sites: await rowsByCode(
      tx,
      'site',
      codes((c) => [c.site]),
      'id, code',
    ),
    plans: new Map(plans.map((plan) => [plan.code, plan])),
    prices: Map.groupBy(prices, (price) => price.planId),
  };
}

/** Looks up what the codes stand for, and fixes prices and terms. */
function resolve(
  thing: Thing<ImportedContract>,
  references: References,
  deps: Deps,
): Resolved | readonly Refusal[] {
  const refused: Refusal[] = [];
  const { value } = thing;
  const find = (
    field: 'customer' | 'payer' | 'site',
    map: ReadonlyMap<string, { readonly id: number }>,
  ): number | null => {
    const code = value[field];
    if (code === null) return null;
    const found = map.get(code);
    if (!found)
      refused.push({
        line: thing.line,
        field,
        code: `contract.${field}_unknown`,
        message: `there is no ${field === 'site' ? 'site' : 'customer'} ${code}`,
      });
    return found?.id ?? null;
  };
  const customerId = find('customer', references.customers);
  const payerId = find('payer', references.customers) ?? customerId;
  const siteId = find('site', references.sites);
  const versions = value.versions.map((version) =>
    resolveVersion(version, references, { grids: deps.grids, refused }),
  );
  if (refused.length > 0) return refused;
  const due = versions.map(({ values, version }) => ({
    ...values,
    validTo: version.validTo,
    billedTo: version.billedTo,
  }));
  const contract = contractColumns(value, {
    issuerId: references.issuerId,
    customerId,
    payerId,
    siteId,
    nextDue: firstDue(due, value.endsOn, deps.grids),
  });
  return { thing, contract, versions: versions.map(versionColumns), hold: holdColumns(value) };
}

type ResolvedVersion = { readonly version: ImportedVersion; readonly values: ItemValues };

function resolveVersion(
  version: ImportedVersion,
  references: References,
  context: { grids: Grids; refused: Refusal[] },
): ResolvedVersion {
  const { input, line, validFrom } = version;
  const plan = input.plan ? (references.plans.get(input.plan) ?? null) : null;
  const unknown = input.plan && !plan;
  const price = plan ? (priceOn(references.prices.get(plan.id) ?? [], validFrom) ?? null) : null;
  const { values, problems } = itemValues(input, validFrom, { plan, price, grids: context.grids });
  if (unknown)
    context.refused.push({
      line,
      field: 'plan',
      code: 'contract.plan_unknown',
      message: `there is no plan ${input.plan}`,
    });
  // Without its plan, whatever else is missing only repeats it.
  else context.refused.push(...problems.map((problem) => ({ line, ...problem })));
  return { version, values };
}

const STATES = {
  active: 'active',
  pending: 'active',
  suspended: 'active',
  terminating: 'terminating',
  terminated: 'terminated',
} as const;

function contractColumns(
  value: ImportedContract,
  ids: {
    issuerId: number;
    customerId: number | null;
    payerId: number | null;
    siteId: number | null;
    nextDue: PlainDate | null;
  },
): Columns {
  const details = detailColumns(value.details);
  return {
    code: value.code,
    issuer_id: ids.issuerId,
    customer_id: ids.customerId,
    payer_id: ids.payerId,
    site_id: ids.siteId,
    state: STATES[value.state],
    signed_on: value.signedOn,
    activated_on: value.startsOn,
    notice_on: value.state === 'terminating' || value.state === 'terminated' ? value.stateFrom : null,
    ends_on: value.endsOn,
    billed_through: value.billedThrough,
    next_due: ids.nextDue,
    ...Object.fromEntries(Object.entries(details).map(([name, column]) => [snake(name), column])),
    attributes: JSON.stringify(value.details.attributes ?? {}),
  };
}

const versionColumns = ({ version, values }: ResolvedVersion): Columns => ({
  item: values.item,
  plan_id: values.planId,
  description: values.description,
  quantity: values.quantity,
  valid_from: values.validFrom,
  valid_to: version.validTo,
  starts_item: version.startsItem ? 1 : 0,
  anchor: values.anchor,
  anchor_last_day: values.anchorLastDay ? 1 : 0,
  cadence: values.cadence,
  timing: values.timing,
  offset_days: values.offsetDays,
  proration: values.proration,
  first_period: values.firstPeriod,
  end_credit: values.endCredit ? 1 : 0,
  price_e8: values.priceE8,
  vat_included: values.vatIncluded ? 1 : 0,
  vat_rate: values.vatRate,
  natura: values.natura,
  vat_reference: values.vatReference,
  plan_price_id: values.planPriceId,
  billed_to: version.billedTo,
});

/** The other system decided on it on the day from which it holds: what had fallen due before counts as billed. */
function holdColumns({ state, stateReason, stateFrom }: ImportedContract): Columns | null {
  if ((state !== 'pending' && state !== 'suspended') || stateFrom === null) return null;
  return {
    reason: stateReason,
    origin: 'operator',
    from_date: stateFrom,
    blocks_billing: 1,
    access: state === 'suspended' ? 'cut' : 'none',
    blocks_changes: 0,
    release_policy: 'resume',
    decided_on: stateFrom,
  };
}

async function insertContracts(tx: CoreTx, resolved: readonly Resolved[], now: number): Promise<void> {
  if (resolved.length === 0) return;
  await insertRows(
    tx,
    'contract',
    resolved.map((r) => ({ ...r.contract, import_hash: r.thing.hash, created_at: now, updated_at: now })),
  );
  const ids = await rowsByCode(
    tx,
    'contract',
    resolved.map((r) => r.thing.key),
    'id, code',
  );
  const idOf = (r: Resolved): number => (ids.get(r.thing.key) as { id: number }).id;
  await insertRows(
    tx,
    'contract_item_version',
    resolved.flatMap((r) => r.versions.map((v) => ({ contract_id: idOf(r), ...v, created_at: now }))),
  );
  await insertRows(
    tx,
    'hold',
    resolved.flatMap((r) => (r.hold ? [{ contract_id: idOf(r), ...r.hold, created_at: now }] : [])),
  );
}

async function insertRows(tx: CoreTx, table: string, rows: readonly Columns[]): Promise<void> {
  if (rows.length > 0)
    await tx.insert(
      table,
      Object.keys(rows[0] as Columns),
      rows.map((row) => Object.values(row)),
    );
}

/** Columns that change by themselves once a contract is there. */
const LIVE = new Set(['next_due', 'state']);

async function findConflicts(
  tx: CoreTx,
  resolved: readonly Resolved[],
  stored: ReadonlyMap<string, SqlRow & { readonly id: number }>,
): Promise<Map<string, Refusal[]>> {
  const conflicts = new Map<string, Refusal[]>();
  if (resolved.length === 0) return conflicts;
  const list = idList(
    tx,
    resolved.map((r) => (stored.get(r.thing.key) as { id: number }).id),
  );
  const versions = await tx.all<SqlRow & { contract_id: number }>(
    `SELECT * FROM contract_item_version WHERE contract_id IN ${list.sql} ORDER BY id`,
    list.params,
  );
  const holds = await tx.all<SqlRow & { contract_id: number }>(
    `SELECT * FROM hold WHERE contract_id IN ${list.sql} ORDER BY id`,
    list.params,
  );
  for (const r of resolved) {
    const row = stored.get(r.thing.key) as SqlRow & { readonly id: number };
    const own = <T extends { contract_id: number }>(rows: readonly T[]): T[] =>
      rows.filter((one) => one.contract_id === row.id);
    const fields = [
      ...differing(row, r.contract).filter((c) => !LIVE.has(c)),
      ...versionDifferences(own(versions), r.versions),
      ...holdDifferences(own(holds), r.hold),
    ];
    const names = [...new Set(fields.map((column) => FIELDS[column] ?? column))];
    if (names.length > 0)
      conflicts.set(r.thing.key, [conflict({ line: r.thing.line, what: `contract ${r.thing.key}` }, names)]);
  }
  return conflicts;
}

function versionDifferences(stored: readonly SqlRow[], wanted: readonly Columns[]): string[] {
  if (stored.length < wanted.length) return ['item'];
  return wanted.flatMap((version) => {
    const there = stored.find(
      (s) => s['item'] === version['item'] && s['valid_from'] === version['valid_from'],
    );
    return there ? differing(there, version) : ['valid_from'];
  });
}

const holdDifferences = (stored: readonly SqlRow[], wanted: Columns | null): string[] => {
  if (wanted === null) return [];
  return stored[0] ? differing(stored[0], wanted) : ['state'];
};

/** What the file calls a column of the database. */
const FIELDS: Readonly<Record<string, string>> = {
  customer_id: 'customer',
  payer_id: 'payer',
  site_id: 'site',
  activated_on: 'start_date',
  ends_on: 'end_date',
  notice_on: 'state_from',
  plan_id: 'plan',
  plan_price_id: 'plan',
  valid_to: 'item_end',
  price_e8: 'price',
  billed_to: 'billed_through',
  reason: 'state_reason',
  from_date: 'state_from',
  decided_on: 'state_from',
  access: 'state',
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
