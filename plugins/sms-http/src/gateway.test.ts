import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refused, RetryLater, SmsGateway, smsKey, Unknown } from '@traliccio/sdk';
import { runSuite, sampleSms, smsGatewaySuite, startPlugin } from '@traliccio/sdk/testing';
import type { GatewayMood } from '../../../test/fakes/sms/fake-gateway.ts';
import plugin from './index.ts';
import type { Settings } from './plan.ts';
import { bench, call, PRESETS } from './testing/bench.ts';

const MOODS = { busy: 'busy', 'answer lost': 'answer lost', refuses: 'refuses' } as const;

for (const preset of PRESETS.keys())
  describe(`as the README says for ${preset}`, () =>
    runSuite(
      smsGatewaySuite(async () => {
        const { gateway, fake } = await bench(preset);
        return {
          gateway,
          arrived: async () => fake.taken.map(({ to, text }) => ({ to, text })),
          play: (what) => fake.be(MOODS[what]),
        };
      }),
    ));

describe('an SMS by HTTP', () => {
  it('has the sender of the settings, and a key that says nothing of whom it is about', async () => {
    const { gateway, fake } = await bench();
    await gateway.send(sampleSms(), call('document.issued:1:+393471234567'));
    const [asked] = fake.taken;
    equal(asked?.sender, 'RetiAeree');
    equal(asked?.key, smsKey('document.issued:1:+393471234567'));
    match(asked?.key ?? '', /^[0-9a-f]{32}$/);
  });

  it('is known by the gateway’s id', async () => {
    for (const preset of ['skebby', 'smshosting'])
      equal((await (await bench(preset)).gateway.send(sampleSms(), call('k'))).providerId, '1');
  });

  it('tells what is left, in whole cents', async () => {
    const { gateway } = await bench();
    deepEqual(await gateway.balance?.(call('k')), { amount: 12_345, unit: 'EUR' });
  });
});

