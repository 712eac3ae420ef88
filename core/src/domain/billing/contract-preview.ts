import { addDays, later, NotFound, type Clock, type PlainDate, type Sql } from '@traliccio/sdk';
import type { CoreTx, Database } from '../../kernel/db/database.ts';
import { contractDetail } from '../contracts/contract-detail.ts';
import type { ContractInput } from '../contracts/contract.input.ts';
import type { ContractService } from '../contracts/contract.service.ts';
import { lockContract } from '../contracts/contract.store.ts';
import { newHold } from '../contracts/hold.schema.ts';
import type { HoldService } from '../contracts/hold.service.ts';
import type { ItemService } from '../contracts/item.service.ts';
import type { WithdrawalService } from '../contracts/withdrawal.service.ts';
import { totalsOf } from '../documents/totals.ts';
import type { Actor } from '../ports.ts';
import { within } from '../problem.ts';
import { chargesOf, type FreshCharge, type GridOf } from './charges.ts';
import type { ContractForecast, ContractPreview, ContractPreviewInput } from './contract-preview.schema.ts';
import { loadPage, type OpenCharge } from './page.ts';

export type ContractPreviewNeeds = {
  readonly database: Database;
  readonly clock: Clock;
  readonly contracts: ContractService;
  readonly items: ItemService;
  readonly holds: HoldService;
  readonly withdrawals: WithdrawalService;
  readonly gridOf: GridOf;
};
type Bill = ContractForecast['bills'][number];

/** The first shows what a change does at once, the second what is paid from then on. */
const BILLS = 2;
/** A day may charge nothing: of a first period that is free, or while it is looked at again after a change. */
const MOST_DAYS = 8;

/** Ends a transaction that only looks. */
class Undo extends Error {}

/** What a contract will be charged, as it is or as it would be: a command is done, looked at, and undone. */
export class ContractPreviews {
  readonly #needs: ContractPreviewNeeds;

  constructor(needs: ContractPreviewNeeds) {
    this.#needs = needs;
  }

  /** @throws NotFound */
  async forecast(sql: Sql, id: number): Promise<ContractForecast> {
    const [row] = await sql.all<{ payerId: number; nextDue: PlainDate | null }>(
      'SELECT payer_id AS payerId, next_due AS nextDue FROM contract WHERE id = ?',
      [id],
    );
    if (!row) throw new NotFound('contract.not_found', `there is no contract ${id}`);
    const today = this.#needs.clock.today();
    const bills: Bill[] = [];
    const shown = new Set<string>();
    let day = today;
    let next = row.nextDue;
    for (let days = 0; next !== null && bills.length < BILLS && days < MOST_DAYS; days++) {
      day = later(next, today);
      const page = await loadPage(sql, { payerIds: [row.payerId], day, except: new Set(), lock: false });
      const contract = page.contracts.find((one) => one.id === id);
      if (!contract) break;
      const answer = chargesOf(contract, page, { gridOf: this.#needs.gridOf, day });
      if ('code' in answer) {
        const { code, field, message } = answer;
        return { held: false, problem: { code, field, message }, bills };
      }
      // Nothing is written down between the days: what an earlier one charged comes again.
      const fresh = answer.fresh.filter(({ key, amount }) => amount !== 0 && !shown.has(key));
      for (const { key } of fresh) shown.add(key);
      const waiting = bills.length === 0 && !answer.held ? (page.open.get(id) ?? []) : [];
      if (fresh.length + waiting.length > 0) bills.push(billOf(day, [...waiting, ...fresh]));
      next = answer.nextDue !== null && answer.nextDue <= day ? addDays(day, 1) : answer.nextDue;
    }
    return { held: bills.length === 0 && (await isHeld(sql, id, day)), problem: null, bills };
  }

  /** What a contract would be charged if it were made, and started on its day. @throws as the commands do */
  create(input: ContractInput, by: Actor): Promise<ContractPreview> {
    return this.#undone(async (tx) => {
      const { id } = await this.#needs.contracts.create(tx, input, by);
      await this.#needs.contracts.activate(tx, { contract: { id }, on: input.startOn }, by);
      return id;
    });
  }

  /** What a contract would be, and would be charged, after a command. @throws as the command does */
  change(id: number, input: ContractPreviewInput, by: Actor): Promise<ContractPreview> {
    return this.#undone(async (tx) => {
      await lockContract(tx, { id });
      const [name] = Object.keys(input);
      await within(name!, () => this.#do(tx, { id, input, by }));
      return id;
    });
  }

  async #do(
    tx: CoreTx,
    { id, input, by }: { id: number; input: ContractPreviewInput; by: Actor },
  ): Promise<void> {
    const { contracts, items, holds, withdrawals } = this.#needs;
    const contract = { id };
    if (input.activate) await contracts.activate(tx, { contract, ...input.activate }, by);
    if (input.end) await contracts.end(tx, { contract, ...input.end }, by);
    if (input.withdraw) await withdrawals.withdraw(tx, { contract, ...input.withdraw }, by);
    if (input.hold) await holds.create(tx, { contract, ...newHold(input.hold) }, by);
    if (input.add) {
      const { from, ...item } = input.add;
      await items.add(tx, { contract, item, from }, by);
    }
    if (input.change) {
      const { item, from, ...to } = input.change;
      await items.change(tx, { contract, item, to, ...(from ? { from } : {}) }, by);
    }
    if (input.remove) {
      const { item, lastDay } = input.remove;
      await items.remove(tx, { contract, item, from: addDays(lastDay, 1) }, by);
    }
    if (input.release) {
      const { hold, ...release } = input.release;
      await holds.release(tx, { contractId: id, holdId: hold, ...release }, by);
    }
  }

  async #undone(work: (tx: CoreTx) => Promise<number>): Promise<ContractPreview> {
    let seen: ContractPreview | undefined;
    await this.#needs.database
      .transaction(async (tx) => {
        const id = await work(tx);
        const contract = await contractDetail(tx, id, this.#needs.clock.today());
        seen = { contract, ...(await this.forecast(tx, id)) };
        throw new Undo();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
    return seen!;
  }
}

const billOf = (day: PlainDate, charges: readonly (OpenCharge | FreshCharge)[]): Bill => ({
  day,
  total: totalsOf(charges).total,
  charges: charges.map((charge) => ({
    description: charge.description,
    periodFrom: charge.periodFrom,
    periodTo: charge.periodTo,
    days: 'days' in charge ? charge.days : null,
    amount: charge.amount,
    vatIncluded: charge.vatIncluded,
    vatRate: charge.vatRate,
  })),
});

/** A contract that a run has found held without an end is not looked at again before it is released. */
async function isHeld(sql: Sql, id: number, day: PlainDate): Promise<boolean> {
  const open = await sql.all(
    `SELECT h.id FROM hold h JOIN contract k ON k.id = h.contract_id WHERE h.contract_id = ? AND h.blocks_billing = 1
       AND h.from_date <= ? AND h.until_date IS NULL AND (k.ends_on IS NULL OR k.ends_on > ?)`,
    [id, day, day],
  );
  return open.length > 0;
}
