import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Call, type Mail, MailTransport, Refused, RetryLater } from '@traliccio/sdk';
import { type CoreData, fixedClock, sampleCustomer, sampleIssuer, startPlugin } from '@traliccio/sdk/testing';
import plugin from './index.ts';

const CHANGE = {
  changeId: 3,
  contractId: 7,
  contractCode: 'K7',
  plan: 'Casa <100>',
  issuerId: sampleIssuer().id,
  customerId: sampleCustomer().id,
  oldPriceE8: 2_490_000_000,
  oldVatIncluded: true,
  priceE8: 2_690_000_000,
  vatIncluded: true,
  effectiveOn: '2026-12-15',
  tellBy: '2026-11-15',
  withdrawDays: 60,
} as const;

async function bench(
  customer: Parameters<typeof sampleCustomer>[0],
  {
    day = '2026-11-01' as const,
    fails,
    without,
  }: { day?: '2026-11-01' | '2026-11-16'; fails?: Error; without?: boolean } = {},
) {
  const core: CoreData = {
    customers: [sampleCustomer(customer)],
    issuers: [sampleIssuer()],
  };
  const host = await startPlugin(plugin, { clock: fixedClock(day, { time: '10:00' }), settings: {}, core });
  const sent: (Mail & { key: string })[] = [];
  if (!without)
    host.provide(MailTransport, {
      async send(mail: Mail, { key }: Call) {
        if (fails) throw fails;
        sent.push({ ...mail, key });
        return { messageId: `<${key}>` };
      },
    });
  const announce = () => host.deliver('contract.price-change-announced', CHANGE, { key: 'p1' });
  return { host, core, sent, announce };
}

describe('a price change', () => {
  it('is mailed with both prices, its day and the right to withdraw, and recorded as told', async () => {
    const { core, sent, announce } = await bench({ invoiceEmails: ['a@example.org'], language: 'it' });
    await announce();
    const [mail] = sent;
    ok(mail);
    for (const words of ['24,90 €', '26,90 €', '15/12/2026', 'recedere', '60 giorni', 'K7'])
      ok(mail.text.includes(words), words);
    match(mail.html ?? '', /Casa &lt;100&gt;/);
    deepEqual(core.told, [{ changeId: 3, contractId: 7, on: '2026-11-01' }]);
  });

  it('is told in English to who reads English', async () => {
    const { sent, announce } = await bench({ invoiceEmails: ['a@example.org'], language: 'en' });
    await announce();
    for (const words of ['€24.90', '€26.90', '15 December 2026', 'withdraw'])
      ok(sent[0]?.text.includes(words), words);
  });

  it('of a customer without address stays for a letter', async () => {
    const { core, host, sent, announce } = await bench({ invoiceEmails: [] });
    await announce();
    deepEqual([sent.length, core.told, host.notices.size], [0, undefined, 0]);
  });

  it('that is refused, or comes too late, is not told, and the operator hears of it', async () => {
    const refused = await bench(
      { invoiceEmails: ['a@example.org'] },
      { fails: new Refused('mail.address', 'no such address') },
    );
    await refused.announce();
    deepEqual([refused.core.told, refused.host.notices.size], [undefined, 1]);
    const late = await bench({ invoiceEmails: ['a@example.org'] }, { day: '2026-11-16' });
    await late.announce();
    deepEqual([late.sent.length, late.core.told, late.host.notices.size], [0, undefined, 1]);
  });

  it('waits while nobody sends mail', async () => {
    const { core, announce } = await bench({ invoiceEmails: ['a@example.org'] }, { without: true });
    await rejects(announce(), (error) => error instanceof RetryLater);
    equal(core.told, undefined);
  });
});
