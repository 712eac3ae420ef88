import { Conflict, MailTransport, NotFound, RetryLater, Type } from '@traliccio/sdk';
import { nextDue } from './cadence.ts';
import type { Context } from './context.ts';
import { Day, Fields, filterFields, filterOf } from './filter.ts';
import { canLink } from './link.ts';
import { askToSend, sendOpen } from './send.ts';
import { attemptsOf, findSending, latestSendings, type Sending } from './sending-log.ts';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const Instant = Type.Integer({ description: 'Milliseconds since 1970, UTC' });
const Id = Type.String({ pattern: '^[0-9a-f]{64}$' });
const SendingView = Fields({
  id: Id,
  from: Day,
  to: Day,
  kind: Nullable(Type.String()),
  series: Nullable(Type.String()),
  customerKind: Nullable(Type.String()),
  pdf: Type.Boolean(),
  address: Type.String(),
  attempt: Type.Integer(),
  state: Type.String({ description: 'open, sending, sent or refused' }),
  way: Nullable(Type.String({ description: 'mail (attached) or link' })),
  reason: Nullable(Type.String()),
  size: Nullable(Type.Integer()),
  linkUntil: Nullable(Instant),
  askedBy: Type.String(),
  createdAt: Instant,
  downloads: Type.Integer(),
  lastDownload: Nullable(Instant),
});
const Sendings = Fields({ items: Type.Array(SendingView) });

const Email = Type.String({
  maxLength: 254,
  pattern: '^[^\\s@<>",;:()]+@[^\\s@<>",;:()]+\\.[^\\s@<>",;:()]+$',
});
const HISTORY = 50;
/** Whoever asks by hand waits so long for what goes out. */
const SEND_MS = 10 * 60_000;

/** What is sent, was sent and will be sent. */
export function sendingRoutes(ctx: Context): void {
  ctx.http.route({
    method: 'GET',
    path: '/plan',
    summary: 'When packages go out by themselves, to whom and how',
    permission: 'accountant.export',
    mode: 'read',
    response: Fields({
      today: Day,
      addresses: Type.Array(Type.String()),
      cadence: Type.String(),
      next: Nullable(Fields({ on: Day, from: Day, to: Day })),
      maxMegabytes: Type.Integer(),
      canMail: Type.Boolean({ description: 'Whether a plugin that sends mail is up' }),
      canLink: Type.Boolean({ description: 'Whether larger packages can go out as a link' }),
    }),
    handler() {
      const { addresses, cadence, maxMegabytes } = ctx.settings;
      const today = ctx.clock.today();
      return {
        today,
        addresses: [...addresses],
        cadence,
        next: addresses.length > 0 ? nextDue(today, ctx.settings) : null,
        maxMegabytes,
        canMail: ctx.capabilities.find(MailTransport) !== undefined,
        canLink: canLink(ctx.settings),
      };
    },
  });
  ctx.http.route({
    method: 'GET',
    path: '/sendings',
    summary: 'The packages that were sent last, and who has downloaded them',
    permission: 'accountant.export',
    mode: 'read',
    response: Sendings,
    handler: () => history(ctx),
  });
  ctx.http.route({
    method: 'POST',
    path: '/sendings',
    summary: 'Sends a package to addresses, each once',
    permission: 'accountant.send',
    mode: 'own',
    body: Fields({ ...filterFields, addresses: Type.Array(Email, { minItems: 1, maxItems: 20 }) }),
    response: Sendings,
    async handler({ body: { addresses, ...asked }, actor, signal }) {
      const filter = filterOf(asked);
      return sendNow(ctx, await askToSend(ctx, { filter, addresses, by: actor.name }), signal);
    },
  });
  ctx.http.route({
    method: 'POST',
    path: '/sendings/:id/again',
    summary: 'Sends a package to the same address once more, as its documents are now',
    permission: 'accountant.send',
    mode: 'own',
    params: Fields({ id: Id }),
    response: Sendings,
    async handler({ params, actor, signal }) {
      const before = await findSending(ctx.sql, params.id);
      if (!before) throw new NotFound('accountant.not_found', 'there is no such sending');
      return sendNow(ctx, await again(ctx, before, actor.name), signal);
    },
  });
}

/** One that waits is tried now; any other is sent anew, under a number of its own. */
async function again(ctx: Context, { id, state, filter, address }: Sending, by: string): Promise<string[]> {
  if (state === 'open') return [id];
  if (state === 'sending')
    throw new Conflict('accountant.sending', 'this package is being sent just now: wait for it');
  const attempt = (await attemptsOf(ctx.sql, { filter, address })) + 1;
  return askToSend(ctx, { filter, addresses: [address], by, attempt });
}

/** What has to wait is seen in the history: it goes out by itself later. */
async function sendNow(
  ctx: Context,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReturnType<typeof history>> {
  await sendOpen(ctx, AbortSignal.any([signal, AbortSignal.timeout(SEND_MS)]), ids).catch(
    (error: unknown) => {
      if (!(error instanceof RetryLater)) throw error;
    },
  );
  return history(ctx);
}

async function history(ctx: Context) {
  const sendings = await latestSendings(ctx.sql, HISTORY);
  return {
    items: sendings.map(({ filter, sha256: _sha256, ...one }) => ({
      ...one,
      from: filter.from,
      to: filter.to,
      kind: filter.kind ?? null,
      series: filter.series ?? null,
      customerKind: filter.customerKind ?? null,
      pdf: filter.pdf,
    })),
  };
}
