import { equal, rejects } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import type { BillingCadence } from '../capabilities/billing-cadence.ts';
import type { DocumentRenderer } from '../capabilities/document-renderer.ts';
import type { MailTransport } from '../capabilities/mail-transport.ts';
import type { Sms, SmsGateway } from '../capabilities/sms-gateway.ts';
import { addDays, addMonths, daysBetween, monthOf, yearOf, type PlainDate } from '../dates.ts';
import { Refused, RetryLater } from '../errors.ts';
import { checkSms } from '../sms.ts';
import {
  billingCadenceSuite,
  mailTransportSuite,
  rendererSuite,
  smsGatewaySuite,
  type SmsGatewayBench,
  type Suite,
} from './index.ts';

/** A suite is worth what it catches: here providers are wrong on purpose, each in one way. */
async function catches(suite: Suite, caseName: RegExp): Promise<void> {
  const failed: string[] = [];
  for (const [name, run] of suite.cases) await (async () => run())().catch(() => failed.push(name));
  equal(
    failed.some((name) => caseName.test(name)),
    true,
    `caught by: ${failed.join('; ') || 'none'}`,
  );
}

describe('the suite for billing cadences catches a provider', () => {
  const suite = (grid: BillingCadence['grid']): Suite =>
    billingCadenceSuite(
      () => ({ offered: ['months:1'], describe: (name) => (name === 'months:1' ? INFO : undefined), grid }),
      { cadences: [] },
    );
  const INFO = { label: { it: 'Mensile', en: 'Monthly' }, warning: null };
  const months = (date: PlainDate): number => yearOf(date) * 12 + monthOf(date);

  it('whose boundaries drift, since each is counted from the one before', async () => {
    await catches(
      suite((name, { date }) => {
        const boundary = (k: number): PlainDate => {
          let at = date;
          for (let step = 0; step < Math.abs(k); step += 1) at = addMonths(at, Math.sign(k));
          return at;
        };
        return name === 'months:1' ? { boundary, indexOf: (on) => months(on) - months(date) } : undefined;
      }),
      /finds the period/,
    );
  });

  it('that takes the end of a period for a part of it', async () => {
    const indexOf = (anchor: PlainDate) => (on: PlainDate) => Math.floor((daysBetween(anchor, on) - 1) / 30);
    await catches(
      suite((name, { date }) =>
        name === 'months:1' ? { boundary: (k) => addDays(date, 30 * k), indexOf: indexOf(date) } : undefined,
      ),
      /finds the period/,
    );
  });

  it('that takes every cadence for its own', async () => {
    await catches(
      suite((_, { date }) => ({ boundary: (k) => addDays(date, k), indexOf: (on) => daysBetween(date, on) })),
      /does not know/,
    );
  });
});

describe('the suite for renderers catches a provider', () => {
  const suite = (render: DocumentRenderer['render']): Suite => rendererSuite(() => ({ render }));
  const bytesOf = (value: unknown): Uint8Array => createHash('sha256').update(JSON.stringify(value)).digest();
  const file = { fileName: 'a.pdf', mediaType: 'application/pdf' };

  it('that puts the time of day into the file', async () => {
    let now = 0;
    await catches(
      suite(async (request) => ({ ...file, bytes: bytesOf([request, (now += 1)]) })),
      /same bytes for the same/,
    );
  });

  it('that forgets the attachments', async () => {
    await catches(
      suite(async ({ document }) => ({ ...file, bytes: bytesOf(document) })),
      /embeds the attachments/,
    );
  });

  it('whose file name leads out of the folder', async () => {
    await catches(
      suite(async (request) => ({
        ...file,
        fileName: `${request.document.numberText}.pdf`,
        bytes: bytesOf(request),
      })),
      /names the file/,
    );
  });

  it('that goes on when nobody waits any more', async () => {
    await catches(
      suite(async (request) => ({ ...file, bytes: bytesOf(request) })),
      /gives up/,
    );
  });
});

