import { defineEntity, p } from '@mikro-orm/core';
import { exact, type RowOf } from '../exact.ts';

export const IssuerEntity = exact(
  defineEntity({
    name: 'Issuer',
    tableName: 'issuer',
    properties: {
      id: p.integer().primary(),
      name: p.string(),
      firstName: p.string().nullable(),
      lastName: p.string().nullable(),
      vatCountry: p.string(),
      vatNumber: p.string(),
      taxCode: p.string(),
      regimeFiscale: p.string(),
      street: p.string(),
      houseNumber: p.string().nullable(),
      postcode: p.string(),
      city: p.string(),
      province: p.string().nullable(),
      country: p.string(),
      reaOffice: p.string().nullable(),
      reaNumber: p.string().nullable(),
      reaCapital: p.integer().nullable(),
      reaSocioUnico: p.string().$type<'SU' | 'SM'>().nullable(),
      reaLiquidazione: p.string().$type<'LN' | 'LS'>().nullable(),
      phone: p.string().nullable(),
      email: p.string().nullable(),
      website: p.string().nullable(),
      iban: p.string().nullable(),
      bankName: p.string().nullable(),
      transmitterCountry: p.string(),
      transmitterCode: p.string(),
      logoFile: p.string().nullable(),
      timeZone: p.string(),
      defaultSeries: p.string(),
      creditNoteSeries: p.string(),
      zeroTotal: p.string().$type<'skip' | 'issue'>(),
      version: p.integer().version(),
    },
  }),
);
export type IssuerRow = RowOf<typeof IssuerEntity>;
