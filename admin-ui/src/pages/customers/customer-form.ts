import { money, parseMoney } from '../../app/format.ts';
import type { Changes, Creation, Customer } from './customer.ts';
import { compact, type Kind } from './fiscal-checks.ts';

export type ContactForm = {
  role: Customer['contacts'][number]['role'];
  name: string;
  email: string;
  phone: string;
};

/** What is typed, each field under the name that the API's findings have for it. */
export type CustomerForm = {
  kind: Kind;
  code: string;
  name: string;
  firstName: string;
  lastName: string;
  taxCode: string;
  vatCountry: string;
  vatNumber: string;
  codiceDestinatario: string;
  pec: string;
  'address.street': string;
  'address.houseNumber': string;
  'address.postcode': string;
  'address.city': string;
  'address.province': string;
  'address.country': string;
  language: Customer['language'];
  splitPayment: boolean;
  vatNatura: string;
  vatReference: string;
  withholding: boolean;
  hasDeclaration: boolean;
  'declarationOfIntent.protocol': string;
  'declarationOfIntent.receivedOn': string;
  'declarationOfIntent.validFrom': string;
  'declarationOfIntent.validTo': string;
  'declarationOfIntent.ceiling': string;
  paymentMethod: string;
  paymentDays: string;
  iban: string;
  mandateId: string;
  mandateDate: string;
  notes: string;
  contacts: ContactForm[];
};
export type Field = keyof CustomerForm;

export const emptyForm = (): CustomerForm => ({
  kind: 'private',
  code: '',
  name: '',
  firstName: '',
  lastName: '',
  taxCode: '',
  vatCountry: '',
  vatNumber: '',
  codiceDestinatario: '',
  pec: '',
  'address.street': '',
  'address.houseNumber': '',
  'address.postcode': '',
  'address.city': '',
  'address.province': '',
  'address.country': 'IT',
  language: 'it',
  splitPayment: false,
  vatNatura: '',
  vatReference: '',
  withholding: false,
  hasDeclaration: false,
  'declarationOfIntent.protocol': '',
  'declarationOfIntent.receivedOn': '',
  'declarationOfIntent.validFrom': '',
  'declarationOfIntent.validTo': '',
  'declarationOfIntent.ceiling': '',
  paymentMethod: 'MP05',
  paymentDays: '30',
  iban: '',
  mandateId: '',
  mandateDate: '',
  notes: '',
  contacts: [{ role: 'billing', name: '', email: '', phone: '' }],
});

export function formOf(customer: Customer): CustomerForm {
  const { address, contacts, kind, code, language, splitPayment, withholding, paymentDays } = customer;
  const declaration = customer.declarationOfIntent;
  const { ceiling } = declaration ?? {};
  const texts = [
    ...([
      'name',
      'firstName',
      'lastName',
      'taxCode',
      'vatCountry',
      'vatNumber',
      'codiceDestinatario',
    ] as const),
    ...(['pec', 'vatNatura', 'vatReference', 'paymentMethod', 'iban', 'mandateId', 'mandateDate'] as const),
    'notes' as const,
  ].map((field) => [field, customer[field] ?? ''] as const);
  return {
    ...emptyForm(),
    ...Object.fromEntries(texts),
    kind,
    code,
    language,
    splitPayment,
    withholding,
    hasDeclaration: declaration !== null,
    'declarationOfIntent.protocol': declaration?.protocol ?? '',
    'declarationOfIntent.receivedOn': declaration?.receivedOn ?? '',
    'declarationOfIntent.validFrom': declaration?.validFrom ?? '',
    'declarationOfIntent.validTo': declaration?.validTo ?? '',
    'declarationOfIntent.ceiling': ceiling == null ? '' : money(ceiling).replace(/\s*€$/, ''),
    paymentDays: String(paymentDays),
    'address.street': address.street,
    'address.houseNumber': address.houseNumber ?? '',
    'address.postcode': address.postcode,
    'address.city': address.city,
    'address.province': address.province ?? '',
    'address.country': address.country,
    contacts: contacts.map((one) => ({
      role: one.role,
      name: one.name ?? '',
      email: one.email ?? '',
      phone: one.phone ?? '',
    })),
  };
}

