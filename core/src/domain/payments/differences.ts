import type { Sql } from '@traliccio/sdk';

export type Difference = { readonly about: string; readonly message: string };

const sumOf = (what: string): string => `(SELECT COALESCE(SUM(${what}), 0)`;

/** Everything counted anew from the entries and what pays what: what is kept beside them and is not the same. */
export async function accountDifferences(sql: Sql): Promise<Difference[]> {
  const text = (...parts: string[]): string =>
    sql.dialect === 'sqlite' ? parts.join(' || ') : `CONCAT(${parts.join(', ')})`;
  const paid = `${sumOf('a.amount')} FROM allocation a WHERE a.debit_kind = 'document' AND a.debit_id = o.document_id)`;
  const used = `${sumOf('a.amount')} FROM allocation a WHERE a.credit_kind = 'document' AND a.credit_id = o.document_id)`;
  const pending = `${sumOf('s.amount')} FROM pending_share s JOIN payment p ON p.id = s.payment_id WHERE s.document_id = o.document_id AND p.state = 'pending')`;
  const spent = (side: string): string =>
    `${sumOf('a.amount')} FROM allocation a WHERE a.${side}_kind = 'payment' AND a.${side}_id = p.id)`;
  const queries = [
    `SELECT d.number_text AS about, 'does not stand on its customer''s account as it was issued' AS message
     FROM document d LEFT JOIN open_item o ON o.document_id = d.id WHERE d.state = 'issued'
       AND (o.document_id IS NULL OR o.customer_id <> d.customer_id OR o.payable <> d.payable OR o.kind <> d.kind OR o.date <> d.date)`,
    `SELECT about, ${text("'counts '", 'settled', "' cents as paid or used, its allocations come to '", 'real_settled')} AS message FROM
       (SELECT ${text("'document '", 'o.document_id')} AS about, o.settled AS settled, CASE o.kind WHEN 'invoice' THEN ${paid} ELSE ${used} END AS real_settled FROM open_item o) t
     WHERE settled <> real_settled`,
    `SELECT ${text("'document '", 'o.document_id')} AS about, 'is not open by what is left of it' AS message FROM open_item o
     WHERE o.open_amount <> o.payable - o.settled_before - o.settled OR o.open_amount < 0 OR o.is_open <> CASE WHEN o.open_amount > 0 THEN 1 ELSE 0 END`,
    `SELECT ${text("'document '", 'o.document_id')} AS about, 'is not what pending payments are meant for' AS message FROM open_item o WHERE o.pending <> ${pending}`,
    `SELECT about, ${text("'has '", 'rest', "' cents left, not '", 'real_rest')} AS message FROM
       (SELECT ${text("'payment '", 'p.id')} AS about, p.rest AS rest, p.has_rest AS has_rest,
          CASE WHEN p.booked_on IS NULL THEN 0 WHEN p.side = 'credit' THEN p.amount - ${spent('credit')} ELSE p.amount - ${spent('debit')} END AS real_rest FROM payment p) t
     WHERE rest <> real_rest OR real_rest < 0 OR has_rest <> CASE WHEN real_rest > 0 THEN 1 ELSE 0 END`,
    `SELECT ${text("'customer '", 'b.customer_id')} AS about, ${text("'owes '", 'b.open_amount', "' and has a credit of '", 'b.credit', "', which is not what his entries come to'")} AS message
     FROM customer_balance b WHERE
       b.open_amount <> ${sumOf('o.open_amount')} FROM open_item o WHERE o.customer_id = b.customer_id AND o.kind = 'invoice') + ${sumOf('p.rest')} FROM payment p WHERE p.customer_id = b.customer_id AND p.side = 'debit')
       OR b.credit <> ${sumOf('o.open_amount')} FROM open_item o WHERE o.customer_id = b.customer_id AND o.kind = 'credit_note') + ${sumOf('p.rest')} FROM payment p WHERE p.customer_id = b.customer_id AND p.side = 'credit')`,
    `SELECT ${text("'customer '", 'o.customer_id')} AS about, 'has entries and no balance' AS message FROM
       (SELECT customer_id FROM open_item UNION SELECT customer_id FROM payment) o WHERE NOT EXISTS (SELECT 1 FROM customer_balance b WHERE b.customer_id = o.customer_id)`,
    `SELECT ${text("'allocation '", 'u.id')} AS about, 'does not take back what it undoes' AS message FROM allocation u LEFT JOIN allocation a ON a.id = u.undoes
     WHERE u.undoes IS NOT NULL AND (a.id IS NULL OR a.amount <> -u.amount OR a.credit_id <> u.credit_id OR a.debit_id <> u.debit_id)`,
  ];
  const found: Difference[] = [];
  for (const query of queries) found.push(...(await sql.all<Difference>(query)));
  return found;
}
