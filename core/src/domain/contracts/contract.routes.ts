import type { Clock } from '@traliccio/sdk';
import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import { inApiTerms } from '../api-terms.ts';
import { COMMAND, CONTRACT_NAMES, showContract } from './contract-commands.ts';
import {
  Activation,
  changedDetails,
  ContractChanges,
  ContractCreation,
  ContractEnd,
  ContractView,
  HolderChange,
  installColumns,
  Move,
  newContract,
  Withdrawal,
} from './contract.schema.ts';
import type { ContractService } from './contract.service.ts';
import type { HolderService } from './holder.service.ts';
import type { WithdrawalService } from './withdrawal.service.ts';

type Needs = {
  readonly database: Database;
  readonly clock: Clock;
  readonly contracts: ContractService;
  readonly holders: HolderService;
  readonly withdrawals: WithdrawalService;
};

export const contractRoutes = (needs: Needs): readonly CoreRoute[] =>
  inApiTerms(CONTRACT_NAMES, [...masterData(needs), ...lifeCycle(needs)]);

function masterData({ database, clock, contracts }: Needs): readonly CoreRoute[] {
  const show = showContract(clock);
  return [
    route({
      method: 'GET',
      path: '/contracts/:id',
      summary: 'A contract, its items in time, its holds, and when it is billed next',
      permission: 'contracts.read',
      mode: 'read',
      params: IdParams,
      response: ContractView,
      handler: ({ params }) => show(database.sql, params.id),
    }),
    route({
      ...COMMAND,
      path: '/contracts',
      summary: 'Records a draft; nothing is billed before it is activated',
      body: ContractCreation,
      status: 201,
      async handler({ body, actor }, tx) {
        const { id } = await contracts.create(tx, newContract(body), actor);
        return show(tx, id);
      },
    }),
    route({
      ...COMMAND,
      method: 'PATCH',
      path: '/contracts/:id',
      summary: 'Changes how a contract is invoiced from the next invoice on, and its attributes',
      versioned: true,
      params: IdParams,
      body: ContractChanges,
      async handler({ params: { id }, body, version, actor }, tx) {
        const details = changedDetails(await show(tx, id), body);
        await contracts.updateDetails(tx, { contract: { id }, version, details }, actor);
        return show(tx, id);
      },
      current: ({ params }) => show(database.sql, params.id),
    }),
  ];
}

function lifeCycle({ clock, contracts, holders, withdrawals }: Needs): readonly CoreRoute[] {
  const show = showContract(clock);
  return [
    route({
      ...COMMAND,
      path: '/contracts/:id/activate',
      summary: 'Starts a draft: from the day on it is owed',
      params: IdParams,
      body: Activation,
      async handler({ params: { id }, body, actor }, tx) {
        await contracts.activate(tx, { contract: { id }, ...body }, actor);
        return show(tx, id);
      },
    }),
    route({
      ...COMMAND,
      path: '/contracts/:id/end',
      summary: 'Ends a contract; days billed beyond its last one are credited',
      params: IdParams,
      body: ContractEnd,
      async handler({ params: { id }, body, actor }, tx) {
        await contracts.end(tx, { contract: { id }, ...body }, actor);
        return show(tx, id);
      },
    }),
    route({
      ...COMMAND,
      path: '/contracts/:id/withdraw',
      summary: 'A consumer’s withdrawal within 14 days: the contract ends, and only the days of use are paid',
      params: IdParams,
      body: Withdrawal,
      async handler({ params: { id }, body, actor }, tx) {
        await withdrawals.withdraw(tx, { contract: { id }, ...body }, actor);
        return show(tx, id);
      },
    }),
    route({
      ...COMMAND,
      path: '/contracts/:id/keep',
      summary: 'Takes a notice of termination back',
      params: IdParams,
      async handler({ params: { id }, actor }, tx) {
        await contracts.keep(tx, { id }, actor);
        return show(tx, id);
      },
    }),
    route({
      ...COMMAND,
      path: '/contracts/:id/cancel',
      summary: 'Drops a contract that never ran',
      params: IdParams,
      async handler({ params: { id }, actor }, tx) {
        await contracts.cancel(tx, { id }, actor);
        return show(tx, id);
      },
    }),
    route({
      ...COMMAND,
      path: '/contracts/:id/move',
      summary: 'Moves the installation to another address or site; what is billed stays',
      params: IdParams,
      body: Move,
      async handler({ params: { id }, body: { installAddress, ...body }, actor }, tx) {
        const to = installColumns(installAddress);
        await contracts.moveAddress(tx, { contract: { id }, to, ...body }, actor);
        return show(tx, id);
      },
    }),
    route({
      ...COMMAND,
      path: '/contracts/:id/holder',
      summary: 'Passes a contract to another customer (subentro); answers with its successor',
      status: 201,
      params: IdParams,
      body: HolderChange,
      async handler({ params: { id }, body, actor }, tx) {
        const successor = await holders.change(tx, { contract: { id }, ...body }, actor);
        return show(tx, successor.id);
      },
    }),
  ];
}
