import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Call,
  DocumentRenderer,
  type DocumentView,
  type Mail,
  MailTransport,
  Refused,
  RetryLater,
  Unknown,
} from '@traliccio/sdk';
import {
  type FakeHost,
  fixedClock,
  sampleCustomer,
  sampleDocument,
  sampleIssuer,
  startPlugin,
} from '@traliccio/sdk/testing';
import plugin from './index.ts';

const xml = {
  kind: 'fatturapa',
  fileName: 'IT01234567897_00001.xml',
  mediaType: 'text/xml',
  bytes: Buffer.from('<x/>'),
};
type Sent = Mail & { readonly key: string };
type Bench = {
  host: FakeHost;
  sent: Sent[];
  issue(key?: string): Promise<void>;
  clock: ReturnType<typeof fixedClock>;
};

const renderer: DocumentRenderer = {
  render: async ({ document }) => ({
    fileName: `${document.id}.pdf`,
    mediaType: 'application/pdf',
    bytes: Buffer.from('%PDF'),
  }),
};

/** The plugin in a fake host that has issued a document; `fails` throws for mails that don't go out. */
async function bench(
  document: DocumentView,
  options: { fails?: (mail: Mail) => void; settings?: object; without?: string } = {},
): Promise<Bench> {
  const clock = fixedClock('2026-11-01', { time: '03:00' });
  const host = await startPlugin(plugin, {
    clock,
    settings: { ...options.settings },
    core: { documents: [document], artifacts: { [document.id]: [xml] } },
  });
  const sent: Sent[] = [];
  if (options.without !== 'DocumentRenderer') host.provide(DocumentRenderer, renderer);
  if (options.without !== 'MailTransport')
    host.provide(MailTransport, {
      async send(mail: Mail, { key }: Call) {
        options.fails?.(mail);
        sent.push({ ...mail, key });
        return { messageId: `<${key}>` };
      },
    });
  const { id: documentId, revision, kind, customer, total } = document;
  const issue = (key = 'd1'): Promise<void> =>
    host.deliver('document.issued', { documentId, revision, kind, customerId: customer.id, total }, { key });
  return { host: host as unknown as FakeHost, sent, issue, clock };
}
const to = (...invoiceEmails: string[]): DocumentView =>
  sampleDocument({ customer: sampleCustomer({ invoiceEmails }) });

describe('an issued document', () => {
  it('is mailed to each of the customer’s addresses, with PDF and XML attached', async () => {
    const { sent, issue } = await bench(to('a@example.org', 'b@example.org', 'a@example.org'));
    await issue();
    deepEqual(
      sent.map((mail) => [mail.to, mail.key]),
      [
        ['a@example.org', 'd1:mail:a@example.org'],
        ['b@example.org', 'd1:mail:b@example.org'],
      ],
    );
    deepEqual(
      sent[0]?.attachments.map((one) => one.fileName),
      ['100.pdf', 'IT01234567897_00001.xml'],
    );
    deepEqual(sent[0]?.from, { name: 'Reti Aeree S.r.l.', address: 'fatture@retiaeree.example' });
  });

  it('of a customer without address is not mailed, and nobody is bothered', async () => {
    const { host, sent, issue } = await bench(to());
    await issue();
    equal(sent.length + host.notices.size, 0);
  });

  it('comes from the address in the settings, if there is one', async () => {
    const { sent, issue } = await bench(to('a@example.org'), {
      settings: { fromName: 'Amministrazione', fromAddress: 'no-reply@isp.example' },
    });
    await issue();
    deepEqual(sent[0]?.from, { name: 'Amministrazione', address: 'no-reply@isp.example' });
  });

  it('goes to the addresses that the customer has now', async () => {
    const document = to('old@example.org');
    const { host, sent, issue } = await bench(document);
    host.context.core.customers.views = async () => [sampleCustomer({ invoiceEmails: ['new@example.org'] })];
    await issue();
    deepEqual(
      sent.map((mail) => mail.to),
      ['new@example.org'],
    );
  });

  it('is dropped, not mailed late, when the plugin was off', async () => {
    const { host } = await bench(to('a@example.org'));
    deepEqual(host.registered.events[0]?.options, { id: 'mail', whileDisabled: 'skip', maxAgeHours: 72 });
  });
});

describe('a document that an operator has sent again', () => {
  it('is mailed anew, once each request', async () => {
    const document = to('a@example.org');
    const { host, sent, issue } = await bench(document);
    await issue('document.issued:100:messaging/mail');
    const { id: documentId, revision, kind, customer, total } = document;
    const resend = (request: number): Promise<void> =>
      host.deliver(
        'document.resend',
        { documentId, revision, kind, customerId: customer.id, total, request },
        { key: `document.resend:100:${request}:messaging/mail` },
      );
    for (const request of [1, 1, 2]) await resend(request);
    deepEqual(
      sent.map((mail) => mail.key),
      [
        'document.issued:100:messaging/mail:mail:a@example.org',
        'document.resend:100:1:messaging/mail:mail:a@example.org',
        'document.resend:100:2:messaging/mail:mail:a@example.org',
      ],
    );
  });

  it('goes out by SMS, too, when SMS are on', async () => {
    const { host } = await bench(to('a@example.org'), { settings: { sms: true } });
    deepEqual(
      host.registered.events
        .filter((one) => one.name.startsWith('document.'))
        .map((one) => `${one.name} ${one.options.id}`)
        .sort(),
      ['document.issued mail', 'document.issued sms', 'document.resend mail', 'document.resend sms'],
    );
  });
});

