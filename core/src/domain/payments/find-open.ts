import { Invalid, type OpenDocument, type OpenDocumentFilter, type Sql } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import { textList, textParams } from '../text-list.ts';

const MOST = 500;

/** Open invoices, oldest due first; what is given must all hold, and an empty list finds nothing. @throws Invalid */
export async function findOpen(sql: Sql, filter: OpenDocumentFilter): Promise<OpenDocument[]> {
  const { customerIds, numbers, amounts, limit } = filter;
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MOST))
    throw new Invalid('payment.limit_invalid', `1 to ${MOST} open invoices at a time`, { field: 'limit' });
  if ([customerIds, numbers, amounts].some((list) => list?.length === 0)) return [];
  const where = ["o.is_open = 1 AND o.kind = 'invoice' AND o.open_amount > o.pending"];
  const params: (string | number | bigint | Uint8Array | null)[] = [];
  const add = (column: string, list: { sql: string; params: readonly (typeof params)[number][] }): void => {
    where.push(`${column} IN ${list.sql}`);
    params.push(...list.params);
  };
  if (customerIds) add('o.customer_id', idList(sql, customerIds));
  if (amounts) add('o.open_amount - o.pending', idList(sql, amounts));
  if (numbers) {
    // By the index over numbers: whatever is printed around it, the number stands in the text.
    add('d.number', idList(sql, [...new Set(numbers.flatMap(numbersIn))]));
    add('d.number_text', { sql: textList(sql, numbers), params: textParams(sql, numbers) });
  }
  const rows = await sql.all<Row>(
    `SELECT o.document_id AS documentId, d.number_text AS numberText, o.date AS date, d.due_date AS dueDate, o.customer_id AS customerId,
       c.code AS customerCode, c.name AS customerName, c.iban AS iban, o.payable AS payable, o.open_amount - o.pending AS open, d.details AS details
     FROM open_item o JOIN document d ON d.id = o.document_id JOIN customer c ON c.id = o.customer_id
     WHERE ${where.join(' AND ')} ORDER BY o.due_date, o.document_id LIMIT ${limit}`,
    params,
  );
  return rows.map(({ details, ...row }) => ({ ...row, reference: referenceIn(details) }));
}

type Row = Omit<OpenDocument, 'reference'> & { readonly details: string };

const numbersIn = (text: string): number[] =>
  [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)).filter(Number.isSafeInteger);

const referenceIn = (details: string): string | null =>
  (JSON.parse(details) as { payment?: { reference?: string | null } | null }).payment?.reference ?? null;

/** Customers by their account; spaces and small letters in what is asked for do not matter. */
export async function customersByIban(
  sql: Sql,
  ibans: readonly string[],
): Promise<{ iban: string; customerId: number; customerCode: string; customerName: string }[]> {
  const asked = Map.groupBy(new Set(ibans), (iban) => iban.replaceAll(/\s/g, '').toUpperCase());
  // The column takes nothing else, and some databases refuse to compare it with anything else.
  const stored = [...asked.keys()].filter((iban) => /^[A-Z0-9]+$/.test(iban));
  if (stored.length === 0) return [];
  const rows = await sql.all<{
    iban: string;
    customerId: number;
    customerCode: string;
    customerName: string;
  }>(
    `SELECT iban, id AS customerId, code AS customerCode, name AS customerName FROM customer WHERE iban IN ${textList(sql, stored)} ORDER BY id`,
    textParams(sql, stored),
  );
  return rows.flatMap((row) => (asked.get(row.iban) ?? []).map((iban) => ({ ...row, iban })));
}
