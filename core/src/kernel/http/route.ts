import type { AnyRoute, Route } from '@traliccio/sdk';
import type { TObject, TSchema } from 'typebox';
import type { CoreTx } from '../db/database.ts';

export type CoreRoute = AnyRoute<CoreTx>;

/** Declares a route of core's; `write` handlers get a transaction with MikroORM. */
export const route = <P extends TObject, Q extends TObject, B extends TSchema, R extends TSchema>(
  one: Route<P, Q, B, R, CoreTx>,
): CoreRoute => one as unknown as CoreRoute;
