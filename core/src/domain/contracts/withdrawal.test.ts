import { deepEqual, equal } from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlainDate } from '@traliccio/sdk';
import { eachDatabase } from '../../../../test/host/database.ts';
import { domainApi } from '../../../../test/host/domain-api.ts';
import { openProvider, type Provider } from '../../../../test/host/provider.ts';
import { contractPreviewRoutes } from '../billing/contract-preview.routes.ts';
import { contractRoutes } from './contract.routes.ts';
import { checkWithdrawal, lastDayToWithdraw } from './withdrawal.ts';

describe('the withdrawal of a consumer', () => {
  it('is counted from the signature or the activation, whichever is later', () => {
    equal(lastDayToWithdraw({ signedOn: '2026-11-01', activatedOn: '2026-11-20' }), '2026-12-04');
    equal(lastDayToWithdraw({ signedOn: '2026-11-01', activatedOn: null }), '2026-11-15');
    equal(lastDayToWithdraw({ signedOn: null, activatedOn: null }), null);
  });

  it('is refused to others, too late, too early and ahead of time', () => {
    const ask = (on: PlainDate, kind: 'private' | 'company' = 'private') =>
      checkWithdrawal({
        code: 'K1',
        kind,
        signedOn: '2026-11-01',
        activatedOn: '2026-11-05',
        on,
        today: '2026-12-31',
      }).map((p) => p.code);
    deepEqual(ask('2026-11-19'), []);
    deepEqual(ask('2026-11-20'), ['contract.withdrawal_late']);
    deepEqual(ask('2026-10-31'), ['contract.withdrawal_early']);
    deepEqual(ask('2027-01-01'), ['contract.withdrawal_late', 'contract.withdrawal_future']);
    deepEqual(ask('2026-11-10', 'company'), ['contract.withdrawal_not_consumer']);
  });
});

const apiOf = (p: Provider) => domainApi(p, [...contractRoutes(p.app), ...contractPreviewRoutes(p.app)]);
const TERMS = { description: 'Internet', priceE8: 3_000_000_000, vatIncluded: false, vatRate: 2200 };

eachDatabase((_name, open) => {
  for (const proration of ['calendar', 'none'] as const)
    it(`only the days of use are paid (parts of a period: ${proration}), whatever the plan gives back`, async () => {
      const p = await openProvider(open, { day: '2026-12-01' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-12-01', items: [{ ...TERMS, endCredit: false, proration }] });
      const send = await apiOf(p);
      await p.bill();
      p.on('2026-12-10');
      const preview = await send('POST', '/contracts/1/previews', { withdraw: { on: '2026-12-10' } });
      equal(preview.status, 200, JSON.stringify(preview.body));
      // 10 of 31 days were used.
      deepEqual(
        preview.body.bills.map((bill: { total: number }) => bill.total),
        [-2479],
      );
      equal(await p.number('SELECT COUNT(*) FROM contract_withdrawal'), 0);
      const done = await send('POST', '/contracts/1/withdraw', { on: '2026-12-10', reason: 'ripensamento' });
      deepEqual([done.status, done.body.lastDay, done.body.withdrewOn], [200, '2026-12-10', '2026-12-10']);
      p.on('2026-12-11');
      await p.bill();
      equal(await p.number('SELECT SUM(amount) FROM charge'), 968);
      equal(await p.number("SELECT COUNT(*) FROM document WHERE kind = 'credit_note'"), 1);
      deepEqual((await send('POST', '/contracts/1/withdraw', { on: '2026-12-10' })).status, 409);
    });

  it('is refused with the last day that would have been in time; taken back, the terms hold again', async () => {
    const p = await openProvider(open, { day: '2026-12-20' });
    await p.customer('C1');
    await p.contract('K1', { startOn: '2026-12-01', items: [{ ...TERMS, endCredit: false }] });
    const send = await apiOf(p);
    const late = await send('POST', '/contracts/1/withdraw', { on: '2026-12-16' });
    deepEqual([late.status, late.body.code, late.body.field], [422, 'contract.withdrawal_late', 'on']);
    equal(/2026-12-15/.test(late.body.detail), true);
    p.on('2026-12-10');
    await send('POST', '/contracts/1/withdraw', { on: '2026-12-10' });
    const kept = await send('POST', '/contracts/1/keep');
    deepEqual([kept.body.state, kept.body.withdrewOn], ['active', null]);
  });

  it('before anything ran, the contract is dropped', async () => {
    const p = await openProvider(open, { day: '2026-12-01' });
    await p.customer('C1');
    await p.contract('K1', { signedOn: '2026-11-25', startOn: '2026-12-20', items: [TERMS] });
    const send = await apiOf(p);
    equal((await send('POST', '/contracts/1/withdraw', { on: '2026-12-01' })).body.state, 'cancelled');
  });
});
