import type { IssuerView, SqlRow } from '@traliccio/sdk';

/** A row of `issuer` as documents fix it. */
export function issuerViewOf(row: SqlRow): IssuerView {
  const text = (column: string): string | null => row[column] as string | null;
  return {
    id: row['id'] as number,
    name: row['name'] as string,
    firstName: text('first_name'),
    lastName: text('last_name'),
    vatCountry: row['vat_country'] as string,
    vatNumber: row['vat_number'] as string,
    taxCode: row['tax_code'] as string,
    regimeFiscale: row['regime_fiscale'] as string,
    address: addressOf(row),
    rea:
      row['rea_number'] === null
        ? null
        : {
            office: row['rea_office'] as string,
            number: row['rea_number'] as string,
            shareCapital: row['rea_capital'] as number | null,
            socioUnico: row['rea_socio_unico'] as 'SU' | 'SM' | null,
            liquidazione: row['rea_liquidazione'] as 'LN' | 'LS',
          },
    phone: text('phone'),
    email: text('email'),
    website: text('website'),
    iban: text('iban'),
    bankName: text('bank_name'),
    transmitterCountry: row['transmitter_country'] as string,
    transmitterCode: row['transmitter_code'] as string,
    logoFile: text('logo_file'),
  };
}

export const addressOf = (row: SqlRow): IssuerView['address'] => ({
  street: row['street'] as string,
  houseNumber: row['house_number'] as string | null,
  postcode: row['postcode'] as string,
  city: row['city'] as string,
  province: row['province'] as string | null,
  country: row['country'] as string,
});
