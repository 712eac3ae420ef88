import {
  E8_PER_CENT,
  mulDiv,
  netOfE8,
  vatOf,
  type Cents,
  type PriceE8,
  type VatRate,
  type VatSummaryView,
  type WithholdingView,
} from '@traliccio/sdk';
import { withheldBase, withheldOf, withholdingOf, type WithholdingTerms } from './withholding.ts';

/** As much of a line as its document's totals depend on. */
export type PricedLine = {
  /** Net cents, or gross cents when `vatIncluded`. */
  readonly amount: Cents;
  readonly vatIncluded: boolean;
  readonly vatRate: VatRate;
  readonly natura: string | null;
  readonly vatReference?: string | null;
};

export type Totals = {
  readonly vat: readonly VatSummaryView[];
  readonly net: Cents;
  readonly vatTotal: Cents;
  /** What the advertised prices need on top of net and VAT: a cent at most per rate, mostly nothing. */
  readonly rounding: Cents;
  readonly total: Cents;
  /** Income tax that the customer keeps back; null where he doesn't. */
  readonly withholding: WithholdingView | null;
  /** The total, less the VAT that the customer pays to the state himself, and less what he keeps back. */
  readonly payable: Cents;
};

/** The net total of a line to 8 decimals. */
export const lineTotalE8 = (line: PricedLine): PriceE8 =>
  line.vatIncluded ? netOfE8(line.amount, line.vatRate) : line.amount * E8_PER_CENT;

/**
 * VAT is computed once per (rate, natura), on the sum of its lines; VAT-included lines charge what they advertise.
 * With N the net and G the gross lines of a rate: total = R(N(1+r)) + G, base = R(N + G/(1+r)), VAT = total - base,
 * unless that leaves the SDI's bound |VAT - base * r| < 0,01.
 */
export function totalsOf(
  lines: readonly PricedLine[],
  esigibilita: 'I' | 'D' | 'S' = 'I',
  withholdingTerms: WithholdingTerms | null = null,
): Totals {
  const vat: VatSummaryView[] = [];
  let rounding = 0;
  for (const group of groupsOf(lines)) {
    const { vatRate, natura, reference } = group;
    const total = group.net + vatOf(group.net, vatRate) + group.gross;
    const base =
      group.gross === 0
        ? group.net
        : mulDiv(group.net * (10_000 + vatRate) + group.gross * 10_000, 1, 10_000 + vatRate);
    const exact = base * vatRate;
    const difference = total - base;
    const tax = Math.abs(difference * 10_000 - exact) < 10_000 ? difference : vatOf(base, vatRate);
    rounding += difference - tax;
    vat.push({
      vatRate,
      natura,
      esigibilita: vatRate === 0 && natura !== null ? null : esigibilita,
      base,
      vat: tax,
      roundingE8: base * E8_PER_CENT - group.totalE8,
      reference,
    });
  }
  const net = vat.reduce((sum, v) => sum + v.base, 0);
  const vatTotal = vat.reduce((sum, v) => sum + v.vat, 0);
  const total = net + vatTotal + rounding;
  const withheld = withholdingTerms === null ? 0 : withheldOf(withheldBase(vat), withholdingTerms);
  const withholding = withholdingOf(withholdingTerms, withheld);
  return {
    vat,
    net,
    vatTotal,
    rounding,
    total,
    withholding,
    payable: total - splitOf(vat) - (withholding?.amount ?? 0),
  };
}

/** The VAT that the customer pays to the state himself. */
export const splitOf = (vat: readonly VatSummaryView[]): Cents =>
  vat.reduce((sum, v) => (v.esigibilita === 'S' ? sum + v.vat : sum), 0);

/** `RiferimentoNormativo` has room for so much. */
const REFERENCE_LENGTH = 100;

/** Every law that the lines of a group rest on, once, in the order of the lines, as far as there is room for them. */
function referenceWith(reference: string | null, more: string | null | undefined): string | null {
  if (more == null || more === '') return reference;
  if (reference === null) return more;
  if (reference.split('; ').includes(more)) return reference;
  const both = `${reference}; ${more}`;
  return both.length <= REFERENCE_LENGTH ? both : reference;
}

type Group = {
  vatRate: VatRate;
  natura: string | null;
  reference: string | null;
  net: Cents;
  gross: Cents;
  totalE8: number;
};

function groupsOf(lines: readonly PricedLine[]): Group[] {
  const groups: Group[] = [];
  for (const line of lines) {
    let group = groups.find((g) => g.vatRate === line.vatRate && g.natura === line.natura);
    if (!group) {
      group = {
        vatRate: line.vatRate,
        natura: line.natura,
        reference: null,
        net: 0,
        gross: 0,
        totalE8: 0,
      };
      groups.push(group);
    }
    group.reference = referenceWith(group.reference, line.vatReference);
    if (line.vatIncluded) group.gross += line.amount;
    else group.net += line.amount;
    group.totalE8 += lineTotalE8(line);
  }
  return groups.toSorted((a, b) => b.vatRate - a.vatRate || (a.natura ?? '').localeCompare(b.natura ?? ''));
}

const BOLLO: Cents = 200;
const BOLLO_OVER: Cents = 7747;
/** Natures of amounts without VAT on which stamp duty is owed. */
const BOLLO_NATURES = /^(N1|N2\.[12]|N3\.[56]|N4)$/;

/**
 * Stamp duty: 2,00 € when the amounts without VAT exceed 77,47 € (DPR 642/1972, art. 13 tariff). What is charged to the
 * customer for stamp duty doesn't count.
 */
export function stampDutyOn(vat: readonly VatSummaryView[], charged: Cents = 0): Cents {
  const untaxed = vat.reduce(
    (sum, v) => (v.natura !== null && BOLLO_NATURES.test(v.natura) ? sum + v.base : sum),
    0,
  );
  return untaxed - charged > BOLLO_OVER ? BOLLO : 0;
}
