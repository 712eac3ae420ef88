import type { PlainDate } from '@traliccio/sdk';
import { addDays } from '@traliccio/sdk';
import { compactIban, isIban } from '../bank.ts';
import type { ContractDetails } from '../contracts/contract.input.ts';
import { checkDetails } from '../contracts/contract.input.ts';
import type { ItemInput } from '../contracts/item-terms.ts';
import { FIRST_PERIODS, PRORATIONS, TIMINGS } from '../plans/terms.ts';
import type { Cells } from './cells.ts';
import { ATTRIBUTE_PREFIX, CONTRACT_LEVEL, CPE_OWNERSHIP, IMPORTED_STATES } from './contracts.columns.ts';

export type ImportedVersion = {
  readonly line: number;
  readonly input: ItemInput;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly startsItem: boolean;
  /** The first day that the other system has not billed. */
  readonly billedTo: PlainDate | null;
};

export type ImportedContract = {
  readonly code: string;
  readonly customer: string;
  readonly payer: string | null;
  readonly site: string | null;
  readonly state: (typeof IMPORTED_STATES)[number];
  readonly stateReason: string | null;
  readonly stateFrom: PlainDate | null;
  readonly signedOn: PlainDate | null;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly billedThrough: PlainDate | null;
  readonly details: ContractDetails;
  readonly versions: readonly ImportedVersion[];
};

/** Understands the rows of one contract: the first says what it is, each says what is charged. */
export function readContract(rows: readonly Cells[], today: PlainDate): ImportedContract {
  const first = rows[0] as Cells;
  for (const row of rows.slice(1)) checkAgrees(first, row);
  const startsOn = first.date('start_date') ?? today;
  const lastDay = first.date('end_date');
  const endsOn = lastDay === null ? null : addDays(lastDay, 1);
  const details = readDetails(first);
  const versions = readVersions(rows, startsOn, endsOn);
  const contract: ImportedContract = {
    code: first.required('code'),
    customer: first.required('customer'),
    payer: first.text('payer'),
    site: first.text('site'),
    state: first.oneOf('state', IMPORTED_STATES) ?? 'active',
    stateReason: first.text('state_reason'),
    stateFrom: first.date('state_from'),
    signedOn: first.date('signed_on'),
    startsOn,
    endsOn,
    billedThrough: billedThroughOf(versions),
    details,
    versions,
  };
  first.required('start_date');
  if (contract.code !== '') first.problems.push(...checkDetails(contract.code, details));
  checkState(first, contract, today);
  return contract;
}

/** A later row repeats what the contract is, or leaves it empty. */
function checkAgrees(first: Cells, row: Cells): void {
  for (const { name } of CONTRACT_LEVEL) {
    const value = row.text(name);
    if (value !== null && value !== first.text(name))
      row.refuse(
        name,
        'disagrees',
        `${name} is ${JSON.stringify(value)} here and ${JSON.stringify(first.text(name) ?? '')} on line ${first.line} of the same contract`,
      );
  }
}

function readDetails(row: Cells): ContractDetails {
  const iban = row.text('iban') === null ? null : compactIban(row.text('iban') as string);
  if (iban !== null && !isIban(iban))
    row.refuse('iban', 'invalid', `${iban} is no IBAN: its check digits are wrong`);
  const attributes: [string, string | null][] = [
    ...['pppoe_user', 'cpe_address', 'cpe_serial', 'voip_number', 'mandate_id', 'notes'].map(
      (name): [string, string | null] => [name, row.text(name)],
    ),
    ['cpe_ownership', row.oneOf('cpe_ownership', CPE_OWNERSHIP)],
    ['iban', iban],
    ['mandate_date', row.date('mandate_date')],
    ...row.starting(ATTRIBUTE_PREFIX),
  ];
  return {
    series: row.text('series'),
    paymentMethod: row.text('payment_method')?.toUpperCase() ?? null,
    paymentDays: row.integer('payment_days'),
    purchaseOrder: row.text('purchase_order'),
    purchaseOrderDate: row.date('purchase_order_date'),
    cig: row.text('cig'),
    cup: row.text('cup'),
    separateGroup: row.text('separate_group') ?? '',
    installStreet: row.text('install_street'),
    installHouseNumber: row.text('install_house_number'),
    installPostcode: row.text('install_postcode'),
    installCity: row.text('install_city'),
    installProvince: row.text('install_province')?.toUpperCase() ?? null,
    attributes: Object.fromEntries(attributes.filter((pair): pair is [string, string] => pair[1] !== null)),
  };
}

