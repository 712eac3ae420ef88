import { equal, match, notEqual, ok, rejects } from 'node:assert/strict';
import type { Mail, MailTransport } from '../capabilities/mail-transport.ts';
import type { Call } from '../capabilities/token.ts';
import { Refused, RetryLater } from '../errors.ts';
import type { Suite } from './contract.ts';

/** A transport, and what arrived through it: each message as it was handed on, RFC 5322, as latin-1 text. */
export type MailTransportBench = { readonly transport: MailTransport; arrived(): Promise<readonly string[]> };

/** A mail as the suite sends it, for tests of transports. */
export function sampleMail(overrides: Partial<Mail> = {}): Mail {
  return {
    from: { name: 'Reti Aeree S.r.l.', address: 'fatture@retiaeree.example' },
    to: 'mario.rossi@example.org',
    subject: 'Fattura 123/A: scade il 21/11/2026',
    text: 'Gentile Mario Rossi,\n\nla fattura è allegata.\n',
    html: '<p>Gentile Mario Rossi,</p><p>la fattura è allegata.</p>',
    date: 1_793_520_000_000,
    attachments: [
      {
        fileName: 'fattura.pdf',
        mediaType: 'application/pdf',
        bytes: new Uint8Array(3000).map((_, index) => (index * 31) % 256),
      },
    ],
    ...overrides,
  };
}

/**
 * What messages rely on in a mail transport.
 * @param make a fresh bench for each case
 * @example runSuite(mailTransportSuite(() => bench()))
 */
export function mailTransportSuite(make: () => MailTransportBench | Promise<MailTransportBench>): Suite {
  const send = async (
    mail: Partial<Mail> = {},
    key = 'k1',
    signal?: AbortSignal,
  ): Promise<{ id: string; arrived: readonly string[] }> => {
    const bench = await make();
    const { messageId } = await bench.transport.send(sampleMail(mail), call(key, signal));
    return { id: messageId, arrived: await bench.arrived() };
  };
  const refuses = async (mail: Partial<Mail>, what: string): Promise<void> => {
    const bench = await make();
    await rejects(bench.transport.send(sampleMail(mail), call('k1')), Refused, `${what} was taken`);
    equal((await bench.arrived()).length, 0, `${what} went out`);
  };

  return {
    name: 'MailTransport contract',
    cases: [
      [
        'hands the message on with the Message-ID that it reports',
        async () => {
          const { id, arrived } = await send();
          match(id, /^<[^<>@\s]+@[^<>@\s]+>$/);
          equal(arrived.length, 1);
          equal(header(arrived[0] as string, 'Message-ID'), id);
        },
      ],
      [
        'gives a repetition the same identity, and another message another',
        async () => {
          const { transport } = await make();
          const ids = [];
          for (const key of ['k1', 'k1', 'k2'])
            ids.push((await transport.send(sampleMail(), call(key))).messageId);
          equal(ids[0], ids[1]);
          notEqual(ids[0], ids[2]);
        },
      ],
      [
        'dates the message when it was written, not when it is sent',
        async () => {
          const { arrived } = await send();
          equal(Date.parse(header(arrived[0] as string, 'Date') ?? ''), 1_793_520_000_000);
        },
      ],
      [
        'addresses exactly one recipient',
        async () => {
          const { arrived } = await send();
          equal(header(arrived[0] as string, 'To'), 'mario.rossi@example.org');
          for (const name of ['Cc', 'Bcc']) equal(header(arrived[0] as string, name), undefined);
          for (const to of [
            'a@example.org, b@example.org',
            'a@example.org b@example.org',
            'a@example.org;b@example.org',
            'G: a@example.org;',
          ])
            await refuses({ to }, to);
        },
      ],
      [
        'refuses what is no address',
        async () => {
          for (const to of [
            '',
            'mario',
            '@example.org',
            'mario@',
            'mario@-',
            'a b@example.org',
            '<mario@example.org>',
            'mario@exa mple.org',
          ])
            await refuses({ to }, JSON.stringify(to));
          await refuses({ from: { name: 'X', address: 'nobody' } }, 'a sender without domain');
        },
      ],
      [
        'lets nobody smuggle a header in',
        async () => {
          for (const evil of [
            '\r\nBcc: x@example.org',
            '\nBcc: x@example.org',
            '\rBcc: x@example.org',
            '\u0000',
          ]) {
            await refuses({ subject: `Fattura${evil}` }, 'a subject with a line end');
            await refuses({ to: `mario.rossi@example.org${evil}` }, 'an address with a line end');
            await refuses(
              { from: { name: `Reti${evil}`, address: 'fatture@retiaeree.example' } },
              'a sender with a line end',
            );
            await refuses(
              {
                attachments: [
                  { fileName: `a${evil}.pdf`, mediaType: 'application/pdf', bytes: new Uint8Array(1) },
                ],
              },
              'a file name with a line end',
            );
          }
        },
      ],
      [
        'delivers attachments byte for byte',
        async () => {
          const { arrived } = await send();
          const [attachment] = sampleMail().attachments;
          const sent = Buffer.from((attachment as Mail['attachments'][number]).bytes).toString('base64');
          ok(
            (arrived[0] as string).replaceAll('\r\n', '').includes(sent),
            'the attachment is not in the message',
          );
        },
      ],
      [
        'keeps to lines that every server takes',
        async () => {
          const { arrived } = await send({ text: 'è lungo '.repeat(500), subject: 'à'.repeat(200) });
          for (const line of (arrived[0] as string).split('\r\n'))
            ok(line.length <= 998, `a line of ${line.length} characters`);
          match(arrived[0] as string, /^[\t\r\n\x20-\x7e]*$/, 'there are bytes that a 7-bit server breaks');
        },
      ],
      [
        'sends nothing once the caller has given up',
        async () => {
          const bench = await make();
          await rejects(bench.transport.send(sampleMail(), call('k1', AbortSignal.abort())), RetryLater);
          equal((await bench.arrived()).length, 0);
        },
      ],
    ],
  };
}

const call = (key: string, signal = new AbortController().signal): Call => ({ key, signal });

function header(message: string, name: string): string | undefined {
  const head = message.slice(0, message.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim();
}
