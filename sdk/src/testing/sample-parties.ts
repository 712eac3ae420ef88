import type { CustomerView, IssuerView } from '../views.ts';

/** A small ISP of Friuli; invented, with a VAT number and an IBAN whose check digits are right. */
export function sampleIssuer(overrides: Partial<IssuerView> = {}): IssuerView {
  return {
    id: 1,
    name: 'Reti Aeree S.r.l.',
    firstName: null,
    lastName: null,
    vatCountry: 'IT',
    vatNumber: '01234567897',
    taxCode: '01234567897',
    regimeFiscale: 'RF01',
    address: {
      street: 'Via del Traliccio',
      houseNumber: '12',
      postcode: '33100',
      city: 'Udine',
      province: 'UD',
      country: 'IT',
    },
    rea: { office: 'UD', number: '123456', shareCapital: 1_000_000, socioUnico: 'SM', liquidazione: 'LN' },
    phone: '0432 000000',
    email: 'fatture@retiaeree.example',
    website: 'www.retiaeree.example',
    iban: 'IT60X0542811101000000123456',
    bankName: 'Banca di Prova',
    transmitterCountry: 'IT',
    transmitterCode: '01234567897',
    logoFile: null,
    ...overrides,
  };
}

/** A private customer, invented, whose codice fiscale has the right check letter. */
export function sampleCustomer(overrides: Partial<CustomerView> = {}): CustomerView {
  return {
    id: 10,
    code: 'C00010',
    kind: 'private',
    name: 'Mario Rossi',
    firstName: 'Mario',
    lastName: 'Rossi',
    taxCode: 'RSSMRA80A01H501U',
    vatCountry: null,
    vatNumber: null,
    codiceDestinatario: '0000000',
    pec: null,
    address: {
      street: 'Via Roma',
      houseNumber: '7',
      postcode: '33010',
      city: 'Tavagnacco',
      province: 'UD',
      country: 'IT',
    },
    language: 'it',
    invoiceEmails: ['mario.rossi@example.org'],
    invoicePhones: [],
    ...overrides,
  };
}
