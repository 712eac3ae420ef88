import { type BillingGrid, Conflict, Invalid, type PlainDate } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import type { Actor } from '../ports.ts';
import { effectiveDate, isDowngrade } from './change-date.ts';
import { ItemVersionEntity, type ContractRow, type ItemVersionRow } from './contract.entity.ts';
import type { ContractDeps, ContractService } from './contract.service.ts';
import { type ContractRef, lockForChange, versionsOf } from './contract.store.ts';
import type { ItemInput, ItemValues } from './item-terms.ts';
import { touch } from './touch.ts';
import { supersede, versionOn } from './versions.ts';

export type ItemChange = {
  readonly contract: ContractRef;
  /** `main` when not given. */
  readonly item?: string;
  /** The day from which it holds; by default at once, or at the period's end when it gets cheaper. */
  readonly from?: PlainDate;
};

/** What a contract is charged for: changes are new versions from a date on, and earlier ones stay as they were. */
export class ItemService {
  readonly #deps: ContractDeps;
  readonly #contracts: ContractService;

  constructor(deps: ContractDeps & { readonly contracts: ContractService }) {
    this.#deps = deps;
    this.#contracts = deps.contracts;
  }

  async add(
    tx: CoreTx,
    change: { readonly contract: ContractRef; readonly item: ItemInput; readonly from: PlainDate },
    by: Actor,
  ): Promise<ItemVersionRow> {
    const contract = await lockForChange(tx, change.contract, this.#deps.clock.today());
    const values = await this.#contracts.resolveItem(tx, change.item, change.from);
    const versions = (await versionsOf(tx, contract.id)).filter((v) => v.item === values.item);
    if (
      versionOn(versions, change.from) ||
      versions.some((v) => v.validFrom > change.from && v.validTo !== v.validFrom)
    )
      throw new Conflict(
        'contract.item_taken',
        `contract ${contract.code} has an item ${values.item} already: change it, or give this one another name`,
        { field: 'item' },
      );
    const version = await this.#insert(tx, contract, { values, validTo: null, startsItem: true });
    await this.#finish(tx, { contract, from: change.from, action: 'contract.item_add', detail: change, by });
    return version;
  }

  /**
   * Changes plan, price, quantity, cadence or anchor of an item. The plan brings its own terms and price; without one,
   * what is not named stays. Later versions that were planned before are taken back: the newest decision holds.
   */
  async change(
    tx: CoreTx,
    change: ItemChange & { readonly to: Omit<ItemInput, 'item'> },
    by: Actor,
  ): Promise<ItemVersionRow> {
    const today = this.#deps.clock.today();
    const item = change.item ?? 'main';
    const contract = await lockForChange(tx, change.contract, today);
    const versions = (await versionsOf(tx, contract.id)).filter((v) => v.item === item);
    const present = versionOn(versions, change.from ?? today);
    if (!present)
      throw new Invalid(
        'contract.item_unknown',
        `contract ${contract.code} has no item ${item} on ${change.from ?? today}`,
        { field: 'item' },
      );
    const from = change.from ?? (await this.#defaultDate(tx, { present, to: change.to, item, today }));
    const old = versionOn(versions, from) ?? present;
    const values = await this.#contracts.resolveItem(
      tx,
      { ...carriedOver(old, change.to), ...change.to, item },
      from,
    );
    const { startsItem, validTo } = supersede(versions, from);
    const version = await this.#insert(tx, contract, {
      values: { ...values, planId: values.planId ?? keptPlan(old, change.to) },
      validTo,
      startsItem,
    });
    version.billedTo = old.billedTo !== null && old.billedTo > from ? old.billedTo : null;
    await this.#finish(tx, {
      contract,
      from,
      action: 'contract.item_change',
      detail: { ...change, from },
      by,
    });
    return version;
  }

  /** The item ends: `from` is the first day without it. */
  async remove(tx: CoreTx, change: ItemChange & { readonly from: PlainDate }, by: Actor): Promise<void> {
    const item = change.item ?? 'main';
    const contract = await lockForChange(tx, change.contract, this.#deps.clock.today());
    const versions = (await versionsOf(tx, contract.id)).filter((v) => v.item === item);
    if (!versions.some((v) => v.validTo === null || v.validTo > change.from))
      throw new Invalid(
        'contract.item_unknown',
        `contract ${contract.code} has no item ${item} on ${change.from}`,
        { field: 'item' },
      );
    supersede(versions, change.from);
    await this.#finish(tx, {
      contract,
      from: change.from,
      action: 'contract.item_remove',
      detail: change,
      by,
    });
  }

  async #defaultDate(
    tx: CoreTx,
    c: { present: ItemVersionRow; to: Omit<ItemInput, 'item'>; item: string; today: PlainDate },
  ): Promise<PlainDate> {
    const next = await this.#contracts.resolveItem(
      tx,
      { ...carriedOver(c.present, c.to), ...c.to, item: c.item },
      c.today,
    );
    const grid = this.#grid(c.present);
    const downgrade = isDowngrade({ rate: c.present, grid }, { rate: next, grid: this.#grid(next) });
    return effectiveDate({ downgrade, grid, today: c.today });
  }

  #grid(version: Pick<ItemValues, 'cadence' | 'anchor' | 'anchorLastDay'>): BillingGrid {
    const grid = this.#deps.grids(version.cadence, { date: version.anchor, lastDay: version.anchorLastDay });
    if (!grid)
      throw new Invalid('contract.cadence_unknown', `no plugin knows the cadence ${version.cadence}`, {
        field: 'cadence',
      });
    return grid;
  }

  async #insert(
    tx: CoreTx,
    contract: ContractRow,
    v: { values: ItemValues; validTo: PlainDate | null; startsItem: boolean },
  ): Promise<ItemVersionRow> {
    const { values, validTo, startsItem } = v;
    const createdAt = this.#deps.clock.now();
    const row = tx.em.create(ItemVersionEntity, {
      ...values,
      contractId: contract.id,
      validTo,
      startsItem,
      billedTo: null,
      createdAt,
    });
    tx.em.persist(row);
    return row;
  }

  async #finish(
    tx: CoreTx,
    c: { contract: ContractRow; from: PlainDate; action: string; detail: unknown; by: Actor },
  ): Promise<void> {
    const { audit, clock, events } = this.#deps;
    touch(c.contract, c.from);
    c.contract.updatedAt = clock.now();
    await tx.em.flush();
    await audit.record(tx, {
      actor: c.by,
      action: c.action,
      entity: 'contract',
      entityId: c.contract.id,
      detail: c.detail,
    });
    await events.emit(tx, 'contract.changed', `contract:${c.contract.id}`, {
      contractId: c.contract.id,
      from: c.from,
    });
  }
}

/** What a new version keeps of the old one. Another plan brings its own price, terms and name. */
function carriedOver(old: ItemVersionRow, to: Omit<ItemInput, 'item'>): ItemInput {
  const grid = {
    quantity: old.quantity,
    anchor: old.anchor,
    anchorLastDay: old.anchorLastDay,
    cadenceConfirmed: true,
  };
  if (to.plan) return grid;
  const { cadence, timing, offsetDays, proration, firstPeriod, endCredit } = old;
  const { description, priceE8, vatIncluded, vatRate, natura, vatReference } = old;
  return {
    ...grid,
    cadence,
    timing,
    offsetDays,
    proration,
    firstPeriod,
    endCredit,
    description,
    priceE8,
    vatIncluded,
    vatRate,
    natura,
    vatReference,
  };
}

const keptPlan = (old: ItemVersionRow, to: Omit<ItemInput, 'item'>): number | null =>
  to.plan ? null : old.planId;
