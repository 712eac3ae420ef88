import { formatEuro, ONE, type Cents, type DocumentView, type PlainDate, type Sql } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import type { Draft, DraftLine } from '../documents/draft.ts';
import {
  creditTotals,
  NOTHING_CREDITED,
  withNote,
  type CreditedBefore,
} from '../documents/credit-figures.ts';
import { causaleOf } from '../documents/invoice.ts';
import { leftOf } from '../documents/credit-lines.ts';
import { creditsOf } from '../documents/credit-state.ts';
import { givenBack, lineKey } from '../documents/given-back.ts';
import { lineTotalE8, stampDutyOn } from '../documents/totals.ts';
import { documentViews } from '../documents/views.ts';
import type { Problem } from './charges.ts';
import type { PlannedBill, PlannedPage } from './plan-page.ts';

export type ClosingNote = { readonly bill: PlannedBill; readonly draft: Draft };

/** A line of an invoice and what of it can still be credited. */
type Creditable = {
  readonly documentId: number;
  readonly numberText: string;
  readonly date: PlainDate;
  readonly number: number;
  readonly contractId: number | null;
  readonly contractCode: string | null;
  readonly description: string;
  readonly vatIncluded: boolean;
  readonly vatRate: number;
  readonly natura: string | null;
  readonly periodFrom: PlainDate | null;
  readonly periodTo: PlainDate | null;
  left: Cents;
};

/**
 * What a contract that has ended is owed back: its negative charges become credit notes against the newest lines that
 * can be credited, one note for each invoice.
 */
export async function creditNotesFor(
  sql: Sql,
  planned: PlannedPage,
  date: PlainDate,
): Promise<{ notes: ClosingNote[]; parked: ReadonlyMap<number, Problem> }> {
  const notes: ClosingNote[] = [];
  const parked = new Map<number, Problem>();
  const ended = planned.bills.filter((bill) => bill.outcome === 'credit');
  if (ended.length === 0) return { notes, parked };
  const creditable = await creditableLines(sql, ended, date);
  const takings: { bill: PlannedBill; taken: Taken[] }[] = [];
  for (const bill of ended) {
    const lines = bill.contracts
      .flatMap((c) => creditable.get(c.id) ?? [])
      .toSorted((x, y) => newestFirst(x, y));
    const rest = takeFrom(lines, bill);
    if (rest.uncovered !== 0)
      for (const c of bill.contracts)
        parked.set(c.id, {
          code: 'billing.credit_exceeds',
          field: 'charges',
          message: `contract ${c.code} has ended and is owed ${formatEuro(-bill.draft.totals.total)}, of which ${formatEuro(rest.uncovered)} stand on no line that can be credited: make the credit note by hand`,
        });
    else takings.push({ bill, taken: rest.taken });
  }
  const invoices = await creditedInvoices(
    sql,
    takings.flatMap(({ taken }) => taken.map((one) => one.line.documentId)),
  );
  for (const { bill, taken } of takings) notes.push(...notesOf(bill, taken, { planned, invoices }));
  return { notes, parked };
}

type Taken = { readonly line: Creditable; readonly amount: Cents };

function takeFrom(lines: readonly Creditable[], bill: PlannedBill): { taken: Taken[]; uncovered: Cents } {
  const taken: Taken[] = [];
  let uncovered = 0;
  const key = (l: { vatIncluded: boolean; vatRate: number; natura: string | null }): string =>
    `${l.vatIncluded}|${l.vatRate}|${l.natura}`;
  for (const [group, charges] of Map.groupBy(bill.charges, key)) {
    let owed = -charges.reduce((sum, c) => sum + c.amount, 0);
    for (const line of lines) {
      if (owed <= 0) break;
      if (key(line) !== group || line.left <= 0) continue;
      const amount = Math.min(line.left, owed);
      line.left -= amount;
      owed -= amount;
      taken.push({ line, amount });
    }
    if (owed !== 0) uncovered += owed;
  }
  return { taken, uncovered };
}

type Invoices = {
  readonly views: ReadonlyMap<number, DocumentView>;
  readonly credits: Map<number, CreditedBefore>;
};

async function creditedInvoices(sql: Sql, ids: readonly number[]): Promise<Invoices> {
  const views = await documentViews(sql, [...new Set(ids)]);
  return {
    views: new Map(views.map((view) => [view.id, view])),
    credits: await creditsOf(sql, [...new Set(ids)]),
  };
}

