import { ONE, type Cents, type ExtraCharge, type PlainDate } from '@traliccio/sdk';
import type { Draft } from '../documents/draft.ts';
import { invoiceLine, invoiceOf, orderOf } from '../documents/invoice.ts';
import type { Payer } from '../documents/parties.ts';
import { taxedFor, type Parties } from '../documents/taxed.ts';
import type { FreshCharge } from './charges.ts';
import type { OpenCharge, Page, PageContract } from './page.ts';

/** A charge that goes on a bill: already in the database, or about to be written. */
export type Billable = Omit<OpenCharge, 'id'> & {
  readonly id: number | null;
  readonly fresh: FreshCharge | null;
};

/** The charges that one document would hold. */
export type Bill = {
  readonly contracts: readonly PageContract[];
  readonly charges: readonly Billable[];
  readonly draft: Draft;
};

export const fromFresh = (fresh: FreshCharge): Billable => ({ ...fresh, id: null, fresh });
export const fromOpen = (open: OpenCharge): Billable => ({ ...open, fresh: null });

/** A charge that a plugin asks for (`billing.charges`). */
export function fromExtra(
  extra: ExtraCharge & { readonly plugin: string },
  contract: PageContract,
  parties: Parties,
): FreshCharge {
  return {
    key: `ext:${extra.plugin}:${extra.key}`,
    contractId: contract.id,
    payerId: contract.payerId,
    kind: 'usage',
    versionId: null,
    cadence: null,
    gridStart: null,
    gridEnd: null,
    revision: 0,
    source: extra.plugin,
    description: extra.description,
    periodFrom: extra.periodFrom ?? null,
    periodTo: extra.periodTo ?? null,
    days: 0,
    quantity: ONE,
    unitPriceE8: null,
    agreedAmount: null,
    ...taxedFor(parties, { ...extra, vatReference: null }),
    explanation: { rule: 'billing.charges', plugin: extra.plugin, key: extra.key },
  };
}

/**
 * Groups charges into documents: by issuer, payer, series, payment method and terms, VAT regime, purchase order and
 * separate group.
 */
export function billsOf(
  page: Page,
  charges: ReadonlyMap<number, readonly Billable[]>,
  date: PlainDate,
): Bill[] {
  const groups = new Map<string, { contracts: PageContract[]; charges: Billable[] }>();
  for (const contract of page.contracts) {
    const own = charges.get(contract.id);
    if (!own || own.length === 0) continue;
    const key = groupKey(contract, page);
    const group = groups.get(key);
    if (group) {
      group.contracts.push(contract);
      group.charges.push(...own);
    } else groups.set(key, { contracts: [contract], charges: [...own] });
  }
  return [...groups.values()].map((group) => ({
    ...group,
    draft: draftOf(group, page, date),
  }));
}

function groupKey(contract: PageContract, page: Page): string {
  const payer = page.payers.get(contract.payerId) as Payer;
  return [
    contract.issuerId,
    contract.payerId,
    contract.series,
    contract.paymentMethod ?? payer.paymentMethod,
    contract.paymentDays ?? payer.paymentDays,
    contract.purchaseOrder,
    contract.purchaseOrderDate,
    contract.cig,
    contract.cup,
    contract.separateGroup,
  ].join('|');
}

function draftOf({ contracts, charges }: Omit<Bill, 'draft'>, page: Page, date: PlainDate): Draft {
  const contract = contracts[0] as PageContract;
  const payer = page.payers.get(contract.payerId) as Payer;
  const issuer = page.issuers.get(contract.issuerId)!;
  const codes = new Map(contracts.map((c) => [c.id, c.code]));
  const lines = charges
    .filter(isShown)
    .map((charge) =>
      invoiceLine({ ...charge, unit: null, contractCode: codes.get(charge.contractId) ?? null }),
    );
  return invoiceOf({
    issuer,
    payer,
    lines,
    date,
    series: contract.series,
    paymentMethod: contract.paymentMethod,
    paymentDays: contract.paymentDays,
    purchaseOrder: orderOf(contract, contract.code),
  });
}

/** A correction of days that comes to no amount is kept, and shown to nobody. */
export const isShown = (charge: {
  readonly amount: Cents;
  readonly fresh: FreshCharge | null;
  readonly kind: string;
}): boolean => charge.amount !== 0 || charge.kind !== 'recurring';

export const periodsSpan = (
  charges: readonly Billable[],
): { from: PlainDate | null; to: PlainDate | null } => ({
  from: charges.reduce<PlainDate | null>(
    (least, c) => (c.periodFrom && (!least || c.periodFrom < least) ? c.periodFrom : least),
    null,
  ),
  to: charges.reduce<PlainDate | null>(
    (most, c) => (c.periodTo && (!most || c.periodTo > most) ? c.periodTo : most),
    null,
  ),
});