/** Fields that not every kind of customer has. */
const OF_KIND: Readonly<Partial<Record<Field, readonly Kind[]>>> = {
  name: ['company', 'public_body', 'condominium', 'foreign'],
  firstName: ['private', 'company', 'foreign'],
  lastName: ['private', 'company', 'foreign'],
  vatNumber: ['company', 'public_body', 'condominium', 'foreign'],
  vatCountry: ['foreign'],
  codiceDestinatario: ['private', 'company', 'public_body', 'condominium'],
  'address.province': ['private', 'company', 'public_body', 'condominium'],
  'address.country': ['foreign'],
  splitPayment: ['company', 'public_body'],
  withholding: ['condominium'],
  hasDeclaration: ['company'],
  vatNatura: ['company', 'public_body', 'condominium', 'foreign'],
  vatReference: ['company', 'public_body', 'condominium', 'foreign'],
};
export const hasField = (kind: Kind, field: Field): boolean => OF_KIND[field]?.includes(kind) ?? true;

/** The same of another kind: what depends on the kind gets its usual value. */
export const ofKind = (kind: Kind): Partial<CustomerForm> => ({
  kind,
  codiceDestinatario: '',
  splitPayment: kind === 'public_body',
  'address.country': kind === 'foreign' ? '' : 'IT',
  language: kind === 'foreign' ? 'en' : 'it',
});

export const declaresIntent = (form: CustomerForm): boolean =>
  hasField(form.kind, 'hasDeclaration') && form.hasDeclaration;

type Day = `${number}-${number}-${number}`;

/** What is typed as the API takes it. */
export function bodyOf(form: CustomerForm) {
  const text = (field: Field): string | null => {
    const typed = form[field];
    return hasField(form.kind, field) && typeof typed === 'string' ? typed.trim() || null : null;
  };
  const code = (field: Field): string | null => compact(text(field) ?? '') || null;
  const own = (typed: string): string | null => typed.trim() || null;
  return {
    kind: form.kind,
    name: text('name'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    taxCode: code('taxCode'),
    vatCountry: code('vatNumber') && code('vatCountry'),
    vatNumber: code('vatNumber'),
    codiceDestinatario: code('codiceDestinatario'),
    pec: text('pec'),
    address: {
      street: form['address.street'].trim(),
      houseNumber: text('address.houseNumber'),
      postcode: form['address.postcode'].trim(),
      city: form['address.city'].trim(),
      province: code('address.province'),
      country: hasField(form.kind, 'address.country') ? compact(form['address.country']) : 'IT',
    },
    language: form.language,
    splitPayment: hasField(form.kind, 'splitPayment') && form.splitPayment,
    vatNatura: code('vatNatura'),
    vatReference: text('vatReference'),
    withholding: hasField(form.kind, 'withholding') && form.withholding,
    declarationOfIntent: declaresIntent(form)
      ? {
          protocol: form['declarationOfIntent.protocol'].trim(),
          receivedOn: form['declarationOfIntent.receivedOn'] as Day,
          validFrom: form['declarationOfIntent.validFrom'] as Day,
          validTo: form['declarationOfIntent.validTo'] as Day,
          ceiling: parseMoney(form['declarationOfIntent.ceiling']) ?? null,
        }
      : null,
    paymentMethod: form.paymentMethod,
    paymentDays: /^\d+$/.test(form.paymentDays.trim()) ? Number(form.paymentDays) : Number.NaN,
    iban: code('iban'),
    mandateId: text('mandateId'),
    mandateDate: text('mandateDate') as Day | null,
    notes: text('notes'),
    contacts: form.contacts
      .map(({ role, name, email, phone }) => ({
        role,
        name: own(name),
        email: own(email),
        phone: own(phone),
      }))
      .filter(({ name, email, phone }) => name ?? email ?? phone),
  } satisfies Changes;
}

/** Only what is otherwise than before; undefined when nothing is. */
export function changesOf(before: CustomerForm, after: CustomerForm): Changes | undefined {
  const [was, is] = [bodyOf(before), bodyOf(after)];
  const changed = Object.entries(is).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field as keyof typeof was]),
  );
  return changed.length === 0 ? undefined : (Object.fromEntries(changed) as Changes);
}

/** What is left out gets the default of its kind. */
export function creationOf(form: CustomerForm): Creation {
  const given = Object.entries(bodyOf(form)).filter(([, value]) => value !== null);
  return { ...(Object.fromEntries(given) as unknown as Creation), code: form.code.trim() };
}

/** The code behind the last one, where codes are counted: `C1072` is followed by `C1073`. */
export function nextCode(last: string | undefined): string {
  const match = /^(.*?)(\d+)$/.exec(last ?? '');
  return match ? `${match[1]}${String(Number(match[2]) + 1).padStart(match[2]!.length, '0')}` : '';
}
