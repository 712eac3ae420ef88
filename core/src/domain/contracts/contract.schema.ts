import type { ContractState } from '@traliccio/sdk';
import { Type, type Static } from 'typebox';
import { Code, Day, Fields, Id, Instant, Line, Nullable, OneOf, Version } from '../../kernel/http/schemas.ts';
import { PAYMENT_DAYS_MAX } from '../bank.ts';
import { Ref } from '../ref.schema.ts';
import type { BillingDetails, ContractInput, InstallAddress } from './contract.input.ts';
import { DISPLAY_STATES } from './display-state.ts';
import { HoldView } from './hold.schema.ts';
import { ItemInput, ItemVersionView } from './item.schema.ts';

export const CONTRACT_STATES = [
  'draft',
  'pending_activation',
  'active',
  'terminating',
  'terminated',
  'cancelled',
] as const satisfies readonly ContractState[];

const line = (length: number) => Type.Optional(Nullable(Line(length)));

const InstallAddressInput = Fields({
  street: line(60),
  houseNumber: line(8),
  postcode: line(12),
  city: line(60),
  province: line(2),
});

const AttributeName = Type.String({ pattern: '^(?!constructor$)[a-z][a-z0-9_]{0,39}$' });
const Attributes = Type.Record(AttributeName, Line(500), { additionalProperties: false, maxProperties: 100 });
const AttributeChanges = Type.Record(AttributeName, Nullable(Line(500)), {
  additionalProperties: false,
  maxProperties: 100,
  description: 'Null takes an attribute away; those that are not named stay',
});

/** How a contract is invoiced; null takes the payer's. */
const details = {
  series: line(8),
  paymentMethod: line(4),
  paymentDays: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: PAYMENT_DAYS_MAX }))),
  purchaseOrder: line(20),
  purchaseOrderDate: Type.Optional(Nullable(Day)),
  cig: line(15),
  cup: line(15),
  separateGroup: line(20),
  installAddress: Type.Optional(Nullable(InstallAddressInput)),
};

export const ContractCreation = Fields({
  code: Code(),
  customer: Code(),
  payer: Type.Optional(Nullable(Code())),
  site: Type.Optional(Nullable(Code())),
  signedOn: Type.Optional(Nullable(Day)),
  startOn: Day,
  items: Type.Array(ItemInput, { minItems: 1, maxItems: 100 }),
  ...details,
  attributes: Type.Optional(Attributes),
});
export const ContractChanges = Fields(
  { ...details, attributes: Type.Optional(AttributeChanges) },
  { minProperties: 1 },
);
export const Activation = Fields({ on: Day });
export const ContractEnd = Fields({ lastDay: Day, reason: Type.Optional(Line(200)) });
export const Withdrawal = Fields({ on: Day, reason: Type.Optional(Line(200)) });
export const Move = Fields({
  installAddress: InstallAddressInput,
  site: Type.Optional(Nullable(Code())),
  on: Type.Optional(Day),
});
export const HolderChange = Fields({
  code: Code(),
  customer: Code(),
  payer: Type.Optional(Nullable(Code())),
  from: Day,
});

export const ContractView = Fields({
  id: Id,
  code: Type.String(),
  state: OneOf(CONTRACT_STATES),
  shownAs: OneOf(DISPLAY_STATES),
  customer: Ref,
  payer: Ref,
  site: Nullable(Ref),
  signedOn: Nullable(Day),
  activatedOn: Nullable(Day),
  noticeOn: Nullable(Day),
  withdrewOn: Nullable(Day),
  lastDay: Nullable(Day),
  billedThrough: Nullable(Day),
  nextDue: Nullable(Day),
  series: Nullable(Type.String()),
  paymentMethod: Nullable(Type.String()),
  paymentDays: Nullable(Type.Integer()),
  purchaseOrder: Nullable(Type.String()),
  purchaseOrderDate: Nullable(Day),
  cig: Nullable(Type.String()),
  cup: Nullable(Type.String()),
  separateGroup: Nullable(Type.String()),
  installAddress: Nullable(
    Fields({
      street: Nullable(Type.String()),
      houseNumber: Nullable(Type.String()),
      postcode: Nullable(Type.String()),
      city: Nullable(Type.String()),
      province: Nullable(Type.String()),
    }),
  ),
  attributes: Type.Record(Type.String(), Type.String()),
  items: Type.Array(ItemVersionView),
  holds: Type.Array(HoldView),
  parked: Nullable(
    Fields(
      {
        code: Type.String(),
        field: Type.String(),
        message: Type.String(),
        plugin: Nullable(Type.String()),
        since: Instant,
      },
      { description: 'What keeps it from being billed' },
    ),
  ),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type ContractDetail = Static<typeof ContractView>;

type Details = Static<typeof ContractChanges>;

export const newContract = ({
  installAddress,
  separateGroup,
  ...body
}: Static<typeof ContractCreation>): ContractInput => ({
  ...body,
  separateGroup: separateGroup ?? '',
  ...installColumns(installAddress ?? {}),
});

/** All details after some changes. */
export function changedDetails(
  present: ContractDetail,
  { attributes, ...changes }: Details,
): BillingDetails & InstallAddress & { readonly attributes?: Record<string, string | null> } {
  const { series, paymentMethod, paymentDays, purchaseOrder, purchaseOrderDate, cig, cup } = present;
  const { installAddress, separateGroup, ...rest } = {
    series,
    paymentMethod,
    paymentDays,
    purchaseOrder,
    purchaseOrderDate,
    cig,
    cup,
    separateGroup: present.separateGroup,
    installAddress: present.installAddress,
    ...changes,
  };
  return {
    ...rest,
    separateGroup: separateGroup ?? '',
    ...installColumns(installAddress ?? {}),
    ...(attributes ? { attributes } : {}),
  };
}

export const installColumns = (address: Static<typeof InstallAddressInput>): InstallAddress => ({
  installStreet: address.street ?? null,
  installHouseNumber: address.houseNumber ?? null,
  installPostcode: address.postcode ?? null,
  installCity: address.city ?? null,
  installProvince: address.province ?? null,
});
