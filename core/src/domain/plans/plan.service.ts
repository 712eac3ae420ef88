import { Conflict, NotFound } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import type { Actor, AuditWriter, Grids } from '../ports.ts';
import { refuse, within } from '../problem.ts';
import { PlanEntity, PlanPriceEntity, type PlanPriceRow, type PlanRow } from './plan.entity.ts';
import { checkPlan, checkPlanPrice, type PlanInput, type PlanPriceInput } from './plan.rules.ts';

export class PlanService {
  readonly #audit: AuditWriter;
  readonly #grids: Grids;

  constructor(deps: { readonly audit: AuditWriter; readonly grids: Grids }) {
    this.#audit = deps.audit;
    this.#grids = deps.grids;
  }

  async create(
    tx: CoreTx,
    input: PlanInput & { readonly prices?: readonly PlanPriceInput[] },
    by: Actor,
  ): Promise<PlanRow> {
    const { prices = [], ...plan } = input;
    refuse(checkPlan(plan, this.#grids));
    if (await tx.em.findOne(PlanEntity, { code: plan.code }))
      throw new Conflict('plan.code_taken', `there is a plan ${plan.code} already`, { field: 'code' });
    const row = tx.em.create(PlanEntity, { ...plan, active: plan.active ?? true, version: 1 });
    await tx.em.persist(row).flush();
    await this.#audit.record(tx, {
      actor: by,
      action: 'plan.create',
      entity: 'plan',
      entityId: row.id,
      detail: plan,
    });
    for (const [i, price] of prices.entries())
      await within(`prices[${i}]`, () => this.addPrice(tx, { plan: plan.code, price }, by));
    return row;
  }

  /** Changes what the plan proposes from now on; contracts keep the terms that they were made with. */
  async update(
    tx: CoreTx,
    change: { readonly version: number; readonly input: PlanInput },
    by: Actor,
  ): Promise<PlanRow> {
    refuse(checkPlan(change.input, this.#grids));
    const row = await planByCode(tx, change.input.code);
    if (row.version !== change.version)
      throw new Conflict('plan.version', `plan ${row.code} was changed by somebody else: read it again`);
    tx.em.assign(row, change.input);
    await tx.em.flush();
    await this.#audit.record(tx, {
      actor: by,
      action: 'plan.update',
      entity: 'plan',
      entityId: row.id,
      detail: change.input,
    });
    return row;
  }

  /** Adds a price from a date on. Contracts get it when they are changed to it, not by themselves. */
  async addPrice(
    tx: CoreTx,
    input: { readonly plan: string; readonly price: PlanPriceInput },
    by: Actor,
  ): Promise<PlanPriceRow> {
    refuse(checkPlanPrice(input.price));
    const plan = await planByCode(tx, input.plan);
    const { validFrom } = input.price;
    if (await tx.em.findOne(PlanPriceEntity, { planId: plan.id, validFrom }))
      throw new Conflict('plan.price_taken', `plan ${plan.code} has a price from ${validFrom} already`, {
        field: 'valid_from',
      });
    const row = tx.em.create(PlanPriceEntity, { ...input.price, planId: plan.id });
    await tx.em.persist(row).flush();
    await this.#audit.record(tx, {
      actor: by,
      action: 'plan.price',
      entity: 'plan',
      entityId: plan.id,
      detail: input.price,
    });
    return row;
  }
}

/** @throws NotFound */
export async function planByCode(tx: Pick<CoreTx, 'em'>, code: string): Promise<PlanRow> {
  const plan = await tx.em.findOne(PlanEntity, { code });
  if (!plan) throw new NotFound('plan.not_found', `there is no plan ${code}`, { field: 'plan' });
  return plan;
}

export const pricesOf = (tx: Pick<CoreTx, 'em'>, planId: number): Promise<PlanPriceRow[]> =>
  tx.em.find(PlanPriceEntity, { planId }, { orderBy: { validFrom: 'asc' } });
