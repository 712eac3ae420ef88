import { BlockList, isIP } from 'node:net';

/** Where requests may go: to the world, or to a gateway in the operator's own network too. */
export type Network = 'public' | 'private';

/** Why an address is out of reach; undefined when it may be asked. */
export function unreachable(url: URL, network: Network): string | undefined {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'only http and https are spoken here';
  if (url.username !== '' || url.password !== '')
    return 'user and password belong into the settings of that name';
  if (network === 'public' && url.protocol === 'http:')
    return 'without https, everybody on the way reads numbers and passwords (a gateway in your own network: network=private)';
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (port !== 80 && port !== 443 && port < 1024) return `port ${port} is no port of a web server`;
  const literal = url.hostname.replaceAll(/[[\]]/g, '');
  if (isIP(literal) !== 0 && !mayReach(literal, network))
    return `${literal} is no public address (a gateway in your own network: network=private)`;
  return undefined;
}

/** Whether an IP address may be connected to. URLs have brought every spelling of one to these two by now. */
export function mayReach(address: string, network: Network): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (NEVER.check(address, family)) return false;
  if (network === 'private') return true;
  return !NOT_PUBLIC.check(address, family) && (family === 'ipv4' || GLOBAL.check(address, family));
}

type Subnet = readonly [address: string, prefix: number];

/** Link-local (and with it the metadata services of clouds), multicast, broadcast and "this host". */
const NEVER = listOf([
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 3],
  ['::', 128],
  ['fe80::', 10],
  ['ff00::', 8],
]);

/** Special-purpose addresses (IANA registries, RFC 6890), and those that carry an IPv4 address inside. */
const NOT_PUBLIC = listOf([
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);

/** The only global unicast addresses there are of IPv6. */
const GLOBAL = listOf([['2000::', 3]]);

/** A list answers for IPv4 addresses mapped into IPv6 (`::ffff:127.0.0.1`) as for themselves. */
function listOf(subnets: readonly Subnet[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of subnets)
    list.addSubnet(address, prefix, address.includes(':') ? 'ipv6' : 'ipv4');
  return list;
}