function notesOf(
  bill: PlannedBill,
  taken: readonly Taken[],
  { planned, invoices }: { planned: PlannedPage; invoices: Invoices },
): ClosingNote[] {
  const terms = planned.page.issuers.get(bill.draft.issuer.id)!;
  return [...Map.groupBy(taken, (t) => t.line.documentId).values()].map((parts) => {
    const first = (parts[0] as Taken).line;
    const lines = parts.map(({ line, amount }): DraftLine => {
      const priced = { amount, vatIncluded: line.vatIncluded, vatRate: line.vatRate, natura: line.natura };
      const totalE8 = lineTotalE8(priced);
      return {
        ...priced,
        contractId: line.contractId,
        contractCode: line.contractCode,
        description: `Storno giorni non goduti: ${line.description}`,
        quantity: ONE,
        unit: null,
        unitPriceE8: totalE8,
        totalE8,
        vatReference: null,
        periodFrom: line.periodFrom,
        periodTo: line.periodTo,
        creditsLine: line.number,
      };
    });
    const invoice = invoices.views.get(first.documentId) as DocumentView;
    const before = invoices.credits.get(invoice.id) ?? NOTHING_CREDITED;
    const figured = parts.map(({ line, amount }) => ({ ...line, amount }));
    const totals = creditTotals(invoice, before, figured);
    invoices.credits.set(invoice.id, withNote(before, { lines: figured, totals }));
    const draft: Draft = {
      ...bill.draft,
      kind: 'credit_note',
      tipoDocumento: 'TD04',
      series: terms.creditNoteSeries,
      lines,
      totals,
      stampDuty: stampDutyOn(totals.vat),
      causale: causaleOf(bill.draft.issuer, 'Storno dei giorni non goduti per cessazione del contratto'),
      payment: null,
      credits: {
        id: first.documentId,
        numberText: first.numberText,
        date: first.date,
        reason: 'Cessazione del contratto',
      },
      declarationOfIntent: lines.some((line) => line.natura === 'N3.5')
        ? invoice.declarationOfIntent
        : undefined,
      stampDutyLine: undefined,
    };
    return { bill, draft };
  });
}

const newestFirst = (x: Creditable, y: Creditable): number =>
  x.date === y.date ? y.documentId - x.documentId || y.number - x.number : x.date < y.date ? 1 : -1;

/**
 * The lines that bill the contracts of these bills, with what earlier credit notes left of them: of documents made
 * here, and of those that came along from another system.
 */
async function creditableLines(
  sql: Sql,
  bills: readonly PlannedBill[],
  date: PlainDate,
): Promise<Map<number, Creditable[]>> {
  const contracts = idList(sql, [...new Set(bills.flatMap((b) => b.contracts.map((c) => c.id)))]);
  const payers = idList(sql, [...new Set(bills.map((b) => b.draft.customer.id))]);
  const rows = await sql.all<
    Omit<Creditable, 'left' | 'vatIncluded' | 'contractId'> & {
      amount: Cents;
      vatIncluded: number;
      contractId: number;
    }
  >(
    `SELECT d.id AS documentId, d.number_text AS numberText, d.date AS date, l.number AS number, l.contract_id AS contractId, l.contract_code AS contractCode, l.description AS description,
       l.vat_included AS vatIncluded, l.vat_rate AS vatRate, l.natura AS natura, l.period_from AS periodFrom, l.period_to AS periodTo, l.amount AS amount
     FROM (SELECT document_id FROM charge WHERE contract_id IN ${contracts.sql} AND document_id IS NOT NULL
           UNION SELECT id FROM document WHERE customer_id IN ${payers.sql} AND origin = 'import') c
     JOIN document d ON d.id = c.document_id AND d.kind = 'invoice' AND d.date <= ?
     JOIN document_line l ON l.document_id = d.id AND l.amount > 0 AND l.contract_id IN ${contracts.sql}`,
    [...contracts.params, ...payers.params, date, ...contracts.params],
  );
  const ids = [...new Set(rows.map((r) => r.documentId))];
  // Who credits one of them by hand comes before this transaction, or after it.
  if (sql.dialect === 'mysql' && ids.length > 0)
    await sql.all(`SELECT id FROM document WHERE id IN ${idList(sql, ids).sql} ORDER BY id FOR UPDATE`);
  const credits = await creditsOf(sql, ids);
  const back = await givenBack(sql, ids);
  const takenOf = (documentId: number, line: number): Cents =>
    (credits.get(documentId)?.lines.get(line) ?? 0) + (back.get(lineKey(documentId, line)) ?? 0);
  return Map.groupBy(
    rows.map(({ amount, vatIncluded, ...line }) => ({
      ...line,
      vatIncluded: vatIncluded === 1,
      left: leftOf(amount, takenOf(line.documentId, line.number)),
    })),
    (line) => line.contractId,
  );
}
