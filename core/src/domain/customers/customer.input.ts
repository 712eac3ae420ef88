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

/** A declaration of intent: what is invoiced from the first to the last day is without VAT (N3.5). */
export type DeclarationInput = {
  /** As the Agenzia delle Entrate gave it: 17 digits and 6. */
  readonly protocol: string;
  readonly receivedOn: PlainDate;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
  /** Cents. Noted, not enforced. */
  readonly ceiling?: number | null;
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
  /** Keeps back income tax of what he pays (condominiums: 4 %). */
  readonly withholding?: boolean;
  readonly declarationOfIntent?: DeclarationInput | null;
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
  readonly withholding: boolean;
  readonly intentProtocol: string | null;
  readonly intentReceivedOn: PlainDate | null;
  readonly intentValidFrom: PlainDate | null;
  readonly intentValidTo: PlainDate | null;
  readonly intentCeiling: number | null;
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
    withholding: input.withholding ?? false,
    intentProtocol: input.declarationOfIntent ? protocolOf(input.declarationOfIntent.protocol) : null,
    intentReceivedOn: input.declarationOfIntent?.receivedOn ?? null,
    intentValidFrom: input.declarationOfIntent?.validFrom ?? null,
    intentValidTo: input.declarationOfIntent?.validTo ?? null,
    intentCeiling: input.declarationOfIntent?.ceiling ?? null,
    paymentMethod: input.paymentMethod ?? 'MP05',
    paymentDays: input.paymentDays ?? 30,
    iban: input.iban ? compactIban(input.iban) : null,
    mandateId: input.mandateId?.trim() || null,
    mandateDate: input.mandateDate ?? null,
    notes: input.notes?.trim() || null,
  };
}

/** People write a dash, a slash or a blank between its two numbers. */
const protocolOf = (text: string): string => text.trim().replace(/^(\d{17})[\s/-]*(\d{6})$/, '$1-$2');

const upper = (text: string | null | undefined): string | null =>
  text?.replace(/\s/g, '').toUpperCase() || null;
