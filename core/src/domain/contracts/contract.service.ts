import { addDays, type Clock, Conflict, Invalid, later, type PlainDate } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { customerByCode } from '../customers/customer.service.ts';
import { onlyIssuer } from '../issuer/issuer.service.ts';
import { planByCode, pricesOf } from '../plans/plan.service.ts';
import { priceOn } from '../plans/plan.rules.ts';
import { reindex } from '../../kernel/search/rebuild.ts';
import type { Actor, AuditWriter, EventEmitter, Grids } from '../ports.ts';
import { refuse, within } from '../problem.ts';
import { siteByCode } from '../sites/site.service.ts';
import { ContractEntity, ItemVersionEntity, type ContractRow } from './contract.entity.ts';
import {
  checkDetails,
  type ContractDetails,
  type ContractInput,
  detailColumns,
  type InstallAddress,
  installColumns,
} from './contract.input.ts';
import { contractSearch } from './contract.search.ts';
import { attributesOf, type ContractRef, lockContract, lockForChange, versionsOf } from './contract.store.ts';
import { firstDue } from './first-due.ts';
import { type ItemInput, itemValues, type ItemValues } from './item-terms.ts';
import { touch } from './touch.ts';

export type ContractDeps = {
  readonly audit: AuditWriter;
  readonly events: EventEmitter;
  readonly clock: Clock;
  readonly grids: Grids;
};

/** The life of a contract, from draft to its end. What it is charged for changes in `ItemService`. */
export class ContractService {
  readonly #deps: ContractDeps;

  constructor(deps: ContractDeps) {
    this.#deps = deps;
  }

  /** Records a draft: nothing is billed before it is activated. @throws Invalid, NotFound, Conflict */
  async create(tx: CoreTx, input: ContractInput, by: Actor): Promise<ContractRow> {
    refuse(checkDetails(input.code, input));
    if (input.items.length === 0)
      throw new Invalid('contract.items_missing', 'a contract has at least one item', { field: 'items' });
    if (await tx.em.findOne(ContractEntity, { code: input.code }))
      throw new Conflict('contract.code_taken', `there is a contract ${input.code} already`, {
        field: 'code',
      });
    const items: ItemValues[] = [];
    for (const [i, item] of input.items.entries())
      items.push(await within(`items[${i}]`, () => this.resolveItem(tx, item, input.startOn)));
    const twice = items.find((item, i) => items.findIndex((other) => other.item === item.item) !== i);
    if (twice)
      throw new Invalid(
        'contract.item_twice',
        `item ${twice.item} stands twice: give items different names`,
        { field: 'items' },
      );
    const now = this.#deps.clock.now();
    const contract = tx.em.create(ContractEntity, {
      ...(await parties(tx, input)),
      ...detailColumns(input),
      ...draft(input, now),
    });
    await tx.em.persist(contract).flush();
    for (const item of items)
      tx.em.persist(
        tx.em.create(ItemVersionEntity, {
          ...item,
          contractId: contract.id,
          validTo: null,
          startsItem: true,
          billedTo: null,
          createdAt: now,
        }),
      );
    await tx.em.flush();
    await reindex(tx, contractSearch, [contract.id]);
    await this.#record(tx, { by, action: 'contract.create', contract, detail: input });
    return contract;
  }

  /** Starts the contract: from `on` it is owed. Items that were planned to start with it move along. */
  async activate(
    tx: CoreTx,
    change: { readonly contract: ContractRef; readonly on: PlainDate },
    by: Actor,
  ): Promise<ContractRow> {
    const { clock, events, grids } = this.#deps;
    const contract = await lockContract(tx, change.contract);
    if (contract.state !== 'draft')
      throw new Conflict(
        'contract.not_draft',
        `contract ${contract.code} is ${contract.state}: only a draft can be activated`,
      );
    const versions = await versionsOf(tx, contract.id);
    for (const version of versions) {
      if (version.anchor === version.validFrom) version.anchor = change.on;
      version.validFrom = change.on;
    }
    contract.activatedOn = change.on;
    contract.state = change.on <= clock.today() ? 'active' : 'pending_activation';
    contract.nextDue = firstDue(versions, contract.endsOn, grids);
    await this.#save(tx, contract);
    await this.#record(tx, { by, action: 'contract.activate', contract, detail: { on: change.on } });
    await events.emit(tx, 'contract.activated', `contract:${contract.id}`, {
      contractId: contract.id,
      on: change.on,
    });
    return contract;
  }

