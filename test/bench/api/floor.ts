import { randomUUID } from 'node:crypto';
import { fastify } from 'fastify';
import type { TSchema } from 'typebox';
import { ContractView } from '@traliccio/core/src/domain/contracts/contract.schema.ts';
import { contractList } from '@traliccio/core/src/domain/contracts/contract.list.ts';
import { CustomerView } from '@traliccio/core/src/domain/customers/customer.schema.ts';
import { customerList } from '@traliccio/core/src/domain/customers/customer.list.ts';
import { DocumentDetail } from '@traliccio/core/src/domain/documents/document.schema.ts';
import { documentList } from '@traliccio/core/src/domain/documents/document.list.ts';
import { readConfig } from '@traliccio/core/src/kernel/config.ts';
import { Page } from '@traliccio/core/src/kernel/http/schemas.ts';
import { bareQuery } from './floor-driver.ts';
import { contracts, customers, documents, type Subject } from './floor-statements.ts';

/**
 * The same answers from the same HTTP server, driver and serializer, with one statement written by hand for each: no
 * session, no checks, no plugins. Prints its address.
 */
const config = readConfig(process.env);
const query = await bareQuery(config.database);
const app = fastify({
  logger: false,
  genReqId: () => randomUUID(),
  bodyLimit: 1_048_576,
  exposeHeadRoutes: false,
  trustProxy: false,
  return503OnClosing: false,
  onProtoPoisoning: 'error',
  onConstructorPoisoning: 'error',
  routerOptions: { maxParamLength: 200, caseSensitive: true, ignoreTrailingSlash: false },
  requestTimeout: 30_000,
  keepAliveTimeout: 30_000,
  http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 8_192 },
});

serve('/customers', customers, { one: CustomerView, page: Page(customerList.item) });
serve('/contracts', contracts, { one: ContractView, page: Page(contractList.item) });
serve('/documents', documents, { one: DocumentDetail, page: Page(documentList.item) });
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
process.once('SIGTERM', () => process.exit());

function serve(path: string, subject: Subject, schemas: { one: TSchema; page: TSchema }): void {
  const [first, next] = [subject.first, subject.next].map((statement) =>
    typeof statement === 'string' ? statement : statement[config.database.dialect],
  ) as [string, string];
  app.get<{ Params: { id: string } }>(
    `${path}/:id`,
    { schema: { response: { 200: schemas.one } } },
    async ({ params }) => subject.one(await query(subject.get, [Number(params.id)])),
  );
  app.get<{ Querystring: { after?: string } }>(
    path,
    { schema: { response: { 200: schemas.page } } },
    async ({ query: { after } }) => {
      const position = after === undefined ? undefined : (JSON.parse(after) as (string | number)[]);
      const rows = position ? await query(next, subject.behind(position)) : await query(first, []);
      const last = rows.length > 50 ? rows[49] : undefined;
      return {
        items: rows.slice(0, 50).map((row) => subject.item(row)),
        next: last ? Buffer.from(JSON.stringify(subject.position(last))).toString('base64url') : null,
      };
    },
  );
}
