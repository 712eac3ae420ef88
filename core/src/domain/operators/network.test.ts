import { equal } from 'node:assert/strict';
import { it } from 'node:test';
import { networkOf } from './network.ts';

it('neighbours are one network, however their addresses are spelled', () => {
  const cases = {
    '192.0.2.7': '192.0.2.0/24',
    '192.0.2.255': '192.0.2.0/24',
    '::ffff:192.0.2.9': '192.0.2.0/24',
    '::FFFF:c000:0207': '192.0.2.0/24',
    '2001:db8:1:2:3:4:5:6': '2001:db8:1:2::/64',
    '2001:0DB8:0001:0002::1': '2001:db8:1:2::/64',
    '2001:db8::1': '2001:db8:0:0::/64',
    'fe80::1%eth0': 'fe80:0:0:0::/64',
    '::1': '0:0:0:0::/64',
    '64:ff9b::192.0.2.33': '64:ff9b:0:0::/64',
    '': 'unknown',
    unknown: 'unknown',
    '192.0.2.7:443': 'unknown',
  };
  for (const [peer, network] of Object.entries(cases)) equal(networkOf(peer), network, peer);
});
