import type { Types } from '../kernel/db/ddl.ts';
import { index, refuse, table, type Step } from './steps.ts';

/**
 * Customers' accounts. `allocation` says what pays what and is only added to; what is open of documents, left of
 * payments and owed by customers is kept beside it, so that nobody adds up a history to show it.
 */
export const paymentTables = (t: Types): Step[] => [
  table(
    t,
    'open_item',
    `document_id ${t.int} NOT NULL PRIMARY KEY,
     customer_id ${t.int} NOT NULL,
     kind ${t.code(12)} NOT NULL,
     date ${t.date} NOT NULL,
     due_date ${t.date} NOT NULL,
     payable ${t.int} NOT NULL,
     settled_before ${t.int} NOT NULL,
     settled ${t.int} NOT NULL,
     pending ${t.int} NOT NULL,
     open_amount ${t.int} NOT NULL,
     is_open ${t.bool} NOT NULL`,
  ),
  index(t, 'open_item_customer', 'open_item (customer_id, is_open, due_date)'),
  // All that sums over what is open read, so that they read nothing else.
  index(
    t,
    'open_item_due',
    'open_item (is_open, kind, due_date, document_id, customer_id, open_amount, pending)',
  ),
  table(
    t,
    'customer_balance',
    `customer_id ${t.int} NOT NULL PRIMARY KEY,
     open_amount ${t.int} NOT NULL,
     credit ${t.int} NOT NULL,
     last_entry ${t.int} NOT NULL`,
  ),
  table(
    t,
    'payment',
    `id ${t.id},
     payment_key ${t.code(180)} NOT NULL,
     source ${t.code(160)} NOT NULL,
     customer_id ${t.int} NOT NULL,
     kind ${t.code(8)} NOT NULL,
     side ${t.code(6)} NOT NULL,
     amount ${t.int} NOT NULL,
     rest ${t.int} NOT NULL,
     has_rest ${t.bool} NOT NULL,
     method ${t.code(12)} NOT NULL,
     state ${t.code(11)} NOT NULL,
     state_on ${t.date} NOT NULL,
     received_on ${t.date} NOT NULL,
     booked_on ${t.date},
     value_date ${t.date},
     reference ${t.text(300)},
     payer ${t.text(140)},
     note ${t.text(300)},
     reason ${t.text(300)},
     fee ${t.int},
     undoes ${t.int},
     operator ${t.text(200)},
     receipt_number ${t.int},
     created_at ${t.int} NOT NULL`,
  ),
  index(t, 'payment_key', 'payment (payment_key)', true),
  index(t, 'payment_undoes', 'payment (undoes)', true),
  index(t, 'payment_receipt', 'payment (operator, receipt_number)', true),
  index(t, 'payment_customer', 'payment (customer_id, received_on)'),
  index(t, 'payment_received', 'payment (received_on)'),
  index(t, 'payment_kind', 'payment (kind, received_on)'),
  index(t, 'payment_method', 'payment (method, state, received_on)'),
  index(t, 'payment_rest', 'payment (has_rest, received_on)'),
  index(t, 'payment_desk', 'payment (operator, booked_on)'),
  index(t, 'payment_booked', 'payment (booked_on, side, kind, amount)'),
  // What a payment that is still pending is meant for. It counts as long as the payment is pending.
  table(
    t,
    'pending_share',
    `payment_id ${t.int} NOT NULL,
     document_id ${t.int} NOT NULL,
     amount ${t.int} NOT NULL,
     PRIMARY KEY (payment_id, document_id)`,
  ),
  index(t, 'pending_share_document', 'pending_share (document_id)'),
  table(
    t,
    'allocation',
    `id ${t.id},
     customer_id ${t.int} NOT NULL,
     entry ${t.int} NOT NULL,
     credit_kind ${t.code(8)} NOT NULL,
     credit_id ${t.int} NOT NULL,
     debit_kind ${t.code(8)} NOT NULL,
     debit_id ${t.int} NOT NULL,
     amount ${t.int} NOT NULL,
     undoes ${t.int},
     date ${t.date} NOT NULL,
     created_at ${t.int} NOT NULL`,
  ),
  index(t, 'allocation_entry', 'allocation (customer_id, entry)', true),
  index(t, 'allocation_undoes', 'allocation (undoes)', true),
  index(t, 'allocation_credit', 'allocation (credit_kind, credit_id)'),
  index(t, 'allocation_debit', 'allocation (debit_kind, debit_id)'),
  table(t, 'cash_desk', `operator ${t.text(200)} NOT NULL PRIMARY KEY, last_receipt ${t.int} NOT NULL`),
  table(
    t,
    'cash_closing',
    `id ${t.id},
     operator ${t.text(200)} NOT NULL,
     day ${t.date} NOT NULL,
     receipts ${t.int} NOT NULL,
     expected_cash ${t.int} NOT NULL,
     expected_pos ${t.int} NOT NULL,
     counted_cash ${t.int} NOT NULL,
     note ${t.text(300)},
     closed_by ${t.text(200)} NOT NULL,
     closed_at ${t.int} NOT NULL`,
  ),
  index(t, 'cash_closing_day', 'cash_closing (operator, day)', true),
  index(t, 'cash_closing_date', 'cash_closing (day)'),
  index(t, 'customer_iban', 'customer (iban)'),
  refuse(t, 'payment', 'DELETE', '1 = 1', 'a payment is never deleted'),
  refuse(t, 'payment', 'UPDATE', changedPayment(t), 'a payment never changes'),
  refuse(t, 'allocation', 'UPDATE', '1 = 1', 'an allocation never changes'),
  refuse(t, 'allocation', 'DELETE', '1 = 1', 'an allocation is never deleted'),
  refuse(t, 'cash_closing', 'UPDATE', '1 = 1', 'a closing never changes'),
  refuse(t, 'cash_closing', 'DELETE', '1 = 1', 'a closing is never deleted'),
  ...ofWhatWasIssuedBefore(t),
];

