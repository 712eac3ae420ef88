import type { Clock } from '@traliccio/sdk';
import type { TObject } from 'typebox';
import type { Database } from '../db/database.ts';
import type { List, ListQuery } from './list.ts';
import { route, type CoreRoute } from './route.ts';
import { Page } from './schemas.ts';

export type ListNeeds = { readonly database: Database; readonly clock: Clock };

/** The address of a list: a page at a time. */
export const listRoute = <I extends TObject>(
  list: List<I>,
  { database, clock }: ListNeeds,
  of: { readonly path: `/${string}`; readonly summary: string; readonly permission: string },
): CoreRoute =>
  route({
    ...of,
    method: 'GET',
    mode: 'read',
    query: list.query,
    response: Page(list.item),
    handler: ({ query }) => list.page(database.sql, query as ListQuery, clock.today()) as never,
  });
