import { type CustomerView, type DocumentView, NotFound } from '@traliccio/sdk';
import type { Context, DocumentDelivery } from './context.ts';

/** The document of a delivery, and its customer as he is now: he may have moved house, or changed his language. */
export async function documentOf(
  ctx: Context,
  { data: { documentId } }: DocumentDelivery,
): Promise<{ readonly document: DocumentView; readonly customer: CustomerView }> {
  const [document] = await ctx.core.documents.views([documentId]);
  if (!document) throw new NotFound('document_not_found', `there is no document ${documentId} to tell of`);
  const [customer = { ...document.customer, invoicePhones: [] }] = await ctx.core.customers.views([
    document.customer.id,
  ]);
  return {
    document: { ...document, customer: { ...document.customer, language: customer.language } },
    customer,
  };
}
