import { NotFound, type SqlRow } from '@traliccio/sdk';
import { columnsOf, type ReadableSql, wholeReader } from '../../kernel/db/parts.ts';
import type { CustomerDetail } from './customer.schema.ts';
import { partyViewOf } from './party-view.ts';

const readCustomer = wholeReader({
  select: 'c.*',
  from: 'customer c',
  id: 'c.id',
  parts: {
    contacts: {
      table: 'contact b',
      owner: 'b.customer_id',
      select: columnsOf('b', ['id', 'role', 'name', 'email', 'phone']),
      order: ['role', 'id'],
    },
    // The newest of each purpose.
    consents: {
      table: 'consent s',
      owner: 's.customer_id',
      where: `NOT EXISTS (SELECT 1 FROM consent n WHERE n.customer_id = s.customer_id AND n.purpose = s.purpose AND n.id > s.id)`,
      select: columnsOf('s', ['id', 'purpose', 'granted', 'source', 'at']),
      order: ['purpose'],
    },
  },
});

/** A customer with its contacts and the newest of its consents. @throws NotFound */
export async function customerDetail(sql: ReadableSql, id: number): Promise<CustomerDetail> {
  const found = await readCustomer(sql, id);
  if (!found) throw new NotFound('customer.not_found', `there is no customer ${id}`);
  const { contacts, consents } = found.parts;
  return {
    ...customerOf(found.row),
    contacts: contacts.map(({ id: _, ...contact }) => contact as CustomerDetail['contacts'][number]),
    consents: consents.map((consent) => ({
      purpose: consent['purpose'] as string,
      granted: consent['granted'] === 1,
      source: consent['source'] as string,
      at: consent['at'] as number,
    })),
  };
}

function customerOf(row: SqlRow): Omit<CustomerDetail, 'contacts' | 'consents'> {
  const text = (column: string): string | null => row[column] as string | null;
  const { invoiceEmails: _, address, ...party } = partyViewOf(row, []);
  return {
    ...party,
    address: { ...address },
    splitPayment: row['split_payment'] === 1,
    vatNatura: text('vat_natura'),
    vatReference: text('vat_reference'),
    withholding: row['withholding'] === 1,
    declarationOfIntent: declarationOf(row),
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

function declarationOf(row: SqlRow): CustomerDetail['declarationOfIntent'] {
  const protocol = row['intent_protocol'] as string | null;
  if (protocol === null) return null;
  type Declaration = NonNullable<CustomerDetail['declarationOfIntent']>;
  return {
    protocol,
    receivedOn: row['intent_received_on'] as Declaration['receivedOn'],
    validFrom: row['intent_valid_from'] as Declaration['validFrom'],
    validTo: row['intent_valid_to'] as Declaration['validTo'],
    ceiling: row['intent_ceiling'] as number | null,
  };
}
