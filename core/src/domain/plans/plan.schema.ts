import { Type, type Static } from 'typebox';
import { Code, Day, Fields, Id, Line, Nullable, OneOf, Version } from '../../kernel/http/schemas.ts';
import { PLAN_KINDS } from './plan.entity.ts';
import type { PlanInput, PlanPriceInput } from './plan.rules.ts';
import { EXEMPTION, PRICE, TERMS } from './terms.schema.ts';
import { DEFAULT_TERMS } from './terms.ts';

const terms = {
  cadence: Type.Optional(TERMS.cadence),
  timing: Type.Optional(TERMS.timing),
  offsetDays: Type.Optional(TERMS.offsetDays),
  proration: Type.Optional(TERMS.proration),
  firstPeriod: Type.Optional(TERMS.firstPeriod),
  endCredit: Type.Optional(TERMS.endCredit),
  active: Type.Optional(Type.Boolean({ description: 'Whether it is still sold' })),
};

export const PlanPriceCreation = Fields({
  validFrom: Day,
  priceE8: PRICE.priceE8,
  vatIncluded: Type.Optional(PRICE.vatIncluded),
  vatRate: PRICE.vatRate,
  ...EXEMPTION,
});
export const PlanCreation = Fields({
  code: Code(),
  name: Line(200),
  kind: OneOf(PLAN_KINDS),
  ...terms,
  prices: Type.Optional(Type.Array(PlanPriceCreation, { maxItems: 100 })),
});
export const PlanChanges = Fields(
  { name: Type.Optional(Line(200)), kind: Type.Optional(OneOf(PLAN_KINDS)), ...terms },
  { minProperties: 1 },
);

export const PlanView = Fields({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  kind: OneOf(PLAN_KINDS),
  ...TERMS,
  active: Type.Boolean(),
  prices: Type.Array(
    Fields({
      id: Id,
      validFrom: Day,
      ...PRICE,
      natura: Nullable(Type.String()),
      vatReference: Nullable(Type.String()),
    }),
    { description: 'By the day from which they hold' },
  ),
  version: Version,
});
export type PlanDetail = Static<typeof PlanView>;

export const newPrice = ({
  vatIncluded = false,
  natura = null,
  vatReference = null,
  ...price
}: Static<typeof PlanPriceCreation>): PlanPriceInput => ({ ...price, vatIncluded, natura, vatReference });

export const newPlan = ({ prices = [], ...plan }: Static<typeof PlanCreation>) => ({
  ...DEFAULT_TERMS,
  ...plan,
  prices: prices.map(newPrice),
});

/** The whole plan after some changes. */
export function changedPlan(present: PlanDetail, changes: Static<typeof PlanChanges>): PlanInput {
  const { id: _, version: _v, prices: _p, ...kept } = present;
  return { ...kept, ...changes };
}
