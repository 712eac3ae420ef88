import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import { inApiTerms } from '../api-terms.ts';
import { type Creditable, planCredit, restTotals } from './credit.ts';
import { CreditableView, CreditInput, CreditPreview, CreditPreviewInput } from './credit.schema.ts';
import { IssuedView } from './document.schema.ts';
import type { DocumentService } from './document.service.ts';
import type { Totals } from './totals.ts';

export const creditRoutes = ({ documents }: { readonly documents: DocumentService }): readonly CoreRoute[] =>
  inApiTerms({}, [
    route({
      method: 'GET',
      path: '/documents/:id/creditable',
      summary: 'What of an invoice can still be credited, line by line',
      permission: 'documents.read',
      mode: 'read',
      params: IdParams,
      response: CreditableView,
      handler: async ({ params }) => creditableView(await documents.creditable(params.id)),
    }),
    route({
      method: 'POST',
      path: '/documents/:id/credit/preview',
      summary: 'What a credit note would come to; nothing is written',
      permission: 'documents.credit',
      mode: 'own',
      params: IdParams,
      body: CreditPreviewInput,
      response: CreditPreview,
      async handler({ params, body }) {
        const invoice = await documents.creditable(params.id);
        const { lines, totals } = planCredit(invoice, { lines: body.lines, rebill: false });
        return {
          lines: lines.map(({ line, amount, quantity }) => ({ line: line.number, amount, quantity })),
          vat: [...totals.vat],
          ...figures(totals),
        };
      },
    }),
    route({
      method: 'POST',
      path: '/documents/:id/credit',
      summary: 'Credits an invoice: lines in part, or all that is left of it',
      permission: 'documents.credit',
      mode: 'own',
      params: IdParams,
      body: CreditInput,
      response: IssuedView,
      status: 201,
      async handler({ params, body, actor }) {
        const issued = await documents.credit({ documentId: params.id, ...body }, actor);
        return { id: issued.id, number: issued.number, numberText: issued.numberText };
      },
    }),
  ]);

const figures = ({ net, vatTotal, rounding, total, payable }: Totals) => ({
  net,
  vatTotal,
  rounding,
  total,
  payable,
});

function creditableView(invoice: Creditable) {
  const left = restTotals(invoice);
  return {
    lines: invoice.lines.map((line) => ({
      line: line.number,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      amount: line.amount,
      vatIncluded: line.vatIncluded,
      credited: line.credited,
      givenBack: line.givenBack,
      left: line.left,
      leftQuantity: line.leftQuantity,
    })),
    creditNotes: [...invoice.credits.numbers],
    left: left && figures(left),
  };
}
