import { addDays, Conflict, Invalid, later, type PlainDate } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { customerByCode } from '../customers/customer.service.ts';
import { reindex } from '../../kernel/search/rebuild.ts';
import type { Actor } from '../ports.ts';
import {
  ContractEntity,
  ItemVersionEntity,
  type ContractRow,
  type ItemVersionRow,
} from './contract.entity.ts';
import type { ContractDeps, ContractService } from './contract.service.ts';
import { contractSearch } from './contract.search.ts';
import { attributesOf, type ContractRef, lockForChange, setAttribute, versionsOf } from './contract.store.ts';
import { firstDue } from './first-due.ts';

export type HolderChange = {
  readonly contract: ContractRef;
  /** Code of the new contract. */
  readonly code: string;
  /** Code of the customer who takes over, and of who pays. */
  readonly customer: string;
  readonly payer?: string | null;
  /** The first day of the new holder. */
  readonly from: PlainDate;
};

/** A contract passes to somebody else (*subentro*): the old one ends, a successor goes on on the same grid. */
export class HolderService {
  readonly #deps: ContractDeps;
  readonly #contracts: ContractService;

  constructor(deps: ContractDeps & { readonly contracts: ContractService }) {
    this.#deps = deps;
    this.#contracts = deps.contracts;
  }

  /** @throws Conflict, NotFound, Invalid */
  async change(tx: CoreTx, change: HolderChange, by: Actor): Promise<ContractRow> {
    const { audit, clock, events, grids } = this.#deps;
    const old = await lockForChange(tx, change.contract, clock.today());
    if (old.activatedOn === null)
      throw new Conflict(
        'contract.not_active',
        `contract ${old.code} is a draft: make it out to the right customer`,
      );
    if (change.from <= old.activatedOn || (old.endsOn !== null && change.from >= old.endsOn))
      throw new Invalid('contract.holder_date', `contract ${old.code} doesn't run on ${change.from}`, {
        field: 'from',
      });
    if (await tx.em.findOne(ContractEntity, { code: change.code }))
      throw new Conflict('contract.code_taken', `there is a contract ${change.code} already`, {
        field: 'code',
      });
    const successor = await this.#successor(tx, old, change);
    const versions = (await versionsOf(tx, old.id)).filter(
      (v) => v.validTo === null || (v.validTo > change.from && v.validTo > v.validFrom),
    );
    const copies = versions.map((v) =>
      tx.em.create(
        ItemVersionEntity,
        copyOf(v, { contractId: successor.id, from: change.from, now: clock.now() }),
      ),
    );
    tx.em.persist(copies);
    successor.nextDue = firstDue(copies, successor.endsOn, grids);
    setAttribute(old, 'successor', successor.code);
    await this.#contracts.end(
      tx,
      { contract: { id: old.id }, lastDay: addDays(change.from, -1), reason: 'holder' },
      by,
    );
    await audit.record(tx, {
      actor: by,
      action: 'contract.holder',
      entity: 'contract',
      entityId: successor.id,
      detail: change,
    });
    await events.emit(tx, 'contract.activated', `contract:${successor.id}`, {
      contractId: successor.id,
      on: change.from,
    });
    return successor;
  }

  /** Payment terms, purchase order and mandate were the old holder's: they don't pass. */
  async #successor(tx: CoreTx, old: ContractRow, change: HolderChange): Promise<ContractRow> {
    const customer = await customerByCode(tx, change.customer);
    const payer = change.payer ? await customerByCode(tx, change.payer, 'payer') : customer;
    const { clock } = this.#deps;
    const { mandate_id: _mandate, mandate_date: _date, iban: _iban, ...attributes } = attributesOf(old);
    const { id: _id, version: _version, ...same } = plainOf(old);
    const successor = tx.em.create(ContractEntity, {
      ...same,
      code: change.code,
      customerId: customer.id,
      payerId: payer.id,
      state: change.from <= clock.today() ? 'active' : 'pending_activation',
      signedOn: null,
      activatedOn: change.from,
      billedThrough: null,
      settledTo: null,
      nextDue: null,
      paymentMethod: null,
      paymentDays: null,
      purchaseOrder: null,
      purchaseOrderDate: null,
      cig: null,
      cup: null,
      importHash: null,
      attributes: JSON.stringify({ ...attributes, predecessor: old.code }),
      version: 1,
      createdAt: clock.now(),
      updatedAt: clock.now(),
    });
    await tx.em.persist(successor).flush();
    await reindex(tx, contractSearch, [successor.id]);
    return successor;
  }
}

const plainOf = (row: ContractRow): ContractRow => ({ ...row });

/** Days after `from` that another system had billed were billed to the old holder: the copy knows nothing of them. */
function copyOf(version: ItemVersionRow, to: { contractId: number; from: PlainDate; now: number }) {
  const { id: _id, ...same } = { ...version };
  return {
    ...same,
    contractId: to.contractId,
    validFrom: later(version.validFrom, to.from),
    startsItem: version.validFrom <= to.from || version.startsItem,
    billedTo: null,
    createdAt: to.now,
  };
}
