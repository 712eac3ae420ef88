import type { PartyView, SqlRow } from '@traliccio/sdk';
import { addressOf } from '../issuer/issuer-view.ts';

/** A row of `customer` as documents fix it. */
export function partyViewOf(row: SqlRow, invoiceEmails: readonly string[]): PartyView {
  return {
    id: row['id'] as number,
    code: row['code'] as string,
    kind: row['kind'] as PartyView['kind'],
    name: row['name'] as string,
    firstName: row['first_name'] as string | null,
    lastName: row['last_name'] as string | null,
    taxCode: row['tax_code'] as string | null,
    vatCountry: row['vat_country'] as string | null,
    vatNumber: row['vat_number'] as string | null,
    codiceDestinatario: row['codice_destinatario'] as string,
    pec: row['pec'] as string | null,
    address: addressOf(row),
    language: row['language'] as PartyView['language'],
    invoiceEmails,
  };
}
