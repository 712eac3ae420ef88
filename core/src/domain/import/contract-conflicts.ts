import type { SqlRow } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { idList } from '../../kernel/db/id-list.ts';
import type { ResolvedContract } from './contract-references.ts';
import type { ContractColumns } from './contract-values.ts';
import { conflict, type Refusal } from './result.ts';
import { differing } from './stored.ts';

/** The contracts of the file that are there already with other values, by code. */
export async function findConflicts(
  tx: CoreTx,
  resolved: readonly ResolvedContract[],
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

function versionDifferences(stored: readonly SqlRow[], wanted: readonly ContractColumns[]): string[] {
  if (stored.length < wanted.length) return ['item'];
  return wanted.flatMap((version) => {
    const there = stored.find(
      (s) => s['item'] === version['item'] && s['valid_from'] === version['valid_from'],
    );
    // The plan's price may be another by now; what the contract pays is compared by itself.
    return there ? differing(there, version).filter((c) => c !== 'plan_price_id') : ['valid_from'];
  });
}

const holdDifferences = (stored: readonly SqlRow[], wanted: ContractColumns | null): string[] => {
  if (wanted === null) return [];
  return stored[0] ? differing(stored[0], wanted) : ['state'];
};

/** Columns that change by themselves once a contract is there. */
const LIVE = new Set(['next_due', 'state']);

/** What the file calls a column of the database. */
const FIELDS: Readonly<Record<string, string>> = {
  customer_id: 'customer',
  payer_id: 'payer',
  site_id: 'site',
  activated_on: 'start_date',
  ends_on: 'end_date',
  notice_on: 'state_from',
  plan_id: 'plan',
  valid_to: 'item_end',
  price_e8: 'price',
  billed_to: 'billed_through',
  reason: 'state_reason',
  from_date: 'state_from',
  decided_on: 'state_from',
  access: 'state',
};
