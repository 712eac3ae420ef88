import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Call,
  type DocumentView,
  Refused,
  RetryLater,
  type Sms,
  SmsGateway,
  Unknown,
} from '@traliccio/sdk';
import {
  type FakeHost,
  fixedClock,
  sampleCustomer,
  sampleDocument,
  startPlugin,
} from '@traliccio/sdk/testing';
import plugin from './index.ts';

type Bench = {
  host: FakeHost;
  sent: (Sms & { key: string })[];
  issue(key?: string): Promise<void>;
  clock: ReturnType<typeof fixedClock>;
  states(): Promise<unknown[]>;
};

/** The plugin in a fake host that has issued a document; `fails` throws for SMS that don't go out. */
async function bench(
  phones: readonly string[],
  options: {
    fails?: () => void;
    document?: Partial<DocumentView>;
    time?: `${number}:${number}`;
    without?: true;
  } = {},
): Promise<Bench> {
  const clock = fixedClock('2026-11-01', { time: options.time ?? '10:00' });
  const document = sampleDocument(options.document);
  const host = await startPlugin(plugin, {
    clock,
    settings: { mail: false, sms: true },
    core: { documents: [document], customers: [sampleCustomer({ invoicePhones: phones })] },
  });
  const sent: Bench['sent'] = [];
  if (!options.without)
    host.provide(SmsGateway, {
      async send(sms: Sms, { key }: Call) {
        options.fails?.();
        sent.push({ ...sms, key });
        return { state: 'accepted', providerId: 'p1', segments: 1 };
      },
    });
  const { id: documentId, revision, kind, customer, total } = document;
  return {
    host: host as unknown as FakeHost,
    sent,
    clock,
    issue: (key = 'd1') =>
      host.deliver(
        'document.issued',
        { documentId, revision, kind, customerId: customer.id, total },
        { key },
      ),
    states: async () =>
      (
        await host.database.sql.all<{ state: string; reason: string | null; provider_id: string | null }>(
          'SELECT * FROM messaging_message ORDER BY written_at',
        )
      ).map(({ state, reason, provider_id: id }) => [state, reason, id]),
  };
}

describe('an issued invoice', () => {
  it('is told of by one SMS, to the first mobile for invoices', async () => {
    const { sent, issue, states } = await bench(['0432 111222', '347 123 4567', '348 7654321']);
    await issue();
    deepEqual(sent, [
      {
        to: '+393471234567',
        text: 'Reti Aeree S.r.l.: fattura n. 123/A del 01/11/2026, 72,60 €, scadenza 21/11/2026.',
        key: 'd1:sms:+393471234567',
      },
    ]);
    deepEqual(await states(), [['sent', null, 'p1']]);
  });

  it('of a customer without a mobile is not told of, and nobody is bothered', async () => {
    for (const phones of [[], ['0432 111222'], ['+43 664 1234567'], ['chiamare dopo le 18']]) {
      const { host, sent, issue } = await bench(phones);
      await issue();
      equal(sent.length + host.notices.size, 0);
    }
  });

  it('waits for the morning when it was made at night', async () => {
    const { sent, issue, clock } = await bench(['347 1234567'], { time: '03:00' });
    await rejects(issue(), (error: unknown) => {
      ok(error instanceof RetryLater);
      equal(error.afterSeconds, 6 * 3600);
      return true;
    });
    clock.advance({ minutes: 6 * 60 });
    await issue();
    equal(sent.length, 1);
  });

  it('may be told of in other words by other plugins, made cheap again', async () => {
    const { host, sent, issue } = await bench(['347 1234567']);
    host.context.filters.on('message.compose', (batch) =>
      batch.map((one) => ({ ...one, text: `${one.template}: “È pronta”\r\nBuona giornata` })),
    );
    await issue();
    equal(sent[0]?.text, `sms.invoice: "E' pronta" Buona giornata`);
  });

  it('waits for a gateway, and the health says so', async () => {
    const { host, issue } = await bench(['347 1234567'], { without: true });
    await rejects(issue(), RetryLater);
    match(host.health.reason ?? '', /SmsGateway/);
  });
});

