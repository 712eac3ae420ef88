import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@traliccio/sdk';

/** So long a link holds. */
export const LINK_MS = 14 * 24 * 60 * 60_000;

/** What a link is for: a sending, until when. */
export type Linked = { readonly id: string; readonly until: Instant };

/** A text that only who has the secret can make: it goes into an address. */
export const linkToken = (secret: string, { id, until }: Linked): string =>
  `${id}.${until}.${signature(secret, `${id}.${until}`)}`;

/** What a token was made for; undefined when it was not made with this secret, or not like that. */
export function readToken(secret: string, token: string): Linked | undefined {
  const [, id, until, given] = /^([0-9a-f]{64})\.(\d{1,15})\.([\w-]{43})$/.exec(token) ?? [];
  if (id === undefined || until === undefined || given === undefined) return undefined;
  const right = Buffer.from(signature(secret, `${id}.${until}`));
  return timingSafeEqual(right, Buffer.from(given)) ? { id, until: Number(until) } : undefined;
}

const signature = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url');

/** A secret that can be guessed signs nothing. */
const LEAST = 16;
export const canLink = ({
  linkBase,
  linkSecret,
}: {
  readonly linkBase: string;
  readonly linkSecret: string;
}): boolean => linkBase !== '' && linkSecret.length >= LEAST;

export const linkAddress = (base: string, token: string): string =>
  `${base.replace(/\/+$/, '')}/accountant/packages/${token}`;
