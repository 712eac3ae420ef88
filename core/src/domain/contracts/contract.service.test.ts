import { deepEqual, equal, rejects } from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlainDate } from '@traliccio/sdk';
import { eachDatabase, type OpenDatabase } from '../../../../test/host/database.ts';
import { BY, MONTHLY, openProvider, type Provider } from '../../../../test/host/provider.ts';

const K1 = { code: 'K1' };
const VERSIONS =
  'SELECT item, valid_from, valid_to, price_e8, starts_item FROM contract_item_version ORDER BY id';

async function provider(open: OpenDatabase, day: PlainDate): Promise<Provider> {
  const p = await openProvider(open, { day });
  await p.customer('C1');
  return p;
}
const contractRow = async (p: Provider, code = 'K1') =>
  (await p.rows(`SELECT * FROM contract WHERE code = '${code}'`))[0] ?? {};
const versions = async (p: Provider) =>
  (await p.rows(VERSIONS)).map((v) => [
    v['item'],
    v['valid_from'],
    v['valid_to'],
    Number(v['price_e8']) / 1e8,
    v['starts_item'],
  ]);
const change = (p: Provider, to: object, from?: PlainDate) =>
  p.tx((tx) => p.app.items.change(tx, { contract: K1, to, ...(from ? { from } : {}) }, BY));

