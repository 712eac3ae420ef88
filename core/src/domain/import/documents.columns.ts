import { CODE, type Column, DATE, DECIMAL, oneOf, TEXT, YES_NO } from './columns.ts';

export const DOCUMENT_KINDS = ['invoice', 'credit_note'] as const;

export const DOCUMENT_COLUMNS: readonly Column[] = [
  {
    name: 'document',
    required: true,
    format: '20 plain characters at most',
    about: 'The number as printed. Rows with the same one follow each other: the lines of the document.',
  },
  { name: 'series', required: true, format: '8 letters and digits at most', about: 'Series of the number.' },
  { name: 'number', required: true, format: 'whole number', about: 'Progressive in its series and year.' },
  { name: 'date', required: true, format: DATE, about: 'Date of the document, not in the future.' },
  { name: 'kind', format: oneOf(DOCUMENT_KINDS), about: '`invoice` when empty.' },
  { name: 'customer', required: true, format: 'code of a customer', about: 'Who it is made out to.' },
  { name: 'due_date', format: DATE, about: 'When it is to be paid.' },
  {
    name: 'payment_method',
    format: '`MP01` to `MP23`',
    about: 'Modalità di pagamento; the customer’s when empty.',
  },
  {
    name: 'open_amount',
    format: DECIMAL(2),
    about:
      'What is still to be paid; the total when empty. Of a credit note, what of it is still the customer’s credit; nothing when empty.',
  },
  { name: 'total', format: DECIMAL(2), about: 'Total of the document, to be compared with its lines.' },
  { name: 'contract', format: CODE, about: 'Contract that the line bills.' },
  { name: 'description', required: true, format: TEXT(1000), about: 'Text of the line.' },
  {
    name: 'amount',
    required: true,
    format: DECIMAL(2),
    about: 'Amount of the line, net or with VAT as `vat_included` says.',
  },
  { name: 'vat_included', format: YES_NO, about: '`no` when empty.' },
  { name: 'vat_rate', required: true, format: DECIMAL(2), about: 'Aliquota IVA in percent.' },
  { name: 'natura', format: '`N1`, `N2.1` ...', about: 'Why the rate is 0.' },
  { name: 'vat_reference', format: TEXT(100), about: 'The law that the natura rests on; needed with it.' },
  { name: 'period_from', format: DATE, about: 'First day that the line bills.' },
  { name: 'period_to', format: DATE, about: 'Last day that the line bills.' },
  {
    name: 'xml_file',
    format: 'path of a file',
    about: 'The fiscal XML as it was sent, relative to this file; kept byte for byte.',
  },
];
