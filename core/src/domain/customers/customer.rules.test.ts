import { deepEqual } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CustomerInput, customerValues } from './customer.input.ts';
import { checkCustomer } from './customer.rules.ts';

const ITALIAN = {
  street: 'Via Roma',
  houseNumber: '7',
  postcode: '33010',
  city: 'Tavagnacco',
  province: 'UD',
  country: 'IT',
};
const PRIVATE: CustomerInput = {
  code: 'C1',
  kind: 'private',
  firstName: 'Mario',
  lastName: 'Rossi',
  taxCode: 'RSSMRA80A01H501U',
  address: ITALIAN,
};
const COMPANY: CustomerInput = {
  code: 'C2',
  kind: 'company',
  name: 'Malga Srl',
  vatNumber: '01234567897',
  address: ITALIAN,
};
const PUBLIC_BODY: CustomerInput = {
  code: 'C3',
  kind: 'public_body',
  name: 'Comune di Sutrio',
  taxCode: '01234567897',
  codiceDestinatario: 'UFAB12',
  address: ITALIAN,
};
const CONDOMINIUM: CustomerInput = {
  code: 'C4',
  kind: 'condominium',
  name: 'Condominio Stella',
  taxCode: '01234567897',
  address: ITALIAN,
};
const FOREIGN: CustomerInput = {
  code: 'C5',
  kind: 'foreign',
  name: 'Berghof GmbH',
  vatNumber: 'U12345675',
  address: { ...ITALIAN, postcode: '9640', city: 'Kötschach', province: null, country: 'AT' },
};

const codesOf = (input: CustomerInput): string[] =>
  checkCustomer(customerValues(input), input.contacts).map((p) => p.code);

describe('a customer of each kind', () => {
  for (const good of [PRIVATE, COMPANY, PUBLIC_BODY, CONDOMINIUM, FOREIGN])
    it(`${good.kind} is taken with what the SDI needs of it`, () => deepEqual(codesOf(good), []));

  const DECLARATION = {
    protocol: '08060120341234567/000001',
    receivedOn: '2026-01-10',
    validFrom: '2026-01-15',
    validTo: '2026-12-31',
  } as const;
  it('a company with a declaration of intent, whose protocol gets its dash, and a condominium that withholds', () => {
    const company = { ...COMPANY, declarationOfIntent: DECLARATION };
    deepEqual(codesOf(company), []);
    deepEqual(customerValues(company).intentProtocol, '08060120341234567-000001');
    deepEqual(codesOf({ ...CONDOMINIUM, withholding: true }), []);
  });

  const bad: [what: string, input: CustomerInput, code: string][] = [
    [
      'a company that withholds as a condominium does',
      { ...COMPANY, withholding: true },
      'customer.withholding_not_allowed',
    ],
    [
      'a declaration of intent with half a protocol',
      { ...COMPANY, declarationOfIntent: { ...DECLARATION, protocol: '08060120341234567' } },
      'customer.declaration_of_intent.protocol_invalid',
    ],
    [
      'a declaration of intent that ends before it begins',
      { ...COMPANY, declarationOfIntent: { ...DECLARATION, validFrom: '2027-01-01' } },
      'customer.declaration_of_intent.valid_to_invalid',
    ],
    [
      'a declaration of intent of a private customer',
      { ...PRIVATE, declarationOfIntent: DECLARATION },
      'customer.declaration_of_intent_not_allowed',
    ],
    [
      'a private customer with a wrong check letter',
      { ...PRIVATE, taxCode: 'RSSMRA80A01H501X' },
      'customer.tax_code_invalid',
    ],
    [
      'a private customer without a codice fiscale',
      { ...PRIVATE, taxCode: null },
      'customer.tax_code_missing',
    ],
    [
      'a private customer with the 11 digits of a company',
      { ...PRIVATE, taxCode: '01234567897' },
      'customer.tax_code_not_personal',
    ],
    [
      'a private customer with a partita IVA',
      { ...PRIVATE, vatNumber: '01234567897' },
      'customer.vat_number_not_allowed',
    ],
    [
      'a private customer without a family name',
      { ...PRIVATE, lastName: null },
      'customer.last_name_missing',
    ],
    ['a company without a partita IVA', { ...COMPANY, vatNumber: null }, 'customer.vat_number_missing'],
    [
      'a company with a wrong partita IVA',
      { ...COMPANY, vatNumber: '01234567890' },
      'customer.vat_number_invalid',
    ],
    [
      'a company with the six characters of a public body',
      { ...COMPANY, codiceDestinatario: 'ABC123' },
      'customer.codice_destinatario_invalid',
    ],
    [
      'a public body without its code of the IPA',
      { ...PUBLIC_BODY, codiceDestinatario: null },
      'customer.codice_destinatario_invalid',
    ],
    [
      'a condominium with the codice fiscale of a person',
      { ...CONDOMINIUM, taxCode: 'RSSMRA80A01H501U' },
      'customer.tax_code_not_entity',
    ],
    [
      'a foreign customer without any identifier',
      { ...FOREIGN, vatNumber: null },
      'customer.vat_number_missing',
    ],
    [
      'a foreign customer with an Italian address',
      { ...FOREIGN, vatCountry: 'AT', address: ITALIAN },
      'customer.country_not_foreign',
    ],
    [
      'a CAP of four digits',
      { ...PRIVATE, address: { ...ITALIAN, postcode: '3301' } },
      'customer.postcode_invalid',
    ],
    [
      'a province that is none',
      { ...PRIVATE, address: { ...ITALIAN, province: 'XX' } },
      'customer.province_invalid',
    ],
    ['a PEC that is no address', { ...COMPANY, pec: 'malga.pec' }, 'customer.pec_invalid'],
    [
      'an IBAN with wrong check digits',
      { ...PRIVATE, iban: 'IT61X0542811101000000123456' },
      'customer.iban_invalid',
    ],
    [
      'a payment method that is none',
      { ...PRIVATE, paymentMethod: 'MP99' },
      'customer.payment_method_invalid',
    ],
    ['a natura without the law', { ...FOREIGN, vatNatura: 'N2.1' }, 'customer.vat_reference_missing'],
    [
      'a natura that is not used any more',
      { ...FOREIGN, vatNatura: 'N2', vatReference: 'art. 7' },
      'customer.vat_natura_invalid',
    ],
    ['a name that no invoice can carry', { ...COMPANY, name: 'Malga 山' }, 'customer.name_characters'],
    [
      'a contact whose e-mail address is none',
      { ...PRIVATE, contacts: [{ role: 'billing', email: 'mario@' }] },
      'customer.billing_email_invalid',
    ],
  ];
  for (const [what, input, code] of bad)
    it(`${what} is refused as ${code}`, () => deepEqual(codesOf(input), [code]));

  it('gets the defaults of its kind', () => {
    deepEqual(
      [PRIVATE, PUBLIC_BODY, FOREIGN].map((input) => {
        const v = customerValues(input);
        return [v.name, v.codiceDestinatario, v.splitPayment, v.language, v.vatCountry];
      }),
      [
        ['Mario Rossi', '0000000', false, 'it', null],
        ['Comune di Sutrio', 'UFAB12', true, 'it', null],
        ['Berghof GmbH', 'XXXXXXX', false, 'en', 'AT'],
      ],
    );
  });

  it('keeps its codice fiscale in capitals, however it was typed', () =>
    deepEqual(customerValues({ ...PRIVATE, taxCode: 'rssmra80a01 h501u' }).taxCode, 'RSSMRA80A01H501U'));
});
