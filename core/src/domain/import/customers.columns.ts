import { CUSTOMER_KINDS } from '../customers/customer.input.ts';
import { CODE, type Column, DATE, oneOf, TEXT, YES_NO } from './columns.ts';

export const CUSTOMER_COLUMNS: readonly Column[] = [
  { name: 'code', required: true, format: CODE, about: 'Identifies the customer for ever.' },
  {
    name: 'kind',
    required: true,
    format: oneOf(CUSTOMER_KINDS),
    about:
      'Decides what else is needed. A sole trader is a `company`, an association without partita IVA a `condominium`.',
  },
  {
    name: 'name',
    format: TEXT(80),
    about: 'Denominazione. Needed unless given and family name stand there.',
  },
  { name: 'first_name', format: TEXT(60), about: 'Nome. A private customer needs it.' },
  { name: 'last_name', format: TEXT(60), about: 'Cognome. A private customer needs it.' },
  {
    name: 'tax_code',
    format: '16 characters, or 11 digits',
    about:
      'Codice fiscale, checked. Needed but by a company and abroad, where any identifier of up to 28 characters is taken.',
  },
  {
    name: 'vat_country',
    format: 'two letters',
    about: 'Country of the VAT number; `IT`, abroad that of the address, when empty.',
  },
  {
    name: 'vat_number',
    format: '11 digits; abroad 2 to 28 letters and digits',
    about: 'Partita IVA, checked. A company needs it; a private customer has none.',
  },
  {
    name: 'codice_destinatario',
    format: '7 characters, 6 of a public body',
    about: '`0000000` (abroad `XXXXXXX`) when empty. A public body needs its code of the IPA.',
  },
  { name: 'pec', format: 'e-mail address', about: 'Certified mail to deliver invoices to.' },
  { name: 'street', required: true, format: TEXT(60), about: 'Address of the registered office or home.' },
  { name: 'house_number', format: TEXT(8), about: 'Numero civico.' },
  { name: 'postcode', required: true, format: '5 digits; abroad 12 characters at most', about: 'CAP.' },
  { name: 'city', required: true, format: TEXT(60), about: 'Comune.' },
  { name: 'province', format: 'two letters', about: 'Provincia. Needed in Italy, empty abroad.' },
  { name: 'country', format: 'two letters', about: '`IT` when empty.' },
  {
    name: 'language',
    format: oneOf(['it', 'en']),
    about: 'Language of messages and PDFs; `it`, abroad `en`, when empty.',
  },
  { name: 'email', format: 'e-mail addresses, a blank between', about: 'Where invoices are mailed to.' },
  { name: 'phone', format: 'digits and `+ . / -`', about: 'Telephone of the billing contact.' },
  { name: 'technical_email', format: 'e-mail address', about: 'Contact for faults and visits.' },
  { name: 'technical_phone', format: 'digits and `+ . / -`', about: 'The same.' },
  { name: 'admin_email', format: 'e-mail address', about: 'Contact for the contract.' },
  { name: 'admin_phone', format: 'digits and `+ . / -`', about: 'The same.' },
  {
    name: 'split_payment',
    format: YES_NO,
    about: 'Scissione dei pagamenti; `yes` for a public body when empty.',
  },
  {
    name: 'vat_natura',
    format: '`N2.1`, `N3.5` ...',
    about: 'Natura for a customer who is invoiced without VAT.',
  },
  { name: 'vat_reference', format: TEXT(100), about: 'The law that the natura rests on; needed with it.' },
  {
    name: 'withholding',
    format: YES_NO,
    about: 'Ritenuta: a condominium that keeps back 4 % of what it pays; `no` when empty.',
  },
  {
    name: 'payment_method',
    format: '`MP01` to `MP23`',
    about: 'Modalità di pagamento; `MP05` (transfer) when empty.',
  },
  { name: 'payment_days', format: '0 to 365', about: 'Days until an invoice is due; 30 when empty.' },
  { name: 'iban', format: 'IBAN', about: 'Account that direct debits are taken from, checked.' },
  { name: 'mandate_id', format: '35 characters at most', about: 'SEPA mandate.' },
  { name: 'mandate_date', format: DATE, about: 'When the mandate was signed.' },
  {
    name: 'consent_marketing',
    format: YES_NO,
    about: 'Consent to advertising; nothing is recorded when empty.',
  },
  { name: 'notes', format: 'text', about: 'For the operators.' },
];
