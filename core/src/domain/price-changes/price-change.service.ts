import { addDays, Conflict, type Clock, Invalid, NotFound, type PlainDate, type Tx } from '@traliccio/sdk';
import type { CoreTx, Database } from '../../kernel/db/database.ts';
import { idList } from '../../kernel/db/id-list.ts';
import type { Events } from '../../kernel/events/events.ts';
import type { CoreSettings } from '../../kernel/settings/core-settings.ts';
import { lockContract } from '../contracts/contract.store.ts';
import type { WithdrawalService } from '../contracts/withdrawal.service.ts';
import { planByCode } from '../plans/plan.service.ts';
import type { Actor, AuditWriter } from '../ports.ts';
import { refuse } from '../problem.ts';
import { siteByCode } from '../sites/site.service.ts';
import {
  checkAnnouncement,
  checkWithdrawal,
  firstPossible,
  lastDayAfter,
  WITHDRAW_DAYS,
} from './price-change.rules.ts';
import { PRICE_CHANGE_NOTICE_DAYS } from './price-change.settings.ts';
import {
  CHANGED_CONTRACT,
  type ChangedContractRow,
  type Concern,
  type Concerned,
  concernedBy,
  forUpdate,
  lockPriceChange,
  type PriceChangeRow,
} from './price-change.store.ts';

export type PriceChangeInput = {
  readonly plan: string;
  readonly site?: string | null;
  /** Only contracts that pay this now. */
  readonly onlyPriceE8?: number | null;
  readonly priceE8: number;
  readonly vatIncluded: boolean;
  readonly effectiveOn: PlainDate;
  readonly reason: string;
};
export type PriceChangeDeps = {
  readonly database: Database;
  readonly audit: AuditWriter;
  readonly clock: Clock;
  readonly events: Pick<Events, 'emitMany'>;
  readonly coreSettings: CoreSettings;
  readonly withdrawals: WithdrawalService;
};
type Told = { readonly on: PlainDate; readonly how: 'mail' | 'letter' | 'other' };

const CHANGE_COLUMNS = [
  'id',
  'plan_id',
  'site_id',
  'only_price_e8',
  'price_e8',
  'vat_included',
  'effective_on',
  'notice_days',
  'reason',
  'state',
  'announced_on',
  'created_at',
];
const CONTRACT_COLUMNS = [
  'change_id',
  'contract_id',
  'old_price_e8',
  'old_vat_included',
  'state',
  'reason',
  'updated_at',
];

/** A new price for many contracts from a day on: announced, and applied when the day has come. */
export class PriceChangeService {
  readonly #deps: PriceChangeDeps;

  constructor(deps: PriceChangeDeps) {
    this.#deps = deps;
  }

  /** Whom a change would concern, and from when it could hold. @throws NotFound */
  async preview(
    input: Omit<PriceChangeInput, 'reason'>,
  ): Promise<{ readonly firstPossible: PlainDate; readonly concerned: readonly Concerned[] }> {
    const { database, clock } = this.#deps;
    const noticeDays = await this.#deps.coreSettings.get(PRICE_CHANGE_NOTICE_DAYS);
    const concerned = await database.transaction(async (tx) => concernedBy(tx, await concernOf(tx, input)));
    return { firstPossible: firstPossible(clock.today(), noticeDays), concerned };
  }

  /** Fixes whom the change concerns, and has them told. @throws Invalid, NotFound */
  async announce(tx: CoreTx, input: PriceChangeInput, by: Actor): Promise<number> {
    const { clock, coreSettings } = this.#deps;
    const [today, now] = [clock.today(), clock.now()];
    const noticeDays = await coreSettings.get(PRICE_CHANGE_NOTICE_DAYS, tx);
    refuse(checkAnnouncement({ effectiveOn: input.effectiveOn, today, noticeDays }));
    const concern = await concernOf(tx, input);
    const concerned = await concernedBy(tx, concern);
    if (concerned.every((one) => one.problem !== null))
      throw new Invalid('price_change.nobody', 'no contract would get the new price: look at the preview', {
        field: 'plan',
      });
    const { planId, siteId, onlyPriceE8, priceE8, vatIncluded, effectiveOn } = concern;
    const id = await nextId(tx);
    await tx.insert('price_change', CHANGE_COLUMNS, [
      // In the order of the columns.
      [
        id,
        planId,
        siteId,
        onlyPriceE8,
        priceE8,
        vatIncluded ? 1 : 0,
        effectiveOn,
        noticeDays,
        input.reason,
        'announced',
        today,
        now,
      ],
    ]);
    await tx.insert(
      'price_change_contract',
      CONTRACT_COLUMNS,
      concerned.map((one) => [
        id,
        one.contractId,
        one.oldPriceE8,
        one.oldVatIncluded ? 1 : 0,
        one.problem === null ? 'announced' : 'skipped',
        one.problem,
        now,
      ]),
    );
    await this.#tell(tx, { id, concern, concerned, noticeDays, plan: input.plan });
    const count = concerned.length;
    await this.#record(tx, { by, action: 'price_change.announce', id, detail: { ...input, count } });
    return id;
  }

