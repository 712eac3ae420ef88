import { deepEqual, equal, ok } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Mail, Refused } from '@traliccio/sdk';
import { sampleMail } from '@traliccio/sdk/testing';
import { simpleParser } from 'mailparser';
import { headersOf } from '../../../test/fakes/smtp/received.ts';
import { bench, call } from './testing/bench.ts';

/** What people have put into names and subjects to reach others, to add headers, or to have files read. */
const PAYLOADS = [
  '\r\nBcc: evil@example.net',
  '\nBcc: evil@example.net',
  '\rBcc: evil@example.net',
  '\r\n\r\nA second body',
  '\r\n.\r\nMAIL FROM:<evil@example.net>\r\nRCPT TO:<evil@example.net>\r\nDATA\r\n',
  '\n.\nRCPT TO:<evil@example.net>\n',
  '\u0000',
  '\u000b\u000cBcc: evil@example.net',
  '\u0085Bcc: evil@example.net',
  '\u2028Bcc: evil@example.net',
  '\u2029Bcc: evil@example.net',
  '\u202egpj.exe',
  '\u2066x\u2069',
  '%0d%0aBcc: evil@example.net',
  '=0D=0ABcc: evil@example.net',
  '=?utf-8?q?=0D=0ABcc:_evil@example.net?=',
  '=?utf-8?b?DQpCY2M6IGV2aWxAZXhhbXBsZS5uZXQ=?=',
  '\\r\\nBcc: evil@example.net',
  ', evil@example.net',
  '; evil@example.net',
  ' evil@example.net',
  ' <evil@example.net>',
  '" <evil@example.net>, "x',
  '<evil@example.net>',
  '> RCPT TO:<evil@example.net>',
  '> SIZE=1',
  '> NOTIFY=SUCCESS ORCPT=rfc822;evil@example.net',
  'evil: evil@example.net;',
  '(comment) evil@example.net',
  '@example.net:evil@example.org',
  '%evil@example.net',
  '!evil',
  'е@example.net',
  '\uff20example.net',
  '\uff0c evil@example.net',
  'file:///etc/passwd',
  'http://127.0.0.1:9/secret',
  'data:text/plain,x',
  '--boundary--',
  '; name="../../etc/passwd"',
  '../../../etc/passwd',
  '"; filename*=utf-8\'\'evil.exe; x="',
];

const attached = (one: Partial<Mail['attachments'][number]>): Partial<Mail> => ({
  attachments: [
    { fileName: 'fattura.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF'), ...one },
  ],
});

const FIELDS: Readonly<Record<string, (payload: string) => Partial<Mail>>> = {
  to: (payload) => ({ to: `mario.rossi@example.org${payload}` }),
  'the beginning of to': (payload) => ({ to: `${payload}mario.rossi@example.org` }),
  'the sender’s address': (payload) => ({
    from: { name: 'Reti', address: `fatture@retiaeree.example${payload}` },
  }),
  'the sender’s name': (payload) => ({
    from: { name: `Reti${payload}`, address: 'fatture@retiaeree.example' },
  }),
  subject: (payload) => ({ subject: `Fattura${payload}` }),
  text: (payload) => ({ text: `Gentile${payload}` }),
  html: (payload) => ({ html: `<p>${payload}</p>` }),
  'a file name': (payload) => attached({ fileName: `a${payload}.pdf` }),
  'a media type': (payload) => attached({ mediaType: `application/pdf${payload}` }),
};

describe('whatever stands in a mail', () => {
  for (const [field, mailOf] of Object.entries(FIELDS))
    it(`reaches its one recipient, or nobody: ${PAYLOADS.length} times ${field}`, async () => {
      const { transport, server } = await bench();
      await transport.send(sampleMail(), call('clean'));
      const clean = headersOf(server.received[0]!.raw);
      let sent = 1;
      let last: [string, string[]] = [sampleMail().from.address, [sampleMail().to]];
      for (const [n, payload] of PAYLOADS.entries()) {
        const mail = sampleMail(mailOf(payload));
        const what = `${field} ${JSON.stringify(payload)}`;
        try {
          await transport.send(mail, call(`k${n}`));
          sent += 1;
          last = [mail.from.address, [mail.to]];
          ok(/^[!-~]+@example\.org$/.test(mail.to), what);
        } catch (error) {
          ok(error instanceof Refused, `${what}: ${String(error)}`);
        }
        equal(server.received.length, sent, `${what}: what was refused went out, or went out twice`);
        const received = server.received.at(-1)!;
        deepEqual([received.from, received.to], last, what);
        deepEqual(
          headersOf(received.raw).map(([name]) => name),
          clean.map(([name]) => name),
          `${what}: other headers`,
        );
        const parsed = await simpleParser(received.raw);
        deepEqual([parsed.cc, parsed.bcc, parsed.attachments.length], [undefined, undefined, 1], what);
        ok(!received.raw.includes('root:x:0:0'), `${what}: a file was read`);
      }
      ok(!server.journal.some((one) => one.includes('evil@')), 'nobody else was written to');
    });

  it('is read as it was written', async () => {
    const { transport, server } = await bench();
    const subject = 'Fattura "123/A" =?utf-8?q?x?= <b> à €';
    await transport.send(
      sampleMail({ subject, from: { name: 'Reti, "Aeree" & Figli', address: 'a@b.example' } }),
      call('k'),
    );
    const parsed = await simpleParser(Buffer.from(server.received[0]!.raw, 'latin1'));
    equal(parsed.subject, subject);
    deepEqual(parsed.from?.value, [{ name: 'Reti, "Aeree" & Figli', address: 'a@b.example' }]);
    equal(parsed.text?.trim(), sampleMail().text.trim());
    deepEqual(parsed.attachments[0]?.content, Buffer.from(sampleMail().attachments[0]!.bytes));
  });
});
