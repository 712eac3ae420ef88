import { E8_PER_CENT, Invalid, mulDiv, ONE, type DocumentLineView, type DocumentView } from '@traliccio/sdk';
import { saidIn } from '../documents/invoice.ts';
import type { DraftInput } from './draft.schema.ts';

/** What is written to have an invoice again: its lines and terms, without the periods that they billed. */
export function copyOf(document: DocumentView): DraftInput {
  if (document.kind !== 'invoice')
    throw new Invalid(
      'draft.copy_credit_note',
      `${document.numberText} is no invoice: only those are copied`,
    );
  const references = new Map(document.vat.map((v) => [`${v.vatRate} ${v.natura}`, v.reference]));
  const order = document.purchaseOrder;
  return {
    customer: document.customer.code,
    // What was delivered is invoiced once.
    tipoDocumento: document.tipoDocumento === 'TD26' ? 'TD26' : 'TD01',
    // Stamp duty is decided, and charged, anew.
    lines: document.lines
      .filter(({ number }) => number !== document.stampDutyLine)
      .map((line) => ({
        description: line.description,
        quantity: line.quantity > 0 ? line.quantity : ONE,
        unit: line.unit,
        priceE8: priceOf(line),
        vatIncluded: line.vatIncluded,
        vatRate: line.vatRate,
        natura: line.natura,
        vatReference: references.get(`${line.vatRate} ${line.natura}`) ?? null,
        contract: line.contractCode,
      })),
    causale: saidIn(document.causale),
    paymentMethod: document.payment?.method ?? null,
    purchaseOrder: order?.id ?? null,
    purchaseOrderDate: order?.date ?? null,
    cig: order?.cig ?? null,
    cup: order?.cup ?? null,
  };
}

/** A document says the net price of one to 8 decimals; 6 of the one with VAT are still what was typed. */
const KEPT = 100;

/** The price of one as it was agreed. */
function priceOf({ quantity, amount, unitPrice, vatIncluded, vatRate }: DocumentLineView): number {
  if (quantity === ONE || quantity <= 0) return amount * E8_PER_CENT;
  if (!vatIncluded) return unitPrice;
  return mulDiv(unitPrice, 10_000 + vatRate, 10_000 * KEPT) * KEPT;
}
