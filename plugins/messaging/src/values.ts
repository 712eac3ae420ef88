import {
  type Cents,
  type DocumentView,
  formatDate,
  formatDecimal,
  formatEuro,
  type PlainDate,
} from '@traliccio/sdk';

/** What templates can say of a document: text, ready to be read in the customer's language. */
export type Values = {
  readonly number: string;
  readonly date: string;
  readonly customer: string;
  readonly issuer: string;
  readonly phone: string;
  readonly email: string;
  /** What there is to pay, or to be given back. */
  readonly amount: string;
  readonly pay: 'transfer' | 'debit' | 'other' | '';
  readonly due: string;
  readonly iban: string;
  readonly reference: string;
  readonly credited: string;
  readonly creditedDate: string;
  readonly reason: string;
  /** The original of a consumer's document is in the reserved area of the tax agency's site. */
  readonly reservedArea: boolean;
};

export function valuesOf(document: DocumentView): Values {
  const { customer, issuer, payment, credits } = document;
  const { date, money } = customer.language === 'it' ? ITALIAN : ENGLISH;
  return {
    number: document.numberText,
    date: date(document.date),
    customer: customer.name,
    issuer: issuer.name,
    phone: issuer.phone ?? '',
    email: issuer.email ?? '',
    amount: money(document.payable),
    pay: howToPay(document),
    due: payment ? date(payment.dueDate) : '',
    iban: (payment?.iban ?? '').replaceAll(/(.{4})(?=.)/g, '$1 '),
    reference: payment?.reference ?? '',
    credited: credits?.numberText ?? '',
    creditedDate: credits ? date(credits.date) : '',
    reason: credits?.reason ?? '',
    reservedArea: customer.kind === 'private' || customer.kind === 'condominium',
  };
}

/** By `ModalitaPagamento`: direct debits of every kind, transfers, and whatever else there is. */
function howToPay({ payment, payable }: DocumentView): Values['pay'] {
  if (!payment || payable <= 0) return '';
  if (['MP09', 'MP10', 'MP11', 'MP16', 'MP17', 'MP19', 'MP20', 'MP21'].includes(payment.method))
    return 'debit';
  return payment.method === 'MP05' && payment.iban ? 'transfer' : 'other';
}

const ITALIAN = { date: formatDate, money: formatEuro };
const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const ENGLISH = {
  date: (date: PlainDate): string => longDate.format(new Date(`${date}T00:00:00Z`)),
  money: (cents: Cents): string => `€${formatDecimal(cents, 2).replaceAll(/\B(?=(\d{3})+\.)/g, ',')}`,
};
