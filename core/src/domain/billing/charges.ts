import { ONE, type BillingGrid, type Cents, type PlainDate, type PriceE8 } from '@traliccio/sdk';
import type { Explanation } from '../charges/explanation.ts';
import { taxedAs, withoutVat, type WithoutVat } from '../documents/taxed.ts';
import type { ItemVersion } from './item-version.ts';
import { lastDay, missingOf, NOTHING_CHARGED, type Missing } from './missing.ts';
import { owedBy } from './owed.ts';
import { chargedKey, type Page, type PageContract } from './page.ts';

/** A charge to be written, once: its key is unique in the database. */
export type FreshCharge = {
  readonly key: string;
  readonly contractId: number;
  readonly payerId: number;
  readonly kind: 'recurring' | 'usage' | 'once';
  readonly versionId: number | null;
  /** Of a recurring charge; null of others. */
  readonly cadence: string | null;
  readonly gridStart: PlainDate | null;
  readonly gridEnd: PlainDate | null;
  readonly revision: number;
  readonly source: string | null;
  readonly description: string;
  readonly periodFrom: PlainDate | null;
  readonly periodTo: PlainDate | null;
  readonly days: number;
  readonly quantity: number;
  readonly unitPriceE8: PriceE8 | null;
  readonly amount: Cents;
  /** What it takes of the agreed price, where that is another amount: a VAT-included one, without its VAT. */
  readonly agreedAmount: Cents | null;
  readonly vatIncluded: boolean;
  readonly vatRate: number;
  readonly natura: string | null;
  readonly vatReference: string | null;
  /** Why; put into words when somebody asks. */
  readonly explanation: Explanation;
};

/** What stands in the way of billing a contract. */
export type Problem = {
  readonly code: string;
  readonly field: string;
  readonly message: string;
  readonly plugin?: string;
};

export type ContractCharges = {
  readonly fresh: readonly FreshCharge[];
  readonly nextDue: PlainDate | null;
  readonly settledTo: PlainDate | null;
  /** An open hold: nothing is billed until it is lifted. */
  readonly held: boolean;
  /** It has been billed before, here or by the system that it was taken over from. */
  readonly continues: boolean;
};

const NEVER: PlainDate = '9999-12-31';
export type GridOf = (version: ItemVersion) => BillingGrid | undefined;

/** What a contract owes on a day and was not charged, and when to look at it next. `date` is the document's. */
export function chargesOf(
  contract: PageContract,
  page: Page,
  { gridOf, day, date = day }: { gridOf: GridOf; day: PlainDate; date?: PlainDate },
): ContractCharges | Problem {
  const versions = page.versions.get(contract.id) ?? [];
  const payer = page.payers.get(contract.payerId);
  if (!payer)
    return {
      code: 'contract.no_payer',
      field: 'payer',
      message: `contract ${contract.code} has a payer that doesn't exist`,
    };
  if (versions.length === 0)
    return {
      code: 'contract.no_price',
      field: 'items',
      message: `contract ${contract.code} has no item with a price: add one`,
    };
  const { view: issuer } = page.issuers.get(contract.issuerId)!;
  const reason = withoutVat({ issuer, payer, date });
  const holds = page.holds.get(contract.id) ?? [];
  const open = holds.filter((h) => h.from <= day && (h.until === null || h.until > day));
  const [holding] = open;
  const ended = contract.endsOn !== null && contract.endsOn <= day;
  if (holding && !ended)
    return { fresh: [], nextDue: holding.until, settledTo: contract.settledTo, held: true, continues: true };
  const fresh: FreshCharge[] = [];
  let nextDue: PlainDate | null = null;
  let settledTo = NEVER;
  for (const version of versions) {
    const problem = problemOf(contract, version);
    if (problem) return problem;
    const grid = gridOf(version);
    if (!grid)
      return {
        code: 'cadence.unknown',
        field: 'cadence',
        message: `contract ${contract.code}: no plugin that is up knows the cadence ${version.cadence}`,
      };
    const owed = owedBy({
      version,
      grid,
      holds,
      contractEnd: contract.endsOn,
      withdrawn: contract.withdrawn === 1,
      settledTo: contract.settledTo,
      day,
      chargedStarts: page.chargedStarts.get(version.id) ?? [],
    });
    for (const period of owed.periods) {
      const missing = missingOf(
        period,
        page.charged.get(chargedKey(version.id, period.start)) ?? NOTHING_CHARGED,
      );
      if (missing) fresh.push(chargeOf(contract, reason, missing));
    }
    if (owed.nextDue !== null && (nextDue === null || owed.nextDue < nextDue)) nextDue = owed.nextDue;
    if (owed.openFrom !== null && owed.openFrom < settledTo) settledTo = owed.openFrom;
  }
  // A contract that has ended is billed all the same; what an open hold will leave of it is known when it is lifted.
  for (const hold of open) {
    if (hold.from < settledTo) settledTo = hold.from;
    if (hold.until !== null && (nextDue === null || hold.until < nextDue)) nextDue = hold.until;
  }
  const continues = contract.settledTo !== null || versions.some((v) => v.billedTo !== null);
  return { fresh, nextDue, settledTo, held: false, continues };
}

