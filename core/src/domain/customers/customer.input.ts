import type { Address, CustomerKind, PlainDate } from '@traliccio/sdk';
import { compactIban } from '../bank.ts';
import type { ContactRole } from './customer.entity.ts';

export const CUSTOMER_KINDS = [
  'private',
  'company',
  'public_body',
  'condominium',
  'foreign',
] as const satisfies readonly CustomerKind[];

export type ContactInput = {
  readonly role: ContactRole;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
};

/** What a customer is created from; what is left out gets the default of its kind. */
export type CustomerInput = {
  readonly code: string;
  readonly kind: CustomerKind;
  /** Company name; of a person (a sole trader too) given and family name do. */
  readonly name?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly taxCode?: string | null;
  readonly vatCountry?: string | null;
  readonly vatNumber?: string | null;
  readonly codiceDestinatario?: string | null;
  readonly pec?: string | null;
  readonly address: Address;
  readonly language?: 'it' | 'en';
  readonly splitPayment?: boolean;
  readonly vatNatura?: string | null;
  readonly vatReference?: string | null;
  readonly paymentMethod?: string;
  readonly paymentDays?: number;
  readonly iban?: string | null;
  readonly mandateId?: string | null;
  readonly mandateDate?: PlainDate | null;
  readonly notes?: string | null;
  readonly contacts?: readonly ContactInput[];
};

/** The columns of a customer. */
export type CustomerValues = Address & {
  readonly code: string;
  readonly kind: CustomerKind;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly taxCode: string | null;
  readonly vatCountry: string | null;
  readonly vatNumber: string | null;
  readonly codiceDestinatario: string;
  readonly pec: string | null;
  readonly language: 'it' | 'en';
  readonly splitPayment: boolean;
  readonly vatNatura: string | null;
  readonly vatReference: string | null;
  readonly paymentMethod: string;
  readonly paymentDays: number;
  readonly iban: string | null;
  readonly mandateId: string | null;
  readonly mandateDate: PlainDate | null;
  readonly notes: string | null;
};

/** Fills in defaults and brings identifiers into the one spelling in which they are kept. */
export function customerValues(input: CustomerInput): CustomerValues {
  const { kind, address } = input;
  const vatNumber = upper(input.vatNumber);
  return {
    code: input.code,
    kind,
    name: input.name?.trim() || [input.firstName, input.lastName].filter(Boolean).join(' '),
    firstName: input.firstName?.trim() || null,
    lastName: input.lastName?.trim() || null,
    taxCode: upper(input.taxCode),
    vatCountry:
      vatNumber === null ? null : (upper(input.vatCountry) ?? (kind === 'foreign' ? address.country : 'IT')),
    vatNumber,
    codiceDestinatario: upper(input.codiceDestinatario) ?? (kind === 'foreign' ? 'XXXXXXX' : '0000000'),
    pec: input.pec?.trim() || null,
    ...address,
    language: input.language ?? (kind === 'foreign' ? 'en' : 'it'),
    splitPayment: input.splitPayment ?? kind === 'public_body',
    vatNatura: upper(input.vatNatura),
    vatReference: input.vatReference?.trim() || null,
    paymentMethod: input.paymentMethod ?? 'MP05',
    paymentDays: input.paymentDays ?? 30,
    iban: input.iban ? compactIban(input.iban) : null,
    mandateId: input.mandateId?.trim() || null,
    mandateDate: input.mandateDate ?? null,
    notes: input.notes?.trim() || null,
  };
}

const upper = (text: string | null | undefined): string | null =>
  text?.replace(/\s/g, '').toUpperCase() || null;
