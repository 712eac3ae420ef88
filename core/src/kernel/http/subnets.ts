import { BlockList, isIP } from 'node:net';

/** Addresses that a list of subnets names. */
export interface Subnets {
  readonly isEmpty: boolean;
  has(address: string): boolean;
}

/** What is wrong with an item of a list of subnets. */
export class BadSubnet extends Error {}

/** Reads `10.0.0.0/8, 2001:db8::/32, 192.0.2.7`. @throws BadSubnet */
export function parseSubnets(text: string, options: { readonly widest?: number } = {}): Subnets {
  const list = new BlockList();
  const items = text.split(/[\s,]+/).filter(Boolean);
  for (const item of items) {
    const match = /^([0-9a-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(item);
    const address = match?.[1] ?? '';
    const version = isIP(address);
    const bits = version === 6 ? 128 : 32;
    const prefix = match?.[2] === undefined ? bits : Number(match[2]);
    if (version === 0 || prefix > bits)
      throw new BadSubnet(`${JSON.stringify(item)} is no address or subnet`);
    if (prefix < (options.widest ?? 0))
      throw new BadSubnet(`${JSON.stringify(item)} is too wide: name the addresses one by one`);
    if (version === 6 && mapped(address))
      throw new BadSubnet(`write ${JSON.stringify(item)} as an IPv4 subnet`);
    list.addSubnet(address, prefix, version === 6 ? 'ipv6' : 'ipv4');
  }
  return {
    isEmpty: items.length === 0,
    has: (address) => {
      const version = isIP(address);
      return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
    },
  };
}

/** The one spelling of an address: no zone, and IPv4 as IPv4 where a socket says `::ffff:192.0.2.1`. Null for no address. */
export function plainAddress(text: string | undefined): string | null {
  if (text === undefined) return null;
  const address = text.replace(/%.*$/, '');
  if (isIP(address) === 0) return null;
  return mapped(address) ?? address;
}

/** `::ffff:c000:201`, however it is spelled, as `192.0.2.1`; null for any other address. */
function mapped(address: string): string | null {
  if (isIP(address) !== 6) return null;
  const match = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(new URL(`http://[${address}]`).hostname);
  if (!match) return null;
  const [high, low] = [Number.parseInt(match[1]!, 16), Number.parseInt(match[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