  /** Ends the contract: `lastDay` is the last day of service. It may lie in the past; days billed beyond it are credited. */
  async end(
    tx: CoreTx,
    change: { readonly contract: ContractRef; readonly lastDay: PlainDate; readonly reason?: string },
    by: Actor,
  ): Promise<ContractRow> {
    const { clock, events } = this.#deps;
    const contract = await lockContract(tx, change.contract);
    const endsOn = addDays(change.lastDay, 1);
    if (contract.activatedOn === null || contract.state === 'cancelled')
      throw new Conflict(
        'contract.not_active',
        `contract ${contract.code} is ${contract.state}: a draft is cancelled, not ended`,
      );
    if (endsOn <= contract.activatedOn)
      throw new Invalid(
        'contract.end_before_start',
        `contract ${contract.code} starts on ${contract.activatedOn}: it can't end on ${change.lastDay}`,
        { field: 'end_date' },
      );
    touch(contract, contract.endsOn !== null && contract.endsOn < endsOn ? contract.endsOn : endsOn);
    contract.endsOn = endsOn;
    contract.noticeOn ??= clock.today();
    contract.state = endsOn <= clock.today() ? 'terminated' : 'terminating';
    await this.#save(tx, contract);
    await this.#record(tx, { by, action: 'contract.end', contract, detail: change });
    await events.emit(tx, 'contract.terminated', `contract:${contract.id}`, {
      contractId: contract.id,
      on: endsOn,
      state: contract.state,
    });
    return contract;
  }

  /** Takes a notice of termination back, as long as the contract has not ended. */
  async keep(tx: CoreTx, ref: ContractRef, by: Actor): Promise<ContractRow> {
    const contract = await lockContract(tx, ref);
    if (contract.state !== 'terminating' || contract.endsOn === null)
      throw new Conflict(
        'contract.not_terminating',
        `contract ${contract.code} is ${contract.state}: there is no notice to take back`,
      );
    touch(contract, contract.endsOn);
    contract.endsOn = null;
    contract.noticeOn = null;
    contract.state = 'active';
    await tx.run('DELETE FROM contract_withdrawal WHERE contract_id = ?', [contract.id]);
    await this.#save(tx, contract);
    await this.#record(tx, { by, action: 'contract.keep', contract, detail: null });
    await this.#changed(tx, contract, this.#deps.clock.today());
    return contract;
  }

  /** Drops a contract that never ran. */
  async cancel(tx: CoreTx, ref: ContractRef, by: Actor): Promise<ContractRow> {
    const { clock, events } = this.#deps;
    const contract = await lockContract(tx, ref);
    if (contract.state !== 'draft' && contract.state !== 'pending_activation')
      throw new Conflict(
        'contract.running',
        `contract ${contract.code} is ${contract.state}: it can only be ended`,
      );
    // What was billed ahead of a start that never comes is owed back: an empty contract owes nothing.
    if (contract.activatedOn !== null) {
      touch(contract, contract.activatedOn);
      contract.endsOn = contract.activatedOn;
    }
    contract.state = 'cancelled';
    await this.#save(tx, contract);
    await this.#record(tx, { by, action: 'contract.cancel', contract, detail: null });
    await events.emit(tx, 'contract.terminated', `contract:${contract.id}`, {
      contractId: contract.id,
      on: clock.today(),
      state: 'cancelled',
    });
    return contract;
  }

  /** Changes how the contract is invoiced from the next invoice on, and the attributes that plugins read. */
  async updateDetails(
    tx: CoreTx,
    change: {
      readonly contract: ContractRef;
      readonly version: number;
      /** An attribute that is null is taken away, one that is not named stays. */
      readonly details: Omit<ContractDetails, 'attributes'> & {
        readonly attributes?: Readonly<Record<string, string | null>>;
      };
    },
    by: Actor,
  ): Promise<ContractRow> {
    const contract = await lockContract(tx, change.contract);
    if (contract.version !== change.version)
      throw new Conflict(
        'contract.version',
        `contract ${contract.code} was changed by somebody else (version ${contract.version}, yours ${change.version}): read it again`,
      );
    refuse(checkDetails(contract.code, change.details));
    tx.em.assign(contract, detailColumns(change.details));
    if (change.details.attributes)
      contract.attributes = JSON.stringify(
        withoutNulls({ ...attributesOf(contract), ...change.details.attributes }),
      );
    await this.#save(tx, contract);
    await reindex(tx, contractSearch, [contract.id]);
    await this.#record(tx, { by, action: 'contract.update', contract, detail: change.details });
    await this.#changed(tx, contract, this.#deps.clock.today());
    return contract;
  }