function problemOf(contract: PageContract, version: ItemVersion): Problem | undefined {
  const at = `contract ${contract.code}, item ${version.item}`;
  if (!Number.isSafeInteger(version.priceE8) || version.priceE8 < 0)
    return {
      code: 'item.price_invalid',
      field: `items.${version.item}.price`,
      message: `${at}: the price is not an amount`,
    };
  if (version.vatRate === 0 && version.natura === null)
    return {
      code: 'item.vat_missing',
      field: `items.${version.item}.vatRate`,
      message: `${at}: neither a VAT rate nor a natura`,
    };
  if (version.vatRate < 0 || (version.vatRate > 0 && version.natura !== null))
    return {
      code: 'item.vat_invalid',
      field: `items.${version.item}.vatRate`,
      message: `${at}: a natura goes with rate 0 only`,
    };
  return undefined;
}

function chargeOf(contract: PageContract, reason: WithoutVat | null, missing: Missing): FreshCharge {
  const { period, revision, span } = missing;
  const { version } = period;
  const whole = missing.amount === period.price && version.quantity !== ONE && reason === null;
  const vat = taxedAs(reason, { ...version, amount: missing.amount });
  return {
    key: `rec:${version.id}:${period.start}:${revision}`,
    contractId: contract.id,
    payerId: contract.payerId,
    kind: 'recurring',
    versionId: version.id,
    cadence: version.cadence,
    gridStart: period.start,
    gridEnd: period.end,
    revision,
    source: null,
    description: `${labelOf(missing)}${version.description}`,
    periodFrom: span?.from ?? null,
    periodTo: span ? lastDay(span) : null,
    days: missing.days,
    quantity: whole ? version.quantity : ONE,
    unitPriceE8: whole ? version.priceE8 : null,
    ...vat,
    agreedAmount: vat.amount === missing.amount ? null : missing.amount,
    explanation: explain(missing),
  };
}

const labelOf = ({ revision, period, amount }: Missing): string =>
  amount < 0 ? 'Storno ' : revision > 0 && period.takenOver.days === 0 ? 'Conguaglio ' : '';

function explain({ period, amount, days, revision }: Missing): Explanation {
  const { version } = period;
  return {
    rule: revision === 0 ? 'recurring' : 'correction',
    item: version.item,
    itemVersion: version.id,
    planPrice: version.planPriceId,
    period: [period.start, period.end],
    spans: period.spans.map((s) => [s.from, s.to]),
    due: period.due,
    proration: version.proration,
    price: period.price,
    owed: period.amount,
    owedDays: period.days,
    takenOver: period.takenOver.amount,
    amount,
    days,
  };
}