eachDatabase((_name, open) => {
  describe('the life of a contract', () => {
    it('a draft is not billed; activated, its items begin on that day', async () => {
      const p = await provider(open, '2026-11-10');
      await p.tx((tx) =>
        p.app.contracts.create(
          tx,
          { code: 'K1', customer: 'C1', startOn: '2026-11-01', items: [MONTHLY] },
          BY,
        ),
      );
      equal((await contractRow(p))['next_due'], null);
      await p.tx((tx) => p.app.contracts.activate(tx, { contract: K1, on: '2026-11-10' }, BY));
      const { state, next_due, activated_on } = await contractRow(p);
      deepEqual([state, activated_on, next_due], ['active', '2026-11-10', '2026-11-10']);
      deepEqual(await p.rows('SELECT valid_from, anchor FROM contract_item_version'), [
        { valid_from: '2026-11-10', anchor: '2026-11-10' },
      ]);
      await rejects(
        p.tx((tx) => p.app.contracts.activate(tx, { contract: K1, on: '2026-11-10' }, BY)),
        { code: 'contract.not_draft' },
      );
    });

    it('one that is to start, or to end, does so on its day', async () => {
      const p = await provider(open, '2026-11-10');
      await p.contract('K1', { startOn: '2026-11-20' });
      equal((await contractRow(p))['state'], 'pending_activation');
      p.on('2026-11-20');
      await p.tx((tx) => p.app.contracts.followDates(tx, '2026-11-20'));
      equal((await contractRow(p))['state'], 'active');
      await p.tx((tx) => p.app.contracts.end(tx, { contract: K1, lastDay: '2026-11-30' }, BY));
      deepEqual(
        [(await contractRow(p))['state'], (await contractRow(p))['ends_on']],
        ['terminating', '2026-12-01'],
      );
      await p.tx((tx) => p.app.contracts.followDates(tx, '2026-11-30'));
      equal((await contractRow(p))['state'], 'terminating');
      await p.tx((tx) => p.app.contracts.followDates(tx, '2026-12-01'));
      equal((await contractRow(p))['state'], 'terminated');
      await rejects(change(p, { priceE8: 1 }), { code: 'contract.closed' });
    });

    it('a notice can be taken back, and a contract that never ran cancelled', async () => {
      const p = await provider(open, '2026-11-10');
      await p.contract('K1', { startOn: '2026-11-01' });
      await p.tx((tx) => p.app.contracts.end(tx, { contract: K1, lastDay: '2026-11-30' }, BY));
      await p.tx((tx) => p.app.contracts.keep(tx, K1, BY));
      deepEqual([(await contractRow(p))['state'], (await contractRow(p))['ends_on']], ['active', null]);
      await rejects(
        p.tx((tx) => p.app.contracts.cancel(tx, K1, BY)),
        { code: 'contract.running' },
      );
      await p.contract('K2', { startOn: '2026-12-01' });
      await p.tx((tx) => p.app.contracts.cancel(tx, { code: 'K2' }, BY));
      p.on('2026-12-05');
      await p.bill();
      equal(
        await p.number(
          "SELECT COUNT(*) FROM charge g JOIN contract c ON c.id = g.contract_id WHERE c.code = 'K2'",
        ),
        0,
      );
    });

    it('it can not end before it started, nor be made of nothing', async () => {
      const p = await provider(open, '2026-11-10');
      await p.contract('K1', { startOn: '2026-11-01' });
      await rejects(
        p.tx((tx) => p.app.contracts.end(tx, { contract: K1, lastDay: '2026-10-31' }, BY)),
        { code: 'contract.end_before_start' },
      );
      const draft = { code: 'K3', customer: 'C1', startOn: '2026-11-01' } as const;
      const create = (changes: object) =>
        p.tx((tx) => p.app.contracts.create(tx, { ...draft, items: [MONTHLY], ...changes }, BY));
      await rejects(create({ items: [] }), { code: 'contract.items_missing' });
      await rejects(create({ items: [MONTHLY, MONTHLY] }), { code: 'contract.item_twice' });
      await rejects(create({ items: [{ description: 'Internet' }] }), {
        code: 'contract.price_missing',
        field: 'items[0].price',
      });
      await rejects(create({ items: [{ ...MONTHLY, cadence: 'days:28' }] }), {
        code: 'contract.cadence_unconfirmed',
      });
      await rejects(create({ customer: 'C9' }), { code: 'customer.not_found' });
      await rejects(create({ code: 'K1' }), { code: 'contract.code_taken' });
      equal(await p.number('SELECT COUNT(*) FROM contract'), 1);
    });

    it('its address moves without a change of what is billed', async () => {
      const p = await provider(open, '2026-11-10');
      await p.contract('K1', { startOn: '2026-11-01' });
      await p.bill();
      const before = await contractRow(p);
      const to = {
        installStreet: 'Via Nuova',
        installPostcode: '33028',
        installCity: 'Tolmezzo',
        installProvince: 'UD',
      };
      await p.tx((tx) => p.app.contracts.moveAddress(tx, { contract: K1, to }, BY));
      const after = await contractRow(p);
      deepEqual([after['install_street'], after['next_due']], ['Via Nuova', before['next_due']]);
    });
  });

  describe('a change of what a contract is charged', () => {
    it('for more holds at once, for less at the end of the period', async () => {
      const p = await provider(open, '2026-11-10');
      await p.contract('K1', { startOn: '2026-11-01' });
      await change(p, { priceE8: 4_000_000_000 });
      await change(p, { priceE8: 2_000_000_000 });
      deepEqual(await versions(p), [
        ['main', '2026-11-01', '2026-11-10', 30, 1],
        ['main', '2026-11-10', '2026-12-01', 40, 0],
        ['main', '2026-12-01', null, 20, 0],
      ]);
    });

    it('goes to another plan with its price and terms, on the same grid', async () => {
      const p = await provider(open, '2026-11-10');
      await p.contract('K1', { startOn: '2026-11-01' });
      await p.tx((tx) =>
        p.app.plans.create(
          tx,
          {
            code: 'TRE',
            name: 'Internet tre mesi',
            kind: 'internet',
            cadence: 'months:3',
            timing: 'advance',
            offsetDays: 0,
            proration: 'calendar',
            firstPeriod: 'alone',
            endCredit: true,
            prices: [
              {
                validFrom: '2026-01-01',
                priceE8: 12_000_000_000,
                vatIncluded: true,
                vatRate: 2200,
                natura: null,
                vatReference: null,
              },
            ],
          },
          BY,
        ),
      );
      await change(p, { plan: 'TRE' }, '2026-12-01');
      const [, next] = await p.rows(
        'SELECT description, cadence, anchor, price_e8, vat_included FROM contract_item_version ORDER BY id',
      );
      deepEqual(next, {
        description: 'Internet tre mesi',
        cadence: 'months:3',
        anchor: '2026-11-01',
        price_e8: 12_000_000_000,
        vat_included: 1,
      });
    });

    it('made twice for one day leaves the last one, and the bill comes to the same', async () => {
      const p = await provider(open, '2026-11-01');
      await p.contract('K1', { startOn: '2026-11-01' });
      await p.bill();
      await change(p, { priceE8: 6_000_000_000 }, '2026-11-16');
      await change(p, { priceE8: 9_000_000_000 }, '2026-11-16');
      deepEqual(await versions(p), [
        ['main', '2026-11-01', '2026-11-16', 30, 1],
        ['main', '2026-11-16', '2026-11-16', 60, 0],
        ['main', '2026-11-16', null, 90, 0],
      ]);
      p.on('2026-11-16');
      await p.bill();
      equal(await p.number('SELECT SUM(amount) FROM charge'), 1500 + 4500);
    });

    it('also when the first of the two had been billed', async () => {
      const p = await provider(open, '2026-11-01');
      await p.contract('K1', { startOn: '2026-11-01' });
      await p.bill();
      p.on('2026-11-16');
      for (const priceE8 of [6_000_000_000, 9_000_000_000]) {
        await change(p, { priceE8 }, '2026-11-16');
        await p.bill();
        p.on('2026-11-17');
      }
      equal(await p.number('SELECT SUM(amount) FROM charge'), 1500 + 4500);
    });

    it('an item is added from a day, and taken away from another', async () => {
      const p = await provider(open, '2026-11-10');
      await p.contract('K1', { startOn: '2026-11-01' });
      const router = { ...MONTHLY, item: 'router', description: 'Router', priceE8: 300_000_000 };
      const add = () =>
        p.tx((tx) => p.app.items.add(tx, { contract: K1, item: router, from: '2026-11-15' }, BY));
      await add();
      await rejects(add(), { code: 'contract.item_taken' });
      await p.tx((tx) => p.app.items.remove(tx, { contract: K1, item: 'router', from: '2026-12-15' }, BY));
      deepEqual((await versions(p))[1], ['router', '2026-11-15', '2026-12-15', 3, 1]);
      await rejects(
        p.tx((tx) => p.app.items.remove(tx, { contract: K1, item: 'voce', from: '2026-12-15' }, BY)),
        { code: 'contract.item_unknown' },
      );
    });
  });

  describe('a change of holder', () => {
    it('ends the billing of the old holder and goes on with the new one on the same grid', async () => {
      const p = await provider(open, '2026-11-01');
      await p.customer('C2', { firstName: 'Anna' });
      await p.contract('K1', {
        startOn: '2026-11-01',
        paymentMethod: 'MP19',
        attributes: { pppoe_user: 'k1', mandate_id: 'M1' },
      });
      await p.bill();
      p.on('2026-11-16');
      await p.tx((tx) =>
        p.app.holders.change(tx, { contract: K1, code: 'K2', customer: 'C2', from: '2026-11-16' }, BY),
      );
      await p.bill();
      const sums = await p.rows(
        'SELECT c.code, SUM(g.amount) AS amount FROM charge g JOIN contract c ON c.id = g.contract_id GROUP BY c.code ORDER BY c.code',
      );
      deepEqual(
        sums.map((s) => [s['code'], Number(s['amount'])]),
        [
          ['K1', 1500],
          ['K2', 1500],
        ],
      );
      const [old, successor] = [await contractRow(p), await contractRow(p, 'K2')];
      deepEqual(
        [old['state'], old['ends_on'], JSON.parse(String(old['attributes']))],
        ['terminated', '2026-11-16', { pppoe_user: 'k1', mandate_id: 'M1', successor: 'K2' }],
      );
      deepEqual(
        [successor['state'], successor['payment_method'], JSON.parse(String(successor['attributes']))],
        ['active', null, { pppoe_user: 'k1', predecessor: 'K1' }],
      );
      p.on('2026-12-01');
      await p.bill();
      equal(
        await p.number(
          "SELECT SUM(g.amount) FROM charge g JOIN contract c ON c.id = g.contract_id WHERE c.code = 'K2'",
        ),
        4500,
      );
    });

    it('is refused on a day on which the contract does not run', async () => {
      const p = await provider(open, '2026-11-10');
      await p.contract('K1', { startOn: '2026-11-05' });
      await rejects(
        p.tx((tx) =>
          p.app.holders.change(tx, { contract: K1, code: 'K2', customer: 'C1', from: '2026-11-05' }, BY),
        ),
        { code: 'contract.holder_date' },
      );
    });
  });
});
