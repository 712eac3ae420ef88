import { readFile } from 'node:fs/promises';
import {
  Conflict,
  type IssuerView,
  MailTransport,
  Refused,
  RetryLater,
  TraliccioError,
  Unknown,
} from '@traliccio/sdk';
import type { Completeness } from './completeness.ts';
import type { Context } from './context.ts';
import { filterName, type PackageFilter } from './filter.ts';
import { completenessIn, pagesOf } from './find.ts';
import { letter } from './letter.ts';
import { canLink, LINK_MS, linkAddress, linkToken } from './link.ts';
import { packageName } from './package.ts';
import {
  noteOutcome,
  openOnes,
  openSendings,
  type Outcome,
  type Sending,
  takeInHand,
} from './sending-log.ts';
import { storePackage, type Stored } from './stored-package.ts';

const MEGABYTE = 1_000_000;

/** Writes down who is to get a package. @throws Conflict when the period has no documents */
export async function askToSend(
  ctx: Context,
  wanted: {
    readonly filter: PackageFilter;
    readonly addresses: readonly string[];
    readonly by: string;
    readonly attempt?: number;
  },
): Promise<string[]> {
  if (!(await issuerIn(ctx, wanted.filter)))
    throw new Conflict('accountant.nothing', 'nothing was issued in this period: there is nothing to send');
  return ctx.transaction((tx) => openSendings(tx, { ...wanted, now: ctx.clock.now() }));
}

/**
 * Sends what is to go out, or those of these ids.
 * @throws RetryLater when some of it has to wait; the others have gone out
 */
export async function sendOpen(
  ctx: Context,
  signal: AbortSignal,
  ids?: readonly string[],
): Promise<{ readonly sent: number; readonly refused: number }> {
  const open = (await openOnes(ctx.sql, ctx.clock.now())).filter(({ id }) => ids?.includes(id) ?? true);
  const groups = Map.groupBy(open, ({ filter }) => `${filter.from} ${filter.to} ${filterName(filter)}`);
  const outcomes: Outcome[] = [];
  for (const group of groups.values()) {
    let parcel: Promise<Parcel> | undefined;
    for (const sending of group) {
      signal.throwIfAborted();
      // It may take long: nothing is in hand meanwhile.
      parcel ??= parcelOf(ctx, sending.filter, signal);
      await parcel.catch(() => undefined);
      if (!(await takeInHand(ctx, sending))) continue;
      const outcome = await outcomeOf(ctx, sending, { parcel, signal });
      await noteOutcome(ctx, sending, outcome);
      outcomes.push(outcome);
      if (outcome.state === 'refused') await tellRefused(ctx, sending, outcome.reason ?? '');
    }
  }
  const waiting = outcomes.find(({ state }) => state === 'open');
  if (waiting) ctx.health.set('degraded', waiting.reason);
  else ctx.health.set('ok');
  if (waiting) throw new RetryLater(waiting.reason ?? 'it has to wait');
  const count = (state: string): number => outcomes.filter((one) => one.state === state).length;
  return { sent: count('sent'), refused: count('refused') };
}

/** What goes to all addresses of a package. */
type Parcel = { readonly stored: Stored; readonly found: Completeness; readonly issuer: IssuerView };

async function parcelOf(ctx: Context, filter: PackageFilter, signal: AbortSignal): Promise<Parcel> {
  const issuer = await issuerIn(ctx, filter);
  if (!issuer) throw new Refused('accountant.nothing', 'nothing was issued in this period');
  const found = await completenessIn(ctx.core.documents, filter, signal);
  return { stored: await storePackage(ctx, filter, signal), found, issuer };
}

/** A mail costs nothing, and a second copy has the same Message-ID: whatever is not refused is tried again. */
async function outcomeOf(
  ctx: Context,
  sending: Sending,
  { parcel, signal }: { readonly parcel: Promise<Parcel>; readonly signal: AbortSignal },
): Promise<Outcome> {
  try {
    return await deliver(ctx, sending, { ...(await parcel), signal });
  } catch (error) {
    if (error instanceof Refused) return { state: 'refused', reason: error.message };
    const isKnown = error instanceof RetryLater || error instanceof Unknown;
    if (!isKnown)
      ctx.log.error(
        { code: error instanceof TraliccioError ? error.code : undefined, id: sending.id },
        'a package could not be sent',
      );
    return { state: 'open', reason: error instanceof Error ? error.message : 'it failed' };
  }
}

async function deliver(
  ctx: Context,
  sending: Sending,
  { stored, found, issuer, signal }: Parcel & { readonly signal: AbortSignal },
): Promise<Outcome> {
  const { settings } = ctx;
  const transport = ctx.capabilities.find(MailTransport);
  if (!transport)
    throw new RetryLater('no plugin that sends mail is up: enable one that provides MailTransport');
  const address = settings.fromAddress || issuer.email;
  if (!address)
    throw new RetryLater(
      'mails have no sender: give the issuer an e-mail address, or fill in the setting "fromAddress"',
    );
  const { sha256, size } = stored;
  const isAttached = size <= settings.maxMegabytes * MEGABYTE;
  if (!isAttached && !canLink(settings))
    throw new Refused(
      'accountant.too_large',
      `the package has ${Math.ceil(size / MEGABYTE)} MB, more than the ${settings.maxMegabytes} that are mailed: fill in "linkBase" and "linkSecret" for a link, or leave the PDFs out`,
    );
  const until = ctx.clock.now() + LINK_MS;
  const link = isAttached
    ? null
    : {
        address: linkAddress(settings.linkBase, linkToken(settings.linkSecret, { id: sending.id, until })),
        until,
      };
  // Written down before the mail goes out: a link that somebody has must lead somewhere.
  if (link)
    await noteOutcome(ctx, sending, { state: 'sending', way: 'link', size, sha256, linkUntil: until });
  await transport.send(
    {
      from: { name: settings.fromName || issuer.name, address },
      to: sending.address,
      ...letter({ filter: sending.filter, found, issuer, link }),
      html: null,
      date: sending.createdAt,
      attachments: isAttached
        ? [
            {
              fileName: packageName(sending.filter),
              mediaType: 'application/zip',
              bytes: await readFile(stored.path),
            },
          ]
        : [],
    },
    { key: `accountant:${sending.id}`, signal },
  );
  return {
    state: 'sent',
    way: link ? 'link' : 'mail',
    size,
    sha256,
    ...(link ? { linkUntil: link.until } : {}),
  };
}

/** Who issued the documents of a period; undefined when there are none. */
async function issuerIn(ctx: Context, { from, to }: PackageFilter): Promise<IssuerView | undefined> {
  const { documents } = ctx.core;
  for await (const [first] of pagesOf(documents, { from, to }, new AbortController().signal))
    if (first) return (await documents.views([first.id]))[0]?.issuer;
  return undefined;
}

async function tellRefused(ctx: Context, sending: Sending, reason: string): Promise<void> {
  const { from, to } = sending.filter;
  await ctx.notices.post({
    key: `refused:${sending.id}`,
    level: 'warning',
    message: {
      it: `I documenti dal ${from} al ${to} non sono arrivati a ${sending.address}: ${reason}`,
      en: `The documents from ${from} to ${to} did not reach ${sending.address}: ${reason}`,
    },
  });
}
