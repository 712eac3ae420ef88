import type { PlainDate } from '@traliccio/sdk';
import { checkText, isCap, isCode, isProvince } from '../address.ts';
import { isPaymentMethod, PAYMENT_DAYS_MAX } from '../bank.ts';
import { isBasicLatin } from '../printable.ts';
import { type Problem, Problems } from '../problem.ts';
import type { ItemInput } from './item-terms.ts';

/** How a contract is invoiced; null takes the payer's. */
export type BillingDetails = {
  readonly series?: string | null;
  readonly paymentMethod?: string | null;
  readonly paymentDays?: number | null;
  readonly purchaseOrder?: string | null;
  readonly purchaseOrderDate?: PlainDate | null;
  readonly cig?: string | null;
  readonly cup?: string | null;
  /** Contracts with different groups never share an invoice. */
  readonly separateGroup?: string;
};

export type InstallAddress = {
  readonly installStreet?: string | null;
  readonly installHouseNumber?: string | null;
  readonly installPostcode?: string | null;
  readonly installCity?: string | null;
  readonly installProvince?: string | null;
};

export type ContractDetails = BillingDetails &
  InstallAddress & { readonly attributes?: Readonly<Record<string, string>> };

export type ContractInput = ContractDetails & {
  readonly code: string;
  /** Code of the customer. */
  readonly customer: string;
  /** Code of who pays; the customer when not given. */
  readonly payer?: string | null;
  readonly site?: string | null;
  readonly signedOn?: PlainDate | null;
  /** The day from which it is meant to run; the activation decides. */
  readonly startOn: PlainDate;
  readonly items: readonly ItemInput[];
};

/** The columns that the details of a contract fill. */
export const detailColumns = (details: BillingDetails & InstallAddress) => ({
  series: details.series ?? null,
  paymentMethod: details.paymentMethod ?? null,
  paymentDays: details.paymentDays ?? null,
  purchaseOrder: details.purchaseOrder ?? null,
  purchaseOrderDate: details.purchaseOrderDate ?? null,
  cig: details.cig ?? null,
  cup: details.cup ?? null,
  separateGroup: details.separateGroup ?? '',
  ...installColumns(details),
});

export const installColumns = (details: InstallAddress) => ({
  installStreet: details.installStreet ?? null,
  installHouseNumber: details.installHouseNumber ?? null,
  installPostcode: details.installPostcode ?? null,
  installCity: details.installCity ?? null,
  installProvince: details.installProvince ?? null,
});

export function checkDetails(code: string, details: BillingDetails & InstallAddress): Problem[] {
  const problems = new Problems('contract');
  problems.unless(isCode(code), 'code', 'invalid', 'a code has up to 40 letters, digits and . _ / -');
  if (details.series != null)
    problems.unless(
      /^[A-Za-z0-9]{1,8}$/.test(details.series),
      'series',
      'invalid',
      'a series has up to 8 letters and digits',
    );
  if (details.paymentMethod != null)
    problems.unless(
      isPaymentMethod(details.paymentMethod),
      'payment_method',
      'invalid',
      'the payment method is MP01 to MP23',
    );
  if (details.paymentDays != null)
    problems.unless(
      details.paymentDays >= 0 && details.paymentDays <= PAYMENT_DAYS_MAX,
      'payment_days',
      'invalid',
      `the days to pay are 0 to ${PAYMENT_DAYS_MAX}`,
    );
  const plain: [field: string, value: string | null | undefined, max: number][] = [
    ['purchase_order', details.purchaseOrder, 20],
    ['cig', details.cig, 15],
    ['cup', details.cup, 15],
    ['separate_group', details.separateGroup, 20],
  ];
  for (const [field, value, max] of plain)
    if (value)
      problems.unless(
        value.length <= max && isBasicLatin(value),
        field,
        'invalid',
        `${field} has at most ${max} plain characters`,
      );
  checkInstallAddress(details, problems);
  return problems.list;
}

function checkInstallAddress(details: InstallAddress, problems: Problems): void {
  if (details.installStreet != null)
    checkText(details.installStreet, { field: 'install_street', max: 60 }, problems);
  if (details.installCity != null)
    checkText(details.installCity, { field: 'install_city', max: 60 }, problems);
  if (details.installHouseNumber != null)
    problems.unless(
      details.installHouseNumber.length <= 8,
      'install_house_number',
      'invalid',
      'the house number has at most 8 characters',
    );
  if (details.installPostcode != null)
    problems.unless(isCap(details.installPostcode), 'install_postcode', 'invalid', 'the CAP has 5 digits');
  if (details.installProvince != null)
    problems.unless(
      isProvince(details.installProvince),
      'install_province',
      'invalid',
      'the province is that of an Italian vehicle plate',
    );
}
