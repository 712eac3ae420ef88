import { FIRST_PERIODS, PRORATIONS, TIMINGS } from '../plans/terms.ts';
import { CODE, type Column, DATE, DECIMAL, oneOf, TEXT, YES_NO } from './columns.ts';

export const IMPORTED_STATES = ['active', 'pending', 'suspended', 'terminating', 'terminated'] as const;
export const CPE_OWNERSHIP = ['provider', 'rental', 'customer'] as const;

/** What a contract is: the same on all its rows, or empty on the later ones. */
export const CONTRACT_LEVEL: readonly Column[] = [
  {
    name: 'code',
    required: true,
    format: CODE,
    about:
      'Identifies the contract. Rows with the same code follow each other: its items, and the changes of each in time.',
  },
  { name: 'customer', required: true, format: 'code of a customer', about: 'Who has the contract.' },
  { name: 'payer', format: 'code of a customer', about: 'Who is invoiced; the customer when empty.' },
  { name: 'site', format: 'code of a site', about: 'The site that it hangs on.' },
  {
    name: 'state',
    format: oneOf(IMPORTED_STATES),
    about:
      '`active` when empty. `pending` becomes a hold that stops billing, `suspended` one that cuts access too.',
  },
  { name: 'state_reason', format: TEXT(200), about: 'Why it is pending or suspended; needed then.' },
  {
    name: 'state_from',
    format: DATE,
    about:
      'Since when it is pending or suspended; needed then. Of a terminating contract, when notice was given.',
  },
  { name: 'signed_on', format: DATE, about: 'When it was signed.' },
  { name: 'start_date', required: true, format: DATE, about: 'The first day of service.' },
  {
    name: 'end_date',
    format: DATE,
    about: 'The last day of service; needed when terminating or terminated.',
  },
  {
    name: 'series',
    format: '8 letters and digits at most',
    about: 'Series of its invoices; the issuer’s when empty.',
  },
  {
    name: 'payment_method',
    format: '`MP01` to `MP23`',
    about: 'Modalità di pagamento; the payer’s when empty.',
  },
  {
    name: 'payment_days',
    format: '0 to 365',
    about: 'Days until an invoice is due; the payer’s when empty.',
  },
  {
    name: 'purchase_order',
    format: '20 plain characters at most',
    about: 'Order or agreement of the customer (IdDocumento).',
  },
  { name: 'purchase_order_date', format: DATE, about: 'Its date.' },
  { name: 'cig', format: '15 plain characters at most', about: 'Codice identificativo gara.' },
  { name: 'cup', format: '15 plain characters at most', about: 'Codice unico progetto.' },
  {
    name: 'separate_group',
    format: '20 plain characters at most',
    about: 'Contracts of a payer with different groups get invoices of their own.',
  },
  {
    name: 'install_street',
    format: TEXT(60),
    about: 'Where it is installed, when not at the customer’s address.',
  },
  { name: 'install_house_number', format: TEXT(8), about: 'The same.' },
  { name: 'install_postcode', format: '5 digits', about: 'The same.' },
  { name: 'install_city', format: TEXT(60), about: 'The same.' },
  { name: 'install_province', format: 'two letters', about: 'The same.' },
  { name: 'pppoe_user', format: 'text', about: 'Login of the customer’s connection.' },
  { name: 'cpe_address', format: 'text', about: 'IP address of the CPE.' },
  { name: 'cpe_serial', format: 'text', about: 'Serial number or MAC of the CPE.' },
  {
    name: 'cpe_ownership',
    format: oneOf(CPE_OWNERSHIP),
    about: 'Whose the CPE is: lent by the provider (comodato), rented, or the customer’s.',
  },
  { name: 'voip_number', format: 'text', about: 'Telephone number.' },
  { name: 'iban', format: 'IBAN', about: 'Account that this contract is debited from, checked.' },
  { name: 'mandate_id', format: '35 characters at most', about: 'SEPA mandate of this contract.' },
  { name: 'mandate_date', format: DATE, about: 'When the mandate was signed.' },
  { name: 'notes', format: 'text', about: 'For the operators.' },
];

/** What is charged: one row for each item, and one more for each change of it. */
export const ITEM_LEVEL: readonly Column[] = [
  {
    name: 'item',
    format: 'letters, digits and `. _ -`, 40 at most',
    about:
      'Tells the items of a contract apart; `main` when empty. A second row of the same item with a later `valid_from` changes it from then on.',
  },
  { name: 'valid_from', format: DATE, about: 'The day from which the row holds; `start_date` when empty.' },
  { name: 'item_end', format: DATE, about: 'The last day of the item, when it ends before the contract.' },
  {
    name: 'plan',
    format: 'code of a plan',
    about: 'Where price and terms come from. Without one, price, VAT rate and description are needed.',
  },
  { name: 'quantity', format: DECIMAL(6), about: '1 when empty.' },
  {
    name: 'description',
    format: TEXT(300),
    about:
      'Stands on the invoice line; the plan’s name when empty. Refused with characters that the SDI refuses.',
  },
  {
    name: 'price',
    format: DECIMAL(8),
    about: 'Of one unit for one period, in euro; the plan’s on `valid_from` when empty.',
  },
  { name: 'vat_included', format: YES_NO, about: 'Whether the price has VAT in it; the plan’s when empty.' },
  { name: 'vat_rate', format: DECIMAL(2), about: 'Aliquota IVA in percent; the plan’s when empty.' },
  { name: 'natura', format: '`N1`, `N2.1` ...', about: 'Why the rate is 0.' },
  { name: 'vat_reference', format: TEXT(100), about: 'The law that the natura rests on.' },
  {
    name: 'cadence',
    format: '`months:1`, `months:3`, `days:30` ...',
    about: 'How long a period is; the plan’s when empty.',
  },
  {
    name: 'cadence_confirmed',
    format: YES_NO,
    about:
      'Needed for periods of days or weeks: that this is no consumer’s internet or telephone contract, which may be billed by months only (law 172/2017).',
  },
  { name: 'timing', format: oneOf(TIMINGS), about: 'The plan’s when empty.' },
  { name: 'offset_days', format: '-90 to 90', about: 'The plan’s when empty.' },
  { name: 'proration', format: oneOf(PRORATIONS), about: 'The plan’s when empty.' },
  { name: 'first_period', format: oneOf(FIRST_PERIODS), about: 'The plan’s when empty.' },
  { name: 'end_credit', format: YES_NO, about: 'The plan’s when empty.' },
  {
    name: 'anchor',
    format: DATE,
    about: 'A day on which a period begins: the others are counted from it. `start_date` when empty.',
  },
  {
    name: 'anchor_last_day',
    format: YES_NO,
    about: 'Whether every period begins on the last day of a month.',
  },
  {
    name: 'billed_through',
    format: DATE,
    about: 'The last day that the other system has billed. Nothing up to it is billed again.',
  },
];

export const CONTRACT_COLUMNS: readonly Column[] = [...CONTRACT_LEVEL, ...ITEM_LEVEL];
/** Columns that begin with this become attributes of the contract: `attribute_antenna`. */
export const ATTRIBUTE_PREFIX = 'attribute_';
