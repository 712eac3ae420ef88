import { Type } from 'typebox';
import { route, type CoreRoute } from '../http/route.ts';
import { Day, Fields, Instant, Nullable, OneOf } from '../http/schemas.ts';
import { RUN_STATES, RunKey } from './run.schema.ts';
import type { Scheduler } from './scheduler.ts';

const JobName = Type.String({ pattern: '^[a-z][a-z0-9_.-]{0,59}$' });
const JobItem = Fields({
  name: Type.String(),
  label: Fields({ it: Type.String(), en: Type.String() }),
  kind: Type.String({ description: 'Of its runs' }),
  nextRun: Nullable(Instant),
  lastRun: Nullable(
    Fields({ date: Day, at: Instant, state: OneOf(RUN_STATES), reason: Nullable(Type.String()) }),
  ),
  lastDate: Nullable(Day),
  late: Type.Boolean(),
  running: Type.Boolean(),
});

/** What is done again and again. */
export const jobRoutes = ({ scheduler }: { readonly scheduler: Scheduler }): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/jobs',
    summary: 'Recurring jobs, when each is due next and how it went last',
    permission: 'jobs.read',
    mode: 'read',
    response: Fields({ items: Type.Array(JobItem) }),
    handler: async () => ({ items: await scheduler.list() }),
  }),
  route({
    method: 'POST',
    path: '/jobs/:name/run',
    summary: 'Has a worker process run a job now, for today or an earlier date',
    permission: 'jobs.run',
    mode: 'own',
    params: Fields({ name: JobName }),
    body: Fields({ date: Type.Optional(Day) }),
    response: RunKey,
    status: 202,
    handler: ({ params, body, actor }) =>
      scheduler.trigger(params.name, { by: actor, ...(body.date ? { date: body.date } : {}) }),
  }),
];
