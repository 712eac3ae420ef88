import { NotFound } from '@traliccio/sdk';
import type { Static } from 'typebox';
import type { ReadableSql } from '../../kernel/db/parts.ts';
import { refColumns, refIn, refOrNull } from '../ref.ts';
import type { PriceChangeView } from './price-change.schema.ts';
import { ROW_STATES } from './price-change.store.ts';

type Detail = Static<typeof PriceChangeView>;
const REFS = Object.entries({ ...refColumns('plan', 'p'), ...refColumns('site', 's') })
  .map(([name, column]) => `${column} AS ${name}`)
  .join(', ');

/** A price change, and how many of its contracts are in which state. @throws NotFound */
export async function priceChangeDetail(sql: ReadableSql, id: number): Promise<Detail> {
  const [row] = await sql.all(
    `SELECT t.*, ${REFS} FROM price_change t LEFT JOIN plan p ON p.id = t.plan_id LEFT JOIN site s ON s.id = t.site_id WHERE t.id = ?`,
    [id],
  );
  if (!row) throw new NotFound('price_change.not_found', `there is no price change ${id}`);
  const counts = await sql.all<{ state: string; n: number; told: number }>(
    'SELECT state, COUNT(*) AS n, COUNT(told_on) AS told FROM price_change_contract WHERE change_id = ? GROUP BY state',
    [id],
  );
  const of = (state: string) => counts.find((one) => one.state === state) ?? { n: 0, told: 0 };
  return {
    id,
    plan: refIn(row, 'plan'),
    site: refOrNull(row, 'site'),
    onlyPriceE8: row['only_price_e8'] as number | null,
    priceE8: row['price_e8'] as number,
    vatIncluded: row['vat_included'] === 1,
    effectiveOn: row['effective_on'] as Detail['effectiveOn'],
    noticeDays: row['notice_days'] as number,
    reason: row['reason'] as string,
    state: row['state'] as Detail['state'],
    announcedOn: row['announced_on'] as Detail['announcedOn'],
    contracts: Object.fromEntries(ROW_STATES.map((state) => [state, of(state).n])) as Detail['contracts'],
    notTold: of('announced').n - of('announced').told,
  };
}
