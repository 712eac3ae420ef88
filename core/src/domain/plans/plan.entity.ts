import { defineEntity, p } from '@mikro-orm/core';
import type { PlainDate } from '@traliccio/sdk';
import type { Terms } from './terms.ts';
import { exact, type RowOf } from '../exact.ts';

export const PLAN_KINDS = ['internet', 'voip', 'rental', 'service'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const PlanEntity = exact(
  defineEntity({
    name: 'Plan',
    tableName: 'plan',
    properties: {
      id: p.integer().primary(),
      code: p.string(),
      name: p.string(),
      kind: p.string().$type<PlanKind>(),
      cadence: p.string(),
      timing: p.string().$type<Terms['timing']>(),
      offsetDays: p.integer(),
      proration: p.string().$type<Terms['proration']>(),
      firstPeriod: p.string().$type<Terms['firstPeriod']>(),
      endCredit: p.boolean(),
      active: p.boolean(),
      version: p.integer().version(),
    },
  }),
);
export type PlanRow = RowOf<typeof PlanEntity>;

/** Added to, never changed: contracts point to the price that they were sold at. */
export const PlanPriceEntity = exact(
  defineEntity({
    name: 'PlanPrice',
    tableName: 'plan_price',
    properties: {
      id: p.integer().primary(),
      planId: p.integer(),
      validFrom: p.string().$type<PlainDate>(),
      priceE8: p.integer(),
      vatIncluded: p.boolean(),
      vatRate: p.integer(),
      natura: p.string().nullable(),
      vatReference: p.string().nullable(),
    },
  }),
);
export type PlanPriceRow = RowOf<typeof PlanPriceEntity>;
