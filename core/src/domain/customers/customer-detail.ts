import { NotFound, type Sql, type SqlRow } from '@traliccio/sdk';
import type { CustomerDetail } from './customer.schema.ts';
import { partyViewOf } from './party-view.ts';

/** A customer with its contacts and the newest of its consents. @throws NotFound */
export async function customerDetail(sql: Pick<Sql, 'all'>, id: number): Promise<CustomerDetail> {
  const [[row], contacts, consents] = await Promise.all([
    sql.all('SELECT * FROM customer WHERE id = ?', [id]),
    sql.all<CustomerDetail['contacts'][number]>(
      'SELECT role, name, email, phone FROM contact WHERE customer_id = ? ORDER BY role, id',
      [id],
    ),
    sql.all<{ purpose: string; granted: number; source: string; at: number }>(
      `SELECT purpose, granted, source, at FROM consent
       WHERE id IN (SELECT MAX(id) FROM consent WHERE customer_id = ? GROUP BY purpose) ORDER BY purpose`,
      [id],
    ),
  ]);
  if (!row) throw new NotFound('customer.not_found', `there is no customer ${id}`);
  return {
    ...columnsOf(row),
    contacts,
    consents: consents.map((consent) => ({ ...consent, granted: consent.granted === 1 })),
  };
}

function columnsOf(row: SqlRow): Omit<CustomerDetail, 'contacts' | 'consents'> {
  const text = (column: string): string | null => row[column] as string | null;
  const { invoiceEmails: _, address, ...party } = partyViewOf(row, []);
  return {
    ...party,
    address: { ...address },
    splitPayment: row['split_payment'] === 1,
    vatNatura: text('vat_natura'),
    vatReference: text('vat_reference'),
    paymentMethod: row['payment_method'] as string,
    paymentDays: row['payment_days'] as number,
    iban: text('iban'),
    mandateId: text('mandate_id'),
    mandateDate: text('mandate_date') as CustomerDetail['mandateDate'],
    notes: text('notes'),
    version: row['version'] as number,
    createdAt: row['created_at'] as number,
    updatedAt: row['updated_at'] as number,
  };
}
