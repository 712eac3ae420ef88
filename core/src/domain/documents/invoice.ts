import { mulDiv, ONE, priceTimes, type DocumentView, type PlainDate, type PriceE8 } from '@traliccio/sdk';
import type { Draft, DraftLine } from './draft.ts';
import type { IssuerTerms, Payer } from './parties.ts';
import { seriesFor } from './series-for.ts';
import { stampDutyLine } from './stamp-duty-line.ts';
import { holdsOn, taxedAs, FORFETTARIO, type Taxed, type WithoutVat } from './taxed.ts';
import { lineTotalE8, stampDutyOn, totalsOf } from './totals.ts';
import { withholdingBy } from './withholding.ts';

/** What a line of an invoice is made of. */
export type Billed = Taxed &
  Pick<DraftLine, 'contractId' | 'contractCode' | 'description' | 'periodFrom' | 'periodTo'> & {
    readonly quantity: number;
    readonly unit: string | null;
    /** As it was agreed, with VAT when `vatIncluded`; null where it is the amount of one. */
    readonly unitPriceE8: number | null;
  };

export function invoiceLine(billed: Billed): DraftLine {
  const totalE8 = lineTotalE8(billed);
  return {
    contractId: billed.contractId,
    contractCode: billed.contractCode,
    description: billed.description,
    quantity: billed.quantity,
    unit: billed.unit,
    unitPriceE8:
      billed.quantity === ONE || billed.unitPriceE8 === null ? totalE8 : netUnit(billed, billed.unitPriceE8),
    totalE8,
    amount: billed.amount,
    vatIncluded: billed.vatIncluded,
    vatRate: billed.vatRate,
    natura: billed.natura,
    vatReference: billed.vatReference,
    periodFrom: billed.periodFrom,
    periodTo: billed.periodTo,
    creditsLine: null,
  };
}

/** A line as it was agreed: so many of something at a price, with the VAT that usually goes with it. */
export type Agreed = Omit<Billed, 'amount' | 'unitPriceE8'> & {
  /** Of one, with VAT when `vatIncluded`. */
  readonly priceE8: PriceE8;
};

/**
 * The line that it becomes for who is without VAT for a reason, or with it for none. Less its VAT a price of one is no
 * longer what was agreed: such a line is charged as a whole.
 */
export function agreedLine(agreed: Agreed, reason: WithoutVat | null): DraftLine {
  const { priceE8, ...line } = agreed;
  const amount = priceTimes(priceE8, line.quantity);
  const taxed = { ...line, ...taxedAs(reason, { ...line, amount }) };
  if (taxed.amount === amount) return invoiceLine({ ...taxed, unitPriceE8: priceE8 });
  return invoiceLine({ ...taxed, quantity: ONE, unit: null, unitPriceE8: null });
}

const netUnit = (billed: Billed, unitPriceE8: number): number =>
  billed.vatIncluded ? mulDiv(unitPriceE8, 10_000, 10_000 + billed.vatRate) : unitPriceE8;

/** What an invoice is made of; null takes what the customer or the issuer has. */
export type InvoiceParts = {
  readonly issuer: IssuerTerms;
  readonly payer: Payer;
  readonly lines: readonly DraftLine[];
  /** The day of issue. */
  readonly date: PlainDate;
  readonly tipoDocumento?: string;
  readonly series: string | null;
  readonly causale?: string | null;
  readonly paymentMethod: string | null;
  readonly paymentDays: number | null;
  readonly purchaseOrder: DocumentView['purchaseOrder'];
} & Pick<Draft, 'deliveryNotes' | 'attachments'>;

/** Regime forfettario: what an invoice must say (L. 190/2014, art. 1 c. 58 and 67). */
const FORFETTARIO_NOTES = [
  'Operazione senza applicazione dell’IVA ai sensi dell’art. 1, commi da 54 a 89, della L. 190/2014 (regime forfettario).',
  'Compenso non soggetto a ritenuta d’acconto ai sensi dell’art. 1, comma 67, della L. 190/2014.',
];

