import { FileReply, Type } from '@traliccio/sdk';
import type { Context } from './context.ts';
import { Day, Fields, filterFields, filterOf } from './filter.ts';
import { completenessIn } from './find.ts';
import { packageName, packageOf } from './package.ts';

const Cents = Type.Integer({ description: 'Euro cents' });

const CompletenessView = Fields({
  invoices: Type.Integer(),
  creditNotes: Type.Integer(),
  net: Cents,
  vat: Cents,
  total: Cents,
  gaps: Type.Array(
    Fields({ series: Type.String(), year: Type.Integer(), from: Type.Integer(), to: Type.Integer() }),
  ),
  withoutXml: Type.Array(Fields({ id: Type.Integer(), numberText: Type.String(), date: Day })),
});

/** What the plugin's page asks for, below `/api/plugins/accountant`. */
export function routes(ctx: Context): void {
  const { documents } = ctx.core;
  ctx.http.route({
    method: 'GET',
    path: '/completeness',
    summary: 'What was issued in a period, and which numbers and files are missing',
    permission: 'accountant.export',
    mode: 'read',
    query: Fields(filterFields),
    response: CompletenessView,
    async handler({ query, signal }) {
      const { gaps, withoutXml, ...sums } = await completenessIn(documents, filterOf(query), signal);
      return { ...sums, gaps: [...gaps], withoutXml: [...withoutXml] };
    },
  });
  ctx.http.route({
    method: 'GET',
    path: '/package',
    summary: 'The documents of a period as a zip: XML, PDF, VAT register and index',
    permission: 'accountant.export',
    mode: 'read',
    query: Fields(filterFields),
    produces: 'application/zip',
    handler({ query, signal }) {
      const filter = filterOf(query);
      return new FileReply({
        fileName: packageName(filter),
        mediaType: 'application/zip',
        bytes: packageOf(ctx, filter, signal),
      });
    },
  });
}