  /** Records that customers were told; of all that nobody has told yet when no contracts are named. */
  async told(
    tx: CoreTx,
    change: { readonly id: number; readonly contracts?: readonly number[] } & Told,
    by: Actor,
  ): Promise<void> {
    const { id, contracts, on, how } = change;
    const { announcedOn } = await this.#open(tx, id);
    const today = this.#deps.clock.today();
    if (on < announcedOn || on > today)
      throw new Invalid('price_change.told_invalid', `customers were told from ${announcedOn} to ${today}`, {
        field: 'on',
      });
    await this.#write(tx, { id, contracts, states: ['announced'] }, { told_on: on, told_how: how });
    await this.#record(tx, { by, action: 'price_change.told', id, detail: change });
  }

  /** A mail has told the customer of a contract; what an operator wrote down stays. */
  async mailed(
    tx: Tx,
    told: { readonly changeId: number; readonly contractId: number; readonly on: PlainDate },
  ): Promise<void> {
    await tx.run(
      `UPDATE price_change_contract SET told_on = ?, told_how = 'mail', updated_at = ?
       WHERE change_id = ? AND contract_id = ? AND state = 'announced' AND told_on IS NULL`,
      [told.on, this.#deps.clock.now(), told.changeId, told.contractId],
    );
  }

  /** Leaves contracts out: they keep their price. */
  async leaveOut(
    tx: CoreTx,
    change: { readonly id: number; readonly contracts: readonly number[]; readonly reason: string },
    by: Actor,
  ): Promise<void> {
    const { id, contracts, reason } = change;
    await this.#open(tx, id);
    await this.#write(tx, { id, contracts, states: ['announced'] }, { state: 'left_out', reason });
    await this.#record(tx, { by, action: 'price_change.leave_out', id, detail: change });
  }

  /** A customer withdraws because of the change: his contract ends without any penalty. @throws Invalid, Conflict */
  async withdraw(
    tx: CoreTx,
    change: { readonly id: number; readonly contract: number; readonly on: PlainDate },
    by: Actor,
  ): Promise<void> {
    const { clock, withdrawals } = this.#deps;
    const { id, on } = change;
    const priceChange = await lockPriceChange(tx, id);
    const row = await rowOf(tx, id, change.contract);
    if (!['announced', 'applied'].includes(row.state))
      throw new Conflict(
        'price_change.contract_closed',
        `the contract is ${row.state}: nobody withdraws because of a change that doesn't reach him`,
      );
    const { announcedOn, effectiveOn } = priceChange;
    refuse(checkWithdrawal({ announcedOn, toldOn: row.toldOn, on, today: clock.today() }));
    const contract = await lockContract(tx, { id: change.contract });
    const lastDay = lastDayAfter(effectiveOn, on);
    // One that ends earlier anyway keeps its day.
    if (contract.endsOn === null || contract.endsOn > addDays(lastDay, 1))
      await withdrawals.endAsUsed(
        tx,
        {
          contract: { id: contract.id },
          withdrewOn: on,
          lastDay,
          reason: 'recesso per modifica delle condizioni',
        },
        by,
      );
    await this.#write(
      tx,
      { id, contracts: [contract.id], states: ['announced', 'applied'] },
      { state: 'withdrawn', withdrew_on: on },
    );
    await this.#record(tx, { by, action: 'price_change.withdraw', id, detail: change });
  }

