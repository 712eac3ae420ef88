import type { PlainDate } from '@traliccio/sdk';
import { ONE } from '@traliccio/sdk';
import { checkText } from '../address.ts';
import type { PlanPriceRow, PlanRow } from '../plans/plan.entity.ts';
import { checkTerms, DEFAULT_TERMS, needsConfirmation, type Price, type Terms } from '../plans/terms.ts';
import type { Grids } from '../ports.ts';
import { type Problem, Problems } from '../problem.ts';
import { checkVat } from '../vat.ts';
import type { ItemVersionRow } from './contract.entity.ts';

/** A priced thing of a contract as somebody asks for it; what is left out comes from the plan. */
export type ItemInput = Partial<Price & Terms> & {
  /** Tells the things of one contract apart; `main` when there is one. */
  readonly item?: string;
  /** Code of the plan. */
  readonly plan?: string | null;
  readonly description?: string;
  /** In millionths. */
  readonly quantity?: number;
  /** Where the grid is counted from; the first day when not given. */
  readonly anchor?: PlainDate;
  readonly anchorLastDay?: boolean;
  /** The operator says that the ban on 28-day billing doesn't apply. */
  readonly cadenceConfirmed?: boolean;
};

export type ItemValues = Omit<
  ItemVersionRow,
  'id' | 'contractId' | 'createdAt' | 'validTo' | 'startsItem' | 'billedTo'
>;
export type Catalogue = {
  readonly plan: PlanRow | null;
  readonly price: PlanPriceRow | null;
  readonly grids: Grids;
};

/** Fixes what an item version says from `validFrom` on, and what keeps it from being billed. */
export function itemValues(
  input: ItemInput,
  validFrom: PlainDate,
  catalogue: Catalogue,
): { readonly values: ItemValues; readonly problems: readonly Problem[] } {
  const { plan, price } = catalogue;
  const values: ItemValues = {
    item: input.item ?? 'main',
    planId: plan?.id ?? null,
    description: (input.description ?? plan?.name ?? '').trim(),
    quantity: input.quantity ?? ONE,
    validFrom,
    anchor: input.anchor ?? validFrom,
    anchorLastDay: input.anchorLastDay ?? false,
    ...termsOf(input, plan),
    ...priceOf(input, price),
    planPriceId: input.priceE8 === undefined ? (price?.id ?? null) : null,
  };
  return { values, problems: check(values, input, catalogue) };
}

function termsOf(input: ItemInput, plan: PlanRow | null): Terms {
  const from = plan ?? DEFAULT_TERMS;
  return {
    cadence: input.cadence ?? from.cadence,
    timing: input.timing ?? from.timing,
    offsetDays: input.offsetDays ?? from.offsetDays,
    proration: input.proration ?? from.proration,
    firstPeriod: input.firstPeriod ?? from.firstPeriod,
    endCredit: input.endCredit ?? from.endCredit,
  };
}

/** A rate of one's own brings its own natura: the plan's belongs to the plan's rate. */
function priceOf(input: ItemInput, price: Price | null): Price {
  const ownRate = input.vatRate !== undefined && input.vatRate !== price?.vatRate;
  return {
    priceE8: input.priceE8 ?? price?.priceE8 ?? -1,
    vatIncluded: input.vatIncluded ?? price?.vatIncluded ?? false,
    vatRate: input.vatRate ?? price?.vatRate ?? -1,
    natura: input.natura ?? (ownRate ? null : (price?.natura ?? null)),
    vatReference: input.vatReference ?? (ownRate ? null : (price?.vatReference ?? null)),
  };
}

function check(values: ItemValues, input: ItemInput, { grids }: Catalogue): Problem[] {
  const problems = new Problems('contract');
  problems.unless(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(values.item),
    'item',
    'invalid',
    'the name of an item has up to 40 letters, digits and . _ -',
  );
  checkText(values.description, { field: 'description', max: 300 }, problems);
  problems.unless(
    Number.isSafeInteger(values.quantity) && values.quantity > 0,
    'quantity',
    'invalid',
    'the quantity is above 0',
  );
  if (values.priceE8 < 0)
    problems.add(
      'price',
      'missing',
      input.plan
        ? `plan ${input.plan} has no price on ${values.validFrom}, and none is given`
        : 'there is neither a plan nor a price',
    );
  if (values.vatRate < 0) {
    if (values.priceE8 >= 0) problems.add('vat_rate', 'missing', 'the price needs a VAT rate');
  } else checkVat(values, problems);
  checkTerms(values, grids, problems);
  const known = grids(values.cadence, { date: values.anchor, lastDay: false }) !== undefined;
  if (known && needsConfirmation(values.cadence) && input.cadenceConfirmed !== true)
    problems.add(
      'cadence',
      'unconfirmed',
      `${values.cadence}: consumers' internet and telephone may be billed by months only (law 172/2017); confirm that this is no such contract`,
    );
  return problems.list;
}
