import { deepEqual, equal } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { domainApi, type Send } from '../../../../test/host/domain-api.ts';
import { openProvider, type Provider } from '../../../../test/host/provider.ts';

const ITEM = { description: 'Internet 100', priceE8: 3_100_000_000, vatRate: 2200 };
const DRAFT = { code: 'K1', customer: 'C1', startOn: '2026-12-16', items: [ITEM] };

type Forecast = {
  readonly bills: { day: string; total: number; charges: { amount: number; days: number }[] }[];
};
const bills = (body: unknown) =>
  (body as Forecast).bills.map(({ day, total, charges }) => [day, total, ...charges.map((c) => c.amount)]);

eachDatabase((_name, open) => {
  const provider = async (): Promise<{ p: Provider; send: Send }> => {
    const p = await openProvider(open, { day: '2026-12-10' });
    await p.customer('C1');
    return { p, send: await domainApi(p) };
  };
  const running = async (send: Send): Promise<void> => {
    await send('POST', '/contracts', { ...DRAFT, startOn: '2026-12-01' });
    await send('POST', '/contracts/1/activate', { on: '2026-12-01' });
  };

  it('tells what a contract from the middle of a month would be charged, and leaves nothing behind', async () => {
    const { p, send } = await provider();
    const whole = await send('POST', '/contracts/previews', DRAFT);
    deepEqual(
      [whole.status, bills(whole.body)],
      [
        200,
        [
          ['2026-12-16', 3782, 3100],
          ['2027-01-16', 3782, 3100],
        ],
      ],
    );
    const months = { ...DRAFT, items: [{ ...ITEM, anchor: '2026-12-01' }] };
    deepEqual(bills((await send('POST', '/contracts/previews', months)).body), [
      ['2026-12-16', 1952, 1600],
      ['2027-01-01', 3782, 3100],
    ]);
    const together = { ...DRAFT, items: [{ ...ITEM, anchor: '2026-12-01', firstPeriod: 'with_next' }] };
    deepEqual(bills((await send('POST', '/contracts/previews', together)).body)[0], [
      '2027-01-01',
      5734,
      1600,
      3100,
    ]);
    for (const table of ['contract', 'contract_item_version', 'outbox'])
      equal(
        await p.number(
          `SELECT COUNT(*) FROM ${table}${table === 'outbox' ? " WHERE event LIKE 'contract%'" : ''}`,
        ),
        0,
      );
    const wrong = await send('POST', '/contracts/previews', { ...DRAFT, customer: 'C9' });
    deepEqual([wrong.status, wrong.body.field], [422, 'customer']);
  });

  it('a billed contract that is changed or ended shows the difference', async () => {
    const { p, send } = await provider();
    await running(send);
    await p.bill();
    deepEqual(bills((await send('GET', '/contracts/1/forecast')).body), [
      ['2027-01-01', 3782, 3100],
      ['2027-02-01', 3782, 3100],
    ]);
    const change = { item: 'main', from: '2026-12-17', priceE8: 6_200_000_000 };
    const changed = await send('POST', '/contracts/1/previews', { change });
    deepEqual(bills(changed.body)[0], ['2026-12-17', 1830, -1500, 3000]);
    equal(changed.body.contract.items.length, 2);
    const ended = await send('POST', '/contracts/1/previews', { end: { lastDay: '2026-12-16' } });
    deepEqual(
      [ended.body.contract.state, bills(ended.body)],
      ['terminating', [['2026-12-17', -1830, -1500]]],
    );
    equal((await send('GET', '/contracts/1')).body.state, 'active');
  });

  it('a hold stops it, its release says what is owed, and a refusal names the field', async () => {
    const { p, send } = await provider();
    await running(send);
    const held = await send('POST', '/contracts/1/previews', { hold: { reason: 'mora' } });
    deepEqual([held.body.held, held.body.contract.shownAs, bills(held.body)], [true, 'Pending', []]);
    await send('POST', '/contracts/1/holds', { reason: 'mora' });
    equal((await send('GET', '/contracts/1/forecast')).body.held, true);
    await p.bill();
    equal((await send('GET', '/contracts/1/forecast')).body.held, true);
    const [{ id: hold }] = (await send('GET', '/contracts/1')).body.holds;
    const release = { hold, on: '2026-12-11' };
    deepEqual(bills((await send('POST', '/contracts/1/previews', { release })).body)[0]?.[0], '2026-12-11');
    const early = await send('POST', '/contracts/1/previews', { release: { hold, on: '2026-12-01' } });
    deepEqual([early.status, early.body.field], [422, 'release.on']);
    equal((await send('POST', '/contracts/1/previews', {})).status, 400);
    equal((await send('POST', '/contracts/9/previews', { end: { lastDay: '2026-12-31' } })).status, 404);
    equal((await send('GET', '/contracts/9/forecast')).status, 404);
  });
});
