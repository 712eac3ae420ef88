import type { PlainDate, SqlValue } from '@traliccio/sdk';
import { detailColumns } from '../contracts/contract.input.ts';
import type { ItemValues } from '../contracts/item-terms.ts';
import type { ImportedContract, ImportedVersion } from './contract-rows.ts';

/** A row as it is stored, by column. */
export type ContractColumns = Record<string, SqlValue>;
export type ResolvedVersion = { readonly version: ImportedVersion; readonly values: ItemValues };

export function contractColumns(
  value: ImportedContract,
  ids: {
    issuerId: number;
    customerId: number | null;
    payerId: number | null;
    siteId: number | null;
    nextDue: PlainDate | null;
  },
): ContractColumns {
  const details = detailColumns(value.details);
  return {
    code: value.code,
    issuer_id: ids.issuerId,
    customer_id: ids.customerId,
    payer_id: ids.payerId,
    site_id: ids.siteId,
    state: STATES[value.state],
    signed_on: value.signedOn,
    activated_on: value.startsOn,
    notice_on: value.state === 'terminating' || value.state === 'terminated' ? value.stateFrom : null,
    ends_on: value.endsOn,
    billed_through: value.billedThrough,
    next_due: ids.nextDue,
    ...Object.fromEntries(Object.entries(details).map(([name, column]) => [snake(name), column])),
    attributes: JSON.stringify(value.details.attributes ?? {}),
  };
}

export const versionColumns = ({ version, values }: ResolvedVersion): ContractColumns => ({
  item: values.item,
  plan_id: values.planId,
  description: values.description,
  quantity: values.quantity,
  valid_from: values.validFrom,
  valid_to: version.validTo,
  starts_item: version.startsItem ? 1 : 0,
  anchor: values.anchor,
  anchor_last_day: values.anchorLastDay ? 1 : 0,
  cadence: values.cadence,
  timing: values.timing,
  offset_days: values.offsetDays,
  proration: values.proration,
  first_period: values.firstPeriod,
  end_credit: values.endCredit ? 1 : 0,
  price_e8: values.priceE8,
  vat_included: values.vatIncluded ? 1 : 0,
  vat_rate: values.vatRate,
  natura: values.natura,
  vat_reference: values.vatReference,
  plan_price_id: values.planPriceId,
  billed_to: version.billedTo,
});

/** The other system decided on it on the day from which it holds: what had fallen due before counts as billed. */
export function holdColumns({ state, stateReason, stateFrom }: ImportedContract): ContractColumns | null {
  if ((state !== 'pending' && state !== 'suspended') || stateFrom === null) return null;
  return {
    reason: stateReason,
    origin: 'operator',
    from_date: stateFrom,
    blocks_billing: 1,
    access: state === 'suspended' ? 'cut' : 'none',
    blocks_changes: 0,
    release_policy: 'resume',
    decided_on: stateFrom,
  };
}

const STATES = {
  active: 'active',
  pending: 'active',
  suspended: 'active',
  terminating: 'terminating',
  terminated: 'terminated',
} as const;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
