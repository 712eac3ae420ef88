import { parseMoney } from '../../app/format.ts';
import { declaresIntent, hasField, type CustomerForm, type Field } from './customer-form.ts';
import {
  capFault,
  ibanFault,
  provinceFault,
  recipientFault,
  taxCodeFault,
  vatNumberFault,
  type Fault,
} from './fiscal-checks.ts';

export type FormFault =
  | Fault
  | 'missing'
  | 'email'
  | 'phone'
  | 'days'
  | 'either'
  | 'protocol'
  | 'money'
  | 'ends';
export type Faults = Readonly<Record<string, FormFault | undefined>>;

const EMAIL = /^[^\s@]+@[^\s@]+\.[A-Za-z]{2,}$/;
const PHONE = /^(?=.{5,20}$)\+?[0-9 ./-]+$/;
const DAYS_MAX = 365;

/** What is wrong with what is typed, by field. */
export function faultsOf(form: CustomerForm): Faults {
  const { kind } = form;
  const isItalian = kind !== 'foreign';
  const faults: Record<string, FormFault | undefined> = {
    taxCode: taxCodeFault(form.taxCode, kind),
    vatNumber: hasField(kind, 'vatNumber') ? vatNumberFault(form.vatNumber, kind) : undefined,
    codiceDestinatario: isItalian ? recipientFault(form.codiceDestinatario, kind) : undefined,
    pec: emailFault(form.pec),
    'address.postcode': isItalian ? capFault(form['address.postcode']) : undefined,
    'address.province': isItalian ? provinceFault(form['address.province']) : undefined,
    iban: ibanFault(form.iban),
    paymentDays:
      /^\d+$/.test(form.paymentDays.trim()) && Number(form.paymentDays) <= DAYS_MAX ? undefined : 'days',
  };
  Object.assign(faults, declarationFaults(form));
  form.contacts.forEach((contact, i) => {
    faults[`contacts[${i}].email`] = emailFault(contact.email);
    faults[`contacts[${i}].phone`] =
      contact.phone.trim() === '' || PHONE.test(contact.phone.trim()) ? undefined : 'phone';
  });
  return faults;
}

function declarationFaults(form: CustomerForm): Record<string, FormFault | undefined> {
  if (!declaresIntent(form)) return {};
  const protocol = form['declarationOfIntent.protocol'].trim();
  const [from, to] = [form['declarationOfIntent.validFrom'], form['declarationOfIntent.validTo']];
  const ceiling = form['declarationOfIntent.ceiling'].trim();
  return {
    'declarationOfIntent.protocol': protocol === '' || PROTOCOL.test(protocol) ? undefined : 'protocol',
    'declarationOfIntent.validTo': to !== '' && to < from ? 'ends' : undefined,
    'declarationOfIntent.ceiling': ceiling === '' || parseMoney(ceiling) !== undefined ? undefined : 'money',
  };
}
const PROTOCOL = /^\d{17}[\s/-]*\d{6}$/;

const emailFault = (typed: string): FormFault | undefined =>
  typed.trim() === '' || EMAIL.test(typed.trim()) ? undefined : 'email';

const NEEDED: Readonly<Record<CustomerForm['kind'], readonly Field[]>> = {
  private: ['firstName', 'lastName', 'taxCode', 'address.province'],
  company: ['name', 'vatNumber', 'address.province'],
  public_body: ['name', 'taxCode', 'codiceDestinatario', 'address.province'],
  condominium: ['name', 'taxCode', 'address.province'],
  foreign: ['name', 'address.country'],
};
const ALWAYS: readonly Field[] = ['code', 'address.street', 'address.postcode', 'address.city'];

const OF_DECLARATION: readonly Field[] = [
  'declarationOfIntent.protocol',
  'declarationOfIntent.receivedOn',
  'declarationOfIntent.validFrom',
  'declarationOfIntent.validTo',
];
const neededIn = (form: CustomerForm): readonly Field[] => [
  ...ALWAYS,
  ...NEEDED[form.kind],
  ...(declaresIntent(form) ? OF_DECLARATION : []),
];

export const isNeeded = (form: CustomerForm, field: Field): boolean => neededIn(form).includes(field);

/** What is still to be filled in. */
export function missingOf(form: CustomerForm): Faults {
  const missing = Object.fromEntries(
    neededIn(form)
      .filter((field) => {
        const typed = form[field];
        return typeof typed === 'string' && typed.trim() === '';
      })
      .map((field) => [field, 'missing' as const]),
  );
  const needsOne = form.kind === 'foreign' && form.vatNumber.trim() === '' && form.taxCode.trim() === '';
  return needsOne ? { ...missing, vatNumber: 'either' } : missing;
}
