import { Conflict, NotFound, type Clock, type PlainDate } from '@traliccio/sdk';
import type { Audit } from '../../kernel/audit/audit.ts';
import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import type { RunLedger } from '../../kernel/jobs/run-ledger.ts';
import type { RunViews } from '../../kernel/jobs/run-views.ts';
import { RunKey, RunView } from '../../kernel/jobs/run.schema.ts';
import type { StartRun } from '../../kernel/kernel.ts';
import type { Actor } from '../ports.ts';
import { PREVIEW } from './preview.ts';
import { BillingInput, BillingToday } from './preview.schema.ts';
import { billingDay, type BillingRunArgs } from './run.ts';

export type BillingRouteNeeds = {
  readonly database: Database;
  readonly ledger: RunLedger;
  readonly runs: RunViews;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly startRun: StartRun;
};

export const billingRoutes = (needs: BillingRouteNeeds): readonly CoreRoute[] => [
  route({
    method: 'POST',
    path: '/runs/billing',
    summary: 'Starts the billing of what is due; GET /runs/find and GET /events tell how it goes',
    permission: 'billing.run',
    mode: 'own',
    body: BillingInput,
    response: RunKey,
    status: 202,
    handler: ({ body, actor }) =>
      startRun(needs, {
        kind: 'billing',
        date: billingDay(needs.clock, body.date),
        action: 'run.started',
        args: { by: actor, confirm: body.confirm === true },
      }),
  }),
  route({
    method: 'GET',
    path: '/runs/billing',
    summary: 'How the billing of today stands, and the preview of it',
    permission: 'billing.run',
    mode: 'read',
    response: BillingToday,
    async handler() {
      const today = needs.clock.today();
      const [billing, preview] = await Promise.all([
        needs.runs.find('billing', today),
        needs.runs.find(PREVIEW, today),
      ]);
      return { today, billing: billing ?? null, preview: preview ?? null };
    },
  }),
  route({
    method: 'POST',
    path: '/runs/:id/confirm',
    summary: 'Goes on with a billing run that was held, although a bound has tripped',
    permission: 'billing.run',
    mode: 'own',
    params: IdParams,
    response: RunKey,
    status: 202,
    async handler({ params, actor }) {
      const run = await needs.runs.get(params.id);
      if (run.kind !== 'billing') throw notBilling(run.id);
      if (run.state !== 'held')
        throw new Conflict(
          'run.not_held',
          `run ${run.id} is ${run.state}: only one that is held is confirmed`,
        );
      return startRun(needs, {
        kind: 'billing',
        date: run.date,
        action: 'run.confirmed',
        args: { by: actor, confirm: true },
      });
    },
  }),
  route({
    method: 'POST',
    path: '/runs/:id/stop',
    summary:
      'Stops a billing run or a preview behind the page that it is at; started again, it goes on there',
    permission: 'billing.run',
    mode: 'write',
    params: IdParams,
    response: RunView,
    async handler({ params: { id }, actor }, tx) {
      const run = await needs.runs.get(id, tx);
      if (run.kind !== 'billing' && run.kind !== PREVIEW) throw notBilling(id);
      await needs.ledger.stop(tx, id, `stopped by ${actor.name}`);
      await needs.audit.record(tx, { actor, action: 'run.stopped', entity: 'run', entityId: id });
      return needs.runs.get(id, tx);
    },
  }),
];

type Start = {
  readonly kind: string;
  readonly date: PlainDate;
  readonly action: string;
  readonly args: Omit<BillingRunArgs, 'date'> & { readonly by: Actor };
};

/** @throws Conflict `run.running` when it is at work already */
export async function startRun(
  { database, runs, audit, startRun: start }: BillingRouteNeeds,
  { kind, date, action, args }: Start,
): Promise<RunKey> {
  const run = await runs.find(kind, date);
  if (run?.state === 'running')
    throw new Conflict('run.running', `${kind} of ${date} is running: wait until it has finished`);
  const detail = { kind, date, confirm: args.confirm ?? false };
  await database.transaction((tx) =>
    audit.record(tx, { actor: args.by, action, entity: 'run', entityId: run?.id ?? 0, detail }),
  );
  await start(kind, { ...args, date });
  return { kind, date };
}

const notBilling = (id: number): NotFound => new NotFound('run.not_found', `there is no billing run ${id}`);
