import { NotFound, type Sql, type SqlRow } from '@traliccio/sdk';
import type { PlanDetail } from './plan.schema.ts';

/** A plan with its prices. @throws NotFound */
export async function planDetail(sql: Pick<Sql, 'all'>, id: number): Promise<PlanDetail> {
  const [[row], prices] = await Promise.all([
    sql.all('SELECT * FROM plan WHERE id = ?', [id]),
    sql.all('SELECT * FROM plan_price WHERE plan_id = ? ORDER BY valid_from', [id]),
  ]);
  if (!row) throw new NotFound('plan.not_found', `there is no plan ${id}`);
  return {
    id,
    code: row['code'] as string,
    name: row['name'] as string,
    kind: row['kind'] as PlanDetail['kind'],
    ...termsOf(row),
    active: row['active'] === 1,
    prices: prices.map((price) => ({
      id: price['id'] as number,
      validFrom: price['valid_from'] as PlanDetail['prices'][number]['validFrom'],
      ...priceOf(price),
    })),
    version: row['version'] as number,
  };
}

/** Of a row of `plan` or `contract_item_version`. */
export const termsOf = (row: SqlRow) => ({
  cadence: row['cadence'] as string,
  timing: row['timing'] as PlanDetail['timing'],
  offsetDays: row['offset_days'] as number,
  proration: row['proration'] as PlanDetail['proration'],
  firstPeriod: row['first_period'] as PlanDetail['firstPeriod'],
  endCredit: row['end_credit'] === 1,
});

/** Of a row of `plan_price` or `contract_item_version`. */
export const priceOf = (row: SqlRow) => ({
  priceE8: row['price_e8'] as number,
  vatIncluded: row['vat_included'] === 1,
  vatRate: row['vat_rate'] as number,
  natura: row['natura'] as string | null,
  vatReference: row['vat_reference'] as string | null,
});