  /** Takes the change back before its day. Contracts that were ended because of it stay ended. */
  async cancel(tx: CoreTx, id: number, by: Actor): Promise<void> {
    const { effectiveOn } = await this.#open(tx, id);
    if (effectiveOn <= this.#deps.clock.today())
      throw new Conflict(
        'price_change.begun',
        `the price holds since ${effectiveOn}: announce another change instead`,
      );
    await tx.run(`UPDATE price_change SET state = 'cancelled' WHERE id = ?`, [id]);
    await this.#write(tx, { id, contracts: undefined, states: ['announced'] }, { state: 'cancelled' });
    await this.#record(tx, { by, action: 'price_change.cancel', id, detail: null });
  }

  async #open(tx: CoreTx, id: number): Promise<PriceChangeRow> {
    const change = await lockPriceChange(tx, id);
    if (change.state !== 'announced')
      throw new Conflict('price_change.closed', `the price change is ${change.state}: it stays as it is`);
    return change;
  }

  /** Of those named, rows in other states stay as they are: sent twice, it is done once. */
  async #write(
    tx: CoreTx,
    rows: { id: number; contracts: readonly number[] | undefined; states: readonly string[] },
    set: Readonly<Record<string, string>>,
  ): Promise<void> {
    const states = rows.states.map(() => '?').join(', ');
    const named = rows.contracts && idList(tx, rows.contracts);
    const untold = named ? '' : 'told_on' in set ? ' AND told_on IS NULL' : '';
    await tx.run(
      `UPDATE price_change_contract SET ${Object.keys(set)
        .map((column) => `${column} = ?, `)
        .join('')}updated_at = ?
       WHERE change_id = ? AND state IN (${states})${untold}${named ? ` AND contract_id IN ${named.sql}` : ''}`,
      [...Object.values(set), this.#deps.clock.now(), rows.id, ...rows.states, ...(named?.params ?? [])],
    );
  }

  async #tell(
    tx: CoreTx,
    announced: {
      readonly id: number;
      readonly concern: Concern;
      readonly concerned: readonly Concerned[];
      readonly noticeDays: number;
      readonly plan: string;
    },
  ): Promise<void> {
    const { id, concern, concerned, noticeDays } = announced;
    const { name } = await planByCode(tx, announced.plan);
    const { priceE8, vatIncluded, effectiveOn } = concern;
    await this.#deps.events.emitMany(
      tx,
      'contract.price-change-announced',
      concerned
        .filter((one) => one.problem === null)
        .map((one) => ({
          aggregate: `contract:${one.contractId}`,
          effectKey: `${id}:${one.contractId}`,
          data: {
            changeId: id,
            contractId: one.contractId,
            contractCode: one.code,
            plan: name,
            issuerId: one.issuerId,
            customerId: one.customerId,
            oldPriceE8: one.oldPriceE8,
            oldVatIncluded: one.oldVatIncluded,
            priceE8,
            vatIncluded,
            effectiveOn,
            tellBy: addDays(effectiveOn, -noticeDays),
            withdrawDays: WITHDRAW_DAYS,
          },
        })),
    );
  }

  #record(
    tx: CoreTx,
    { by, action, id, detail }: { by: Actor; action: string; id: number; detail: unknown },
  ): Promise<void> {
    return this.#deps.audit.record(tx, { actor: by, action, entity: 'price_change', entityId: id, detail });
  }
}

async function concernOf(tx: CoreTx, input: Omit<PriceChangeInput, 'reason'>): Promise<Concern> {
  const { id: planId } = await planByCode(tx, input.plan);
  const siteId = input.site ? (await siteByCode(tx, input.site)).id : null;
  const { priceE8, vatIncluded, effectiveOn, onlyPriceE8 = null } = input;
  return { planId, siteId, onlyPriceE8, priceE8, vatIncluded, effectiveOn };
}

/** Changes are few: their ids are taken one by one, and the key refuses the second of two at once. */
async function nextId(tx: CoreTx): Promise<number> {
  const [row] = await tx.all<{ last: number | null }>('SELECT MAX(id) AS last FROM price_change');
  return (row?.last ?? 0) + 1;
}

async function rowOf(tx: CoreTx, id: number, contract: number): Promise<ChangedContractRow> {
  const [row] = await tx.all<ChangedContractRow>(
    `SELECT ${CHANGED_CONTRACT} FROM price_change_contract WHERE change_id = ? AND contract_id = ?${forUpdate(tx)}`,
    [id, contract],
  );
  if (!row)
    throw new NotFound('price_change.contract_unknown', `the change does not concern contract ${contract}`, {
      field: 'contract',
    });
  return row;
}
