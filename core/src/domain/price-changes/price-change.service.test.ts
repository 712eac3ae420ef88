import { deepEqual, equal } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { domainApi, type Send } from '../../../../test/host/domain-api.ts';
import { BY, openProvider, type Provider } from '../../../../test/host/provider.ts';
import { contractRoutes } from '../contracts/contract.routes.ts';
import { itemRoutes } from '../contracts/item.routes.ts';
import { planRoutes } from '../plans/plan.routes.ts';
import { priceChangeLists } from './price-change.list.ts';
import { priceChangeRoutes } from './price-change.routes.ts';

const PLAN = {
  code: 'P1',
  name: 'Casa 100',
  kind: 'internet',
  cadence: 'months:1',
  timing: 'advance',
  offsetDays: 0,
  proration: 'calendar',
  firstPeriod: 'alone',
  endCredit: false,
  prices: [{ validFrom: '2026-01-01', priceE8: 3_000_000_000, vatIncluded: false, vatRate: 2200 }],
} as const;
const CHANGE = {
  plan: 'P1',
  priceE8: 3_310_000_000,
  vatIncluded: false,
  effectiveOn: '2026-12-16',
  reason: 'costi della rete',
};
const { reason: _, ...ASKED } = CHANGE;

eachDatabase((_name, open) => {
  const provider = async (): Promise<{ p: Provider; send: Send }> => {
    const p = await openProvider(open, { day: '2026-11-01' });
    await p.customer('C1');
    const { app } = p;
    const send = await domainApi(p, [
      ...planRoutes(app),
      ...contractRoutes(app),
      ...itemRoutes(app),
      ...priceChangeRoutes(app),
      ...priceChangeLists(app),
    ]);
    equal((await send('POST', '/plans', PLAN)).status, 201);
    for (const code of ['K1', 'K2', 'K3', 'K4', 'K5'])
      await p.contract(code, { startOn: '2026-11-01', items: [{ plan: 'P1' }] });
    return { p, send };
  };
  const states = async (p: Provider): Promise<unknown[]> =>
    (
      await p.rows(
        'SELECT k.code AS code, x.state AS state, x.reason AS reason FROM price_change_contract x JOIN contract k ON k.id = x.contract_id ORDER BY k.code',
      )
    ).map((row) => [row['code'], row['state'], row['reason']]);

  it('announced too late, or to nobody, it is refused and nothing is written', async () => {
    const { p, send } = await provider();
    const late = await send('POST', '/price-changes', { ...CHANGE, effectiveOn: '2026-11-30' });
    deepEqual(
      [late.status, late.body.code, late.body.field],
      [422, 'price_change.effective_on_too_early', 'effectiveOn'],
    );
    equal(/2026-12-01/.test(late.body.detail), true);
    const nobody = await send('POST', '/price-changes', { ...CHANGE, onlyPriceE8: 1 });
    deepEqual([nobody.status, nobody.body.code], [422, 'price_change.nobody']);
    equal(await p.number('SELECT COUNT(*) FROM price_change'), 0);
    equal(await p.number('SELECT COUNT(*) FROM price_change_contract'), 0);
  });

  it('told, withdrawn, left out, changed meanwhile: each contract becomes what it must, once', async () => {
    const { p, send } = await provider();
    const preview = await send('POST', '/price-changes/previews', ASKED);
    deepEqual([preview.status, preview.body.count, preview.body.firstPossible], [200, 5, '2026-12-01']);
    const made = await send('POST', '/price-changes', CHANGE);
    deepEqual([made.status, made.body.contracts.announced, made.body.notTold], [201, 5, 5]);
    const again = await send('POST', '/price-changes', CHANGE);
    equal(again.body.code, 'price_change.nobody');

    const told = await send('POST', '/price-changes/1/told', {
      contracts: [1, 2, 3, 4],
      on: '2026-11-01',
      how: 'letter',
    });
    equal(told.body.notTold, 1);
    await send('POST', '/price-changes/1/leave-out', { contracts: [2], reason: 'promessa' });
    p.on('2026-11-10');
    const withdrawn = await send('POST', '/price-changes/1/withdraw', { contract: 3, on: '2026-11-10' });
    equal(withdrawn.body.contracts.withdrawn, 1);
    equal((await send('GET', '/contracts/3')).body.lastDay, '2026-12-15');
    await send('POST', '/contracts/4/items/main/change', { from: '2026-12-01', priceE8: 2_500_000_000 });
    await p.bill();
    p.on('2026-12-01');
    await p.bill();
    equal(await p.number("SELECT COUNT(*) FROM price_change_contract WHERE state = 'applied'"), 0);

    p.on('2026-12-16');
    const [first, second] = await Promise.all([
      p.app.priceChangeApplier.applyDue(),
      p.app.priceChangeApplier.applyDue(),
    ]);
    equal(first.applied + second.applied, 1);
    deepEqual(await states(p), [
      ['K1', 'applied', null],
      ['K2', 'left_out', 'promessa'],
      ['K3', 'withdrawn', null],
      ['K4', 'skipped', 'price_changed'],
      ['K5', 'skipped', 'not_told'],
    ]);
    deepEqual(await p.app.priceChangeApplier.applyDue(), { applied: 0, skipped: 0 });
    equal(await p.number('SELECT COUNT(*) FROM contract_item_version WHERE contract_id = 1'), 2);
    equal((await send('GET', '/price-changes/1')).body.state, 'done');
    const listed = await send('GET', '/price-change-contracts?change=1&state=skipped');
    deepEqual(listed.body.items.length, 2);

    // Billed in advance at the old price: 16 days of 31 come back, and are charged at the new one.
    const amounts = async (contract: number) =>
      (
        await p.rows(
          `SELECT amount FROM charge WHERE contract_id = ${contract} AND period_to >= '2026-12-16' ORDER BY id`,
        )
      ).map((row) => row['amount']);
    await p.bill();
    deepEqual(await amounts(1), [3000, -1548, 1708]);
    // Who withdrew pays until the day before, though the plan keeps paid days at an end.
    equal(
      await p.number("SELECT SUM(amount) FROM charge WHERE contract_id = 3 AND grid_start = '2026-12-01'"),
      1452,
    );
  });

  it('the nightly billing applies it first, so that a period from that day on is billed once', async () => {
    const { p, send } = await provider();
    await send('POST', '/price-changes', { ...CHANGE, effectiveOn: '2026-12-01' });
    await send('POST', '/price-changes/1/told', { on: '2026-11-01', how: 'other' });
    await p.bill();
    p.on('2026-12-01');
    await p.bill();
    deepEqual(
      (await p.rows('SELECT amount FROM charge WHERE contract_id = 1 ORDER BY id')).map(
        (row) => row['amount'],
      ),
      [3000, 3310],
    );
  });

  it('cancelled before its day, it changes nothing; afterwards it can’t be', async () => {
    const { p, send } = await provider();
    await send('POST', '/price-changes', CHANGE);
    equal((await send('POST', '/price-changes/1/cancel')).body.state, 'cancelled');
    p.on('2026-12-16');
    deepEqual(await p.app.priceChangeApplier.applyDue(), { applied: 0, skipped: 0 });
    equal(await p.number('SELECT COUNT(*) FROM contract_item_version'), 5);
    deepEqual(
      [
        (await send('POST', '/price-changes/1/cancel')).status,
        (await send('POST', '/price-changes/9/cancel')).status,
      ],
      [409, 404],
    );
  });

  it('contracts with a later change planned, held against changes, or ended keep their price', async () => {
    const { p, send } = await provider();
    await send('POST', '/contracts/1/items/main/change', { from: '2027-01-01', priceE8: 2_500_000_000 });
    const preview = await send('POST', '/price-changes/previews', ASKED);
    deepEqual(
      [preview.body.count, preview.body.skipped, preview.body.contracts[0].problem],
      [4, 1, 'changes_later'],
    );
    await send('POST', '/price-changes', CHANGE);
    await send('POST', '/price-changes/1/told', { on: '2026-11-01', how: 'letter' });
    await p.tx((tx) =>
      p.app.holds.create(
        tx,
        { contract: { code: 'K2' }, reason: 'lite', blocksBilling: false, blocksChanges: true },
        BY,
      ),
    );
    await send('POST', '/contracts/3/end', { lastDay: '2026-12-15' });
    p.on('2026-12-16');
    deepEqual(await p.app.priceChangeApplier.applyDue(), { applied: 2, skipped: 2 });
    const [k1, k2, k3] = (await states(p)) as [string[], string[], string[]];
    deepEqual([k1[2], k2[2]?.split(':')[0], k3[2]], ['changes_later', 'refused', 'ended']);
  });
});