describe('the suite for mail transports catches a provider', () => {
  /** Sends whatever it gets, as it gets it. */
  const careless = (idOf: (key: string) => string): Suite =>
    mailTransportSuite(() => {
      const arrived: string[] = [];
      const transport: MailTransport = {
        async send(mail, { key }) {
          const messageId = idOf(key);
          arrived.push(
            `Message-ID: ${messageId}\r\nTo: ${mail.to}\r\nSubject: ${mail.subject}\r\n\r\n${mail.text}`,
          );
          return { messageId };
        },
      };
      return { transport, arrived: async () => arrived };
    });
  let messages = 0;

  for (const [what, caseName] of [
    ['that lets a header be smuggled in', /smuggle/],
    ['that takes what is no address', /refuses what is no address/],
    ['that takes several recipients', /exactly one recipient/],
    ['that loses attachments', /byte for byte/],
    ['that sends lines that servers break', /lines that every server/],
    ['that sends after its caller gave up', /given up/],
  ] as const) {
    it(what, () =>
      catches(
        careless((key) => `<${key}@example.org>`),
        caseName,
      ),
    );
  }

  it('that gives a repetition a new Message-ID', () =>
    catches(
      careless(() => `<${(messages += 1)}@example.org>`),
      /repetition the same identity/,
    ));
});

describe('the suite for SMS gateways catches a provider', () => {
  /** Right, but for what a test changes. */
  const suite = (change: (bench: SmsGatewayBench, arrived: Sms[]) => Partial<SmsGatewayBench>): Suite =>
    smsGatewaySuite(() => {
      const arrived: Sms[] = [];
      const gateway: SmsGateway = {
        async send(sms, { signal }) {
          const { segments } = checkSms(sms, { maxSegments: 4 });
          if (signal.aborted) throw new RetryLater('given up');
          arrived.push(sms);
          return { state: 'accepted', providerId: null, segments };
        },
      };
      const bench = { gateway, arrived: async () => arrived };
      return { ...bench, ...change(bench, arrived) };
    });
  const sending = (send: (sms: Sms, right: SmsGateway) => ReturnType<SmsGateway['send']>): Suite =>
    suite(({ gateway }) => ({ gateway: { send: (sms) => send(sms, gateway) } }));
  const call = { key: 'k', signal: new AbortController().signal };

  it('and lets one pass that is right', async () => {
    for (const [, run] of suite(() => ({})).cases) await run();
  });

  it('that takes whatever it gets', () =>
    catches(
      suite((_, arrived) => ({
        gateway: {
          send: async (sms) => (arrived.push(sms), { state: 'accepted', providerId: null, segments: 1 }),
        },
      })),
      /refuses what is no number/,
    ));

  it('that changes the text', () =>
    catches(
      sending((sms, right) => right.send({ ...sms, text: sms.text.replaceAll('€', 'E') }, call)),
      /hands the text on as it is/,
    ));

  it('that counts characters for messages', () =>
    catches(
      sending(async (sms, right) => ({
        ...(await right.send(sms, call)),
        segments: Math.ceil(sms.text.length / 160),
      })),
      /how many messages/,
    ));

  it('that sends after its caller gave up', () =>
    catches(
      sending((sms, right) => right.send(sms, call)),
      /given up/,
    ));

  it('that repeats a message whose answer got lost, or takes the loss for a refusal', async () => {
    for (const times of [1, 2])
      await catches(
        suite((_, arrived) => ({
          play: () => undefined,
          gateway: {
            async send(sms) {
              for (let n = 0; n < times; n += 1) arrived.push(sms);
              throw new Refused('sms.refused', 'no answer');
            },
          },
        })),
        /does not repeat it/,
      );
  });
});

it('a case that fails rejects, so that the test runner sees it', async () => {
  const { cases } = rendererSuite(() => ({ render: async () => Promise.reject(new Error('broken')) }));
  await rejects(async () => cases[0]?.[1](), /broken/);
});
