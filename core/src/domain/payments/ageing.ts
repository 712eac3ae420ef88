import { addDays, NotFound, type Cents, type PlainDate, type Sql, type SqlValue } from '@traliccio/sdk';

/** What is open, without what pending payments ask for, by how long it has been due. */
export type Buckets = {
  readonly notDue: Cents;
  readonly days30: Cents;
  readonly days60: Cents;
  readonly days90: Cents;
  readonly older: Cents;
  readonly overdue: Cents;
  readonly open: Cents;
};
export type Debtor = Buckets & {
  readonly customerId: number;
  readonly customerCode: string;
  readonly customerName: string;
  /** Since when something has been due. */
  readonly oldestDue: PlainDate;
  readonly credit: Cents;
};
/** Behind which customer a page goes on. */
export type AfterDebtor = { readonly overdue: Cents; readonly customerId: number };

/** Not paid, and not asked for. */
export const FREE = 'CASE WHEN o.pending < o.open_amount THEN o.open_amount - o.pending ELSE 0 END';
/** By the index that holds all of it. */
const OPEN_INVOICES = "open_item o WHERE o.is_open = 1 AND o.kind = 'invoice'";

const between = (from: string, to: string): string =>
  `COALESCE(SUM(CASE WHEN ${[from, to].filter(Boolean).join(' AND ')} THEN ${FREE} ELSE 0 END), 0)`;

function bucketColumns(today: PlainDate): { readonly sql: string; readonly params: SqlValue[] } {
  const [d30, d60, d90] = [addDays(today, -30), addDays(today, -60), addDays(today, -90)];
  const since = 'o.due_date >= ?';
  const before = 'o.due_date < ?';
  return {
    sql: `${between(since, '')} AS notDue, ${between(since, before)} AS days30, ${between(since, before)} AS days60, ${between(since, before)} AS days90,
      ${between(before, '')} AS older, ${between(before, '')} AS overdue, COALESCE(SUM(${FREE}), 0) AS open`,
    params: [today, d30, today, d60, d30, d90, d60, d90, today],
  };
}

/** What all customers owe. */
export async function ageingTotals(sql: Sql, today: PlainDate): Promise<Buckets> {
  const { sql: columns, params } = bucketColumns(today);
  const [row] = await sql.all<Buckets>(`SELECT ${columns} FROM ${OPEN_INVOICES}`, params);
  return row as Buckets;
}

/** Customers who owe something, whoever has the most overdue first. */
export async function debtors(
  sql: Sql,
  today: PlainDate,
  { after, limit }: { readonly after: AfterDebtor | undefined; readonly limit: number },
): Promise<{ items: Debtor[]; next: AfterDebtor | null }> {
  const { sql: columns, params } = bucketColumns(today);
  const behind = after ? 'AND (a.overdue < ? OR (a.overdue = ? AND a.customerId > ?))' : '';
  const rows = await sql.all<Debtor>(
    `SELECT a.*, c.code AS customerCode, c.name AS customerName, COALESCE(b.credit, 0) AS credit FROM
       (SELECT o.customer_id AS customerId, MIN(o.due_date) AS oldestDue, ${columns} FROM ${OPEN_INVOICES} GROUP BY o.customer_id) a
     JOIN customer c ON c.id = a.customerId LEFT JOIN customer_balance b ON b.customer_id = a.customerId
     WHERE a.open > 0 ${behind} ORDER BY a.overdue DESC, a.customerId LIMIT ${limit + 1}`,
    [...params, ...(after ? [after.overdue, after.overdue, after.customerId] : [])],
  );
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? { overdue: last.overdue, customerId: last.customerId } : null };
}

export type CustomerBalance = {
  /** What is owed, and what pays nothing yet; the balance is what is owed less the credit. */
  readonly owed: Cents;
  readonly credit: Cents;
  readonly balance: Cents;
  readonly overdue: Cents;
  /** Invoices with something overdue. */
  readonly overdueDocuments: number;
  readonly oldestDue: PlainDate | null;
  /** Asked for by pending payments. */
  readonly pending: Cents;
};

/** How a customer's account stands. @throws NotFound */
export async function balanceOf(sql: Sql, customerId: number, today: PlainDate): Promise<CustomerBalance> {
  const [account] = await sql.all<{ owed: Cents; credit: Cents }>(
    `SELECT COALESCE(b.open_amount, 0) AS owed, COALESCE(b.credit, 0) AS credit
     FROM customer c LEFT JOIN customer_balance b ON b.customer_id = c.id WHERE c.id = ?`,
    [customerId],
  );
  if (!account) throw new NotFound('customer.not_found', `there is no customer ${customerId}`);
  const items = await sql.all<{ due: PlainDate; free: Cents; pending: Cents }>(
    `SELECT o.due_date AS due, ${FREE} AS free, o.pending AS pending FROM open_item o
     WHERE o.customer_id = ? AND o.is_open = 1 AND o.kind = 'invoice' ORDER BY o.due_date`,
    [customerId],
  );
  const late = items.filter(({ due, free }) => due < today && free > 0);
  const sum = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0);
  return {
    ...account,
    balance: account.owed - account.credit,
    overdue: sum(late.map(({ free }) => free)),
    overdueDocuments: late.length,
    oldestDue: late[0]?.due ?? null,
    pending: sum(items.map(({ pending }) => pending)),
  };
}