/** Of a payment only what became of it moves; once it counts, the day since when stays. */
function changedPayment(t: Types): string {
  const same = t.dialect === 'sqlite' ? 'IS' : '<=>';
  const fixed = [
    'payment_key',
    'source',
    'customer_id',
    'kind',
    'side',
    'amount',
    'method',
    'received_on',
    'value_date',
    'reference',
    'payer',
    'note',
    'undoes',
    'operator',
    'receipt_number',
  ];
  return [
    '(OLD.booked_on IS NOT NULL AND NOT (OLD.booked_on = NEW.booked_on))',
    ...fixed.map((column) => `NOT (OLD.${column} ${same} NEW.${column})`),
  ].join(' OR ');
}

const OPEN_ITEM =
  'open_item (document_id, customer_id, kind, date, due_date, payable, settled_before, settled, pending, open_amount, is_open)';
const STILL_OPEN = `id, customer_id, kind, date, COALESCE(due_date, date), payable, payable - still_open, 0, 0, still_open,
  CASE WHEN still_open > 0 THEN 1 ELSE 0 END`;

/**
 * What was issued before there were accounts: an invoice is open as far as no credit note took it off, or as the file
 * that it came from said; what is left of a credit note beyond that is credit. An imported credit note that says no
 * amount of its own was used up long ago.
 */
function ofWhatWasIssuedBefore(t: Types): Step[] {
  const said =
    t.dialect === 'sqlite'
      ? "json_extract(d.details, '$.openAmount')"
      : "CAST(JSON_UNQUOTE(JSON_EXTRACT(d.details, '$.openAmount')) AS SIGNED)";
  const imported = `CASE WHEN ${said} < 0 OR (d.kind = 'credit_note' AND ${said} = d.payable) THEN 0 WHEN ${said} < d.payable THEN ${said} ELSE d.payable END`;
  const told = `CASE WHEN d.payable <= 0 THEN 0 WHEN d.origin = 'import' THEN ${imported} ELSE d.payable END`;
  const invoices = `SELECT d.id, d.customer_id, d.kind, d.date, d.due_date, d.payable, ${told} AS told,
      COALESCE((SELECT SUM(n.payable) FROM document n WHERE n.credits_document_id = d.id AND n.state = 'issued'), 0) AS credited
    FROM document d WHERE d.state = 'issued' AND d.credits_document_id IS NULL`;
  const notes = `SELECT n.id, n.customer_id, n.kind, n.date, n.due_date, n.payable, ${told} AS told,
      SUM(n.payable) OVER (PARTITION BY n.credits_document_id ORDER BY n.id) AS credited
    FROM document n JOIN document d ON d.id = n.credits_document_id WHERE n.state = 'issued'`;
  const rest = `CASE WHEN credited <= told THEN 0 WHEN credited - told < payable THEN credited - told ELSE payable END`;
  return [
    {
      name: 'rows open_item',
      sql: `REPLACE INTO ${OPEN_ITEM} SELECT ${STILL_OPEN} FROM
        (SELECT i.*, CASE WHEN told > credited THEN told - credited ELSE 0 END AS still_open FROM (${invoices}) i) o`,
    },
    {
      name: 'rows open_item of credit notes',
      sql: `REPLACE INTO ${OPEN_ITEM} SELECT ${STILL_OPEN} FROM (SELECT i.*, ${rest} AS still_open FROM (${notes}) i) o`,
    },
    {
      name: 'rows customer_balance',
      sql: `REPLACE INTO customer_balance (customer_id, open_amount, credit, last_entry)
        SELECT customer_id, SUM(CASE WHEN kind = 'invoice' THEN open_amount ELSE 0 END), SUM(CASE WHEN kind = 'credit_note' THEN open_amount ELSE 0 END), 0
        FROM open_item GROUP BY customer_id`,
    },
  ];
}
