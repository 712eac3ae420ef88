import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import type { Sms, SmsAccepted, SmsGateway } from '../capabilities/sms-gateway.ts';
import type { Call } from '../capabilities/token.ts';
import { Refused, RetryLater, Unknown } from '../errors.ts';
import type { PhoneNumber } from '../phone.ts';
import { smsCost } from '../sms-text.ts';
import type { Suite } from './contract.ts';

/** A gateway, and what arrived through it. */
export type SmsGatewayBench = {
  readonly gateway: SmsGateway;
  arrived(): Promise<readonly { readonly to: string; readonly text: string }[]>;
  /**
   * Makes the other side behave so from now on: it has no time, it takes messages and its answer gets lost, or it
   * refuses the number. For gateways that have another side.
   */
  play?(what: 'busy' | 'answer lost' | 'refuses'): void | Promise<void>;
};

/** An SMS as the suite sends it, for tests of gateways. */
export const sampleSms = (overrides: Partial<Sms> = {}): Sms => ({
  to: '+393471234567',
  text: 'Reti Aeree: fattura 123/A del 01/11/2026, 72,60 €, scade il 21/11/2026.',
  ...overrides,
});

/** Texts that something between us and the network may take for more than text. */
const ODD_TEXTS = [
  'È già pronta: paghi "subito" & bene, 100% = 72,60 €',
  'prima riga\nseconda riga',
  '{{secret.token}} {{ to }} ${key} %s %7B',
  '</text><to>+393330000000</to> \\" \\n ; DROP',
  "a=b&to=%2B393330000000&c='d'#e?f+g h",
  'Привет 🙂',
];

/**
 * What messages rely on in an SMS gateway.
 * @param make a fresh bench for each case
 * @example runSuite(smsGatewaySuite(() => bench()))
 */
export function smsGatewaySuite(make: () => SmsGatewayBench | Promise<SmsGatewayBench>): Suite {
  const refuses = async (sms: Partial<Sms>, code: string): Promise<void> => {
    const bench = await make();
    const what = JSON.stringify(sms);
    await rejects(bench.gateway.send(sampleSms(sms), call('k1')), (error: unknown) => {
      ok(error instanceof Refused, `${what} was not refused`);
      equal(error.code, code, what);
      return true;
    });
    equal((await bench.arrived()).length, 0, `${what} went out`);
  };
  const playing = async (
    what: 'busy' | 'answer lost' | 'refuses',
    kind: typeof Refused | typeof Unknown | typeof RetryLater,
    arrives: number,
  ): Promise<void> => {
    const bench = await make();
    if (!bench.play) return;
    await bench.play(what);
    await rejects(bench.gateway.send(sampleSms(), call('k1')), kind);
    equal((await bench.arrived()).length, arrives);
  };

  return {
    name: 'SmsGateway contract',
    cases: [
      [
        'hands the message on to exactly this number',
        async () => {
          const { gateway, arrived } = await make();
          const accepted = await gateway.send(sampleSms(), call('k1'));
          deepEqual(await arrived(), [sampleSms()]);
          equal(accepted.state, 'accepted');
          ok(accepted.providerId === null || accepted.providerId !== '');
        },
      ],
      [
        'hands the text on as it is, whatever it looks like',
        async () => {
          for (const text of ODD_TEXTS) {
            const { gateway, arrived } = await make();
            await gateway.send(sampleSms({ text }), call('k1'));
            deepEqual(await arrived(), [sampleSms({ text })]);
          }
        },
      ],
      [
        'says how many messages it was',
        async () => {
          const { gateway } = await make();
          const sent: SmsAccepted[] = [];
          const texts = ['x'.repeat(160), 'x'.repeat(161), 'ș'.repeat(71)];
          for (const [n, text] of texts.entries())
            sent.push(await gateway.send(sampleSms({ text }), call(`k${n}`)));
          deepEqual(
            sent.map(({ segments }) => segments),
            texts.map((text) => smsCost(text).segments),
          );
        },
      ],
      [
        'refuses what is no number, or several',
        async () => {
          for (const to of [
            '',
            '3471234567',
            '00393471234567',
            '+39 347 1234567',
            '+393471234567,+393481234567',
            '+393471234567\n',
            '+39347',
            '+39347123456789',
            'RetiAeree',
          ])
            await refuses({ to: to as PhoneNumber }, 'sms.number');
        },
      ],
      [
        'refuses a text that says nothing, or can not be sent',
        async () => {
          for (const text of ['', ' \n ', 'a\u0000b', 'a\u202eb', 'a\ud800b'])
            await refuses({ text }, 'sms.text');
        },
      ],
      [
        'refuses a text that costs more than anybody meant',
        () => refuses({ text: '🙂'.repeat(1000) }, 'sms.too_long'),
      ],
      [
        'sends nothing once the caller has given up',
        async () => {
          const bench = await make();
          await rejects(bench.gateway.send(sampleSms(), call('k1', AbortSignal.abort())), RetryLater);
          equal((await bench.arrived()).length, 0);
        },
      ],
      ['asks for another try when nothing went out', () => playing('busy', RetryLater, 0)],
      [
        'says that it does not know when the answer got lost, and does not repeat it',
        () => playing('answer lost', Unknown, 1),
      ],
      ['passes a refusal on', () => playing('refuses', Refused, 0)],
      [
        'tells its balance in whole units, if it tells it',
        async () => {
          const { gateway } = await make();
          if (!gateway.balance) return;
          const { amount, unit } = await gateway.balance(call('k1'));
          ok(Number.isSafeInteger(amount));
          ok(unit === 'EUR' || unit === 'sms');
        },
      ],
    ],
  };
}

const call = (key: string, signal = new AbortController().signal): Call => ({ key, signal });
