import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import { inApiTerms } from '../api-terms.ts';
import { planDetail } from './plan-detail.ts';
import {
  changedPlan,
  newPlan,
  newPrice,
  PlanChanges,
  PlanCreation,
  PlanPriceCreation,
  PlanView,
} from './plan.schema.ts';
import type { PlanService } from './plan.service.ts';

export const planRoutes = ({
  database,
  plans,
}: {
  readonly database: Database;
  readonly plans: PlanService;
}): readonly CoreRoute[] =>
  inApiTerms({ price: 'priceE8' }, [
    route({
      method: 'GET',
      path: '/plans/:id',
      summary: 'A plan with its prices in time',
      permission: 'plans.read',
      mode: 'read',
      params: IdParams,
      response: PlanView,
      handler: ({ params }) => planDetail(database.sql, params.id),
    }),
    route({
      method: 'POST',
      path: '/plans',
      summary: 'Creates a plan; without terms it is monthly in advance',
      permission: 'plans.write',
      mode: 'write',
      body: PlanCreation,
      response: PlanView,
      status: 201,
      async handler({ body, actor }, tx) {
        const { id } = await plans.create(tx, newPlan(body), actor);
        return planDetail(tx, id);
      },
    }),
    route({
      method: 'PATCH',
      path: '/plans/:id',
      summary: 'Changes what a plan proposes from now on; contracts keep what they were made with',
      permission: 'plans.write',
      mode: 'write',
      versioned: true,
      params: IdParams,
      body: PlanChanges,
      response: PlanView,
      async handler({ params: { id }, body, version, actor }, tx) {
        const input = changedPlan(await planDetail(tx, id), body);
        await plans.update(tx, { version, input }, actor);
        return planDetail(tx, id);
      },
      current: ({ params }) => planDetail(database.sql, params.id),
    }),
    route({
      method: 'POST',
      path: '/plans/:id/prices',
      summary: 'Adds a price from a day on; contracts get it when they are changed to it',
      permission: 'plans.write',
      mode: 'write',
      params: IdParams,
      body: PlanPriceCreation,
      response: PlanView,
      status: 201,
      async handler({ params: { id }, body, actor }, tx) {
        const { code } = await planDetail(tx, id);
        await plans.addPrice(tx, { plan: code, price: newPrice(body) }, actor);
        return planDetail(tx, id);
      },
    }),
  ]);
