import { mulDiv, netOf, ONE, type Cents, type DocumentView, type PlainDate } from '@traliccio/sdk';
import type { Draft, DraftLine } from './draft.ts';
import type { IssuerTerms, Payer } from './parties.ts';
import { lineTotalE8, stampDutyOn, totalsOf } from './totals.ts';

/** An amount with its VAT. */
export type Taxed = {
  /** Net cents, or gross cents when `vatIncluded`. */
  readonly amount: Cents;
  readonly vatIncluded: boolean;
  readonly vatRate: number;
  readonly natura: string | null;
  readonly vatReference: string | null;
};

/** A customer outside VAT (abroad, declaration of intent) is charged the net price. */
export function taxedFor(payer: Payer, priced: Taxed): Taxed {
  const { amount, vatIncluded, vatRate, natura, vatReference } = priced;
  if (payer.vatNatura === null || vatRate === 0)
    return { amount, vatIncluded, vatRate, natura, vatReference };
  return {
    amount: vatIncluded ? netOf(amount, vatRate) : amount,
    vatIncluded: false,
    vatRate: 0,
    natura: payer.vatNatura,
    vatReference: payer.vatReference,
  };
}

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

const netUnit = (billed: Billed, unitPriceE8: number): number =>
  billed.vatIncluded ? mulDiv(unitPriceE8, 10_000, 10_000 + billed.vatRate) : unitPriceE8;

/** What an invoice is made of; null takes what the customer or the issuer has. */
export type InvoiceParts = {
  readonly issuer: IssuerTerms;
  readonly payer: Payer;
  readonly lines: readonly DraftLine[];
  readonly tipoDocumento?: string;
  readonly series: string | null;
  readonly causale?: string | null;
  readonly paymentMethod: string | null;
  readonly paymentDays: number | null;
  readonly purchaseOrder: DocumentView['purchaseOrder'];
};

/** An invoice, whether a run bills it or somebody writes it: the same lines come to the same figures. */
export function invoiceOf({ issuer, payer, lines, ...parts }: InvoiceParts): Draft {
  const totals = totalsOf(lines, payer.splitPayment ? 'S' : 'I');
  return {
    kind: 'invoice',
    tipoDocumento: parts.tipoDocumento ?? 'TD01',
    series: parts.series ?? issuer.series,
    issuer: issuer.view,
    customer: payer.party,
    lines,
    totals,
    stampDuty: stampDutyOn(totals.vat),
    causale: parts.causale ?? null,
    payment: {
      method: parts.paymentMethod ?? payer.paymentMethod,
      days: parts.paymentDays ?? payer.paymentDays,
    },
    purchaseOrder: parts.purchaseOrder,
    credits: null,
  };
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
