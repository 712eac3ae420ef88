import { type Clock, Conflict, Invalid, later, NotFound, type PlainDate } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import type { Actor, AuditWriter, EventEmitter, HoldVeto } from '../ports.ts';
import type { ContractRow } from './contract.entity.ts';
import { attributesOf, type ContractRef, lockContract } from './contract.store.ts';
import {
  type AccessLimit,
  blocksBillingByDefault,
  HoldEntity,
  type HoldOrigin,
  type HoldRow,
  type ReleasePolicy,
} from './hold.entity.ts';
import { touch } from './touch.ts';

export type HoldInput = {
  readonly contract: ContractRef;
  readonly reason: string;
  readonly origin?: HoldOrigin;
  readonly originRef?: string | null;
  /** Its first day; today when not given. */
  readonly from?: PlainDate;
  /** The first day on which it no longer holds; open when not given. */
  readonly until?: PlainDate | null;
  readonly access?: AccessLimit;
  /** By default a walled garden and a cut stop billing, the milder ones don't; without any access limit it does. */
  readonly blocksBilling?: boolean;
  readonly blocksChanges?: boolean;
  readonly releasePolicy?: ReleasePolicy;
};

export type Release = {
  readonly holdId: number;
  /** The contract that it is taken to be of. */
  readonly contractId?: number;
  /** The first day without the hold; today when not given. */
  readonly on?: PlainDate;
  readonly policy?: ReleasePolicy;
  /** Days of the hold that are billed all the same. */
  readonly billedDays?: readonly PlainDate[];
};

export class HoldService {
  readonly #deps: { audit: AuditWriter; events: EventEmitter; clock: Clock; veto: HoldVeto };

  constructor(deps: {
    readonly audit: AuditWriter;
    readonly events: EventEmitter;
    readonly clock: Clock;
    readonly veto: HoldVeto;
  }) {
    this.#deps = deps;
  }

  /** @throws Conflict when a plugin objects, or the contract has no days left to hold */
  async create(tx: CoreTx, input: HoldInput, by: Actor): Promise<HoldRow> {
    const { audit, clock, events } = this.#deps;
    const contract = await lockContract(tx, input.contract);
    const today = clock.today();
    const hold = holdValues(input, today);
    if (
      contract.activatedOn === null ||
      contract.state === 'cancelled' ||
      (contract.endsOn !== null && contract.endsOn <= hold.fromDate)
    )
      throw new Conflict(
        'hold.nothing_to_hold',
        `contract ${contract.code} is ${contract.state} and doesn't run on ${hold.fromDate}`,
      );
    await this.#ask(tx, contract, hold);
    const row = tx.em.create(HoldEntity, { ...hold, contractId: contract.id, createdAt: clock.now() });
    tx.em.persist(row);
    touch(contract, hold.fromDate);
    contract.updatedAt = clock.now();
    await tx.em.flush();
    await audit.record(tx, {
      actor: by,
      action: 'hold.create',
      entity: 'contract',
      entityId: contract.id,
      detail: { ...hold, holdId: row.id },
    });
    await events.emit(tx, 'contract.held', `contract:${contract.id}`, {
      contractId: contract.id,
      holdId: row.id,
    });
    return row;
  }

  /** Lifts a hold. Its policy says what becomes of the days that it covered. @throws NotFound, Conflict, Invalid */
  async release(tx: CoreTx, release: Release, by: Actor): Promise<HoldRow> {
    const { audit, clock, events } = this.#deps;
    const hold = await tx.em.findOne(HoldEntity, { id: release.holdId });
    if (!hold || (release.contractId ?? hold.contractId) !== hold.contractId)
      throw new NotFound('hold.not_found', `there is no hold ${release.holdId}`);
    const contract = await lockContract(tx, { id: hold.contractId });
    await tx.em.refresh(hold);
    if (hold.releasedAt !== null)
      throw new Conflict(
        'hold.released',
        `this hold of contract ${contract.code} was lifted on ${hold.untilDate}`,
      );
    const on = release.on ?? later(clock.today(), hold.fromDate);
    if (on < hold.fromDate)
      throw new Invalid(
        'hold.release_before_start',
        `the hold begins on ${hold.fromDate}: it can't be lifted on ${on}`,
        { field: 'on' },
      );
    const outside = release.billedDays?.find((day) => day < hold.fromDate || day >= on);
    if (outside)
      throw new Invalid('hold.billed_day_outside', `${outside} is no day of the hold`, {
        field: 'billed_days',
      });
    hold.untilDate = on;
    hold.releasePolicy = release.policy ?? hold.releasePolicy;
    hold.billedDays = release.billedDays?.length ? JSON.stringify([...release.billedDays].sort()) : null;
    hold.releasedAt = clock.now();
    touch(contract, hold.fromDate);
    contract.updatedAt = clock.now();
    await tx.em.flush();
    await audit.record(tx, {
      actor: by,
      action: 'hold.release',
      entity: 'contract',
      entityId: contract.id,
      detail: { ...release, on },
    });
    await events.emit(tx, 'contract.released', `contract:${contract.id}`, {
      contractId: contract.id,
      holdId: hold.id,
    });
    return hold;
  }

  async #ask(tx: CoreTx, contract: ContractRow, hold: ReturnType<typeof holdValues>): Promise<void> {
    const { id, code, customerId, payerId, siteId, state } = contract;
    const view = { id, code, customerId, payerId, siteId, state, attributes: attributesOf(contract) };
    const vetoes = await this.#deps.veto(tx, [
      { id, contract: view, reason: hold.reason, blocksBilling: hold.blocksBilling, access: hold.access },
    ]);
    if (vetoes.length > 0)
      throw new Conflict(
        'hold.vetoed',
        `contract ${code} can't be held: ${vetoes.map((v) => v.reason).join('; ')}`,
      );
  }
}

function holdValues(input: HoldInput, today: PlainDate) {
  const reason = input.reason.trim();
  if (reason === '' || reason.length > 200)
    throw new Invalid('hold.reason_missing', 'a hold needs a reason of up to 200 characters', {
      field: 'reason',
    });
  const fromDate = input.from ?? today;
  const untilDate = input.until ?? null;
  if (untilDate !== null && untilDate <= fromDate)
    throw new Invalid(
      'hold.until_before_from',
      `the hold begins on ${fromDate}: it can't end before ${untilDate}`,
      { field: 'until' },
    );
  const access = input.access ?? 'none';
  return {
    reason,
    origin: input.origin ?? 'operator',
    originRef: input.originRef ?? null,
    fromDate,
    untilDate,
    blocksBilling: input.blocksBilling ?? (access === 'none' || blocksBillingByDefault(access)),
    access,
    blocksChanges: input.blocksChanges ?? false,
    releasePolicy: input.releasePolicy ?? 'resume',
    decidedOn: later(fromDate, today),
    billedDays: null,
    releasedAt: null,
  } as const;
}
