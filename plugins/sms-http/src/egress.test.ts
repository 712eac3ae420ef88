import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { RetryLater } from '@traliccio/sdk';
import { mayReach, unreachable } from './egress.ts';
import { exchange, type ExchangeOptions } from './exchange.ts';

/** This machine, its network and its neighbours, as people have spelled them to get past a filter. */
const SPELLINGS = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '017700000001',
  '127.0.0.1.',
  '127.000.000.001',
  '0',
  '0.0.0.0',
  '00000000.0',
  '①②⑦.⓪.⓪.①',
  '１２７.0.0.1',
  '127。0。0。1',
  '%31%32%37.0.0.1',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[ff02::1]',
  '[fec0::1]',
  '[2001:db8::1]',
  '10.0.0.1',
  '012.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.169.254',
  '0xa9fea9fe',
  '2852039166',
  '224.0.0.1',
  '255.255.255.255',
  '198.18.0.1',
  '192.0.0.170',
];

/** What listens here hears of whoever got through. */
async function canary(): Promise<{ port: number; heard: () => number }> {
  let heard = 0;
  const server = createServer((socket) => {
    heard += 1;
    socket.destroy();
  });
  await once(server.listen(0, '0.0.0.0'), 'listening');
  after(() => server.close());
  return { port: (server.address() as AddressInfo).port, heard: () => heard };
}

const request = (url: string): Parameters<typeof exchange>[0] => ({
  method: 'GET',
  url: new URL(url),
  headers: {},
  body: '',
});
const options = (more: Partial<ExchangeOptions>): ExchangeOptions => ({
  network: 'public',
  signal: new AbortController().signal,
  connectMs: 300,
  ...more,
});

describe('requests to the world', () => {
  it(`reach nobody here or nearby, in any of ${SPELLINGS.length} spellings`, async () => {
    const { port, heard } = await canary();
    for (const host of SPELLINGS) {
      const url = `https://${host}:${port}/`;
      if (!URL.canParse(url)) continue;
      ok(unreachable(new URL(url), 'public') !== undefined, host);
      await rejects(exchange(request(url), options({})), RetryLater, host);
    }
    equal(heard(), 0);
  });

  it('reach nobody by a name that resolves to one of these, not even beside a public address', async () => {
    const { port, heard } = await canary();
    for (const address of [
      '127.0.0.1',
      '::1',
      '10.0.0.1',
      '::ffff:192.168.0.1',
      '169.254.169.254',
      '0.0.0.0',
    ])
      for (const addresses of [[address], ['93.184.216.34', address]])
        await rejects(
          exchange(
            request(`https://gateway.example.org:${port}/`),
            options({
              lookup: async () =>
                addresses.map((one) => ({ address: one, family: one.includes(':') ? 6 : 4 })),
            }),
          ),
          /no public one/,
        );
    equal(heard(), 0);
  });

  it('go to ports of web servers only, and speak nothing but https', () => {
    for (const url of [
      'https://example.org:25/',
      'https://example.org:22/',
      'ftp://example.org/',
      'http://example.org/',
    ])
      ok(unreachable(new URL(url), 'public') !== undefined, url);
    for (const url of [
      'https://example.org/',
      'https://example.org:8443/',
      'https://93.184.216.34/',
      'https://[2606:4700::1111]/',
    ])
      equal(unreachable(new URL(url), 'public'), undefined, url);
  });
});

describe('requests to a gateway of one’s own', () => {
  it('go to private addresses, by http too, and never to link-local ones', () => {
    for (const url of [
      'http://10.0.0.5:13013/',
      'http://127.0.0.1/',
      'http://[fd12::1]/',
      'https://example.org/',
    ])
      equal(unreachable(new URL(url), 'private'), undefined, url);
    for (const url of [
      'http://169.254.169.254/',
      'http://[fe80::1]/',
      'http://[::ffff:169.254.169.254]/',
      'http://0.0.0.0/',
    ])
      ok(unreachable(new URL(url), 'private') !== undefined, url);
  });

  it('connect to the address that was looked at, whatever the name resolves to next', async () => {
    const { port, heard } = await canary();
    const answers = [[{ address: '127.0.0.1', family: 4 }], [{ address: '169.254.169.254', family: 4 }]];
    let asked = 0;
    await rejects(
      exchange(
        request(`http://gateway.example.org:${port}/`),
        options({ network: 'private', lookup: async () => answers[asked++]! }),
      ),
      /may have taken it/,
    );
    deepEqual([asked, heard()], [1, 1]);
  });
});

it('an IPv4 address is what it is, inside IPv6 too', () => {
  deepEqual(
    ['8.8.8.8', '::ffff:8.8.8.8', '::ffff:10.0.0.1', '2a00::1'].map((address) => mayReach(address, 'public')),
    [true, false, false, true],
  );
});
