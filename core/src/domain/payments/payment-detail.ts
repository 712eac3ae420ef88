import { NotFound, type Sql } from '@traliccio/sdk';
import { refIn } from '../ref.ts';
import { PAYMENT_COLUMNS } from './payment.list.ts';
import type { PaymentDetail } from './payment.schema.ts';

const COLUMNS = Object.entries(PAYMENT_COLUMNS)
  .map(([as, column]) => `${column} AS ${as}`)
  .join(', ');

/** A payment, and what it pays. @throws NotFound */
export async function paymentDetail(sql: Sql, id: number): Promise<PaymentDetail> {
  const [row] = await sql.all(
    `SELECT ${COLUMNS}, (SELECT u.id FROM payment u WHERE u.undoes = t.id) AS undoneBy
     FROM payment t LEFT JOIN customer c ON c.id = t.customer_id WHERE t.id = ?`,
    [id],
  );
  if (!row) throw new NotFound('payment.not_found', `there is no payment ${id}`);
  const { customerId: _, customerCode: __, customerName: ___, ...payment } = row;
  const documents = await (row['state'] === 'pending' ? meantFor(sql, id) : paidBy(sql, id));
  return { ...payment, customer: refIn(row, 'customer'), documents } as unknown as PaymentDetail;
}

const DOCUMENT =
  'd.id AS documentId, d.number_text AS numberText, d.date AS date, d.due_date AS dueDate, d.payable AS payable, o.open_amount AS open';

const paidBy = (sql: Sql, id: number): Promise<PaymentDetail['documents']> =>
  sql.all(
    `SELECT ${DOCUMENT}, SUM(a.amount) AS amount
     FROM allocation a JOIN document d ON d.id = a.debit_id JOIN open_item o ON o.document_id = d.id
     WHERE a.credit_kind = 'payment' AND a.credit_id = ? AND a.debit_kind = 'document'
     GROUP BY d.id, d.number_text, d.date, d.due_date, d.payable, o.open_amount HAVING SUM(a.amount) <> 0 ORDER BY d.id`,
    [id],
  );

const meantFor = (sql: Sql, id: number): Promise<PaymentDetail['documents']> =>
  sql.all(
    `SELECT ${DOCUMENT}, s.amount AS amount FROM pending_share s JOIN document d ON d.id = s.document_id
     JOIN open_item o ON o.document_id = d.id WHERE s.payment_id = ? ORDER BY d.id`,
    [id],
  );
