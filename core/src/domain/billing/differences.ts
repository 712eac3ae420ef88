import { addMonths, daysBetween, type Cents, type PlainDate, type Sql } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import type { PlannedPage } from './plan-page.ts';
import type { PreviewDifference, PreviewInvoice } from './preview.schema.ts';

/** Invoices of these contracts: the latest made here of each, and the latest that came along from another system. */
async function lastInvoices(
  sql: Sql,
  { contractIds, payerIds }: { contractIds: readonly number[]; payerIds: readonly number[] },
): Promise<Map<number, PreviewInvoice[]>> {
  if (contractIds.length === 0) return new Map();
  const contracts = idList(sql, contractIds);
  const payers = idList(sql, payerIds);
  const rows = await sql.all<PreviewInvoice & { contractId: number }>(
    `SELECT x.contract_id AS contractId, d.id AS id, d.number_text AS numberText, d.date AS date, d.total AS total
     FROM (SELECT h.contract_id, MAX(h.document_id) AS document_id FROM charge h
           JOIN document i ON i.id = h.document_id AND i.kind = 'invoice'
           WHERE h.contract_id IN ${contracts.sql} GROUP BY h.contract_id
           UNION SELECT l.contract_id, MAX(l.document_id) FROM document i JOIN document_line l ON l.document_id = i.id
           WHERE i.customer_id IN ${payers.sql} AND i.origin = 'import' AND i.kind = 'invoice'
             AND l.contract_id IN ${contracts.sql} GROUP BY l.contract_id) x
     JOIN document d ON d.id = x.document_id`,
    [...contracts.params, ...payers.params, ...contracts.params],
  );
  return Map.groupBy(rows, (row) => row.contractId);
}

export type BilledBefore = ReadonlyMap<PlannedPage['bills'][number], PreviewInvoice | null>;

/** What each bill of a page is compared with: the latest invoice of its contracts. */
export async function billedBefore(sql: Sql, { bills }: PlannedPage): Promise<BilledBefore> {
  const last = await lastInvoices(sql, {
    contractIds: bills.flatMap((bill) => bill.contracts.map((one) => one.id)),
    payerIds: bills.map((bill) => bill.draft.customer.id),
  });
  return new Map(
    bills.map((bill) => {
      const [latest] = bill.contracts
        .flatMap((one) => last.get(one.id) ?? [])
        .toSorted((a, b) => (a.date === b.date ? b.id - a.id : a.date < b.date ? 1 : -1));
      if (!latest) return [bill, null];
      const { id, numberText, date, total } = latest;
      return [bill, { id, numberText, date, total }];
    }),
  );
}

/** Bills of a page that are the first of their contracts, or come to something else than the last time. */
export function differencesIn({ bills }: PlannedPage, before: BilledBefore): PreviewDifference[] {
  return bills.flatMap((bill): PreviewDifference[] => {
    const last = before.get(bill) ?? null;
    const { total } = bill.draft.totals;
    if (bill.outcome !== 'issue' || last?.total === total) return [];
    const { id, code, name } = bill.draft.customer;
    const contracts = bill.contracts.map((one) => ({ id: one.id, code: one.code }));
    return [{ kind: last ? 'changed' : 'new', customer: { id, code, name }, contracts, total, before: last }];
  });
}

/** Lengths of billing periods that are looked back for, in months. */
const LENGTHS = [1, 2, 3, 4, 6, 12];
/** Months are not all as long. */
const ABOUT_DAYS = 3;

/**
 * Contracts that were billed one period ago, between the run before and this one, and have nothing to bill now: ended,
 * held, or changed by mistake. `billed` are those that the preview bills or parks.
 */
export async function goneSince(
  sql: Sql,
  { day, billed }: { day: PlainDate; billed: ReadonlySet<number> },
): Promise<PreviewDifference[]> {
  const [run] = await sql.all<{ date: PlainDate | null }>(
    "SELECT MAX(logical_date) AS date FROM run WHERE kind = 'billing' AND state = 'done' AND logical_date < ?",
    [day],
  );
  if (!run?.date) return [];
  const gone = new Map<number, PreviewDifference>();
  for (const months of LENGTHS) {
    const rows = await billedBetween(sql, addMonths(run.date, -months), addMonths(day, -months));
    for (const row of rows) {
      if (billed.has(row.contractId) || gone.has(row.contractId)) continue;
      if (Math.abs(daysBetween(addMonths(row.gridStart, months), row.gridEnd)) > ABOUT_DAYS) continue;
      gone.set(row.contractId, {
        kind: 'gone',
        customer: { id: row.payerId, code: row.payerCode, name: row.payerName },
        contracts: [{ id: row.contractId, code: row.contractCode }],
        total: null,
        before: { id: row.documentId, numberText: row.numberText, date: row.date, total: row.total },
      });
    }
  }
  return [...gone.values()];
}

type Billed = {
  readonly contractId: number;
  readonly contractCode: string;
  readonly payerId: number;
  readonly payerCode: string;
  readonly payerName: string;
  readonly gridStart: PlainDate;
  readonly gridEnd: PlainDate;
  readonly documentId: number;
  readonly numberText: string;
  readonly date: PlainDate;
  readonly total: Cents;
};

/** What runs of these nights charged for a period, where nothing was charged for a later one since. */
const billedBetween = (sql: Sql, after: PlainDate, to: PlainDate): Promise<Billed[]> =>
  sql.all<Billed>(
    `SELECT k.id AS contractId, k.code AS contractCode, p.id AS payerId, p.code AS payerCode, p.name AS payerName,
       h.grid_start AS gridStart, h.grid_end AS gridEnd, d.id AS documentId, d.number_text AS numberText, d.date AS date, d.total AS total
     FROM run r JOIN document d ON d.run_id = r.id AND d.kind = 'invoice'
     JOIN charge h ON h.document_id = d.id AND h.kind = 'recurring' AND h.amount > 0
     JOIN contract k ON k.id = h.contract_id JOIN customer p ON p.id = h.payer_id
     WHERE r.kind = 'billing' AND r.logical_date > ? AND r.logical_date <= ?
       AND NOT EXISTS (SELECT 1 FROM charge n WHERE n.contract_id = h.contract_id AND n.grid_end > h.grid_end AND n.kind = 'recurring')
     ORDER BY h.id`,
    [after, to],
  );
