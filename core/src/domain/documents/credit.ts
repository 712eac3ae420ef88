import { Conflict, Invalid, NotFound, type DocumentView, type Sql } from '@traliccio/sdk';
import { creditTotals, NOTHING_CREDITED } from './credit-figures.ts';
import {
  creditedLines,
  leftOf,
  quantityTaken,
  type CreditableLine,
  type CreditedLine,
  type LineRequest,
} from './credit-lines.ts';
import { creditsOf, type Credits } from './credit-state.ts';
import type { Draft, DraftLine } from './draft.ts';
import { givenBack, lineKey } from './given-back.ts';
import { causaleOf } from './invoice.ts';
import { stampDutyOn, type Totals } from './totals.ts';
import { documentViews } from './views.ts';

export type CreditRequest = {
  readonly documentId: number;
  readonly reason: string;
  /** Of lines that don't say otherwise: whether their charges may be billed again. */
  readonly rebill: boolean;
  /** Without: all that is left of the invoice. */
  readonly lines?: readonly LineRequest[] | undefined;
};

/** An invoice, and what of it can still be credited. */
export type Creditable = {
  readonly invoice: DocumentView;
  readonly credits: Credits;
  readonly lines: readonly CreditableLine[];
};

const NO_CREDITS: Credits = { ...NOTHING_CREDITED, notes: new Map(), numbers: [] };

/** @throws NotFound, Invalid when it is no issued invoice */
export async function creditable(sql: Sql, documentId: number): Promise<Creditable> {
  const [invoice] = await documentViews(sql, [documentId]);
  if (!invoice) throw new NotFound('document.not_found', `there is no document ${documentId}`);
  if (invoice.kind !== 'invoice' || invoice.number === null)
    throw new Invalid('document.not_creditable', `${invoice.numberText} is not an issued invoice`, {
      field: 'document',
    });
  const credits = (await creditsOf(sql, [documentId])).get(documentId) ?? NO_CREDITS;
  const back = await givenBack(sql, [documentId]);
  const lines = invoice.lines.map((line): CreditableLine => {
    const credited = credits.lines.get(line.number) ?? 0;
    const given = back.get(lineKey(documentId, line.number)) ?? 0;
    const left = leftOf(line.amount, credited + given);
    const quantity = (credits.notes.get(line.number) ?? []).reduce(
      (rest, note) => rest - quantityTaken(line, note),
      line.quantity,
    );
    return {
      ...line,
      unitPriceE8: line.unitPrice,
      credited,
      givenBack: given,
      left,
      leftQuantity: left === 0 || line.quantity <= 0 ? 0 : Math.max(0, quantity),
    };
  });
  return { invoice, credits, lines };
}

export type CreditPlan = { readonly lines: readonly CreditedLine[]; readonly totals: Totals };

/**
 * What a credit note would be of.
 * @throws NotFound, Invalid, Conflict (more than is left)
 */
export function planCredit(
  { invoice, credits, lines }: Creditable,
  request: Pick<CreditRequest, 'lines' | 'rebill'>,
): CreditPlan {
  if (lines.every((line) => line.left === 0) && lines.some((line) => line.amount !== 0))
    throw new Conflict(
      'document.credited',
      credits.numbers.length > 0
        ? `${invoice.numberText} has been credited by ${credits.numbers.join(', ')} already`
        : `all of ${invoice.numberText} has been given back already`,
    );
  const taken = creditedLines(lines, request.lines, request.rebill);
  const totals = totalsWith({ invoice, credits, lines }, taken);
  if (totals.total < 0 || taken.length === 0)
    throw new Invalid('document.credit_negative', 'these lines come to less than nothing: take others, too', {
      field: 'lines',
    });
  return { lines: taken, totals };
}

/** What a credit note of all that is left comes to; null when nothing is, or less than that. */
export function restTotals(of: Creditable): Totals | null {
  if (of.lines.every((line) => line.left === 0)) return null;
  const totals = totalsWith(of, creditedLines(of.lines, undefined, false));
  return totals.total < 0 ? null : totals;
}

