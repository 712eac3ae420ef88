import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessOf } from './access.ts';
import { isOurHost } from './our-host.ts';
import { BadSubnet, parseSubnets, plainAddress } from './subnets.ts';

const lists = {
  allowed: parseSubnets('10.1.0.0/16, 2001:db8:1::/48, 192.0.2.7'),
  proxies: parseSubnets('10.9.9.9, fd00::1'),
};

describe('who may ask', () => {
  const cases: [
    why: string,
    peer: string | undefined,
    forwardedFor: string | undefined,
    client: string | null,
  ][] = [
    ['a peer of an allowed subnet', '10.1.2.3', undefined, '10.1.2.3'],
    ['a single allowed address', '192.0.2.7', undefined, '192.0.2.7'],
    ['its neighbour', '192.0.2.8', undefined, null],
    ['IPv4 inside IPv6', '::ffff:10.1.2.3', undefined, '10.1.2.3'],
    ['the same in hexadecimal', '::ffff:a01:203', undefined, '10.1.2.3'],
    ['IPv4-compatible, which is something else', '::10.1.2.3', undefined, null],
    ['an allowed IPv6 subnet', '2001:db8:1::5', undefined, '2001:db8:1::5'],
    ['with a zone', '2001:db8:1::5%eth0', undefined, '2001:db8:1::5'],
    ['another IPv6 subnet', '2001:db8:2::5', undefined, null],
    ['no peer at all', undefined, undefined, null],
    ['a stranger who says that he is one of us', '203.0.113.9', '10.1.2.3', null],
    ['a stranger who says so twice', '203.0.113.9', '10.1.2.3, 10.1.2.3', null],
    ['one of us who says that he is somebody else', '10.1.2.3', '203.0.113.9', '10.1.2.3'],
    ['one of us who says nonsense', '10.1.2.3', 'x', '10.1.2.3'],
    ['a proxy that speaks for one of us', '10.9.9.9', '10.1.2.3', '10.1.2.3'],
    ['a proxy inside IPv6 notation', '::ffff:10.9.9.9', '10.1.2.3', '10.1.2.3'],
    ['a proxy that speaks for a stranger', '10.9.9.9', '203.0.113.9', null],
    ['what a stranger wrote before the proxy', '10.9.9.9', '10.1.2.3, 203.0.113.9', null],
    ['two trusted proxies in a row', 'fd00::1', '10.1.2.3, 10.9.9.9', '10.1.2.3'],
    ['a proxy that names nobody', '10.9.9.9', undefined, null],
    ['only proxies', '10.9.9.9', 'fd00::1', null],
    ['octal', '10.9.9.9', '010.1.2.3', null],
    ['with a port', '10.9.9.9', '10.1.2.3:443', null],
    ['an empty place', '10.9.9.9', '10.1.2.3,', null],
    ['a mapped client', '10.9.9.9', '::ffff:a01:203', '10.1.2.3'],
    ['a zone in a header', '10.9.9.9', 'fe80::1%eth0', null],
    ['a decimal address', '10.9.9.9', '167838211', null],
  ];
  for (const [why, peer, forwardedFor, client] of cases)
    it(`${why}: ${client ?? 'refused'}`, () => {
      const access = accessOf(peer, forwardedFor, lists);
      assert.equal(access.isAllowed, client !== null);
      if (client !== null) assert.equal(access.client, client);
    });

  it('nobody, where no subnet is allowed', () => {
    const nobody = { allowed: parseSubnets(''), proxies: parseSubnets('') };
    assert.equal(accessOf('127.0.0.1', undefined, nobody).isAllowed, false);
  });
});

describe('subnets', () => {
  for (const wrong of [
    '10.0.0.0/33',
    '010.0.0.1',
    '10.0.0',
    '::/129',
    'localhost',
    '10.0.0.0/8/8',
    '::ffff:10.0.0.0/104',
    '-',
  ])
    it(`${JSON.stringify(wrong)} is refused`, () => assert.throws(() => parseSubnets(wrong), BadSubnet));

  it('proxies must be named, not the whole net', () => {
    assert.throws(() => parseSubnets('0.0.0.0/0', { widest: 8 }), BadSubnet);
    assert.throws(() => parseSubnets('::/0', { widest: 8 }), BadSubnet);
    assert.equal(parseSubnets('10.0.0.0/8', { widest: 8 }).has('10.200.1.1'), true);
  });

  it('an address has one spelling', () => {
    assert.equal(plainAddress('::FFFF:192.0.2.1'), '192.0.2.1');
    assert.equal(plainAddress('0:0:0:0:0:ffff:c000:201'), '192.0.2.1');
    assert.equal(plainAddress('not one'), null);
  });
});

describe('the host that a request names', () => {
  const url = 'https://gestione.example.it';
  for (const ours of [
    '127.0.0.1:8420',
    '[::1]:8420',
    'localhost',
    '192.0.2.1',
    'gestione.example.it',
    'GESTIONE.example.it:443',
  ])
    it(`${ours} is ours`, () => assert.equal(isOurHost(ours, url), true));
  for (const foreign of [
    'evil.example',
    'gestione.example.it.evil.example',
    'localhost.evil.example',
    '',
    'a@b',
    'gestione.example.it/x',
    'x y',
    undefined,
  ])
    it(`${foreign} is not`, () => assert.equal(isOurHost(foreign, url), false));
  it('without PUBLIC_URL no name is', () => assert.equal(isOurHost('gestione.example.it', null), false));
});
