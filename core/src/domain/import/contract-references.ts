import type { CoreTx } from '../../kernel/db/database.ts';
import { firstDue } from '../contracts/first-due.ts';
import { itemValues } from '../contracts/item-terms.ts';
import { onlyIssuer } from '../issuer/issuer.service.ts';
import { PlanEntity, PlanPriceEntity, type PlanPriceRow, type PlanRow } from '../plans/plan.entity.ts';
import { priceOn } from '../plans/plan.rules.ts';
import type { Grids } from '../ports.ts';
import type { ImportedContract, ImportedVersion } from './contract-rows.ts';
import {
  type ContractColumns,
  contractColumns,
  holdColumns,
  type ResolvedVersion,
  versionColumns,
} from './contract-values.ts';
import type { Thing } from './file-kind.ts';
import type { Refusal } from './result.ts';
import { rowsByCode } from './stored.ts';

/** A contract with what its codes stand for, as columns. */
export type ResolvedContract = {
  readonly thing: Thing<ImportedContract>;
  readonly contract: ContractColumns;
  readonly versions: readonly ContractColumns[];
  readonly hold: ContractColumns | null;
};

export type References = {
  readonly issuerId: number;
  readonly customers: ReadonlyMap<string, { readonly id: number }>;
  readonly sites: ReadonlyMap<string, { readonly id: number }>;
  readonly plans: ReadonlyMap<string, PlanRow>;
  readonly prices: ReadonlyMap<number, readonly PlanPriceRow[]>;
};

/** What the codes of a page may stand for, in a query for each kind of thing. */
export async function loadReferences(
  tx: CoreTx,
  things: readonly Thing<ImportedContract>[],
): Promise<References> {
  const codes = (of: (contract: ImportedContract) => readonly (string | null | undefined)[]): string[] => [
    ...new Set(things.flatMap((t) => of(t.value)).filter((code): code is string => Boolean(code))),
  ];
  const issuer = await onlyIssuer(tx);
  const plans = await tx.em.find(PlanEntity, { code: codes((c) => c.versions.map((v) => v.input.plan)) });
  const prices = await tx.em.find(PlanPriceEntity, { planId: plans.map((p) => p.id) });
  return {
    issuerId: issuer.id,
    customers: await rowsByCode(
      tx,
      'customer',
      codes((c) => [c.customer, c.payer]),
      'id, code',
    ),
    sites: await rowsByCode(
      tx,
      'site',
      codes((c) => [c.site]),
      'id, code',
    ),
    plans: new Map(plans.map((plan) => [plan.code, plan])),
    prices: Map.groupBy(prices, (price) => price.planId),
  };
}

/** Looks up what the codes stand for, and fixes prices and terms. */
export function resolveContract(
  thing: Thing<ImportedContract>,
  references: References,
  grids: Grids,
): ResolvedContract | readonly Refusal[] {
  const refused: Refusal[] = [];
  const { value } = thing;
  const find = (
    field: 'customer' | 'payer' | 'site',
    map: ReadonlyMap<string, { readonly id: number }>,
  ): number | null => {
    const code = value[field];
    if (code === null) return null;
    const found = map.get(code);
    if (!found)
      refused.push({
        line: thing.line,
        field,
        code: `contract.${field}_unknown`,
        message: `there is no ${field === 'site' ? 'site' : 'customer'} ${code}`,
      });
    return found?.id ?? null;
  };
  const customerId = find('customer', references.customers);
  const payerId = find('payer', references.customers) ?? customerId;
  const siteId = find('site', references.sites);
  const versions = value.versions.map((version) => resolveVersion(version, references, { grids, refused }));
  if (refused.length > 0) return refused;
  const due = versions.map(({ values, version }) => ({
    ...values,
    validTo: version.validTo,
    billedTo: version.billedTo,
  }));
  const contract = contractColumns(value, {
    issuerId: references.issuerId,
    customerId,
    payerId,
    siteId,
    nextDue: firstDue(due, value.endsOn, grids),
  });
  return { thing, contract, versions: versions.map(versionColumns), hold: holdColumns(value) };
}

function resolveVersion(
  version: ImportedVersion,
  references: References,
  context: { grids: Grids; refused: Refusal[] },
): ResolvedVersion {
  const { input, line, validFrom } = version;
  const plan = input.plan ? (references.plans.get(input.plan) ?? null) : null;
  const unknown = input.plan && !plan;
  const price = plan ? (priceOn(references.prices.get(plan.id) ?? [], validFrom) ?? null) : null;
  const { values, problems } = itemValues(input, validFrom, { plan, price, grids: context.grids });
  if (unknown)
    context.refused.push({
      line,
      field: 'plan',
      code: 'contract.plan_unknown',
      message: `there is no plan ${input.plan}`,
    });
  // Without its plan, whatever else is missing only repeats it.
  else context.refused.push(...problems.map((problem) => ({ line, ...problem })));
  return { version, values };
}
