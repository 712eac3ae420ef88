import { hasField, type CustomerForm, type Field } from './customer-form.ts';
import {
  capFault,
  ibanFault,
  provinceFault,
  recipientFault,
  taxCodeFault,
  vatNumberFault,
  type Fault,
} from './fiscal-checks.ts';

export type FormFault = Fault | 'missing' | 'email' | 'phone' | 'days' | 'either';
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
  form.contacts.forEach((contact, i) => {
    faults[`contacts[${i}].email`] = emailFault(contact.email);
    faults[`contacts[${i}].phone`] =
      contact.phone.trim() === '' || PHONE.test(contact.phone.trim()) ? undefined : 'phone';
  });
  return faults;
}

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

export const isNeeded = (form: CustomerForm, field: Field): boolean =>
  ALWAYS.includes(field) || NEEDED[form.kind].includes(field);

/** What is still to be filled in. */
export function missingOf(form: CustomerForm): Faults {
  const missing = Object.fromEntries(
    [...ALWAYS, ...NEEDED[form.kind]]
      .filter((field) => {
        const typed = form[field];
        return typeof typed === 'string' && typed.trim() === '';
      })
      .map((field) => [field, 'missing' as const]),
  );
  const needsOne = form.kind === 'foreign' && form.vatNumber.trim() === '' && form.taxCode.trim() === '';
  return needsOne ? { ...missing, vatNumber: 'either' } : missing;
}