it('a credit note is told of by mail only', async () => {
  const { sent, issue } = await bench(['347 1234567'], { document: { kind: 'credit_note' } });
  await issue();
  equal(sent.length, 0);
});

describe('an SMS that is delivered again', () => {
  it('is not repeated once it went out', async () => {
    const { sent, issue } = await bench(['347 1234567']);
    await issue();
    await issue();
    equal(sent.length, 1);
  });

  it('goes out when it did not the first time', async () => {
    let isBusy = true;
    const fails = (): void => {
      if (isBusy) throw new RetryLater('come back later');
    };
    const { sent, issue, states } = await bench(['347 1234567'], { fails });
    await rejects(issue(), RetryLater);
    deepEqual(await states(), [['open', 'come back later', null]]);
    isBusy = false;
    await issue();
    deepEqual([sent.length, await states()], [1, [['sent', null, 'p1']]]);
  });

  it('is refused once, and the operators are told', async () => {
    let tries = 0;
    const fails = (): void => {
      tries += 1;
      throw new Refused('sms.refused', 'the gateway refuses +393471234567');
    };
    const { host, issue, states } = await bench(['347 1234567'], { fails });
    await issue();
    await issue();
    equal(tries, 1);
    deepEqual(await states(), [['refused', 'the gateway refuses …', null]]);
    match([...host.notices.keys()][0] ?? '', /^sms-refused:100:[0-9a-f]{16}$/);
  });
});

describe('an SMS that may have gone out', () => {
  const lost = (): never => {
    throw new Unknown('no answer within 30 s');
  };

  it('is uncertain, and the operators are told what they can do', async () => {
    const { host, issue, states } = await bench(['347 1234567'], { fails: lost });
    await rejects(issue(), Unknown);
    deepEqual(await states(), [['uncertain', 'no answer within 30 s', null]]);
    const [[key, notice] = []] = [...host.notices];
    match(key ?? '', /^sms-uncertain:100:/);
    match(notice?.message.it ?? '', /Non si sa se l'SMS .*outbox retry.*outbox discard/);
  });

  it('is one whose gateway failed in a way that no gateway should', async () => {
    const fails = (): never => {
      throw new TypeError('undefined is not a function');
    };
    const { issue, states } = await bench(['347 1234567'], { fails });
    await rejects(issue(), Unknown);
    deepEqual((await states())[0], ['uncertain', 'the gateway failed while it was sending', null]);
  });

  it('is one whose process ended while it was sent: it is not sent again', async () => {
    const { host, sent, issue, states } = await bench(['347 1234567']);
    await issue();
    await host.database.sql.run("UPDATE messaging_message SET state = 'sending'");
    await rejects(issue(), Unknown);
    equal(sent.length, 1);
    equal(((await states())[0] as string[])[0], 'uncertain');
  });

  it('goes out when a person asks for it', async () => {
    let isLost = true;
    const { sent, issue, states } = await bench(['347 1234567'], { fails: () => isLost && lost() });
    await rejects(issue(), Unknown);
    isLost = false;
    // `traliccio outbox retry`: an uncertain delivery never comes back by itself.
    await issue();
    deepEqual([sent.length, await states()], [1, [['sent', null, 'p1']]]);
  });
});

describe('the channels', () => {
  /** Who hears of documents: when they are issued, and when they are sent again. */
  const subscriptions = async (settings: object): Promise<(string | undefined)[]> => {
    const { events } = (await startPlugin(plugin, { settings })).registered;
    const [issued, resend] = (['document.issued', 'document.resend'] as const).map((name) =>
      events.filter((one) => one.name === name).map(({ options }) => options.id),
    );
    deepEqual(resend, issued);
    return issued!;
  };

  it('are switched on and off each by itself; SMS cost money, so they are off at first', async () => {
    deepEqual(await subscriptions({}), ['mail']);
    deepEqual(await subscriptions({ sms: true }), ['mail', 'sms']);
    deepEqual(await subscriptions({ mail: false, sms: true }), ['sms']);
    deepEqual(await subscriptions({ mail: false }), []);
  });
});
