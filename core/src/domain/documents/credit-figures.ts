import {
  E8_PER_CENT,
  mulDiv,
  vatOf,
  type Cents,
  type DocumentView,
  type VatSummaryView,
} from '@traliccio/sdk';
import { lineTotalE8, splitOf, type PricedLine, type Totals } from './totals.ts';
import { isWithheldOf, withheldBase, withheldOf, withholdingOf } from './withholding.ts';

/** A line of an invoice or of a credit note; on a credit note `number` is the line that it credits. */
export type FiguredLine = PricedLine & { readonly number: number; readonly totalE8?: number };

/** What credit notes have taken of an invoice so far. */
export type CreditedBefore = {
  /** By number of the invoice's line. */
  readonly lines: ReadonlyMap<number, Cents>;
  readonly vat: readonly Pick<VatSummaryView, 'vatRate' | 'natura' | 'base' | 'vat'>[];
  readonly total: Cents;
  readonly payable: Cents;
};
export const NOTHING_CREDITED: CreditedBefore = { lines: new Map(), vat: [], total: 0, payable: 0 };

type Invoice = Pick<DocumentView, 'vat' | 'total' | 'payable'> & {
  readonly withholding?: DocumentView['withholding'] | null;
  readonly lines: readonly FiguredLine[];
};
type Group = Pick<VatSummaryView, 'vatRate' | 'natura'>;

/**
 * The figures of a credit note: what the invoice's rest is before it, less what the rest is after it. Several notes
 * that take everything therefore come to the invoice's figures, whatever is taken in which order, and each keeps the
 * SDI's bound |VAT - base * rate| < 0,01: of the two whole cents next to what the rest owes, one always does.
 */
export function creditTotals(
  invoice: Invoice,
  before: CreditedBefore,
  credited: readonly FiguredLine[],
): Totals {
  const taken = new Map(before.lines);
  for (const line of credited) taken.set(line.number, (taken.get(line.number) ?? 0) + line.amount);
  const vat: VatSummaryView[] = [];
  let rounding = 0;
  for (const group of invoice.vat) {
    const own = credited.filter((line) => isOf(line, group));
    if (own.length === 0) continue;
    const rest = restOf(invoice.lines, group, taken);
    const now = restOf(invoice.lines, group, before.lines);
    const earlier = before.vat.find((v) => isOf(v, group)) ?? { base: 0, vat: 0 };
    const standing = { base: group.base - earlier.base, vat: group.vat - earlier.vat };
    const base = standing.base - rest.base;
    const tax = taxTaken(standing, rest, group.vatRate);
    const gross = now.total - rest.total;
    rounding += gross - base - tax;
    const totalE8 = own.reduce((sum, line) => sum + (line.totalE8 ?? lineTotalE8(line)), 0);
    vat.push({ ...group, base, vat: tax, roundingE8: base * E8_PER_CENT - totalE8 });
  }
  const net = vat.reduce((sum, v) => sum + v.base, 0);
  const vatTotal = vat.reduce((sum, v) => sum + v.vat, 0);
  const withholding = withholdingTaken(invoice, before, vat);
  const isAll = invoice.lines.every((line) => (taken.get(line.number) ?? 0) === line.amount);
  if (isAll) {
    const total = invoice.total - before.total;
    const payable = invoice.payable - before.payable;
    return { vat, net, vatTotal, rounding: total - net - vatTotal, total, withholding, payable };
  }
  const total = net + vatTotal + rounding;
  const payable = total - splitOf(vat) - (withholding?.amount ?? 0);
  return { vat, net, vatTotal, rounding, total, withholding, payable };
}

/** What of the withholding a note takes back: what was kept of all that stood before it, less what is of the rest. */
function withholdingTaken(
  invoice: Invoice,
  before: CreditedBefore,
  vat: readonly VatSummaryView[],
): Totals['withholding'] {
  if (!invoice.withholding) return null;
  const terms = invoice.withholding;
  const of = (natura: string | null): boolean => isWithheldOf(natura);
  const earlier = before.vat.reduce((sum, v) => (of(v.natura) ? sum + v.base : sum), 0);
  const standing = withheldBase(invoice.vat) - earlier;
  return withholdingOf(terms, withheldOf(standing, terms) - withheldOf(standing - withheldBase(vat), terms));
}

/** What has been taken once this note is issued, too: another may follow in the same transaction. */
export function withNote(
  before: CreditedBefore,
  note: { readonly lines: readonly FiguredLine[]; readonly totals: Totals },
): CreditedBefore {
  const lines = new Map(before.lines);
  for (const line of note.lines) lines.set(line.number, (lines.get(line.number) ?? 0) + line.amount);
  const vat = before.vat.map((v) => {
    const more = note.totals.vat.find((one) => isOf(one, v));
    return more ? { ...v, base: v.base + more.base, vat: v.vat + more.vat } : v;
  });
  const fresh = note.totals.vat.filter((one) => !before.vat.some((v) => isOf(one, v)));
  return {
    lines,
    vat: [...vat, ...fresh],
    total: before.total + note.totals.total,
    payable: before.payable + note.totals.payable,
  };
}

const isOf = (a: Group, b: Group): boolean => a.vatRate === b.vatRate && a.natura === b.natura;

type Rest = { readonly base: Cents; readonly vat: Cents; readonly total: Cents };

/** What the lines of a rate come to, less what was taken of each: by the rules of `totalsOf`. */
function restOf(lines: readonly FiguredLine[], group: Group, taken: ReadonlyMap<number, Cents>): Rest {
  let net = 0;
  let gross = 0;
  for (const line of lines) {
    if (!isOf(line, group)) continue;
    const left = line.amount - (taken.get(line.number) ?? 0);
    if (line.vatIncluded) gross += left;
    else net += left;
  }
  const whole = 10_000 + group.vatRate;
  const total = net + vatOf(net, group.vatRate) + gross;
  const base = gross === 0 ? net : mulDiv(net * whole + gross * 10_000, 1, whole);
  return { base, vat: total - base, total };
}

/**
 * The VAT that a note takes: of what stands less what the rest keeps. What the rest keeps is moved to the next cent
 * where the note or the rest would else leave the bound.
 */
function taxTaken(standing: { base: Cents; vat: Cents }, rest: Rest, rate: number): Cents {
  const off = (tax: Cents, base: Cents): number => tax * 10_000 - base * rate;
  const near = Math.floor((rest.base * rate) / 10_000);
  const base = standing.base - rest.base;
  for (const kept of [rest.vat, near, near + 1])
    if (Math.abs(off(kept, rest.base)) < 10_000 && Math.abs(off(standing.vat - kept, base)) < 10_000)
      return standing.vat - kept;
  // Only where notes that were made elsewhere have left the bound: what is over goes into the rounding.
  return vatOf(base, rate);
}
