import {
  Conflict,
  Invalid,
  type Cents,
  type Clock,
  type PaymentMethod,
  type PlainDate,
  type Sql,
  type Tx,
} from '@traliccio/sdk';
import type { Actor, AuditWriter } from '../ports.ts';
import type { PaymentKind } from './payment-row.ts';
import { lockDesk } from './receipts.ts';

/** Whose till, and which day. */
export type TillDay = { readonly operator: string; readonly day: PlainDate };
export type Receipt = {
  readonly paymentId: number;
  readonly number: number;
  readonly kind: PaymentKind;
  readonly method: PaymentMethod;
  readonly customerId: number;
  readonly customerCode: string;
  readonly customerName: string;
  /** Less than 0 is paid out or taken back. */
  readonly amount: Cents;
};
export type Closing = {
  readonly day: PlainDate;
  readonly receipts: number;
  readonly expectedCash: Cents;
  readonly expectedPos: Cents;
  readonly countedCash: Cents;
  readonly note: string | null;
  readonly closedBy: string;
  readonly closedAt: number;
};

/** What an operator took and paid out in a day, by number. */
export const receiptsOf = (sql: Sql, { operator, day }: TillDay): Promise<Receipt[]> =>
  sql.all(
    `SELECT p.id AS paymentId, p.receipt_number AS number, p.kind AS kind, p.method AS method, c.id AS customerId, c.code AS customerCode, c.name AS customerName,
       CASE p.side WHEN 'credit' THEN p.amount ELSE -p.amount END AS amount
     FROM payment p JOIN customer c ON c.id = p.customer_id
     WHERE p.operator = ? AND p.booked_on = ? AND p.receipt_number IS NOT NULL ORDER BY p.receipt_number`,
    [operator, day],
  );

/** The newest first. */
export const closingsOf = (sql: Sql, operator: string, day?: PlainDate): Promise<Closing[]> =>
  sql.all(
    `SELECT day, receipts, expected_cash AS expectedCash, expected_pos AS expectedPos, counted_cash AS countedCash, note, closed_by AS closedBy, closed_at AS closedAt
     FROM cash_closing WHERE operator = ? ${day === undefined ? '' : 'AND day = ?'} ORDER BY day DESC LIMIT 31`,
    day === undefined ? [operator] : [operator, day],
  );

/** What should be in the till, and what the POS should have taken. */
export function expectedOf(receipts: readonly Receipt[]): { readonly cash: Cents; readonly pos: Cents } {
  const sum = (method: PaymentMethod): Cents =>
    receipts.reduce((total, one) => (one.method === method ? total + one.amount : total), 0);
  return { cash: sum('cash'), pos: sum('pos') };
}

/** Closes the tills of operators: of a closed day, none of their receipts is added or taken back. */
export class TillClosings {
  readonly #audit: AuditWriter;
  readonly #clock: Clock;

  constructor(deps: { readonly audit: AuditWriter; readonly clock: Clock }) {
    this.#audit = deps.audit;
    this.#clock = deps.clock;
  }

  /** @throws Invalid (a day to come), Conflict (closed already) */
  async close(
    tx: Tx,
    till: TillDay,
    counted: { readonly cash: Cents; readonly note: string | null },
    by: Actor,
  ): Promise<void> {
    const { operator, day } = till;
    if (day > this.#clock.today())
      throw new Invalid('receipt.day_future', `${day} is still to come`, { field: 'day' });
    await lockDesk(tx, operator);
    if ((await closingsOf(tx, operator, day)).length > 0)
      throw new Conflict('receipt.closed_already', `${operator} has closed ${day} already`, { field: 'day' });
    const receipts = await receiptsOf(tx, till);
    const expected = expectedOf(receipts);
    await tx.insert('cash_closing', COLUMNS, [
      [
        operator,
        day,
        receipts.length,
        expected.cash,
        expected.pos,
        counted.cash,
        counted.note,
        by.name,
        this.#clock.now(),
      ],
    ]);
    const [written] = await tx.all<{ id: number }>(
      'SELECT id FROM cash_closing WHERE operator = ? AND day = ?',
      [operator, day],
    );
    await this.#audit.record(tx, {
      actor: by,
      action: 'cash_closing.closed',
      entity: 'cash_closing',
      entityId: (written as { id: number }).id,
      detail: { operator, day, expected, counted: counted.cash },
    });
  }
}

const COLUMNS = [
  'operator',
  'day',
  'receipts',
  'expected_cash',
  'expected_pos',
  'counted_cash',
  'note',
  'closed_by',
  'closed_at',
];
