import type { Sql } from '@traliccio/sdk';
import type { DocumentDetail } from './document.schema.ts';

type Account = Pick<DocumentDetail, 'open' | 'pending' | 'allocations'>;

/** What is open of a document, and what pays it, or of a credit note what it pays; by the day. */
export async function accountOf(sql: Sql, id: number): Promise<Account> {
  const [item] = await sql.all<{ open: number; pending: number; kind: string }>(
    'SELECT open_amount AS open, pending, kind FROM open_item WHERE document_id = ?',
    [id],
  );
  if (!item) return { open: 0, pending: 0, allocations: [] };
  const { kind, ...account } = item;
  const [own, other] = kind === 'invoice' ? ['debit', 'credit'] : ['credit', 'debit'];
  const allocations = await sql.all<Account['allocations'][number]>(
    `SELECT a.${other}_kind AS kind, a.${other}_id AS id, MAX(a.date) AS date, SUM(a.amount) AS amount,
       MAX(d.number_text) AS numberText, MAX(p.method) AS method, MAX(p.state) AS state
     FROM allocation a LEFT JOIN document d ON a.${other}_kind = 'document' AND d.id = a.${other}_id
       LEFT JOIN payment p ON a.${other}_kind = 'payment' AND p.id = a.${other}_id
     WHERE a.${own}_kind = 'document' AND a.${own}_id = ?
     GROUP BY a.${other}_kind, a.${other}_id HAVING SUM(a.amount) <> 0 ORDER BY MAX(a.date), MAX(a.id)`,
    [id],
  );
  const pending = await sql.all<Account['allocations'][number]>(
    `SELECT 'payment' AS kind, p.id AS id, p.received_on AS date, s.amount AS amount, NULL AS numberText, p.method AS method, p.state AS state
     FROM pending_share s JOIN payment p ON p.id = s.payment_id WHERE s.document_id = ? AND p.state = 'pending' ORDER BY p.id`,
    [id],
  );
  return { ...account, allocations: [...allocations, ...pending] };
}
