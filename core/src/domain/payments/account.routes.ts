import { FileReply, type Clock } from '@traliccio/sdk';
import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import { AgeingQuery, AgeingView, BalanceView, StatementQuery, StatementView } from './account.schema.ts';
import { ageingTotals, balanceOf, debtors, type AfterDebtor } from './ageing.ts';
import { statementCsv } from './statement-csv.ts';
import { statementOf } from './statement.ts';

const PAGE = 50;

function afterOf(cursor: string | undefined): AfterDebtor | undefined {
  if (cursor === undefined) return undefined;
  const [overdue, customerId] = cursor.split('-').map(Number) as [number, number];
  return { overdue, customerId };
}

export const accountRoutes = ({
  database: { sql },
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/customers/:id/balance',
    summary: 'What a customer owes, what of it is overdue, and his credit',
    permission: 'payments.read',
    mode: 'read',
    params: IdParams,
    response: BalanceView,
    handler: ({ params }) => balanceOf(sql, params.id, clock.today()),
  }),
  route({
    method: 'GET',
    path: '/customers/:id/statement',
    summary: 'What changed a customer’s balance in a period, with the balance after each entry',
    permission: 'payments.read',
    mode: 'read',
    params: IdParams,
    query: StatementQuery,
    response: StatementView,
    handler: async ({ params, query }) => {
      const { entries, ...statement } = await statementOf(sql, params.id, query);
      return { ...statement, entries: [...entries] };
    },
  }),
  route({
    method: 'GET',
    path: '/customers/:id/statement/file',
    summary: 'The same as a file for spreadsheets',
    permission: 'payments.read',
    mode: 'read',
    params: IdParams,
    query: StatementQuery,
    produces: 'text/csv',
    async handler({ params, query }) {
      const csv = statementCsv(await statementOf(sql, params.id, query));
      return new FileReply({
        fileName: `estratto-conto-${params.id}-${query.from}-${query.to}.csv`,
        mediaType: 'text/csv',
        bytes: Buffer.from(csv),
      });
    },
  }),
  route({
    method: 'GET',
    path: '/ageing',
    summary: 'What customers owe today, by how long it has been due: in all, and customer by customer',
    permission: 'payments.read',
    mode: 'read',
    query: AgeingQuery,
    response: AgeingView,
    async handler({ query: { cursor, limit } }) {
      const today = clock.today();
      const [totals, page] = await Promise.all([
        ageingTotals(sql, today),
        debtors(sql, today, { after: afterOf(cursor), limit: limit ?? PAGE }),
      ]);
      const items = page.items.map(({ customerId, customerCode, customerName, ...debtor }) => ({
        ...debtor,
        customer: { id: customerId, code: customerCode, name: customerName },
      }));
      return {
        today,
        totals,
        items,
        next: page.next ? `${page.next.overdue}-${page.next.customerId}` : null,
      };
    },
  }),
];
