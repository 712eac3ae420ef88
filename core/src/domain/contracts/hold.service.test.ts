import { deepEqual, equal, rejects } from 'node:assert/strict';
import { it } from 'node:test';
import { definePlugin, defineManifest, type PlainDate } from '@traliccio/sdk';
import { eachDatabase, type OpenDatabase } from '../../../../test/host/database.ts';
import { BY, openProvider, type Provider } from '../../../../test/host/provider.ts';
import type { HoldInput } from './hold.service.ts';

const K1 = { code: 'K1' };
const label = { it: 'Prova', en: 'Test' };
/** Refuses to cut anybody's access. */
const gentle = definePlugin(
  defineManifest({
    id: 'gentle',
    version: '1.0.0',
    sdk: '^1.0.0',
    label,
    description: label,
    edition: 'BASIC',
  }),
  {
    setup: (ctx) =>
      ctx.filters.on('billing.hold', (questions) =>
        questions.filter((q) => q.access === 'cut').map((q) => ({ ref: q.id, reason: 'reclamo aperto' })),
      ),
  },
);

async function provider(open: OpenDatabase, day: PlainDate): Promise<Provider> {
  const p = await openProvider(open, { day, plugins: [gentle] });
  await p.customer('C1');
  await p.contract('K1', { startOn: '2026-11-01' });
  return p;
}
const hold = (p: Provider, input: Partial<HoldInput> = {}) =>
  p.tx((tx) => p.app.holds.create(tx, { contract: K1, reason: 'Fattura non pagata', ...input }, BY));

eachDatabase((_name, open) => {
  it('a walled garden stops billing by itself, a notice and a throttle do not, and no limit at all does', async () => {
    const p = await provider(open, '2026-11-10');
    for (const access of ['none', 'notice', 'throttle', 'walled_garden'] as const) await hold(p, { access });
    await hold(p, { access: 'walled_garden', blocksBilling: false });
    deepEqual(
      (await p.rows('SELECT access, blocks_billing FROM hold ORDER BY id')).map((h) => [
        h['access'],
        h['blocks_billing'],
      ]),
      [
        ['none', 1],
        ['notice', 0],
        ['throttle', 0],
        ['walled_garden', 1],
        ['walled_garden', 0],
      ],
    );
  });

  it('a plugin may object to a hold', async () => {
    const p = await provider(open, '2026-11-10');
    await rejects(hold(p, { access: 'cut' }), { code: 'hold.vetoed', message: /reclamo aperto/ });
    equal(await p.number('SELECT COUNT(*) FROM hold'), 0);
  });

  it('one from a day gone by was decided on today, and has that time looked at again', async () => {
    const p = await provider(open, '2026-11-10');
    await p.bill();
    await hold(p, { from: '2026-11-05' });
    deepEqual(await p.rows('SELECT from_date, decided_on FROM hold'), [
      { from_date: '2026-11-05', decided_on: '2026-11-10' },
    ]);
    equal((await p.rows('SELECT next_due FROM contract'))[0]?.['next_due'], '2026-11-05');
  });

  it('is lifted once, not before it began, with days chosen out of it', async () => {
    const p = await provider(open, '2026-11-10');
    const { id } = await hold(p);
    p.on('2026-11-20');
    const release = (input: object) => p.tx((tx) => p.app.holds.release(tx, { holdId: id, ...input }, BY));
    await rejects(release({ on: '2026-11-09' }), { code: 'hold.release_before_start' });
    await rejects(release({ billedDays: ['2026-11-20'] }), { code: 'hold.billed_day_outside' });
    await release({ policy: 'back_bill', billedDays: ['2026-11-15', '2026-11-12'] });
    deepEqual(await p.rows('SELECT until_date, release_policy, billed_days FROM hold'), [
      { until_date: '2026-11-20', release_policy: 'back_bill', billed_days: '["2026-11-12","2026-11-15"]' },
    ]);
    await rejects(release({}), { code: 'hold.released' });
  });

  it('one that blocks changes keeps the contract as it is', async () => {
    const p = await provider(open, '2026-11-10');
    await hold(p, { blocksChanges: true });
    await rejects(
      p.tx((tx) => p.app.items.change(tx, { contract: K1, to: { priceE8: 1 } }, BY)),
      { code: 'contract.changes_blocked' },
    );
  });

  it('there is nothing to hold in a draft, or after the end', async () => {
    const p = await provider(open, '2026-11-10');
    await p.tx((tx) => p.app.contracts.end(tx, { contract: K1, lastDay: '2026-11-30' }, BY));
    await rejects(hold(p, { from: '2026-12-01' }), { code: 'hold.nothing_to_hold' });
    await rejects(hold(p, { reason: ' ' }), { code: 'hold.reason_missing' });
  });
});