  /** Moves the installation to another address, and to another site if one is named. What is billed stays. */
  async moveAddress(
    tx: CoreTx,
    change: {
      readonly contract: ContractRef;
      readonly to: InstallAddress;
      readonly site?: string | null;
      readonly on?: PlainDate;
    },
    by: Actor,
  ): Promise<ContractRow> {
    const today = this.#deps.clock.today();
    const contract = await lockForChange(tx, change.contract, today);
    refuse(checkDetails(contract.code, change.to));
    tx.em.assign(contract, installColumns(change.to));
    if (change.site !== undefined)
      contract.siteId = change.site === null ? null : (await siteByCode(tx, change.site)).id;
    await this.#save(tx, contract);
    await reindex(tx, contractSearch, [contract.id]);
    await this.#record(tx, { by, action: 'contract.move', contract, detail: change });
    await this.#changed(tx, contract, later(change.on ?? today, today));
    return contract;
  }

  /** Values of an item from its plan as of a day. @throws Invalid, NotFound */
  async resolveItem(tx: CoreTx, input: ItemInput, day: PlainDate): Promise<ItemValues> {
    const plan = input.plan ? await planByCode(tx, input.plan) : null;
    const price = plan ? (priceOn(await pricesOf(tx, plan.id), day) ?? null) : null;
    const { values, problems } = itemValues(input, day, { plan, price, grids: this.#deps.grids });
    refuse(problems);
    return values;
  }

  /** Brings states up to the day: what was to start has started, what was to end has ended. Billing goes by the dates. */
  async followDates(tx: CoreTx, today: PlainDate): Promise<void> {
    const now = this.#deps.clock.now();
    await tx.run(
      `UPDATE contract SET state = 'active', version = version + 1, updated_at = ? WHERE state = 'pending_activation' AND activated_on <= ?`,
      [now, today],
    );
    const ended = await tx.all<{ id: number; ends_on: PlainDate }>(
      `SELECT id, ends_on FROM contract WHERE state = 'terminating' AND ends_on <= ?`,
      [today],
    );
    for (const { id, ends_on } of ended) {
      await tx.run(
        `UPDATE contract SET state = 'terminated', version = version + 1, updated_at = ? WHERE id = ?`,
        [now, id],
      );
      await this.#deps.events.emit(tx, 'contract.terminated', `contract:${id}`, {
        contractId: id,
        on: ends_on,
        state: 'terminated',
      });
    }
  }

  async #save(tx: CoreTx, contract: ContractRow): Promise<void> {
    contract.updatedAt = this.#deps.clock.now();
    await tx.em.flush();
  }

  async #changed(tx: CoreTx, contract: ContractRow, from: PlainDate): Promise<void> {
    await this.#deps.events.emit(tx, 'contract.changed', `contract:${contract.id}`, {
      contractId: contract.id,
      from,
    });
  }

  async #record(
    tx: CoreTx,
    entry: { by: Actor; action: string; contract: ContractRow; detail: unknown },
  ): Promise<void> {
    const { by, action, contract, detail } = entry;
    await this.#deps.audit.record(tx, {
      actor: by,
      action,
      entity: 'contract',
      entityId: contract.id,
      detail,
    });
  }
}

const withoutNulls = (attributes: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== null));

async function parties(tx: CoreTx, input: ContractInput) {
  const customer = await customerByCode(tx, input.customer);
  const payer = input.payer ? await customerByCode(tx, input.payer, 'payer') : customer;
  const site = input.site ? await siteByCode(tx, input.site) : null;
  const issuer = await onlyIssuer(tx);
  return { issuerId: issuer.id, customerId: customer.id, payerId: payer.id, siteId: site?.id ?? null };
}

const draft = (input: ContractInput, now: number) => ({
  code: input.code,
  state: 'draft' as const,
  signedOn: input.signedOn ?? null,
  activatedOn: null,
  noticeOn: null,
  endsOn: null,
  billedThrough: null,
  nextDue: null,
  settledTo: null,
  attributes: JSON.stringify(input.attributes ?? {}),
  importHash: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