describe('what the gateway answers', () => {
  const sent = async (
    mood: GatewayMood,
  ): Promise<{ error: unknown; reason: string | undefined; taken: number }> => {
    const { gateway, fake, host } = await bench('skebby', {}, { answerMs: 300 });
    fake.be(mood);
    const error = await gateway.send(sampleSms(), call('k')).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return { error, reason: host.health.reason, taken: fake.taken.length };
  };

  it('asks to slow down: after as many seconds as it says', async () => {
    const { error } = await sent('too fast');
    ok(error instanceof RetryLater);
    equal(error.afterSeconds, 7);
  });

  it('breaks: tried again, and nothing that it repeats of our secrets is shown', async () => {
    const { error, taken } = await sent('broken');
    ok(error instanceof RetryLater);
    match(error.message, /500 it broke, with ••• in hand/);
    equal(taken, 0);
  });

  for (const mood of [
    'silent',
    'answer lost',
    'answers a page',
    'behind a proxy that gave up',
    'babbles',
  ] as const)
    it(`leaves in doubt whether it took the message: ${mood}`, async () => {
      const { error, taken } = await sent(mood);
      ok(error instanceof Unknown, String(error));
      equal(taken, 1, 'it was sent again');
    });

  it('redirects: not followed, and the health says where to', async () => {
    const { gateway, fake, host } = await bench();
    fake.be('redirects');
    await rejects(gateway.send(sampleSms(), call('k')), RetryLater);
    deepEqual(fake.journal, ['POST /API/v1.0/REST/sms']);
    match(host.health.reason ?? '', /307 http:.*\/elsewhere/);
  });

  it('knows neither user nor password: messages wait, and the health is well again after the next', async () => {
    const { fake, gateway: wrong, host } = await bench('skebby', { token: 'canary-wrong-9d2e' });
    await rejects(wrong.send(sampleSms(), call('k')), (error: unknown) => {
      ok(error instanceof RetryLater);
      ok(!`${error.message}${host.health.reason}`.includes('canary'));
      return true;
    });
    equal(host.health.state, 'degraded');
    Object.assign(fake.login, { token: 'canary-wrong-9d2e' });
    await wrong.send(sampleSms(), call('k'));
    equal(host.health.state, 'ok');
  });

  it('does not know the sender: refused', async () => {
    const { gateway } = await bench('skebby', { sender: 'Altri' });
    await rejects(gateway.send(sampleSms(), call('k')), (error: unknown) => {
      ok(error instanceof Refused);
      equal(error.code, 'sms.refused');
      match(error.message, /Sender is not registered/);
      return true;
    });
  });

  it('is not there: messages wait', async () => {
    const { gateway, fake, host } = await bench();
    await fake.stop();
    await rejects(gateway.send(sampleSms(), call('k')), RetryLater);
    match(host.health.reason ?? '', /can't be reached: .*ECONNREFUSED/);
  });
});

describe('limits of the account', () => {
  it('of a day make messages wait', async () => {
    const { gateway, fake } = await bench('skebby', { perDay: 1 });
    await gateway.send(sampleSms(), call('k1'));
    await rejects(gateway.send(sampleSms(), call('k2')), (error: unknown) => {
      ok(error instanceof RetryLater);
      ok((error.afterSeconds ?? 0) > 23 * 3600);
      return true;
    });
    equal(fake.taken.length, 1);
  });
});

describe('settings that can not be right are refused', () => {
  const gateway = { url: 'https://sms.example.org/send', fields: { to: '{{to}}', text: '{{text}}' } };
  const cases: readonly [field: string, settings: Record<string, unknown>][] = [
    ['gateway.url', { gateway: { ...gateway, url: 'sms.example.org' } }],
    ['gateway.url', { gateway: { ...gateway, url: 'https://sms.example.org/{{to}}' } }],
    ['gateway.url', { gateway: { ...gateway, url: 'https://reti:segreto@sms.example.org/' } }],
    ['gateway.url', { gateway: { ...gateway, url: 'http://sms.example.org/' } }],
    ['gateway.url', { gateway: { ...gateway, url: 'file:///etc/passwd' } }],
    ['gateway.url', { gateway: { ...gateway, url: 'https://10.0.0.5/' } }],
    ['gateway.balance.url', { gateway: { ...gateway, balance: { url: 'https://127.1/' } } }],
    ['gateway.fields', { gateway: { ...gateway, fields: { to: '{{to}}' } } }],
    ['gateway.fields', { gateway: { ...gateway, fields: { text: '{{text}}' } } }],
    ['gateway.fields', { gateway: { ...gateway, fields: { ...gateway.fields, x: ['{{iban}}'] } } }],
    [
      'gateway.fields.list',
      { gateway: { ...gateway, format: 'form', fields: { ...gateway.fields, list: ['1'] } } },
    ],
    ['gateway.headers', { gateway: { ...gateway, headers: { 'X-Text': '{{text}}' } } }],
    ['gateway.headers', { gateway: { ...gateway, headers: { 'X-A': 'b\r\nX-C: d' } } }],
    ['gateway.headers', { gateway: { ...gateway, headers: { Host: 'internal' } } }],
    ['token', { gateway: { ...gateway, authorization: 'bearer' } }],
    ['password', { gateway: { ...gateway, authorization: 'basic' }, user: 'reti' }],
    ['sender', { gateway: { ...gateway, fields: { ...gateway.fields, from: '{{sender}}' } } }],
  ];
  for (const [field, settings] of cases)
    it(`${field}: ${JSON.stringify(settings)}`, async () => {
      await rejects(startPlugin(plugin, { settings: settings as Partial<Settings> }), {
        code: 'sms_http.settings',
        field,
      });
    });

  it('and without any, messages wait and the health says for what', async () => {
    const host = await startPlugin(plugin);
    const waiting = host.provided(SmsGateway) as SmsGateway;
    await rejects(waiting.send(sampleSms(), call('k')), RetryLater);
    match(host.health.reason ?? '', /fill in the setting "gateway"/);
    await host.stop();
  });
});
