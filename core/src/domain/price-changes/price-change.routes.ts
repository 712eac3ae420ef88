import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import { inApiTerms } from '../api-terms.ts';
import { priceChangeDetail } from './price-change-detail.ts';
import {
  PriceChangeCreation,
  PriceChangeLeftOut,
  PriceChangePreview,
  PriceChangeQuestion,
  PriceChangeTold,
  PriceChangeView,
  PriceChangeWithdrawal,
} from './price-change.schema.ts';
import type { PriceChangeService } from './price-change.service.ts';

type Needs = { readonly database: Database; readonly priceChanges: PriceChangeService };
/** What a preview lists; the count says how many there are. */
const SHOWN = 200;
const COMMAND = {
  method: 'POST',
  mode: 'write',
  params: IdParams,
  response: PriceChangeView,
} as const;

export const priceChangeRoutes = (needs: Needs): readonly CoreRoute[] =>
  inApiTerms({}, [...announcing(needs), ...afterwards(needs)]);

const announcing = ({ database, priceChanges }: Needs): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/price-changes/:id',
    summary: 'A price change, and how many of its contracts are in which state',
    permission: 'contracts.read',
    mode: 'read',
    params: IdParams,
    response: PriceChangeView,
    handler: ({ params }) => priceChangeDetail(database.sql, params.id),
  }),
  route({
    method: 'POST',
    path: '/price-changes/previews',
    summary: 'Whom a price change would concern; nothing is written',
    permission: 'contracts.reprice',
    mode: 'own',
    body: PriceChangeQuestion,
    response: PriceChangePreview,
    async handler({ body }) {
      const { firstPossible, concerned } = await priceChanges.preview(body);
      const count = concerned.filter((one) => one.problem === null).length;
      return {
        firstPossible,
        count,
        skipped: concerned.length - count,
        contracts: concerned.slice(0, SHOWN).map((one) => ({
          contract: { id: one.contractId, code: one.code },
          customer: { id: one.customerId, code: one.customerCode, name: one.customerName },
          oldPriceE8: one.oldPriceE8,
          oldVatIncluded: one.oldVatIncluded,
          problem: one.problem,
        })),
      };
    },
  }),
  route({
    method: 'POST',
    path: '/price-changes',
    summary: 'Announces a new price of a plan’s contracts from a day on, and has their customers told',
    permission: 'contracts.reprice',
    mode: 'write',
    body: PriceChangeCreation,
    response: PriceChangeView,
    status: 201,
    handler: async ({ body, actor }, tx) =>
      priceChangeDetail(tx, await priceChanges.announce(tx, body, actor)),
  }),
  route({
    ...COMMAND,
    path: '/price-changes/:id/cancel',
    summary: 'Takes a price change back before its day; contracts that ended because of it stay ended',
    permission: 'contracts.reprice',
    async handler({ params: { id }, actor }, tx) {
      await priceChanges.cancel(tx, id, actor);
      return priceChangeDetail(tx, id);
    },
  }),
];

const afterwards = ({ priceChanges }: Needs): readonly CoreRoute[] => [
  route({
    ...COMMAND,
    path: '/price-changes/:id/told',
    summary: 'Records that customers were told: of the contracts named, or of all that nobody has told yet',
    permission: 'contracts.write',
    body: PriceChangeTold,
    async handler({ params: { id }, body, actor }, tx) {
      await priceChanges.told(tx, { id, ...body }, actor);
      return priceChangeDetail(tx, id);
    },
  }),
  route({
    ...COMMAND,
    path: '/price-changes/:id/leave-out',
    summary: 'Leaves contracts out: they keep their price',
    permission: 'contracts.write',
    body: PriceChangeLeftOut,
    async handler({ params: { id }, body, actor }, tx) {
      await priceChanges.leaveOut(tx, { id, ...body }, actor);
      return priceChangeDetail(tx, id);
    },
  }),
  route({
    ...COMMAND,
    path: '/price-changes/:id/withdraw',
    summary: 'A customer withdraws because of a price change: the contract ends before it, without penalty',
    permission: 'contracts.write',
    body: PriceChangeWithdrawal,
    async handler({ params: { id }, body, actor }, tx) {
      await priceChanges.withdraw(tx, { id, ...body }, actor);
      return priceChangeDetail(tx, id);
    },
  }),
];
