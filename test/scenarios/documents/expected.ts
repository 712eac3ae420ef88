import type { DocumentView } from '@traliccio/sdk';
import type { Invoice, Priced } from './make.ts';

/**
 * What an invoice comes to, by fractions of whole numbers and by nothing of the product's: to be compared with it.
 * Amounts are cents.
 */
export type Expected = {
  readonly groups: readonly ExpectedGroup[];
  readonly total: bigint;
  readonly payable: bigint;
  readonly withheld: bigint;
  readonly stampDuty: bigint;
};
export type ExpectedGroup = {
  readonly rate: bigint;
  readonly natura: string | null;
  readonly base: bigint;
  readonly vat: bigint;
  readonly rounding: bigint;
  /** What the lines advertise, where all of them have VAT in their price. */
  readonly advertised: bigint | null;
};

/** Numerator over denominator, the latter positive. */
type Fraction = readonly [bigint, bigint];
const absolute = (n: bigint): bigint => (n < 0n ? -n : n);

/** To the nearest whole, halves away from zero. */
function rounded([n, d]: Fraction): bigint {
  const whole = absolute(n) / d;
  const up = 2n * (absolute(n) - whole * d) >= d ? 1n : 0n;
  return n < 0n ? -(whole + up) : whole + up;
}

type Amount = {
  readonly cents: bigint;
  readonly isGross: boolean;
  readonly rate: bigint;
  readonly natura: string | null;
};

function amountOf(line: Priced, outside: Outside | null): Amount {
  const cents = rounded([BigInt(line.price) * BigInt(line.quantity ?? 1_000_000), 1_000_000n]);
  const rate = BigInt(line.vatRate ?? (line.natura === undefined ? 2200 : 0));
  if (rate === 0n || outside === null)
    return { cents, isGross: line.vatIncluded ?? false, rate, natura: line.natura ?? null };
  const net = line.vatIncluded && !outside.keepsPrice ? rounded([cents * 10_000n, 10_000n + rate]) : cents;
  return { cents: net, isGross: false, rate: 0n, natura: outside.natura };
}

type Outside = { readonly natura: string; readonly keepsPrice: boolean };

/** Who is outside VAT, told by what the scenario's parties are. */
function outsideOf({ issuer, payer }: Required<Pick<Invoice, 'issuer' | 'payer'>>): Outside | null {
  if (issuer.view.regimeFiscale === 'RF19') return { natura: 'N2.2', keepsPrice: true };
  if (payer.vatNatura !== null) return { natura: payer.vatNatura, keepsPrice: false };
  if (payer.declarationOfIntent !== null) return { natura: 'N3.5', keepsPrice: false };
  if (payer.party.kind === 'foreign' && payer.party.vatNumber !== null)
    return { natura: 'N2.1', keepsPrice: false };
  return null;
}

const STAMPED = ['N1', 'N2.1', 'N2.2', 'N3.5', 'N3.6', 'N4'];

export function expectedOf(invoice: Invoice & Required<Pick<Invoice, 'issuer' | 'payer'>>): Expected {
  const { issuer, payer } = invoice;
  const isForfettario = issuer.view.regimeFiscale === 'RF19';
  const amounts = invoice.lines.map((line) => amountOf(line, outsideOf(invoice)));
  const untaxed = amounts
    .filter(({ natura }) => natura !== null && STAMPED.includes(natura))
    .reduce((sum, { cents }) => sum + cents, 0n);
  const stampDuty = untaxed > 7747n ? 200n : 0n;
  if (stampDuty > 0n && issuer.rechargesStampDuty)
    amounts.push({ cents: stampDuty, isGross: false, rate: 0n, natura: isForfettario ? 'N2.2' : 'N1' });
  const groups = [...Map.groupBy(amounts, ({ rate, natura }) => `${rate} ${natura}`).values()].map(groupOf);
  const sum = (of: (group: ExpectedGroup) => bigint): bigint => groups.reduce((n, g) => n + of(g), 0n);
  const total = sum((g) => g.base + g.vat + g.rounding);
  const withheld =
    payer.withholds && !isForfettario
      ? rounded([sum((g) => (g.natura === 'N1' ? 0n : g.base)) * 4n, 100n])
      : 0n;
  const split = payer.splitPayment ? sum((g) => g.vat) : 0n;
  return { groups, total, payable: total - split - withheld, withheld, stampDuty };
}

function groupOf(amounts: readonly Amount[]): ExpectedGroup {
  const { rate, natura } = amounts[0]!;
  const net = amounts.reduce((sum, a) => (a.isGross ? sum : sum + a.cents), 0n);
  const gross = amounts.reduce((sum, a) => (a.isGross ? sum + a.cents : sum), 0n);
  const whole = 10_000n + rate;
  const total = rounded([net * whole, 10_000n]) + gross;
  const base = rounded([net * whole + gross * 10_000n, whole]);
  const isNear = absolute((total - base) * 10_000n - base * rate) < 10_000n;
  const vat = isNear ? total - base : rounded([base * rate, 10_000n]);
  const advertised = amounts.every((a) => a.isGross) ? gross : null;
  return { rate, natura, base, vat, rounding: total - base - vat, advertised };
}

/** The same facts of a document that the product made. */
export const factsOf = (document: DocumentView): Expected => ({
  groups: document.vat.map(({ vatRate, natura, base, vat }) => ({
    rate: BigInt(vatRate),
    natura,
    base: BigInt(base),
    vat: BigInt(vat),
    rounding: 0n,
    advertised: null,
  })),
  total: BigInt(document.total),
  payable: BigInt(document.payable),
  withheld: BigInt(document.withholding?.amount ?? 0),
  stampDuty: BigInt(document.stampDuty),
});
