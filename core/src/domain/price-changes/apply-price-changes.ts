import { type Clock, type PlainDate, TraliccioError } from '@traliccio/sdk';
import type { CoreTx, Database } from '../../kernel/db/database.ts';
import { idList } from '../../kernel/db/id-list.ts';
import type { ItemService } from '../contracts/item.service.ts';
import type { Actor } from '../ports.ts';
import { type SkipReason, skipReason } from './price-change.rules.ts';
import {
  CHANGED_CONTRACT,
  type ChangedContractRow,
  dueChanges,
  forUpdate,
  type LockedContract,
  lockPriceChange,
  type PlanItem,
  type PriceChangeRow,
} from './price-change.store.ts';

type Needs = { readonly database: Database; readonly clock: Clock; readonly items: ItemService };
export type ApplyResult = { readonly applied: number; readonly skipped: number };
/** What became of a contract: undefined when it has its new price. */
type Outcome = { readonly row: ChangedContractRow; readonly skipped?: SkipReason; readonly why?: string };

const AT_ONCE = 50;
const BY: Actor = { kind: 'system', name: 'price-changes' };

/**
 * Gives contracts the prices whose day has come, by new versions of their items from that day. It is done on the day
 * and not before, so that who withdrew, was left out or changed until then is known; what was billed in advance at
 * the old price is corrected by the next run, which charges the difference.
 */
export class PriceChangeApplier {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** All that is due today; each contract once, however often it is started, and wherever it was ended. */
  async applyDue(signal?: AbortSignal): Promise<ApplyResult> {
    const { database, clock } = this.#needs;
    const result = { applied: 0, skipped: 0 };
    for (const { id } of await dueChanges(database.sql, clock.today()))
      for (let isDone = false; !isDone;) {
        signal?.throwIfAborted();
        const batch = await database.transaction((tx) => this.#batch(tx, id));
        result.applied += batch.filter((one) => one.skipped === undefined).length;
        result.skipped += batch.filter((one) => one.skipped !== undefined).length;
        isDone = batch.length === 0;
      }
    return result;
  }

  async #batch(tx: CoreTx, id: number): Promise<readonly Outcome[]> {
    const change = await lockPriceChange(tx, id);
    if (change.state !== 'announced') return [];
    const rows = await tx.all<ChangedContractRow>(
      `SELECT ${CHANGED_CONTRACT} FROM price_change_contract WHERE change_id = ? AND state = 'announced' ORDER BY id LIMIT ${AT_ONCE}${forUpdate(tx)}`,
      [id],
    );
    if (rows.length === 0) {
      await tx.run(`UPDATE price_change SET state = 'done' WHERE id = ?`, [id]);
      return [];
    }
    const found = await load(tx, rows);
    const outcomes: Outcome[] = [];
    for (const row of rows) outcomes.push(await this.#one(tx, { change, row, found }));
    await this.#note(tx, outcomes);
    return outcomes;
  }

  async #one(
    tx: CoreTx,
    { change, row, found }: { change: PriceChangeRow; row: ChangedContractRow; found: Loaded },
  ): Promise<Outcome> {
    const { effectiveOn, noticeDays, planId } = change;
    const all = found.items.get(row.contractId) ?? [];
    const items = all.filter((v) => v.planId === planId && holdsOn(v, effectiveOn));
    const skipped = skipReason({
      effectiveOn,
      noticeDays,
      toldOn: row.toldOn,
      old: { priceE8: row.oldPriceE8, vatIncluded: row.oldVatIncluded === 1 },
      contract: found.contracts.get(row.contractId)!,
      items: items.map(({ priceE8, vatIncluded }) => ({ priceE8, vatIncluded: vatIncluded === 1 })),
      changesLater: all.some((v) => v.validFrom > effectiveOn && items.some(({ item }) => item === v.item)),
    });
    if (skipped) return { row, skipped };
    const to = { priceE8: change.priceE8, vatIncluded: change.vatIncluded === 1 };
    try {
      for (const { item } of items)
        await this.#needs.items.change(
          tx,
          { contract: { id: row.contractId }, item, from: effectiveOn, to },
          BY,
        );
      return { row };
    } catch (error) {
      // Refused before anything is written: held against changes, a cadence that nobody knows.
      if (!(error instanceof TraliccioError)) throw error;
      return { row, skipped: 'refused', why: error.message };
    }
  }

  async #note(tx: CoreTx, outcomes: readonly Outcome[]): Promise<void> {
    const now = this.#needs.clock.now();
    const reasonOf = ({ skipped, why }: Outcome): string | null =>
      skipped === undefined ? null : why === undefined ? skipped : `${skipped}: ${why}`.slice(0, 300);
    for (const [reason, same] of Map.groupBy(outcomes, reasonOf)) {
      const ids = idList(
        tx,
        same.map(({ row }) => row.id),
      );
      await tx.run(
        `UPDATE price_change_contract SET state = ?, reason = ?, updated_at = ? WHERE id IN ${ids.sql}`,
        [reason === null ? 'applied' : 'skipped', reason, now, ...ids.params],
      );
    }
  }
}

type Loaded = {
  readonly contracts: ReadonlyMap<number, LockedContract>;
  readonly items: ReadonlyMap<number, readonly PlanItem[]>;
};

/** Contracts of a batch, locked, and what they are charged for; versions that were taken back are left out. */
async function load(tx: CoreTx, rows: readonly ChangedContractRow[]): Promise<Loaded> {
  const ids = idList(
    tx,
    rows.map((row) => row.contractId),
  );
  const contracts = await tx.all<LockedContract>(
    `SELECT id, state, ends_on AS endsOn FROM contract WHERE id IN ${ids.sql} ORDER BY id${forUpdate(tx)}`,
    ids.params,
  );
  const items = await tx.all<PlanItem>(
    `SELECT contract_id AS contractId, item, plan_id AS planId, price_e8 AS priceE8, vat_included AS vatIncluded,
       valid_from AS validFrom, valid_to AS validTo
     FROM contract_item_version WHERE contract_id IN ${ids.sql} AND (valid_to IS NULL OR valid_to > valid_from)`,
    ids.params,
  );
  return {
    contracts: new Map(contracts.map((one) => [one.id, one])),
    items: Map.groupBy(items, (one) => one.contractId),
  };
}

const holdsOn = (version: PlanItem, day: PlainDate): boolean =>
  version.validFrom <= day && (version.validTo === null || version.validTo > day);
