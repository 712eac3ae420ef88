import { parseDate, type PlainDate } from '@traliccio/sdk';
import { checkText, isCode } from '../address.ts';
import type { Grids } from '../ports.ts';
import { type Problem, Problems } from '../problem.ts';
import { checkVat } from '../vat.ts';
import { PLAN_KINDS, type PlanKind } from './plan.entity.ts';
import { checkTerms, type Price, type Terms } from './terms.ts';

export type PlanInput = {
  readonly code: string;
  readonly name: string;
  readonly kind: PlanKind;
  readonly active?: boolean;
} & Terms;
export type PlanPriceInput = Price & { readonly validFrom: PlainDate };

export function checkPlan(plan: PlanInput, grids: Grids): Problem[] {
  const problems = new Problems('plan');
  problems.unless(isCode(plan.code), 'code', 'invalid', 'a code has up to 40 letters, digits and . _ / -');
  checkText(plan.name, { field: 'name', max: 200 }, problems);
  problems.unless(
    PLAN_KINDS.includes(plan.kind),
    'kind',
    'unknown',
    `the kind is one of ${PLAN_KINDS.join(', ')}`,
  );
  checkTerms(plan, grids, problems);
  return problems.list;
}

export function checkPlanPrice(price: PlanPriceInput): Problem[] {
  const problems = new Problems('plan');
  problems.unless(
    parseDate(price.validFrom) !== undefined,
    'valid_from',
    'invalid',
    'the price needs the date from which it holds',
  );
  problems.unless(
    Number.isSafeInteger(price.priceE8) && price.priceE8 >= 0,
    'price',
    'invalid',
    'the price is not negative',
  );
  checkVat(price, problems);
  return problems.list;
}

/** The price of a plan on a day: the newest one that holds then. */
export const priceOn = <P extends { readonly validFrom: PlainDate }>(
  prices: readonly P[],
  day: PlainDate,
): P | undefined =>
  prices.reduce<P | undefined>(
    (best, price) => (price.validFrom <= day && (!best || price.validFrom > best.validFrom) ? price : best),
    undefined,
  );
