import { Conflict, Invalid, NotFound, type DocumentView, type Tx } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import type { Draft, DraftLine } from './draft.ts';
import { documentViews } from './views.ts';

export type CreditRequest = { readonly documentId: number; readonly reason: string };

/**
 * The whole credit note of an invoice: every figure of it, reversed. Amounts are positive, as the SDI wants them.
 * @throws NotFound, Invalid (no reason, not an invoice), Conflict (credited already, in whole or in part)
 */
export async function wholeCreditNote(
  tx: CoreTx | Tx,
  { documentId, reason }: CreditRequest,
): Promise<Draft> {
  if (reason.trim() === '')
    throw new Invalid('document.reason_missing', 'a credit note needs a reason', { field: 'reason' });
  // The lock makes two operators who credit the same invoice come one after the other.
  const lock = tx.dialect === 'mysql' ? ' FOR UPDATE' : '';
  await tx.all(`SELECT id FROM document WHERE id = ?${lock}`, [documentId]);
  const [invoice] = await documentViews(tx, [documentId]);
  if (!invoice) throw new NotFound('document.not_found', `there is no document ${documentId}`);
  if (invoice.kind !== 'invoice' || invoice.number === null)
    throw new Invalid('document.not_creditable', `${invoice.numberText} is not an issued invoice`, {
      field: 'document',
    });
  const credited = await tx.all<{ number_text: string }>(
    'SELECT number_text FROM document WHERE credits_document_id = ?',
    [documentId],
  );
  if (credited.length > 0)
    throw new Conflict(
      'document.credited',
      `${invoice.numberText} has been credited by ${credited.map((c) => c.number_text).join(', ')} already`,
    );
  const [terms] = await tx.all<{ series: string }>(
    'SELECT credit_note_series AS series FROM issuer WHERE id = ?',
    [invoice.issuer.id],
  );
  const lines = await tx.all<{ number: number; contract_id: number | null }>(
    'SELECT number, contract_id FROM document_line WHERE document_id = ?',
    [documentId],
  );
  return reversed(invoice, {
    series: terms?.series ?? invoice.series,
    reason,
    contracts: new Map(lines.map((l) => [l.number, l.contract_id])),
  });
}

function reversed(
  invoice: DocumentView,
  {
    series,
    reason,
    contracts,
  }: { series: string; reason: string; contracts: ReadonlyMap<number, number | null> },
): Draft {
  const reference = new Map(invoice.vat.map((v) => [`${v.vatRate} ${v.natura}`, v.reference]));
  return {
    kind: 'credit_note',
    tipoDocumento: 'TD04',
    series,
    issuer: invoice.issuer,
    customer: invoice.customer,
    lines: invoice.lines.map((line): DraftLine => ({
      contractId: contracts.get(line.number) ?? null,
      contractCode: line.contractCode,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPriceE8: line.unitPrice,
      totalE8: line.totalE8,
      amount: line.amount,
      vatIncluded: line.vatIncluded,
      vatRate: line.vatRate,
      natura: line.natura,
      vatReference: reference.get(`${line.vatRate} ${line.natura}`) ?? null,
      periodFrom: line.periodFrom,
      periodTo: line.periodTo,
      creditsLine: line.number,
    })),
    totals: {
      vat: invoice.vat,
      net: invoice.net,
      vatTotal: invoice.vatTotal,
      rounding: invoice.rounding,
      total: invoice.total,
      payable: invoice.payable,
    },
    stampDuty: invoice.stampDuty,
    causale: reason,
    payment: null,
    purchaseOrder: invoice.purchaseOrder,
    credits: { id: invoice.id, numberText: invoice.numberText, date: invoice.date, reason },
  };
}