const totalsWith = ({ invoice, credits, lines }: Creditable, taken: readonly CreditedLine[]): Totals =>
  creditTotals(
    { ...invoice, lines },
    credits,
    taken.map(({ line, amount, totalE8 }) => ({ ...line, amount, totalE8 })),
  );

/** The credit note of a plan. @throws Invalid without a reason */
export async function creditDraft(
  sql: Sql,
  of: Pick<Creditable, 'invoice' | 'credits'>,
  plan: CreditPlan,
  reason: string,
): Promise<Draft> {
  const { invoice } = of;
  const [terms] = await sql.all<{ series: string }>(
    'SELECT credit_note_series AS series FROM issuer WHERE id = ?',
    [invoice.issuer.id],
  );
  const lines = await sql.all<{ number: number; contract_id: number | null }>(
    'SELECT number, contract_id FROM document_line WHERE document_id = ?',
    [invoice.id],
  );
  const contracts = new Map(lines.map((l) => [l.number, l.contract_id]));
  return creditNoteOf(of, plan, { reason, series: terms?.series ?? invoice.series, contracts });
}

export type NoteTerms = {
  readonly reason: string;
  readonly series: string;
  /** Ids of contracts, by numbers of the invoice's lines. */
  readonly contracts: ReadonlyMap<number, number | null>;
};

/** The credit note of a plan. Amounts are positive, as the SDI wants them. @throws Invalid without a reason */
export function creditNoteOf(
  { invoice, credits }: Pick<Creditable, 'invoice' | 'credits'>,
  { lines, totals }: CreditPlan,
  { reason, series, contracts }: NoteTerms,
): Draft {
  if (reason.trim() === '')
    throw new Invalid('document.reason_missing', 'a credit note needs a reason', { field: 'reason' });
  const numbers = new Map(invoice.lines.map((line) => [line.number, line]));
  const reference = new Map(invoice.vat.map((v) => [`${v.vatRate} ${v.natura}`, v.reference]));
  const isAllAtOnce =
    credits.numbers.length === 0 && lines.length === invoice.lines.length && lines.every((l) => l.isWhole);
  const stampDutyCharged = lines.find(({ line }) => line.number === invoice.stampDutyLine)?.amount;
  return {
    kind: 'credit_note',
    tipoDocumento: 'TD04',
    series,
    issuer: invoice.issuer,
    customer: invoice.customer,
    lines: lines.map(({ line, amount, quantity, unitPriceE8, totalE8 }): DraftLine => {
      const original = numbers.get(line.number)!;
      return {
        contractId: contracts.get(line.number) ?? null,
        contractCode: original.contractCode,
        description: line.description,
        quantity,
        unit: line.unit,
        unitPriceE8,
        totalE8,
        amount,
        vatIncluded: line.vatIncluded,
        vatRate: line.vatRate,
        natura: line.natura,
        vatReference: reference.get(`${line.vatRate} ${line.natura}`) ?? null,
        periodFrom: original.periodFrom,
        periodTo: original.periodTo,
        creditsLine: line.number,
      };
    }),
    // As a whole it is every figure of the invoice, reversed.
    totals: isAllAtOnce ? { ...totals, vat: invoice.vat } : totals,
    stampDuty: isAllAtOnce ? invoice.stampDuty : stampDutyOn(totals.vat, stampDutyCharged),
    // Its reason stands where the invoice is named.
    causale: causaleOf(invoice.issuer),
    payment: null,
    purchaseOrder: invoice.purchaseOrder,
    credits: { id: invoice.id, numberText: invoice.numberText, date: invoice.date, reason },
    declarationOfIntent: lines.some(({ line }) => line.natura === 'N3.5')
      ? invoice.declarationOfIntent
      : undefined,
  };
}
