import { plainAddress } from '../../kernel/http/subnets.ts';

/** What one subscriber has at least: addresses beside each other are his, and count as one. */
export function networkOf(peer: string): string {
  const address = plainAddress(peer);
  if (address === null) return 'unknown';
  return address.includes(':')
    ? `${groupsOf(address).slice(0, 4).join(':')}::/64`
    : `${address.split('.').slice(0, 3).join('.')}.0/24`;
}

/** The eight groups of an IPv6 address, in the one spelling that URLs give them. */
function groupsOf(address: string): string[] {
  const shortest = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = shortest.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right];
}
