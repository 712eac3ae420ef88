import type { CoreTx, Database } from '../../kernel/db/database.ts';
import type { Clock } from '@traliccio/sdk';
import { contractDetail } from './contract-detail.ts';
import { type ContractDetail, ContractView } from './contract.schema.ts';

/** What all commands to contracts have in common: they answer with the contract as it is then. */
export const COMMAND = {
  method: 'POST',
  permission: 'contracts.write',
  mode: 'write',
  response: ContractView,
} as const;

/** What the API calls fields of contracts, items and holds otherwise than the rules. */
export const CONTRACT_NAMES = {
  price: 'priceE8',
  end_date: 'lastDay',
  until: 'lastDay',
  install_street: 'installAddress.street',
  install_house_number: 'installAddress.houseNumber',
  install_postcode: 'installAddress.postcode',
  install_city: 'installAddress.city',
  install_province: 'installAddress.province',
};

/** Reads a contract as it is shown today. */
export type ShowContract = (sql: CoreTx | Database['sql'], id: number) => Promise<ContractDetail>;
export const showContract =
  (clock: Clock): ShowContract =>
  (sql, id) =>
    contractDetail(sql, id, clock.today());
