import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import { RunKey } from '../../kernel/jobs/run.schema.ts';
import { type BillingRouteNeeds, startRun } from './billing.routes.ts';
import { PREVIEW, type BillingPreviews, type EntryKind, type PreviewPlace } from './preview.ts';
import {
  DifferenceQuery,
  type PreviewBill,
  PreviewBills,
  type PreviewDifference,
  PreviewDifferences,
  PreviewInput,
  type PreviewParked,
  PreviewParkedPage,
  PreviewQuery,
  PreviewView,
} from './preview.schema.ts';
import { billingDay } from './run.ts';

type Needs = BillingRouteNeeds & { readonly previews: BillingPreviews };

export const previewRoutes = (needs: Needs): readonly CoreRoute[] => [
  route({
    method: 'POST',
    path: '/runs/previews',
    summary: 'Begins a preview: what a billing run of a day would do; it replaces the one before of that day',
    permission: 'billing.run',
    mode: 'own',
    body: PreviewInput,
    response: RunKey,
    status: 202,
    handler: ({ body, actor }) =>
      startRun(needs, {
        kind: PREVIEW,
        date: billingDay(needs.clock, body.date),
        action: 'run.started',
        args: { by: actor },
      }),
  }),
  route({
    method: 'GET',
    path: '/runs/previews/:id',
    summary: 'How a preview stands, and its figures',
    permission: 'billing.run',
    mode: 'read',
    params: IdParams,
    response: PreviewView,
    handler: ({ params }) => needs.previews.get(params.id),
  }),
  route({
    method: 'GET',
    path: '/runs/previews/:id/bills',
    summary: 'What would be billed, page by page',
    permission: 'billing.run',
    mode: 'read',
    params: IdParams,
    query: PreviewQuery,
    response: PreviewBills,
    handler: ({ params, query }) => page<PreviewBill>(needs.previews, 'bill', params.id, query),
  }),
  route({
    method: 'GET',
    path: '/runs/previews/:id/differences',
    summary: 'What is billed for the first time, comes to something else than the last time, or is gone',
    permission: 'billing.run',
    mode: 'read',
    params: IdParams,
    query: DifferenceQuery,
    response: PreviewDifferences,
    handler: ({ params, query: { kind, ...query } }) =>
      page<PreviewDifference>(needs.previews, kind, params.id, query),
  }),
  route({
    method: 'GET',
    path: '/runs/previews/:id/parked',
    summary: 'The contracts that could not be billed, page by page',
    permission: 'billing.run',
    mode: 'read',
    params: IdParams,
    query: PreviewQuery,
    response: PreviewParkedPage,
    async handler({ params, query }) {
      const { items, next } = await page<Partial<PreviewParked> & Omit<PreviewParked, 'plugin'>>(
        needs.previews,
        'parked',
        params.id,
        query,
      );
      return { items: items.map((one) => ({ ...one, plugin: one.plugin ?? null })), next };
    },
  }),
];

async function page<T>(
  previews: BillingPreviews,
  kind: EntryKind,
  id: number,
  { cursor, limit = 50 }: { cursor?: string; limit?: number },
): Promise<{ items: T[]; next: string | null }> {
  const { items, next } = await previews.entries<T>(id, { kind, behind: placeOf(cursor), limit });
  return { items, next: next && `${next.finishedAt}-${next.number}` };
}

function placeOf(cursor: string | undefined): PreviewPlace | null {
  const [finishedAt, number] = cursor?.split('-').map(Number) ?? [];
  return finishedAt === undefined || number === undefined ? null : { finishedAt, number };
}
