import type {
  AttachmentView,
  DeclarationOfIntentView,
  DeliveryNoteView,
  DocumentKind,
  DocumentView,
  IssuerView,
  PartyView,
  PlainDate,
  PriceE8,
  Cents,
  Micro,
  VatRate,
} from '@traliccio/sdk';
import type { Totals } from './totals.ts';

export type DraftLine = {
  readonly contractId: number | null;
  readonly contractCode: string | null;
  readonly description: string;
  readonly quantity: Micro;
  readonly unit: string | null;
  readonly unitPriceE8: PriceE8;
  readonly totalE8: PriceE8;
  readonly amount: Cents;
  readonly vatIncluded: boolean;
  readonly vatRate: VatRate;
  readonly natura: string | null;
  readonly vatReference: string | null;
  readonly periodFrom: PlainDate | null;
  /** The last day, inclusive. */
  readonly periodTo: PlainDate | null;
  /** On a credit note, the number of the line that it credits. */
  readonly creditsLine: number | null;
};

/** A document before it has a number: all that its issue will fix. */
export type Draft = {
  readonly kind: DocumentKind;
  readonly tipoDocumento: string;
  readonly series: string;
  readonly issuer: IssuerView;
  readonly customer: PartyView;
  readonly lines: readonly DraftLine[];
  readonly totals: Totals;
  readonly stampDuty: Cents;
  readonly causale: string | null;
  /** Null where nothing is to be paid: a credit note. */
  readonly payment: { readonly method: string; readonly days: number } | null;
  readonly purchaseOrder: DocumentView['purchaseOrder'];
  readonly credits: DocumentView['credits'];
  /** The letter that lines of natura N3.5 rest on. */
  readonly declarationOfIntent?: DeclarationOfIntentView | undefined;
  /** Of a deferred invoice (`TD24`). */
  readonly deliveryNotes?: readonly DeliveryNoteView[] | undefined;
  /** Files that it carries, with their bytes. */
  readonly attachments?: readonly Attachment[] | undefined;
  /** Number of the line that charges the stamp duty to the customer. */
  readonly stampDutyLine?: number | undefined;
};
export type Attachment = Required<AttachmentView>;

/** What stands where the number will be, while a draft is checked: as long as the longest. */
const STAND_IN = 9_999_999;

export const numberText = (number: number, series: string): string => `${number}/${series}`;

export type Numbered = {
  readonly id: number;
  readonly number: number | null;
  readonly date: PlainDate;
  readonly dueDate: PlainDate | null;
  readonly revision: number;
};

/** The draft as plugins see it, with its number where it has one. */
export function viewOfDraft(draft: Draft, at: Numbered): DocumentView {
  const text = numberText(at.number ?? STAND_IN, draft.series);
  const { issuer, customer, totals, payment } = draft;
  return {
    id: at.id,
    kind: draft.kind,
    tipoDocumento: draft.tipoDocumento,
    series: draft.series,
    year: Number(at.date.slice(0, 4)),
    number: at.number,
    numberText: text,
    revision: at.revision,
    date: at.date,
    currency: 'EUR',
    issuer,
    customer,
    lines: draft.lines.map((line, i) => ({
      number: i + 1,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPriceE8,
      totalE8: line.totalE8,
      amount: line.amount,
      vatIncluded: line.vatIncluded,
      vatRate: line.vatRate,
      natura: line.natura,
      periodFrom: line.periodFrom,
      periodTo: line.periodTo,
      contractCode: line.contractCode,
    })),
    vat: totals.vat,
    net: totals.net,
    vatTotal: totals.vatTotal,
    rounding: totals.rounding,
    total: totals.total,
    payable: totals.payable,
    stampDuty: draft.stampDuty,
    causale: draft.causale,
    payment: payment && at.dueDate ? paymentOf(draft, payment.method, at.dueDate, text) : null,
    purchaseOrder: draft.purchaseOrder,
    contractCodes: contractCodesOf(draft),
    credits: draft.credits,
    ...factsOf(draft),
  };
}

/** What only few documents say. */
function factsOf(draft: Draft): OptionalFacts {
  const { totals, declarationOfIntent, deliveryNotes = [], attachments = [], stampDutyLine } = draft;
  return {
    ...(totals.withholding ? { withholding: totals.withholding } : {}),
    ...(declarationOfIntent ? { declarationOfIntent } : {}),
    ...(deliveryNotes.length > 0 ? { deliveryNotes } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(stampDutyLine === undefined ? {} : { stampDutyLine }),
  };
}
export type OptionalFacts = Pick<
  DocumentView,
  'withholding' | 'declarationOfIntent' | 'deliveryNotes' | 'attachments' | 'stampDutyLine'
>;

function paymentOf(
  draft: Draft,
  method: string,
  dueDate: PlainDate,
  text: string,
): NonNullable<DocumentView['payment']> {
  // Only a transfer goes to our account; a direct debit is drawn from the customer's.
  const transfer = method === 'MP05';
  return {
    method,
    dueDate,
    iban: transfer ? draft.issuer.iban : null,
    bankName: transfer ? draft.issuer.bankName : null,
    reference: `${text} ${draft.customer.code}`,
  };
}

export function contractCodesOf(draft: Draft): string[] {
  const codes = new Set<string>();
  for (const line of draft.lines) if (line.contractCode !== null) codes.add(line.contractCode);
  return [...codes];
}
