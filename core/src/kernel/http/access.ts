import { plainAddress, type Subnets } from './subnets.ts';

export type AccessLists = { readonly allowed: Subnets; readonly proxies: Subnets };
/** Who a request comes from, and whether he may ask at all. */
export type Access = { readonly client: string; readonly isAllowed: boolean };

const NOBODY = 'unknown';

/**
 * Decides by the socket's peer alone. Only a peer that is a trusted proxy is asked whom it speaks for: then the last
 * address of `X-Forwarded-For` that is no trusted proxy itself is the client. A proxy that names nobody, or something
 * that is no address, speaks for nobody. No other header counts.
 */
export function accessOf(
  peer: string | undefined,
  forwardedFor: string | undefined,
  { allowed, proxies }: AccessLists,
): Access {
  const socket = plainAddress(peer);
  if (socket === null) return { client: NOBODY, isAllowed: false };
  const client = proxies.has(socket) ? behind(forwardedFor, proxies) : socket;
  return client === null ? { client: socket, isAllowed: false } : { client, isAllowed: allowed.has(client) };
}

/** From the right: what stands further left was said by somebody whom nobody vouches for. */
function behind(forwardedFor: string | undefined, proxies: Subnets): string | null {
  for (const hop of (forwardedFor ?? '').split(',').reverse()) {
    const address = plainAddress(hop.trim());
    if (address === null || hop.includes('%')) return null;
    if (!proxies.has(address)) return address;
  }
  return null;
}
