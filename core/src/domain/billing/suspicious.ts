import { addDays, formatEuro, type Cents, type PlainDate, type Sql } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import type { Bill } from './bills.ts';
import type { Problem } from './charges.ts';
import type { BillingLimits } from './settings.ts';

/** Why a single invoice looks wrong; undefined when it doesn't. */
export function suspicionOf(
  bill: Bill,
  { day, limits, medians }: { day: PlainDate; limits: BillingLimits; medians: ReadonlyMap<number, Cents> },
): Problem | undefined {
  const latest = addDays(day, limits.daysAhead);
  for (const charge of bill.charges)
    if (charge.periodFrom !== null && charge.periodFrom > latest)
      return {
        code: 'invoice.date_impossible',
        field: 'period',
        message: `a period starts on ${charge.periodFrom}, more than ${limits.daysAhead} days after ${day}`,
      };
  const perContract = Map.groupBy(bill.draft.lines, (l) => l.contractId);
  for (const lines of perContract.values())
    if (lines.length > limits.linesPerContract)
      return {
        code: 'invoice.too_many_lines',
        field: 'lines',
        message: `${lines.length} lines for contract ${lines[0]?.contractCode}, more than ${limits.linesPerContract}: check its start and what it was billed through`,
      };
  const { total } = bill.draft.totals;
  const median = medians.get(bill.draft.customer.id);
  if (median !== undefined && total > limits.medianFloor && total > median * limits.medianTimes)
    return {
      code: 'invoice.too_high',
      field: 'total',
      message: `${formatEuro(total)} is more than ${limits.medianTimes} times the ${formatEuro(median)} that this customer is usually billed`,
    };
  return undefined;
}

/** The median of what payers were billed lately, of those whose bill is high enough to be looked at. */
export async function mediansOf(
  sql: Sql,
  bills: readonly Bill[],
  limits: BillingLimits,
): Promise<Map<number, Cents>> {
  const payers = [
    ...new Set(
      bills.filter((b) => b.draft.totals.total > limits.medianFloor).map((b) => b.draft.customer.id),
    ),
  ];
  if (payers.length === 0) return new Map();
  const list = idList(sql, payers);
  const rows = await sql.all<{ customerId: number; total: Cents }>(
    `SELECT customer_id AS customerId, total FROM document WHERE customer_id IN ${list.sql} AND kind = 'invoice' ORDER BY customer_id, date DESC`,
    list.params,
  );
  const medians = new Map<number, Cents>();
  for (const [customer, own] of Map.groupBy(rows, (r) => r.customerId)) {
    const totals = own
      .slice(0, 12)
      .map((r) => r.total)
      .toSorted((a, b) => a - b);
    medians.set(customer, totals[totals.length >> 1] as Cents);
  }
  return medians;
}
