import { Conflict, NotFound, type PlainDate } from '@traliccio/sdk';
import { LockMode } from '@mikro-orm/core';
import type { CoreTx } from '../../kernel/db/database.ts';
import { isOpenOn } from './display-state.ts';
import {
  ContractEntity,
  ItemVersionEntity,
  type ContractRow,
  type ItemVersionRow,
} from './contract.entity.ts';
import { HoldEntity } from './hold.entity.ts';

export type ContractRef = { readonly id: number } | { readonly code: string };

/** The contract, locked until the transaction ends: two people can't change it past each other. @throws NotFound */
export async function lockContract(tx: CoreTx, ref: ContractRef): Promise<ContractRow> {
  const where = 'id' in ref ? { id: ref.id } : { code: ref.code };
  const contract = await tx.em.findOne(
    ContractEntity,
    where,
    tx.dialect === 'mysql' ? { lockMode: LockMode.PESSIMISTIC_WRITE } : {},
  );
  if (!contract)
    throw new NotFound('contract.not_found', `there is no contract ${'id' in ref ? ref.id : ref.code}`, {
      field: 'contract',
    });
  return contract;
}

/** Like {@link lockContract}, for a contract that may be changed on `today`. @throws Conflict */
export async function lockForChange(tx: CoreTx, ref: ContractRef, today: PlainDate): Promise<ContractRow> {
  const contract = await lockContract(tx, ref);
  if (contract.state === 'cancelled' || contract.state === 'terminated')
    throw new Conflict(
      'contract.closed',
      `contract ${contract.code} is ${contract.state}: it can't be changed any more`,
    );
  const holds = await tx.em.find(HoldEntity, { contractId: contract.id, blocksChanges: true });
  const hold = holds.find((h) => isOpenOn(h, today));
  if (hold)
    throw new Conflict(
      'contract.changes_blocked',
      `contract ${contract.code} can't be changed while it is held: ${hold.reason}`,
    );
  return contract;
}

/** Versions of a contract's items by item and first day. */
export const versionsOf = (tx: CoreTx, contractId: number): Promise<ItemVersionRow[]> =>
  tx.em.find(ItemVersionEntity, { contractId }, { orderBy: { item: 'asc', validFrom: 'asc', id: 'asc' } });

export const holdsOf = (tx: CoreTx, contractId: number) =>
  tx.em.find(HoldEntity, { contractId }, { orderBy: { fromDate: 'asc', id: 'asc' } });

/** Empty versions are those that a later decision took back. */
export const isEmpty = (version: Pick<ItemVersionRow, 'validFrom' | 'validTo'>): boolean =>
  version.validTo !== null && version.validTo <= version.validFrom;

export const attributesOf = (contract: Pick<ContractRow, 'attributes'>): Record<string, string> =>
  JSON.parse(contract.attributes) as Record<string, string>;
export const setAttribute = (contract: ContractRow, name: string, value: string): void => {
  contract.attributes = JSON.stringify({ ...attributesOf(contract), [name]: value });
};
