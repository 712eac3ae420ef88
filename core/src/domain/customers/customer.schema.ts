import { Type, type Static } from 'typebox';
import {
  Code,
  Day,
  Fields,
  Id,
  Instant,
  Line,
  Nullable,
  OneOf,
  Text,
  Version,
} from '../../kernel/http/schemas.ts';
import { AddressInput, addressFrom, AddressView } from '../address.schema.ts';
import { PAYMENT_DAYS_MAX } from '../bank.ts';
import { CUSTOMER_KINDS, type CustomerInput } from './customer.input.ts';

const LANGUAGES = ['it', 'en'] as const;
const CONTACT_ROLES = ['billing', 'technical', 'admin'] as const;
const line = (length: number) => Type.Optional(Nullable(Line(length)));

const ContactInput = Fields({
  role: OneOf(CONTACT_ROLES),
  name: line(120),
  email: line(256),
  phone: line(20),
});

/** Identifiers may be typed in groups: they are kept without blanks. */
const optional = {
  name: line(80),
  firstName: line(60),
  lastName: line(60),
  taxCode: line(40),
  vatCountry: line(2),
  vatNumber: line(40),
  codiceDestinatario: line(7),
  pec: line(256),
  language: Type.Optional(OneOf(LANGUAGES)),
  splitPayment: Type.Optional(Type.Boolean()),
  vatNatura: line(4),
  vatReference: line(100),
  withholding: Type.Optional(Type.Boolean({ description: 'Keeps back 4 % of what it pays (condominiums)' })),
  declarationOfIntent: Type.Optional(
    Nullable(
      Fields(
        {
          protocol: Line(40),
          receivedOn: Day,
          validFrom: Day,
          validTo: Day,
          ceiling: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000_000_000 }))),
        },
        { description: 'What is invoiced from its first to its last day is without VAT (N3.5)' },
      ),
    ),
  ),
  paymentMethod: Type.Optional(Line(4)),
  paymentDays: Type.Optional(Type.Integer({ minimum: 0, maximum: PAYMENT_DAYS_MAX })),
  iban: line(42),
  mandateId: line(35),
  mandateDate: Type.Optional(Nullable(Day)),
  notes: Type.Optional(Nullable(Text(10_000))),
  contacts: Type.Optional(Type.Array(ContactInput, { maxItems: 50 })),
};

export const CustomerCreation = Fields({
  code: Code(),
  kind: OneOf(CUSTOMER_KINDS),
  address: AddressInput,
  ...optional,
});

/** What is given replaces what was there, contacts and address as a whole. */
export const CustomerChanges = Fields(
  { kind: Type.Optional(OneOf(CUSTOMER_KINDS)), address: Type.Optional(AddressInput), ...optional },
  { minProperties: 1 },
);

export const ConsentInput = Fields({
  purpose: Type.String({ pattern: '^[a-z][a-z0-9_]{0,19}$', description: 'What it is for: marketing' }),
  granted: Type.Boolean(),
  source: Line(120),
});

export const CustomerView = Fields({
  id: Id,
  code: Type.String(),
  kind: OneOf(CUSTOMER_KINDS),
  name: Type.String(),
  firstName: Nullable(Type.String()),
  lastName: Nullable(Type.String()),
  taxCode: Nullable(Type.String()),
  vatCountry: Nullable(Type.String()),
  vatNumber: Nullable(Type.String()),
  codiceDestinatario: Type.String(),
  pec: Nullable(Type.String()),
  address: AddressView,
  language: OneOf(LANGUAGES),
  splitPayment: Type.Boolean(),
  vatNatura: Nullable(Type.String()),
  vatReference: Nullable(Type.String()),
  withholding: Type.Boolean(),
  declarationOfIntent: Nullable(
    Fields({
      protocol: Type.String(),
      receivedOn: Day,
      validFrom: Day,
      validTo: Day,
      ceiling: Nullable(Type.Integer({ description: 'Euro cents' })),
    }),
  ),
  paymentMethod: Type.String(),
  paymentDays: Type.Integer(),
  iban: Nullable(Type.String()),
  mandateId: Nullable(Type.String()),
  mandateDate: Nullable(Day),
  notes: Nullable(Type.String()),
  contacts: Type.Array(
    Fields({
      role: OneOf(CONTACT_ROLES),
      name: Nullable(Type.String()),
      email: Nullable(Type.String()),
      phone: Nullable(Type.String()),
    }),
  ),
  consents: Type.Array(
    Fields({ purpose: Type.String(), granted: Type.Boolean(), source: Type.String(), at: Instant }),
    { description: 'The newest of each purpose' },
  ),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type CustomerDetail = Static<typeof CustomerView>;

export const newCustomer = ({ address, ...body }: Static<typeof CustomerCreation>): CustomerInput => ({
  ...body,
  address: addressFrom(address),
});

/** The whole customer after some changes. Contacts are left out, and so left alone, unless they are among them. */
export function changedCustomer(
  present: CustomerDetail,
  { address, ...changes }: Static<typeof CustomerChanges>,
): CustomerInput {
  const { id: _, version: _v, createdAt: _c, updatedAt: _u, consents: _k, contacts: _s, ...kept } = present;
  // A name that was made of the person's follows it.
  const isMade = kept.name === [kept.firstName, kept.lastName].filter(Boolean).join(' ');
  return {
    ...kept,
    ...(isMade ? { name: null } : {}),
    ...changes,
    address: address ? addressFrom(address) : present.address,
  };
}
