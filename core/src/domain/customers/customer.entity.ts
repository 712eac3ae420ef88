import { defineEntity, p } from '@mikro-orm/core';
import type { CustomerKind, PlainDate } from '@traliccio/sdk';
import { exact, type RowOf } from '../exact.ts';

export const CustomerEntity = exact(
  defineEntity({
    name: 'Customer',
    tableName: 'customer',
    properties: {
      id: p.integer().primary(),
      code: p.string(),
      kind: p.string().$type<CustomerKind>(),
      name: p.string(),
      /** Name and city as lists compare them. */
      nameKey: p.string(),
      cityKey: p.string(),
      firstName: p.string().nullable(),
      lastName: p.string().nullable(),
      taxCode: p.string().nullable(),
      vatCountry: p.string().nullable(),
      vatNumber: p.string().nullable(),
      codiceDestinatario: p.string(),
      pec: p.string().nullable(),
      street: p.string(),
      houseNumber: p.string().nullable(),
      postcode: p.string(),
      city: p.string(),
      province: p.string().nullable(),
      country: p.string(),
      language: p.string().$type<'it' | 'en'>(),
      splitPayment: p.boolean(),
      vatNatura: p.string().nullable(),
      vatReference: p.string().nullable(),
      withholding: p.boolean(),
      intentProtocol: p.string().nullable(),
      intentReceivedOn: p.string().$type<PlainDate>().nullable(),
      intentValidFrom: p.string().$type<PlainDate>().nullable(),
      intentValidTo: p.string().$type<PlainDate>().nullable(),
      intentCeiling: p.bigint('number').nullable(),
      paymentMethod: p.string(),
      paymentDays: p.integer(),
      iban: p.string().nullable(),
      mandateId: p.string().nullable(),
      mandateDate: p.string().nullable(),
      notes: p.text().nullable(),
      importHash: p.string().nullable(),
      version: p.integer().version(),
      createdAt: p.integer(),
      updatedAt: p.integer(),
    },
  }),
);
export type CustomerRow = RowOf<typeof CustomerEntity>;

export type ContactRole = 'billing' | 'technical' | 'admin';

export const ContactEntity = exact(
  defineEntity({
    name: 'Contact',
    tableName: 'contact',
    properties: {
      id: p.integer().primary(),
      customerId: p.integer(),
      role: p.string().$type<ContactRole>(),
      name: p.string().nullable(),
      email: p.string().nullable(),
      phone: p.string().nullable(),
    },
  }),
);

/** Appended to, never changed: the newest row of a purpose counts. */
export const ConsentEntity = exact(
  defineEntity({
    name: 'Consent',
    tableName: 'consent',
    properties: {
      id: p.integer().primary(),
      customerId: p.integer(),
      purpose: p.string(),
      granted: p.boolean(),
      source: p.string(),
      at: p.integer(),
    },
  }),
);

export const CustomerNoteEntity = exact(
  defineEntity({
    name: 'CustomerNote',
    tableName: 'customer_note',
    properties: {
      id: p.integer().primary(),
      customerId: p.integer(),
      at: p.bigint('number'),
      operator: p.string(),
      kind: p.string().$type<'call' | 'note'>(),
      text: p.text(),
    },
  }),
);
