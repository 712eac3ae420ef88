import type { Address, IssuerView, PartyView } from '@traliccio/sdk';
import type { IssuerTerms, Payer } from '@traliccio/core/src/domain/documents/parties.ts';

/** Who issues and who is invoiced in the scenarios. All codes are made up, with check digits that hold. */
const UDINE: Address = {
  street: 'Via delle Antenne',
  houseNumber: '1',
  postcode: '33100',
  city: 'Udine',
  province: 'UD',
  country: 'IT',
};

const COMPANY_ISSUER: IssuerView = {
  id: 1,
  name: 'Rete Esempio WISP S.r.l.',
  firstName: null,
  lastName: null,
  vatCountry: 'IT',
  vatNumber: '99999999990',
  taxCode: '99999999990',
  regimeFiscale: 'RF01',
  address: UDINE,
  rea: { office: 'UD', number: '284617', shareCapital: 1_000_000, socioUnico: 'SM', liquidazione: 'LN' },
  phone: '0432000000',
  email: 'amministrazione@example.it',
  website: 'https://example.it',
  iban: 'IT60X0542811101000000123456',
  bankName: 'Banca di Prova',
  transmitterCountry: 'IT',
  transmitterCode: '99999999990',
  logoFile: null,
};

export const ISSUER: IssuerTerms = {
  view: COMPANY_ISSUER,
  series: 'A',
  creditNoteSeries: 'NC',
  publicBodySeries: 'PA',
  rechargesStampDuty: false,
  zeroTotal: 'skip',
  version: 1,
};
export const RECHARGING: IssuerTerms = { ...ISSUER, rechargesStampDuty: true };

export const FORFETTARIO: IssuerTerms = {
  ...ISSUER,
  view: {
    ...COMPANY_ISSUER,
    id: 2,
    name: 'Rossi Mario',
    firstName: 'Mario',
    lastName: 'Rossi',
    taxCode: 'RSSMRA80A01H501U',
    transmitterCode: 'RSSMRA80A01H501U',
    regimeFiscale: 'RF19',
    rea: null,
  },
};

const ADDRESS: Address = { ...UDINE, street: 'Via Roma', houseNumber: '10' };

const party = (changes: Partial<PartyView>): PartyView => ({
  id: 42,
  code: 'C000042',
  kind: 'company',
  name: 'Frantoio Colli & Figli S.n.c.',
  firstName: null,
  lastName: null,
  taxCode: '12345678903',
  vatCountry: 'IT',
  vatNumber: '12345678903',
  codiceDestinatario: 'ABC1234',
  pec: null,
  address: ADDRESS,
  language: 'it',
  invoiceEmails: ['fatture@example.it'],
  ...changes,
});
const payer = (changes: Partial<PartyView>, terms: Partial<Omit<Payer, 'party'>> = {}): Payer => ({
  party: party(changes),
  splitPayment: false,
  vatNatura: null,
  vatReference: null,
  declarationOfIntent: null,
  withholds: false,
  paymentMethod: 'MP05',
  paymentDays: 30,
  version: 1,
  ...terms,
});

export const PRIVATE = payer({
  kind: 'private',
  name: 'Anna Bianchi',
  firstName: 'Anna',
  lastName: 'Bianchi',
  taxCode: 'BNCNNA85T50L483A',
  vatCountry: null,
  vatNumber: null,
  codiceDestinatario: '0000000',
});
export const COMPANY = payer({});
export const WITH_PEC = payer({ codiceDestinatario: '0000000', pec: 'frantoio@pec.example.it' });
export const LISTED_COMPANY = payer({ name: 'Partecipate S.p.A.' }, { splitPayment: true });
export const PUBLIC_BODY = payer(
  {
    kind: 'public_body',
    name: 'Comune di Esempio',
    taxCode: '77777777770',
    vatNumber: '77777777770',
    codiceDestinatario: 'UFABCD',
  },
  { splitPayment: true },
);
export const CONDOMINIUM = payer({
  kind: 'condominium',
  name: 'Condominio Via Roma 10',
  taxCode: '77777777770',
  vatCountry: null,
  vatNumber: null,
  codiceDestinatario: '0000000',
});
export const WITHHOLDING: Payer = { ...CONDOMINIUM, withholds: true };
export const EXPORTER = payer(
  { name: 'Esportazioni Alpine S.r.l.' },
  {
    declarationOfIntent: {
      protocol: '08060120341234567-000001',
      receivedOn: '2026-01-10',
      validFrom: '2026-01-15',
      validTo: '2026-12-31',
    },
  },
);
export const EXEMPT = payer(
  { name: 'Ambasciata di Esempio' },
  { vatNatura: 'N3.4', vatReference: 'Art. 72 DPR 633/1972' },
);

const BERLIN: Address = {
  street: 'Hauptstraße',
  houseNumber: '1',
  postcode: '10115',
  city: 'Berlin',
  province: null,
  country: 'DE',
};
const abroad = { kind: 'foreign', codiceDestinatario: 'XXXXXXX', taxCode: null, language: 'en' } as const;
export const EU_BUSINESS = payer({
  ...abroad,
  name: 'Muster GmbH',
  vatCountry: 'DE',
  vatNumber: '123456789',
  address: BERLIN,
});
export const SWISS_BUSINESS = payer({
  ...abroad,
  name: 'Muster AG',
  vatCountry: 'CH',
  vatNumber: 'CHE123456788',
  address: { ...BERLIN, street: 'Bahnhofstrasse', postcode: '8001', city: 'Zürich', country: 'CH' },
});
export const BRITON = payer({
  ...abroad,
  name: 'Jane Doe',
  firstName: 'Jane',
  lastName: 'Doe',
  taxCode: 'GB1234567',
  vatCountry: null,
  vatNumber: null,
  address: { ...BERLIN, street: 'Baker Street', houseNumber: '221B', city: 'London', country: 'GB' },
});
