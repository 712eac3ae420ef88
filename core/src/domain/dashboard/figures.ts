import { addDays, addMonths, lastDayOfMonth, plainDate, type PlainDate, type Sql } from '@traliccio/sdk';
import { FREE } from '../payments/ageing.ts';
import type { Dashboard, Turnover } from './dashboard.schema.ts';

type Reads = Pick<Sql, 'all'>;
/** A part of the dashboard, as whoever may see it gets it. */
export type Part<K extends keyof Dashboard> = NonNullable<Dashboard[K]>;

const SOON_DAYS = 7;

/** This month, and the last one: as far as the same day, and as a whole. */
export async function turnoverFigures(sql: Reads, today: PlainDate): Promise<Part<'turnover'>> {
  const first = plainDate(`${today.slice(0, 8)}01`);
  const before = addMonths(first, -1);
  const days = await sql.all<Day>(
    'SELECT date, kind, documents, net, vat, total FROM turnover WHERE date >= ? AND date <= ?',
    [before, today],
  );
  return {
    thisMonth: sumOf(days, first, today),
    sameDays: sumOf(days, before, addMonths(today, -1)),
    lastMonth: sumOf(days, before, lastDayOfMonth(before)),
  };
}

type Day = {
  readonly date: PlainDate;
  readonly kind: string;
  readonly documents: number;
  readonly net: number;
  readonly vat: number;
  readonly total: number;
};

/** Credit notes have positive amounts, and take away. */
function sumOf(days: readonly Day[], from: PlainDate, to: PlainDate): Turnover {
  const sum = { from, to, net: 0, vat: 0, total: 0, invoices: 0, creditNotes: 0 };
  for (const { kind, documents, ...day } of days) {
    if (day.date < from || day.date > to) continue;
    const sign = kind === 'credit_note' ? -1 : 1;
    sum.net += sign * day.net;
    sum.vat += sign * day.vat;
    sum.total += sign * day.total;
    if (sign > 0) sum.invoices += documents;
    else sum.creditNotes += documents;
  }
  return sum;
}

export async function contractFigures(sql: Reads, today: PlainDate): Promise<Part<'contracts'>> {
  const count = async (from: string, params: readonly string[] = []): Promise<number> => {
    const [row] = await sql.all<{ n: number }>(`SELECT COUNT(*) AS n FROM ${from}`, params);
    return row?.n ?? 0;
  };
  const [from, to] = [addDays(today, 1), addDays(today, SOON_DAYS)];
  const [active, due, dueSoon, parked] = await Promise.all([
    count("contract WHERE state = 'active'"),
    count('contract WHERE next_due <= ?', [today]),
    count('contract WHERE next_due >= ? AND next_due <= ?', [from, to]),
    count('parked_contract'),
  ]);
  return { active, due, dueSoon: { from, to, count: dueSoon }, parked };
}

export async function deliveryFigures(sql: Reads): Promise<Part<'deliveries'>> {
  const rows = await sql.all<{ state: string; n: number }>(
    "SELECT state, COUNT(*) AS n FROM outbox WHERE state IN ('dead', 'uncertain') GROUP BY state",
  );
  const of = (state: string): number => rows.find((row) => row.state === state)?.n ?? 0;
  return { dead: of('dead'), uncertain: of('uncertain') };
}

/** Read from two indexes that hold all of it. */
export async function paymentFigures(sql: Reads, today: PlainDate): Promise<Part<'payments'>> {
  const [overdue] = await sql.all<{ overdue: number; n: number }>(
    `SELECT COALESCE(SUM(${FREE}), 0) AS overdue, COUNT(*) AS n FROM open_item o
     WHERE o.is_open = 1 AND o.kind = 'invoice' AND o.due_date < ? AND o.open_amount > o.pending`,
    [today],
  );
  const [collected] = await sql.all<{ sum: number }>(
    `SELECT COALESCE(SUM(CASE side WHEN 'credit' THEN amount ELSE -amount END), 0) AS sum FROM payment
     WHERE booked_on >= ? AND booked_on <= ? AND (kind = 'payment' OR (kind <> 'refund' AND side = 'debit'))`,
    [`${today.slice(0, 8)}01`, today],
  );
  return {
    overdue: overdue?.overdue ?? 0,
    overdueDocuments: overdue?.n ?? 0,
    collected: collected?.sum ?? 0,
  };
}