function checkState(row: Cells, contract: ImportedContract, today: PlainDate): void {
  const { state, stateFrom, startsOn, endsOn } = contract;
  if (endsOn !== null && endsOn <= startsOn)
    row.refuse('end_date', 'before_start', 'the contract ends before it starts');
  if (state === 'pending' || state === 'suspended') {
    row.required('state_reason');
    row.required('state_from');
    if (stateFrom !== null && stateFrom < startsOn)
      row.refuse('state_from', 'before_start', `it can't be ${state} before it starts`);
    if (stateFrom !== null && stateFrom > today)
      row.refuse('state_from', 'future', `it can't be ${state} since a day to come`);
    if ((contract.stateReason ?? '').length > 200)
      row.refuse('state_reason', 'too_long', 'state_reason has more than 200 characters');
  }
  const ended = state === 'terminated' || state === 'terminating';
  if (ended) row.required('end_date');
  if (!ended && endsOn !== null)
    row.refuse('state', 'with_end', `a contract with an end_date is terminating or terminated, not ${state}`);
  if (state === 'terminated' && endsOn !== null && endsOn > today)
    row.refuse('end_date', 'future', 'a terminated contract has ended: this one is terminating');
}

function readVersions(
  rows: readonly Cells[],
  startsOn: PlainDate,
  endsOn: PlainDate | null,
): ImportedVersion[] {
  const byItem = new Map<string, Cells[]>();
  for (const row of rows)
    byItem.set(row.text('item') ?? 'main', [...(byItem.get(row.text('item') ?? 'main') ?? []), row]);
  return [...byItem].flatMap(([item, own]) => readItem(item, own, { startsOn, endsOn }));
}

type Span = { readonly startsOn: PlainDate; readonly endsOn: PlainDate | null };

/** The rows of one item: each holds until the next begins. What has been billed stands on the first. */
function readItem(item: string, rows: readonly Cells[], contract: Span): ImportedVersion[] {
  const first = rows[0] as Cells;
  const dates = rows.map((row, i) => row.date('valid_from') ?? (i === 0 ? contract.startsOn : null));
  const end = rows.map((row) => row.date('item_end')).find((date) => date !== null) ?? null;
  const itemEnd = end === null ? null : addDays(end, 1);
  const billed = rows.map((row) => row.date('billed_through')).find((date) => date !== null) ?? null;
  const billedTo = billed === null ? null : addDays(billed, 1);
  const anchor = rows.map((row) => row.date('anchor')).find((date) => date !== null) ?? null;
  if (billedTo !== null && billedTo < (dates[0] ?? contract.startsOn))
    first.refuse(
      'billed_through',
      'before_start',
      'it lies before the item begins: leave it empty when nothing was billed',
    );
  return rows.flatMap((row, i) => {
    const validFrom = dates[i] ?? null;
    if (validFrom === null) {
      row.refuse('valid_from', 'missing', `a further row of item ${item} needs the day from which it holds`);
      return [];
    }
    const before = i === 0 ? contract.startsOn : (dates[i - 1] ?? null);
    if (before !== null && (i === 0 ? validFrom < before : validFrom <= before))
      row.refuse('valid_from', 'order', `${validFrom} is not after ${before}`);
    if (contract.endsOn !== null && validFrom >= contract.endsOn && validFrom > contract.startsOn)
      row.refuse('valid_from', 'after_end', `${validFrom} is after the end of the contract`);
    const validTo = dates[i + 1] ?? itemEnd;
    if (i === rows.length - 1 && itemEnd !== null && itemEnd <= validFrom)
      row.refuse('item_end', 'before_start', 'the item ends before it starts');
    const input = readInput(row, { item, anchor: anchor ?? dates[0] ?? contract.startsOn });
    return [
      {
        line: row.line,
        input,
        validFrom,
        validTo,
        startsItem: i === 0,
        billedTo: cut(billedTo, validFrom, validTo),
      },
    ];
  });
}

function cut(billedTo: PlainDate | null, from: PlainDate, to: PlainDate | null): PlainDate | null {
  if (billedTo === null || billedTo <= from) return null;
  return to !== null && billedTo > to ? to : billedTo;
}

function readInput(row: Cells, fixed: { readonly item: string; readonly anchor: PlainDate }): ItemInput {
  const input = {
    item: fixed.item,
    anchor: fixed.anchor,
    anchorLastDay: row.yesNo('anchor_last_day'),
    plan: row.text('plan'),
    description: row.text('description'),
    quantity: row.decimal('quantity', 6),
    priceE8: row.decimal('price', 8),
    vatIncluded: row.yesNo('vat_included'),
    vatRate: row.decimal('vat_rate', 2),
    natura: row.text('natura')?.toUpperCase() ?? null,
    vatReference: row.text('vat_reference'),
    cadence: row.text('cadence')?.toLowerCase() ?? null,
    cadenceConfirmed: row.yesNo('cadence_confirmed'),
    timing: row.oneOf('timing', TIMINGS),
    offsetDays: row.integer('offset_days'),
    proration: row.oneOf('proration', PRORATIONS),
    firstPeriod: row.oneOf('first_period', FIRST_PERIODS),
    endCredit: row.yesNo('end_credit'),
  };
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)) as ItemInput;
}

/** The day through which all items were billed; null when one was not. */
function billedThroughOf(versions: readonly ImportedVersion[]): PlainDate | null {
  let least: PlainDate | null = null;
  for (const item of new Set(versions.map((v) => v.input.item))) {
    const billed = versions.findLast((v) => v.input.item === item && v.billedTo !== null)?.billedTo ?? null;
    if (billed === null) return null;
    if (least === null || billed < least) least = billed;
  }
  return least === null ? null : addDays(least, -1);
}