describe('a delivery that is tried again', () => {
  it('does not repeat what went out', async () => {
    const { sent, issue } = await bench(to('a@example.org'));
    await issue();
    await issue();
    equal(sent.length, 1);
  });

  it('sends to the others, then again to those that could wait, with the date of the first time', async () => {
    let down = true;
    const fails = (mail: Mail): void => {
      if (down && mail.to === 'a@example.org') throw new RetryLater('busy');
    };
    const { sent, issue, clock } = await bench(to('a@example.org', 'b@example.org'), { fails });
    const written = clock.now();
    await rejects(issue(), RetryLater);
    down = false;
    clock.advance({ minutes: 30 });
    await issue();
    deepEqual(
      sent.map((mail) => [mail.to, mail.date]),
      [
        ['b@example.org', written],
        ['a@example.org', written],
      ],
    );
  });

  it('repeats a mail that may have gone out, by itself and under the same key', async () => {
    const tried: string[] = [];
    const fails = (mail: Mail): void => {
      tried.push(mail.to);
      if (tried.length === 1) throw new Unknown('connection lost');
    };
    const { sent, issue } = await bench(to('a@example.org'), { fails });
    await rejects(issue(), RetryLater);
    await issue();
    deepEqual(
      sent.map((mail) => mail.key),
      ['d1:mail:a@example.org'],
    );
  });
});

describe('the log of mails', () => {
  it('says what became of each, and holds no address', async () => {
    const fails = (mail: Mail): void => {
      if (mail.to === 'bad@example.org')
        throw new Refused('mail.recipient', '550 <bad@example.org>: no such mailbox');
      if (mail.to === 'lost@example.org') throw new Unknown('connection lost');
      if (mail.to === 'busy@example.org') throw new RetryLater('busy');
    };
    const addresses = ['good', 'bad', 'lost', 'busy'].map((name) => `${name}@example.org`);
    const { host, issue } = await bench(to(...addresses), { fails });
    await rejects(issue(), RetryLater);
    const rows = await host.database.sql.all<{
      state: string;
      reason: string | null;
      provider_id: string | null;
    }>('SELECT * FROM messaging_message ORDER BY rowid');
    deepEqual(
      rows.map(({ state, reason, provider_id: id }) => [state, reason, id]),
      [
        ['sent', null, '<d1:mail:good@example.org>'],
        ['refused', '550 <…>: no such mailbox', null],
        ['uncertain', 'connection lost', null],
        ['open', null, null],
      ],
    );
  });
});

describe('another plugin that has something to add', () => {
  it('is asked for each mail, and can not break its subject', async () => {
    const { host, sent, issue } = await bench(to('a@example.org', 'b@example.org'));
    const seen: string[] = [];
    host.context.filters.on('message.compose', (batch) =>
      batch.map((one) => {
        seen.push(one.template);
        return {
          ...one,
          subject: `${one.subject}\r\nBcc: x@example.org`,
          text: `${one.text}Novità: fibra!\n`,
        };
      }),
    );
    await issue();
    deepEqual(seen, ['mail.invoice']);
    for (const mail of sent) {
      match(mail.text, /Novità: fibra!\n$/);
      equal(mail.subject, 'Fattura n. 123/A del 01/11/2026 - Reti Aeree S.r.l. Bcc: x@example.org');
    }
  });

  it('keeps the mail waiting when it fails', async () => {
    const { host, sent, issue } = await bench(to('a@example.org'));
    host.context.filters.on('message.compose', () => {
      throw new Error('out of words');
    });
    await rejects(issue(), /out of words/);
    equal(sent.length, 0);
  });
});

describe('an address that is refused', () => {
  it('is told to the operators once, and does not keep the others waiting', async () => {
    const fails = (mail: Mail): void => {
      if (mail.to === 'bad@example.org') throw new Refused('mail_address', 'no such mailbox');
    };
    const { host, sent, issue } = await bench(to('bad@example.org', 'good@example.org'), { fails });
    await issue();
    await issue();
    deepEqual(
      sent.map((mail) => mail.to),
      ['good@example.org'],
    );
    const [[key, notice] = []] = [...host.notices];
    match(key ?? '', /^mail-refused:100:[0-9a-f]{16}$/);
    match(notice?.message.it ?? '', /123\/A .*C00010 \(bad@example\.org\): no such mailbox/);
  });
});

describe('what is missing shows in the health of the plugin, and the delivery waits for it', () => {
  for (const without of ['MailTransport', 'DocumentRenderer']) {
    it(`when nobody provides ${without}`, async () => {
      const { host, sent, issue } = await bench(to('a@example.org'), { without });
      await rejects(issue(), RetryLater);
      equal(sent.length, 0);
      equal(host.health.state, 'degraded');
      match(host.health.reason ?? '', new RegExp(without));
    });
  }

  it('when there is no sender address', async () => {
    const document = sampleDocument({ issuer: sampleIssuer({ email: null }) });
    const { host, issue } = await bench(document);
    await rejects(issue(), RetryLater);
    match(host.health.reason ?? '', /sender/);
  });

  it('and is well again with the next mail', async () => {
    const { host, issue } = await bench(to('a@example.org'), { without: 'DocumentRenderer' });
    await rejects(issue());
    host.provide(DocumentRenderer, renderer);
    await issue();
    ok(host.health.state === 'ok');
  });
});