/** A document's causale, one paragraph a line: what is said of it, and what the law wants said. */
export function causaleOf(
  issuer: Pick<DocumentView['issuer'], 'regimeFiscale'>,
  said: string | null = null,
): string | null {
  const notes = [said ?? [], issuer.regimeFiscale === 'RF19' ? FORFETTARIO_NOTES : []].flat();
  return notes.length > 0 ? notes.join('\n') : null;
}

/** What somebody said in a causale, without what the law wants said. */
export function saidIn(causale: string | null): string | null {
  const said = (causale ?? '').split('\n').filter((paragraph) => !FORFETTARIO_NOTES.includes(paragraph));
  return said.join('\n') || null;
}

/**
 * An invoice, whether a run bills it or somebody writes it: the same lines come to the same figures. Stamp duty is
 * decided before it is charged to the customer, and so never on itself.
 */
export function invoiceOf({ issuer, payer, lines: given, date, ...parts }: InvoiceParts): Draft {
  const isForfettario = issuer.view.regimeFiscale === 'RF19';
  const own = isForfettario ? given.map(withoutRate) : given;
  const esigibilita = payer.splitPayment ? 'S' : 'I';
  const withholding = withholdingBy(payer.withholds, issuer.view);
  const stampDuty = stampDutyOn(totalsOf(own, esigibilita).vat);
  const isRecharged = stampDuty > 0 && issuer.rechargesStampDuty;
  const lines = isRecharged ? [...own, stampDutyLine(stampDuty, issuer.view)] : own;
  const declaration = payer.declarationOfIntent;
  return {
    kind: 'invoice',
    tipoDocumento: parts.tipoDocumento ?? 'TD01',
    series: parts.series ?? seriesFor(issuer, 'invoice', payer.party.kind),
    issuer: issuer.view,
    customer: payer.party,
    lines,
    totals: totalsOf(lines, esigibilita, withholding),
    stampDuty,
    causale: causaleOf(issuer.view, parts.causale),
    payment: {
      method: parts.paymentMethod ?? payer.paymentMethod,
      days: parts.paymentDays ?? payer.paymentDays,
    },
    purchaseOrder: parts.purchaseOrder,
    credits: null,
    ...(holdsOn(declaration, date) && lines.some((line) => line.natura === 'N3.5')
      ? { declarationOfIntent: { protocol: declaration.protocol, receivedOn: declaration.receivedOn } }
      : {}),
    deliveryNotes: parts.deliveryNotes,
    attachments: parts.attachments,
    ...(isRecharged ? { stampDutyLine: lines.length } : {}),
  };
}

/** Whatever a forfettario's line was priced with, it has no VAT, and keeps its amount. */
function withoutRate(line: DraftLine): DraftLine {
  if (line.vatRate === 0) return line;
  const taxed = { ...line, ...taxedAs(FORFETTARIO, line) };
  const totalE8 = lineTotalE8(taxed);
  const unitPriceE8 = line.quantity === ONE ? totalE8 : mulDiv(totalE8, ONE, line.quantity);
  return { ...taxed, totalE8, unitPriceE8: line.vatIncluded ? unitPriceE8 : line.unitPriceE8 };
}

/** The order that an invoice refers to; public bodies give its codes, and then it needs a name. */
export function orderOf(
  order: {
    readonly purchaseOrder: string | null;
    readonly purchaseOrderDate: PlainDate | null;
    readonly cig: string | null;
    readonly cup: string | null;
  },
  otherwise: string,
): DocumentView['purchaseOrder'] {
  const { purchaseOrder, purchaseOrderDate, cig, cup } = order;
  if (purchaseOrder === null && cig === null && cup === null) return null;
  return { id: purchaseOrder ?? otherwise, date: purchaseOrderDate, cig, cup };
}
