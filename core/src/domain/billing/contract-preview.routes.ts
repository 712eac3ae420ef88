import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import { inApiTerms } from '../api-terms.ts';
import { CONTRACT_NAMES } from '../contracts/contract-commands.ts';
import { ContractCreation, newContract } from '../contracts/contract.schema.ts';
import type { ContractPreviews } from './contract-preview.ts';
import { ContractForecast, ContractPreview, ContractPreviewInput } from './contract-preview.schema.ts';

export const contractPreviewRoutes = ({
  database,
  contractPreviews,
}: {
  readonly database: Database;
  readonly contractPreviews: ContractPreviews;
}): readonly CoreRoute[] =>
  inApiTerms(CONTRACT_NAMES, [
    route({
      method: 'GET',
      path: '/contracts/:id/forecast',
      summary: 'What a contract will be charged next',
      permission: 'contracts.read',
      mode: 'read',
      params: IdParams,
      response: ContractForecast,
      handler: ({ params }) => contractPreviews.forecast(database.sql, params.id),
    }),
    route({
      method: 'POST',
      path: '/contracts/previews',
      summary: 'What a new contract would be charged; nothing is written',
      permission: 'contracts.write',
      mode: 'own',
      body: ContractCreation,
      response: ContractPreview,
      handler: ({ body, actor }) => contractPreviews.create(newContract(body), actor),
    }),
    route({
      method: 'POST',
      path: '/contracts/:id/previews',
      summary: 'What a contract would be, and be charged, after a command; nothing is written',
      permission: 'contracts.write',
      mode: 'own',
      params: IdParams,
      body: ContractPreviewInput,
      response: ContractPreview,
      handler: ({ params, body, actor }) => contractPreviews.change(params.id, body, actor),
    }),
  ]);
