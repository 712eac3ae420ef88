import type { CoreTx } from '../../kernel/db/database.ts';
import { reindex } from '../../kernel/search/rebuild.ts';
import { contractSearch } from '../contracts/contract.search.ts';
import { findConflicts } from './contract-conflicts.ts';
import { loadReferences, resolveContract, type ResolvedContract } from './contract-references.ts';
import { type ImportedContract, readContract } from './contract-rows.ts';
import type { ContractColumns } from './contract-values.ts';
import { ATTRIBUTE_PREFIX, CONTRACT_COLUMNS } from './contracts.columns.ts';
import type { FileKind, Thing } from './file-kind.ts';
import type { ImportDeps } from './importer.ts';
import type { Outcome, Refusal } from './result.ts';
import { rowsByCode } from './stored.ts';

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
  const resolved = new Map<Thing<ImportedContract>, ResolvedContract | readonly Refusal[]>();
  for (const thing of things)
    if (!same.has(thing)) resolved.set(thing, resolveContract(thing, references, deps.grids));
  const good = [...resolved.values()].filter((r): r is ResolvedContract => 'thing' in r);
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

async function insertContracts(
  tx: CoreTx,
  resolved: readonly ResolvedContract[],
  now: number,
): Promise<void> {
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
  const idOf = (r: ResolvedContract): number => (ids.get(r.thing.key) as { id: number }).id;
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
  await reindex(tx, contractSearch, resolved.map(idOf));
}

async function insertRows(tx: CoreTx, table: string, rows: readonly ContractColumns[]): Promise<void> {
  if (rows.length > 0)
    await tx.insert(
      table,
      Object.keys(rows[0] as ContractColumns),
      rows.map((row) => Object.values(row)),
    );
}
