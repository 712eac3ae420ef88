import type { SqlRow } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { PLAN_KINDS, PlanEntity, PlanPriceEntity } from '../plans/plan.entity.ts';
import { checkPlan, checkPlanPrice, type PlanInput, type PlanPriceInput } from '../plans/plan.rules.ts';
import type { PlanService } from '../plans/plan.service.ts';
import { DEFAULT_TERMS, FIRST_PERIODS, PRORATIONS, TIMINGS } from '../plans/terms.ts';
import type { Grids } from '../ports.ts';
import type { Cells } from './cells.ts';
import { CODE, type Column, DATE, DECIMAL, oneOf, TEXT, YES_NO } from './columns.ts';
import type { FileKind, StoreContext, Thing } from './file-kind.ts';
import type { ImportDeps } from './importer.ts';
import { conflict, type Outcome } from './result.ts';
import { differing } from './stored.ts';

export const PLAN_COLUMNS: readonly Column[] = [
  {
    name: 'code',
    required: true,
    format: CODE,
    about: 'Identifies the plan. Rows with the same code and another `valid_from` are its prices in time.',
  },
  { name: 'name', required: true, format: TEXT(200), about: 'Stands on the invoice line.' },
  { name: 'kind', required: true, format: oneOf(PLAN_KINDS), about: 'What is sold.' },
  { name: 'valid_from', required: true, format: DATE, about: 'The day from which the price holds.' },
  { name: 'price', required: true, format: DECIMAL(8), about: 'Of one unit for one period, in euro.' },
  { name: 'vat_included', format: YES_NO, about: 'Whether the price has VAT in it; `no` when empty.' },
  {
    name: 'vat_rate',
    required: true,
    format: DECIMAL(2),
    about: 'Aliquota IVA in percent: `22`. 0 needs a natura.',
  },
  { name: 'natura', format: '`N1`, `N2.1` ...', about: 'Why the rate is 0.' },
  { name: 'vat_reference', format: TEXT(100), about: 'The law that the natura rests on; needed with it.' },
  {
    name: 'cadence',
    format: '`months:1`, `months:3`, `days:30` ...',
    about: 'How long a period is; `months:1` when empty.',
  },
  {
    name: 'timing',
    format: oneOf(TIMINGS),
    about: 'Billed when the period begins or when it has ended; `advance` when empty.',
  },
  { name: 'offset_days', format: '-90 to 90', about: 'Days between that and the invoice; 0 when empty.' },
  {
    name: 'proration',
    format: oneOf(PRORATIONS),
    about:
      'What a part of a period costs: by its days, by 30-day months, or the whole; `calendar` when empty.',
  },
  {
    name: 'first_period',
    format: oneOf(FIRST_PERIODS),
    about: 'Whether a first partial period is billed alone, with the next, or not; `alone` when empty.',
  },
  {
    name: 'end_credit',
    format: YES_NO,
    about: 'Whether unused days are given back at the end; `yes` when empty.',
  },
];

type PlanLine = { readonly plan: PlanInput; readonly price: PlanPriceInput };

export const plansKind = ({ plans, grids }: Pick<ImportDeps, 'plans' | 'grids'>): FileKind<PlanLine> => ({
  name: 'plans',
  prefix: 'plan',
  columns: PLAN_COLUMNS,
  read: ([row]) => readPlan(row as Cells, grids),
  async store(tx, things, context) {
    const outcomes: Outcome[] = [];
    for (const thing of things) outcomes.push(await storePlan(tx, thing, { ...context, plans }));
    return outcomes;
  },
});

function readPlan(row: Cells, grids: Grids): { readonly key: string; readonly value: PlanLine } {
  const plan: PlanInput = {
    code: row.required('code'),
    name: row.required('name'),
    kind: row.oneOf('kind', PLAN_KINDS) ?? 'internet',
    cadence: row.text('cadence') ?? DEFAULT_TERMS.cadence,
    timing: row.oneOf('timing', TIMINGS) ?? DEFAULT_TERMS.timing,
    offsetDays: row.integer('offset_days') ?? DEFAULT_TERMS.offsetDays,
    proration: row.oneOf('proration', PRORATIONS) ?? DEFAULT_TERMS.proration,
    firstPeriod: row.oneOf('first_period', FIRST_PERIODS) ?? DEFAULT_TERMS.firstPeriod,
    endCredit: row.yesNo('end_credit') ?? DEFAULT_TERMS.endCredit,
  };
  for (const field of ['kind', 'valid_from', 'price', 'vat_rate']) row.required(field);
  const price = {
    validFrom: row.date('valid_from') as PlanPriceInput['validFrom'],
    priceE8: row.decimal('price', 8) as number,
    vatIncluded: row.yesNo('vat_included') ?? false,
    vatRate: row.decimal('vat_rate', 2) as number,
    natura: row.text('natura')?.toUpperCase() ?? null,
    vatReference: row.text('vat_reference'),
  };
  if (row.problems.length === 0) row.problems.push(...checkPlan(plan, grids), ...checkPlanPrice(price));
  return { key: `${plan.code} ${price.validFrom}`, value: { plan, price } };
}

async function storePlan(
  tx: CoreTx,
  thing: Thing<PlanLine>,
  context: StoreContext & { readonly plans: PlanService },
): Promise<Outcome> {
  const { plan, price } = thing.value;
  const stored = await tx.em.findOne(PlanEntity, { code: plan.code });
  if (!stored) {
    await context.plans.create(tx, { ...plan, prices: [price] }, context.by);
    return 'imported';
  }
  const there = await tx.em.findOne(PlanPriceEntity, { planId: stored.id, validFrom: price.validFrom });
  const fields = [...differences(stored, plan), ...(there ? differences(there, price) : [])];
  if (fields.length > 0) return [conflict({ line: thing.line, what: `plan ${plan.code}` }, fields)];
  if (there) return 'unchanged';
  await context.plans.addPrice(tx, { plan: plan.code, price }, context.by);
  return 'imported';
}

const differences = (stored: object, wanted: object): string[] =>
  differing(stored as SqlRow, wanted as Record<string, string>).map((name) =>
    name === 'priceE8' ? 'price' : name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
  );
