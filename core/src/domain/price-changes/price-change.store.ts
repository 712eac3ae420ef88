import { type ContractState, NotFound, type PlainDate, type Sql, type SqlValue } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import type { SkipReason } from './price-change.rules.ts';

export type PriceChangeRow = {
  readonly id: number;
  readonly planId: number;
  readonly siteId: number | null;
  readonly priceE8: number;
  readonly vatIncluded: 0 | 1;
  readonly effectiveOn: PlainDate;
  readonly noticeDays: number;
  readonly state: 'announced' | 'done' | 'cancelled';
  readonly announcedOn: PlainDate;
};
const CHANGE = `id, plan_id AS planId, site_id AS siteId, price_e8 AS priceE8, vat_included AS vatIncluded,
  effective_on AS effectiveOn, notice_days AS noticeDays, state, announced_on AS announcedOn`;

export type ChangedContractRow = {
  readonly id: number;
  readonly contractId: number;
  readonly oldPriceE8: number;
  readonly oldVatIncluded: 0 | 1;
  readonly state: (typeof ROW_STATES)[number];
  readonly toldOn: PlainDate | null;
};
export const ROW_STATES = ['announced', 'applied', 'withdrawn', 'left_out', 'skipped', 'cancelled'] as const;
export const CHANGED_CONTRACT = `id, contract_id AS contractId, old_price_e8 AS oldPriceE8,
  old_vat_included AS oldVatIncluded, state, told_on AS toldOn`;

export const forUpdate = ({ dialect }: Pick<Sql, 'dialect'>): string =>
  dialect === 'mysql' ? ' FOR UPDATE' : '';

/** The change, locked until the transaction ends. @throws NotFound */
export async function lockPriceChange(tx: CoreTx, id: number): Promise<PriceChangeRow> {
  const [row] = await tx.all<PriceChangeRow>(
    `SELECT ${CHANGE} FROM price_change WHERE id = ?${forUpdate(tx)}`,
    [id],
  );
  if (!row) throw new NotFound('price_change.not_found', `there is no price change ${id}`);
  return row;
}

export const dueChanges = (sql: Sql, today: PlainDate): Promise<{ id: number }[]> =>
  sql.all<{ id: number }>(
    `SELECT id FROM price_change WHERE state = 'announced' AND effective_on <= ? ORDER BY effective_on, id`,
    [today],
  );

/** Whom a change concerns, and what it takes to find them. */
export type Concern = {
  readonly planId: number;
  readonly siteId: number | null;
  readonly onlyPriceE8: number | null;
  readonly priceE8: number;
  readonly vatIncluded: boolean;
  readonly effectiveOn: PlainDate;
};
export type Concerned = {
  readonly contractId: number;
  readonly code: string;
  readonly issuerId: number;
  readonly customerId: number;
  readonly customerCode: string;
  readonly customerName: string;
  readonly oldPriceE8: number;
  readonly oldVatIncluded: boolean;
  readonly problem: SkipReason | null;
};

type Found = Omit<Concerned, 'oldVatIncluded' | 'problem'> & {
  readonly oldVatIncluded: number;
  readonly prices: number;
  readonly changesLater: number;
  readonly announced: number;
};

/** Contracts that run on the day with an item of the plan at another price, by code. */
export async function concernedBy(sql: Pick<Sql, 'all'>, concern: Concern): Promise<Concerned[]> {
  const { planId, siteId, onlyPriceE8, priceE8, vatIncluded, effectiveOn } = concern;
  const params: SqlValue[] = [effectiveOn, planId, effectiveOn, effectiveOn, effectiveOn];
  let where = '';
  if (siteId !== null) {
    where += ' AND k.site_id = ?';
    params.push(siteId);
  }
  if (onlyPriceE8 !== null) {
    where += ' AND v.price_e8 = ?';
    params.push(onlyPriceE8);
  }
  const rows = await sql.all<Found>(
    `SELECT k.id AS contractId, k.code AS code, k.issuer_id AS issuerId, c.id AS customerId, c.code AS customerCode, c.name AS customerName,
       MIN(v.price_e8) AS oldPriceE8, MIN(v.vat_included) AS oldVatIncluded,
       COUNT(DISTINCT v.price_e8 * 2 + v.vat_included) AS prices,
       MAX(EXISTS (SELECT 1 FROM contract_item_version n WHERE n.contract_id = v.contract_id AND n.item = v.item
         AND n.valid_from > ? AND (n.valid_to IS NULL OR n.valid_to > n.valid_from))) AS changesLater,
       MAX(EXISTS (SELECT 1 FROM price_change_contract x WHERE x.contract_id = k.id AND x.state = 'announced')) AS announced
     FROM contract_item_version v JOIN contract k ON k.id = v.contract_id JOIN customer c ON c.id = k.customer_id
     WHERE v.plan_id = ? AND v.valid_from <= ? AND (v.valid_to IS NULL OR v.valid_to > ?)
       AND k.state IN ('active', 'pending_activation', 'terminating') AND (k.ends_on IS NULL OR k.ends_on > ?)${where}
     GROUP BY k.id, k.code, k.issuer_id, c.id, c.code, c.name ORDER BY k.code`,
    params,
  );
  return rows
    .filter((r) => r.prices > 1 || r.oldPriceE8 !== priceE8 || (r.oldVatIncluded === 1) !== vatIncluded)
    .map(({ prices, changesLater, announced, ...row }) => ({
      ...row,
      oldVatIncluded: row.oldVatIncluded === 1,
      problem:
        announced === 1
          ? 'announced_already'
          : prices > 1
            ? 'several_prices'
            : changesLater === 1
              ? 'changes_later'
              : null,
    }));
}

export type LockedContract = {
  readonly id: number;
  readonly state: ContractState;
  readonly endsOn: PlainDate | null;
};
export type PlanItem = {
  readonly contractId: number;
  readonly item: string;
  readonly planId: number | null;
  readonly priceE8: number;
  readonly vatIncluded: number;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};
