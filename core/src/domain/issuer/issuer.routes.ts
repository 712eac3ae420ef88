import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { inApiTerms } from '../api-terms.ts';
import { issuerDetail } from './issuer-detail.ts';
import { issuerFile, IssuerInput, IssuerView } from './issuer.schema.ts';
import type { IssuerService } from './issuer.service.ts';

export const issuerRoutes = ({
  database,
  issuers,
}: {
  readonly database: Database;
  readonly issuers: IssuerService;
}): readonly CoreRoute[] =>
  inApiTerms({}, [
    route({
      method: 'GET',
      path: '/issuer',
      summary: 'The issuer, and the next numbers of its series',
      permission: 'issuer.read',
      mode: 'read',
      response: IssuerView,
      handler: () => issuerDetail(database.sql),
    }),
    route({
      method: 'POST',
      path: '/issuer',
      summary: 'Sets up the issuer',
      permission: 'issuer.write',
      mode: 'write',
      body: IssuerInput,
      response: IssuerView,
      status: 201,
      async handler({ body, actor }, tx) {
        await issuers.create(tx, issuerFile(body), actor);
        return issuerDetail(tx);
      },
    }),
    route({
      method: 'PUT',
      path: '/issuer',
      summary: 'Replaces what is known of the issuer; issued documents keep what was true',
      permission: 'issuer.write',
      mode: 'write',
      versioned: true,
      body: IssuerInput,
      response: IssuerView,
      async handler({ body, version, actor }, tx) {
        await issuers.update(tx, { version, file: issuerFile(body) }, actor);
        return issuerDetail(tx);
      },
      current: () => issuerDetail(database.sql),
    }),
  ]);
