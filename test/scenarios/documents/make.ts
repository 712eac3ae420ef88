import { addDays, E8_PER_CENT, ONE, type Cents, type DocumentView, type PlainDate } from '@traliccio/sdk';
import { creditNoteOf, planCredit, type CreditRequest } from '@traliccio/core/src/domain/documents/credit.ts';
import { NOTHING_CREDITED } from '@traliccio/core/src/domain/documents/credit-figures.ts';
import { viewOfDraft, type Draft, type DraftLine } from '@traliccio/core/src/domain/documents/draft.ts';
import { agreedLine, invoiceOf, type InvoiceParts } from '@traliccio/core/src/domain/documents/invoice.ts';
import { withoutVat, type WithoutVat } from '@traliccio/core/src/domain/documents/taxed.ts';
import { COMPANY, ISSUER } from './parties.ts';

/** A line as it is priced, before it is known who is invoiced. */
export type Priced = {
  readonly description: string;
  /** Cents for one, with VAT when `vatIncluded`. */
  readonly price: Cents;
  /** Millionths. */
  readonly quantity?: number;
  readonly unit?: string;
  readonly vatIncluded?: boolean;
  readonly vatRate?: number;
  readonly natura?: string;
  readonly vatReference?: string;
  readonly contract?: string;
  readonly period?: readonly [from: PlainDate, to: PlainDate];
};
export type Invoice = Partial<Omit<InvoiceParts, 'lines'>> & { readonly lines: readonly Priced[] };
export type CreditNote = {
  readonly credits: Invoice;
  readonly lines?: CreditRequest['lines'];
  readonly reason: string;
};
export type Scenario = Invoice | CreditNote;

const DATE: PlainDate = '2026-11-01';
const NOTE_DATE: PlainDate = '2026-11-15';

/** The document of a scenario, made by the rules by which runs and operators make theirs. */
export function documentOf(scenario: Scenario): DocumentView {
  if (!('credits' in scenario)) return numbered(draftOf(scenario), { id: 1, number: 123 }, DATE);
  const invoice = numbered(draftOf(scenario.credits), { id: 1, number: 123 }, DATE);
  const creditable = {
    invoice,
    credits: { ...NOTHING_CREDITED, notes: new Map(), numbers: [] },
    lines: invoice.lines.map((line) => ({
      ...line,
      unitPriceE8: line.unitPrice,
      credited: 0,
      givenBack: 0,
      left: line.amount,
      leftQuantity: Math.max(0, line.quantity),
    })),
  };
  const plan = planCredit(creditable, { rebill: false, lines: scenario.lines });
  const series = (scenario.credits.issuer ?? ISSUER).creditNoteSeries;
  const draft = creditNoteOf(creditable, plan, { reason: scenario.reason, series, contracts: new Map() });
  return numbered(draft, { id: 2, number: 7 }, NOTE_DATE);
}

function draftOf({ lines, ...given }: Invoice): Draft {
  const { issuer = ISSUER, payer = COMPANY, date = DATE } = given;
  const reason = withoutVat({ issuer: issuer.view, payer, date });
  return invoiceOf({
    series: null,
    paymentMethod: null,
    paymentDays: null,
    purchaseOrder: null,
    ...given,
    issuer,
    payer,
    date,
    lines: lines.map((line) => lineOf(line, reason)),
  });
}

function lineOf(line: Priced, reason: WithoutVat | null): DraftLine {
  const agreed = {
    priceE8: line.price * E8_PER_CENT,
    vatIncluded: line.vatIncluded ?? false,
    vatRate: line.vatRate ?? (line.natura === undefined ? 2200 : 0),
    natura: line.natura ?? null,
    vatReference: line.vatReference ?? null,
    contractId: null,
    contractCode: line.contract ?? null,
    description: line.description,
    quantity: line.quantity ?? ONE,
    unit: line.unit ?? null,
    periodFrom: line.period?.[0] ?? null,
    periodTo: line.period?.[1] ?? null,
  };
  return agreedLine(agreed, reason);
}

const numbered = (draft: Draft, at: { id: number; number: number }, date: PlainDate): DocumentView =>
  viewOfDraft(draft, {
    ...at,
    date,
    dueDate: draft.payment ? addDays(date, draft.payment.days) : null,
    revision: 0,
  });
