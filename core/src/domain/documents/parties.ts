import type { IssuerView, PartyView, PlainDate, Sql, SqlRow } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import { partyViewOf } from '../customers/party-view.ts';
import { issuerViewOf } from '../issuer/issuer-view.ts';

/** A declaration of intent as the customer's record has it: first and last day that it holds for. */
export type DeclarationOfIntent = {
  readonly protocol: string;
  readonly receivedOn: PlainDate;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
};

/** Whom a document is made out to, and on which terms. */
export type Payer = {
  readonly party: PartyView;
  readonly splitPayment: boolean;
  readonly vatNatura: string | null;
  readonly vatReference: string | null;
  readonly declarationOfIntent: DeclarationOfIntent | null;
  /** Whether he keeps back income tax (condominiums). */
  readonly withholds: boolean;
  readonly paymentMethod: string;
  readonly paymentDays: number;
  readonly version: number;
};

/** Who issues it, and by which rules. */
export type IssuerTerms = {
  readonly view: IssuerView;
  readonly series: string;
  readonly creditNoteSeries: string;
  /** For invoices to public bodies, where they have a series of their own. */
  readonly publicBodySeries: string | null;
  /** Whether the customer is charged the stamp duty of his documents. */
  readonly rechargesStampDuty: boolean;
  readonly zeroTotal: 'skip' | 'issue';
  readonly version: number;
};

/** Customers by id, in a fixed number of queries. */
export async function loadPayers(sql: Sql, ids: readonly number[]): Promise<Map<number, Payer>> {
  const list = idList(sql, ids);
  const rows = await sql.all(`SELECT * FROM customer WHERE id IN ${list.sql}`, list.params);
  const emails = await sql.all<{ customerId: number; email: string }>(
    `SELECT customer_id AS customerId, email FROM contact WHERE customer_id IN ${list.sql} AND role = 'billing' AND email IS NOT NULL ORDER BY customer_id, id`,
    list.params,
  );
  const byCustomer = Map.groupBy(emails, (e) => e.customerId);
  return new Map(
    rows.map((row) => [
      row['id'] as number,
      payerOf(row, byCustomer.get(row['id'] as number)?.map((e) => e.email) ?? []),
    ]),
  );
}

const payerOf = (row: SqlRow, invoiceEmails: readonly string[]): Payer => ({
  party: partyViewOf(row, invoiceEmails),
  splitPayment: row['split_payment'] === 1,
  vatNatura: row['vat_natura'] as string | null,
  vatReference: row['vat_reference'] as string | null,
  declarationOfIntent: declarationOf(row),
  withholds: row['withholding'] === 1,
  paymentMethod: row['payment_method'] as string,
  paymentDays: row['payment_days'] as number,
  version: row['version'] as number,
});

function declarationOf(row: SqlRow): DeclarationOfIntent | null {
  const protocol = row['intent_protocol'] as string | null;
  if (protocol === null) return null;
  return {
    protocol,
    receivedOn: row['intent_received_on'] as PlainDate,
    validFrom: row['intent_valid_from'] as PlainDate,
    validTo: row['intent_valid_to'] as PlainDate,
  };
}

export async function loadIssuers(sql: Sql, ids: readonly number[]): Promise<Map<number, IssuerTerms>> {
  const list = idList(sql, ids);
  const rows = await sql.all(`SELECT * FROM issuer WHERE id IN ${list.sql}`, list.params);
  return new Map(
    rows.map((row) => [
      row['id'] as number,
      {
        view: issuerViewOf(row),
        series: row['default_series'] as string,
        creditNoteSeries: row['credit_note_series'] as string,
        publicBodySeries: row['public_body_series'] as string | null,
        rechargesStampDuty: row['recharge_stamp_duty'] === 1,
        zeroTotal: row['zero_total'] as IssuerTerms['zeroTotal'],
        version: row['version'] as number,
      },
    ]),
  );
}
