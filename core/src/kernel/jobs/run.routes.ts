import { NotFound } from '@traliccio/sdk';
import { Type } from 'typebox';
import { type CoreRoute, route } from '../http/route.ts';
import { Day, Fields, IdParams } from '../http/schemas.ts';
import type { RunViews } from './run-views.ts';
import { RunView } from './run.schema.ts';
import { seesRun } from './sees-run.ts';

/** Whoever may start runs of a kind sees them too: what others may not see is not there for them. */
export const runRoutes = ({ runs }: { readonly runs: RunViews }): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/runs/:id',
    summary: 'How a run stands (jobs.read, or who may start it)',
    permission: 'session',
    mode: 'read',
    params: IdParams,
    response: RunView,
    async handler({ params, can }) {
      const run = await runs.get(params.id);
      if (!seesRun((one) => can(one), run.kind))
        throw new NotFound('run.not_found', `there is no run ${params.id}`);
      return run;
    },
  }),
  route({
    method: 'GET',
    path: '/runs/find',
    summary: 'The run of a kind and day (jobs.read, or who may start it)',
    permission: 'session',
    mode: 'read',
    query: Fields({ kind: Type.String({ pattern: '^[a-z][a-z0-9_.-]{0,39}$' }), date: Day }),
    response: RunView,
    async handler({ query: { kind, date }, can }) {
      const run = seesRun((one) => can(one), kind) ? await runs.find(kind, date) : undefined;
      if (!run) throw new NotFound('run.not_found', `there is no run ${kind} of ${date}`);
      return run;
    },
  }),
];
