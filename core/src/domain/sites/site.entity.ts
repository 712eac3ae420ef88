import { defineEntity, p } from '@mikro-orm/core';
import { exact, type RowOf } from '../exact.ts';

export const SiteEntity = exact(
  defineEntity({
    name: 'Site',
    tableName: 'site',
    properties: {
      id: p.integer().primary(),
      code: p.string(),
      name: p.string(),
      parentId: p.integer().nullable(),
      /** Ids from the root down to itself: `/1/4/`. */
      path: p.string(),
      latitudeE6: p.integer().nullable(),
      longitudeE6: p.integer().nullable(),
      version: p.integer().version(),
    },
  }),
);
export type SiteRow = RowOf<typeof SiteEntity>;
