import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MailTransport, Refused, RetryLater, Unknown } from '@traliccio/sdk';
import { mailTransportSuite, runSuite, sampleMail, startPlugin } from '@traliccio/sdk/testing';
import { selfSigned } from '../../../test/host/certificate.ts';
import plugin from './index.ts';
import { type Settings, smtpServer, type SmtpServer } from './server.ts';
import { bench, call, certificate } from './testing/bench.ts';
import { type Context, smtpTransport } from './transport.ts';

runSuite(
  mailTransportSuite(async () => {
    const { transport, server } = await bench();
    return { transport, arrived: async () => server.received.map(({ raw }) => raw) };
  }),
);

describe('mail by SMTP', () => {
  it('goes through TLS from the first byte, after a login', async () => {
    const { transport, server, host } = await bench(
      { security: 'tls', users: { posta: 'segreto' } },
      { security: 'tls', user: 'posta', password: 'segreto', ca: certificate.cert },
    );
    await transport.send(sampleMail(), call('k'));
    const [received] = server.received;
    deepEqual([received?.secure, received?.user], [true, 'posta']);
    equal(host.health.state, 'ok');
  });

  it('goes through STARTTLS', async () => {
    const { transport, server } = await bench(
      { security: 'starttls', users: { posta: 'segreto' } },
      { security: 'starttls', user: 'posta', password: 'segreto', ca: certificate.cert },
    );
    await transport.send(sampleMail(), call('k'));
    deepEqual([server.received[0]?.secure, server.received[0]?.user], [true, 'posta']);
  });

  it('is the same to the byte when it is sent again', async () => {
    const { transport, server } = await bench();
    for (const key of ['k', 'k', 'other']) await transport.send(sampleMail(), call(key));
    const [first, again, other] = server.received.map(({ raw }) => raw);
    equal(first, again);
    ok(first !== other);
  });

  it('opens at most five connections, and goes on using them', async () => {
    const { transport, server } = await bench();
    server.slowDown(5);
    await Promise.all(Array.from({ length: 30 }, (_, n) => transport.send(sampleMail(), call(`k${n}`))));
    equal(server.received.length, 30);
    equal(server.journal.filter((one) => one === 'connect').length, 5);
  });

  it('closes its connections when the plugin stops', async () => {
    const { transport, server, stop } = await bench();
    await transport.send(sampleMail(), call('k'));
    equal(server.connections, 1);
    await stop();
    while (server.connections > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });
});

describe('a certificate that can not be trusted', () => {
  const refused = async (
    server: { readonly ca?: string; readonly fingerprint?: string },
    why: RegExp,
  ): Promise<void> => {
    const {
      transport,
      server: fake,
      host,
    } = await bench(
      { security: 'tls', users: { posta: 'segreto' } },
      { security: 'tls', user: 'posta', password: 'segreto', ...server },
    );
    await rejects(transport.send(sampleMail(), call('k')), RetryLater);
    equal(host.health.state, 'degraded');
    match(host.health.reason ?? '', why);
    deepEqual(
      fake.journal.filter((one) => one !== 'connect'),
      [],
      'neither mail nor password went out',
    );
  };

  it('since nobody known has signed it', () => refused({}, /self-signed certificate/));
  it('since its name is another', async () => {
    const other = selfSigned(['mail.example.org']);
    const { transport, host } = await bench(
      { security: 'starttls', certificate: other },
      { security: 'starttls', ca: other.cert },
    );
    await rejects(transport.send(sampleMail(), call('k')), RetryLater);
    match(host.health.reason ?? '', /does not match certificate's altnames/);
  });
  it('since it has expired', async () => {
    const old = selfSigned(['localhost'], { validDays: -1 });
    const { transport, host } = await bench(
      { security: 'tls', certificate: old },
      { security: 'tls', ca: old.cert },
    );
    await rejects(transport.send(sampleMail(), call('k')), RetryLater);
    match(host.health.reason ?? '', /certificate has expired/);
  });
  it('since its fingerprint is another', () =>
    refused({ ca: certificate.cert, fingerprint: 'AB'.repeat(32) }, /not the one in the settings/));

  it('by its name is trusted by its fingerprint', async () => {
    const other = selfSigned(['mail.example.org']);
    const { transport, server } = await bench(
      { security: 'tls', certificate: other },
      { security: 'tls', ca: other.cert, fingerprint: other.fingerprint.toLowerCase() },
    );
    await transport.send(sampleMail(), call('k'));
    equal(server.received.length, 1);
  });
});

describe('a server without STARTTLS', () => {
  it('gets neither mail nor password where STARTTLS is asked for', async () => {
    const { transport, server, host } = await bench(
      { security: 'plain', users: { posta: 'segreto' } },
      { security: 'starttls', user: 'posta', password: 'segreto' },
    );
    await rejects(transport.send(sampleMail(), call('k')), RetryLater);
    match(host.health.reason ?? '', /STARTTLS/);
    deepEqual(server.journal, ['connect']);
  });
});

describe('what goes wrong on the way', () => {
  it('an address that does not exist is refused, and the next mail goes out', async () => {
    const { transport, server, host } = await bench();
    server.be('knows no mailbox');
    await rejects(transport.send(sampleMail(), call('k1')), (error: unknown) => {
      ok(error instanceof Refused);
      deepEqual([error.code, error.message], ['mail.recipient', '550 5.1.1 No such user here']);
      return true;
    });
    equal(host.health.state, 'ok');
    server.be('well');
    await transport.send(sampleMail(), call('k2'));
    equal(server.received.length, 1);
  });

  it('a greylisted mail goes out when it is tried again', async () => {
    const { transport, server, host } = await bench();
    server.be('greylists');
    await rejects(transport.send(sampleMail(), call('k')), RetryLater);
    await transport.send(sampleMail(), call('k'));
    deepEqual([server.received.length, host.health.state], [1, 'ok']);
  });

  for (const mood of ['finds it too big', 'finds it spam'] as const)
    it(`a message is refused when the server ${mood}`, async () => {
      const { transport, server } = await bench();
      server.be(mood);
      await rejects(transport.send(sampleMail(), call('k')), { name: 'Refused', code: 'mail.rejected' });
    });

  for (const [mood, why] of [
    ['refuses the sender', /refuses the sender: 553/],
    ['relays nothing', /sends nothing on for this account: 554/],
  ] as const)
    it(`mails wait, and the health says why, when the server ${mood}`, async () => {
      const { transport, server, host } = await bench();
      server.be(mood);
      await rejects(transport.send(sampleMail(), call('k')), RetryLater);
      match(host.health.reason ?? '', why);
      server.be('well');
      await transport.send(sampleMail(), call('k'));
      equal(host.health.state, 'ok');
    });

  it('mails wait while the login is refused, and the password is in no message', async () => {
    const { transport, host } = await bench(
      { users: { posta: 'segreto' } },
      { user: 'posta', password: 'canary-7f3a' },
    );
    await rejects(transport.send(sampleMail(), call('k')), (error: unknown) => {
      ok(error instanceof RetryLater);
      ok(!`${error.message}${JSON.stringify(error)}`.includes('canary'));
      return true;
    });
    match(host.health.reason ?? '', /refuses the login: 535/);
  });

  it('mails wait while the server takes no login', async () => {
    const { transport, server, host } = await bench({}, { user: 'posta', password: 'segreto' });
    await rejects(transport.send(sampleMail(), call('k')), RetryLater);
    match(host.health.reason ?? '', /refuses the login/);
    equal(server.received.length, 0);
  });

  it('a server that is full asks to come back, which is no trouble', async () => {
    const { transport, server, host } = await bench();
    server.be('busy');
    await rejects(transport.send(sampleMail(), call('k')), RetryLater);
    equal(host.health.state, 'ok');
  });

  it('a server that is down is waited for', async () => {
    const { transport, server, host } = await bench();
    await server.stop();
    await rejects(transport.send(sampleMail(), call('k')), RetryLater);
    match(host.health.reason ?? '', /ECONNREFUSED/);
  });

  it('a server that takes minutes for a step is given up', async () => {
    const { server, host } = await bench();
    server.slowDown(30_000);
    const to = smtpServer({
      ...host.context.settings,
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
    } as Settings);
    const transport = smtpTransport(host.context as unknown as Context, to as SmtpServer, 150);
    await rejects(transport.send(sampleMail(), call('k')), RetryLater);
    match(host.health.reason ?? '', /Greeting never received|Timeout/);
  });

  it('nobody knows whether a mail went out whose answer got lost; the second copy has the same identity', async () => {
    const { transport, server } = await bench();
    server.be('answer lost');
    await rejects(transport.send(sampleMail(), call('k')), Unknown);
    server.be('well');
    await transport.send(sampleMail(), call('k'));
    equal(server.received.length, 2);
    equal(server.received[0]?.raw, server.received[1]?.raw);
  });

  it('a mail that was cut in the middle is not taken for sent', async () => {
    const { transport, server } = await bench();
    server.be('cuts in the middle');
    const attachments = [{ fileName: 'a.bin', mediaType: 'a/b', bytes: new Uint8Array(1_000_000) }];
    // How far it got is known to the network only.
    await rejects(transport.send(sampleMail({ attachments }), call('k')), /^(RetryLater|Unknown)/);
    equal(server.received.length, 0);
  });

  it('a mail that its caller gives up while it waits for the server did not go out', async () => {
    const { transport, server } = await bench();
    server.slowDown(50);
    const abort = new AbortController();
    const sending = transport.send(sampleMail(), call('k', abort.signal));
    while (!server.journal.some((one) => one.startsWith('rcpt')))
      await new Promise((go) => setTimeout(go, 5));
    abort.abort();
    await rejects(sending, RetryLater);
    equal(server.received.length, 0);
  });
});

describe('limits of the account', () => {
  it('of a day make mails wait until the day is over', async () => {
    const { transport, server } = await bench({}, { perDay: 2 });
    for (const key of ['k1', 'k2']) await transport.send(sampleMail(), call(key));
    await rejects(transport.send(sampleMail(), call('k3')), (error: unknown) => {
      ok(error instanceof RetryLater);
      ok((error.afterSeconds ?? 0) > 23 * 3600, `after ${error.afterSeconds} s`);
      return true;
    });
    equal(server.received.length, 2);
  });

  it('of a minute spread mails', async () => {
    const { transport, server } = await bench({}, { perMinute: 1200 });
    const since = performance.now();
    await Promise.all(['k1', 'k2', 'k3', 'k4', 'k5'].map((key) => transport.send(sampleMail(), call(key))));
    ok(performance.now() - since >= 200, 'five mails, 50 ms apart');
    equal(server.received.length, 5);
  });
});

describe('before it is set up', () => {
  it('mails wait, and the health says for what', async () => {
    const host = await startPlugin(plugin);
    await rejects((host.provided(MailTransport) as MailTransport).send(sampleMail(), call('k')), RetryLater);
    match(host.health.reason ?? '', /fill in the setting "host"/);
    await host.stop();
  });

  for (const [field, settings] of [
    ['host', { host: 'smtp.example.org/x' }],
    ['security', { host: 'smtp.example.org', security: 'none' }],
    ['password', { host: 'smtp.example.org', user: 'posta' }],
    ['user', { host: 'smtp.example.org', password: 'segreto' }],
    ['ca', { host: 'smtp.example.org', ca: '/etc/ssl/ca.pem' }],
    ['fingerprint', { host: 'smtp.example.org', fingerprint: 'AB:CD' }],
  ] as const)
    it(`the setting ${field} is refused when it can not be right`, async () => {
      await rejects(startPlugin(plugin, { settings }), { code: 'mail_smtp.settings', field });
    });

  it('no encryption is for this machine, or for who insists', async () => {
    for (const settings of [{ host: '127.0.0.1' }, { host: 'smtp.example.org', allowPlaintext: true }])
      await (await startPlugin(plugin, { settings: { ...settings, security: 'none' } })).stop();
  });
});
