import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import { inApiTerms } from '../api-terms.ts';
import { siteDetail } from './site-detail.ts';
import { changedSite, SiteChanges, SiteCreation, SiteView } from './site.schema.ts';
import type { SiteService } from './site.service.ts';

const NAMES = { latitude: 'latitudeE6', longitude: 'longitudeE6' };

export const siteRoutes = ({
  database,
  sites,
}: {
  readonly database: Database;
  readonly sites: SiteService;
}): readonly CoreRoute[] =>
  inApiTerms(NAMES, [
    route({
      method: 'GET',
      path: '/sites/:id',
      summary: 'A site, what it hangs on and how much hangs on it',
      permission: 'sites.read',
      mode: 'read',
      params: IdParams,
      response: SiteView,
      handler: ({ params }) => siteDetail(database.sql, params.id),
    }),
    route({
      method: 'POST',
      path: '/sites',
      summary: 'Creates a site',
      permission: 'sites.write',
      mode: 'write',
      body: SiteCreation,
      response: SiteView,
      status: 201,
      async handler({ body, actor }, tx) {
        const { id } = await sites.create(tx, body, actor);
        return siteDetail(tx, id);
      },
    }),
    route({
      method: 'PATCH',
      path: '/sites/:id',
      summary: 'Changes what is given; with another parent it moves, and with it all that hangs on it',
      permission: 'sites.write',
      mode: 'write',
      versioned: true,
      params: IdParams,
      body: SiteChanges,
      response: SiteView,
      async handler({ params: { id }, body, version, actor }, tx) {
        const input = changedSite(await siteDetail(tx, id), body);
        await sites.update(tx, { version, input }, actor);
        return siteDetail(tx, id);
      },
      current: ({ params }) => siteDetail(database.sql, params.id),
    }),
    route({
      method: 'DELETE',
      path: '/sites/:id',
      summary: 'Removes a site that no site and no contract hangs on',
      permission: 'sites.write',
      mode: 'write',
      versioned: true,
      params: IdParams,
      handler: ({ params, version, actor }, tx) => sites.remove(tx, { id: params.id, version }, actor),
      current: ({ params }) => siteDetail(database.sql, params.id) as never,
    }),
  ]);
