import { Conflict, type Clock, type PlainDate } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { CustomerEntity } from '../customers/customer.entity.ts';
import type { Actor } from '../ports.ts';
import { refuse } from '../problem.ts';
import type { ContractRow } from './contract.entity.ts';
import type { ContractService } from './contract.service.ts';
import { type ContractRef, lockContract } from './contract.store.ts';
import { checkWithdrawal } from './withdrawal.ts';

/** Contracts that their customers withdraw from: they end, and no more than the days of use is paid. */
export class WithdrawalService {
  readonly #clock: Clock;
  readonly #contracts: ContractService;

  constructor(deps: { readonly clock: Clock; readonly contracts: ContractService }) {
    this.#clock = deps.clock;
    this.#contracts = deps.contracts;
  }

  /** A consumer's withdrawal within 14 days; `on` is the day of it, and the last of service. @throws Invalid, Conflict */
  async withdraw(
    tx: CoreTx,
    change: { readonly contract: ContractRef; readonly on: PlainDate; readonly reason?: string },
    by: Actor,
  ): Promise<ContractRow> {
    const contract = await lockContract(tx, change.contract);
    if (contract.state === 'cancelled' || contract.state === 'terminated')
      throw new Conflict('contract.closed', `contract ${contract.code} is ${contract.state} already`);
    const customer = await tx.em.findOneOrFail(CustomerEntity, { id: contract.customerId });
    const { code, signedOn, activatedOn } = contract;
    const today = this.#clock.today();
    refuse(checkWithdrawal({ code, kind: customer.kind, signedOn, activatedOn, on: change.on, today }));
    // Before it ran there is nothing to pay, and nothing to end.
    if (contract.activatedOn === null || contract.activatedOn > change.on) {
      await this.#record(tx, contract.id, change.on);
      return this.#contracts.cancel(tx, { id: contract.id }, by);
    }
    const { on, reason = 'recesso entro 14 giorni' } = change;
    return this.endAsUsed(tx, { contract: { id: contract.id }, withdrewOn: on, lastDay: on, reason }, by);
  }

  /** Ends a contract without any penalty: days that were paid and not used are given back, whatever its terms say. */
  async endAsUsed(
    tx: CoreTx,
    end: {
      readonly contract: { readonly id: number };
      readonly withdrewOn: PlainDate;
      readonly lastDay: PlainDate;
      readonly reason: string;
    },
    by: Actor,
  ): Promise<ContractRow> {
    const { contract, withdrewOn, lastDay, reason } = end;
    await this.#record(tx, contract.id, withdrewOn);
    return this.#contracts.end(tx, { contract, lastDay, reason }, by);
  }

  #record(tx: CoreTx, contractId: number, on: PlainDate): Promise<void> {
    return tx.upsert(
      'contract_withdrawal',
      ['contract_id', 'withdrew_on', 'created_at'],
      [[contractId, on, this.#clock.now()]],
      { key: ['contract_id'], update: ['withdrew_on'] },
    );
  }
}
