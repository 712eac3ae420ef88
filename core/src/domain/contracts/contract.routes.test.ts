import { deepEqual, equal } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { BY, openProvider, type Provider } from '../../../../test/host/provider.ts';
import { domainApi, type Send } from '../../../../test/host/domain-api.ts';

const ITEM = { description: 'Internet 100', priceE8: 3_000_000_000, vatRate: 2200 };
const DRAFT = { code: 'K1', customer: 'C1', startOn: '2026-11-01', items: [ITEM] };
const C1 = { id: 1, code: 'C1', name: 'Mario Rossi' };

type Named = { readonly id: number; readonly [field: string]: unknown };
const items = (body: Readonly<Record<string, unknown>>) => body['items'] as Named[];
const holds = (body: Readonly<Record<string, unknown>>) => body['holds'] as Named[];

eachDatabase((_name, open) => {
  const provider = async (): Promise<{ p: Provider; send: Send }> => {
    const p = await openProvider(open, { day: '2026-11-10' });
    for (const code of ['C1', 'C2']) await p.customer(code);
    await p.tx((tx) => p.app.sites.create(tx, { code: 'S1', name: 'Monte' }, BY));
    return { p, send: await domainApi(p) };
  };
  const active = async (send: Send): Promise<void> => {
    await send('POST', '/contracts', DRAFT);
    await send('POST', '/contracts/1/activate', { on: '2026-11-01' });
  };

  it('a contract is drafted, activated, ended, kept after all, and shown as it stands', async () => {
    const { p, send } = await provider();
    const installAddress = {
      street: 'Via Alta',
      houseNumber: null,
      postcode: '33010',
      city: null,
      province: null,
    };
    const made = await send('POST', '/contracts', {
      ...DRAFT,
      payer: 'C2',
      site: 'S1',
      installAddress,
      attributes: { antenna: 'LHG' },
    });
    equal(made.status, 201);
    const { id, shownAs, customer, payer, site, attributes } = made.body;
    deepEqual(
      { id, shownAs, customer, payer, site, attributes, installAddress: made.body['installAddress'] },
      {
        id: 1,
        shownAs: 'Bozza',
        customer: C1,
        payer: { id: 2, code: 'C2', name: 'Mario Rossi' },
        site: { id: 1, code: 'S1', name: 'Monte' },
        attributes: { antenna: 'LHG' },
        installAddress,
      },
    );
    equal((await send('POST', '/contracts/1/end', { lastDay: '2026-12-31' })).status, 409);
    const started = await send('POST', '/contracts/1/activate', { on: '2026-11-05' });
    deepEqual(
      [started.body['state'], started.body['nextDue'], items(started.body)[0]?.['from']],
      ['active', '2026-11-05', '2026-11-05'],
    );
    equal(
      (await send('POST', '/contracts/1/activate', { on: '2026-11-05' })).body['code'],
      'contract.not_draft',
    );
    const ended = await send('POST', '/contracts/1/end', { lastDay: '2026-12-31', reason: 'disdetta' });
    deepEqual([ended.body['state'], ended.body['lastDay']], ['terminating', '2026-12-31']);
    const early = await send('POST', '/contracts/1/end', { lastDay: '2026-11-01' });
    deepEqual([early.status, early.body['field']], [422, 'lastDay']);
    const kept = await send('POST', '/contracts/1/keep');
    deepEqual([kept.body['state'], kept.body['lastDay']], ['active', null]);
    equal((await send('POST', '/contracts/1/cancel')).body['code'], 'contract.running');
    deepEqual((await send('GET', '/contracts/1')).body, kept.body);
    p.on('2027-01-01');
    const moved = await send('POST', '/contracts/1/move', {
      installAddress: { street: 'Via Bassa' },
      site: null,
    });
    deepEqual([moved.body['site'], (moved.body['installAddress'] as Named)['street']], [null, 'Via Bassa']);
  });

  it('details that a change names are replaced, all others stay, and null takes away', async () => {
    const { send } = await provider();
    const attributes = { antenna: 'LHG', pppoe_user: 'k1' };
    await send('POST', '/contracts', { ...DRAFT, series: 'B', cig: 'Z12', separateGroup: 'G', attributes });
    const change = (body: object, version: number) =>
      send('PATCH', '/contracts/1', body, { 'if-match': `"${version}"` });
    const { body } = await change(
      { cig: null, paymentDays: 60, attributes: { antenna: null, vlan: '7' } },
      1,
    );
    const { series, cig, separateGroup, paymentDays } = body;
    deepEqual(
      { series, cig, separateGroup, paymentDays, attributes: body['attributes'] },
      {
        series: 'B',
        cig: null,
        separateGroup: 'G',
        paymentDays: 60,
        attributes: { pppoe_user: 'k1', vlan: '7' },
      },
    );
    const stale = await change({ separateGroup: null }, 1);
    deepEqual([stale.status, stale.body['code'], stale.body['current']], [409, 'contract.version', body]);
    equal((await change({ separateGroup: null }, 2)).body['separateGroup'], null);
    const wrong = await change({ installAddress: { postcode: '1' } }, 3);
    deepEqual([wrong.status, wrong.body['field']], [422, 'installAddress.postcode']);
  });

  it('what a draft refers to must be there, and what is wrong is said by its path', async () => {
    const { p, send } = await provider();
    await active(send);
    const cases: [change: object, status: number, code: string, field: string][] = [
      [{ customer: 'C9' }, 422, 'customer.not_found', 'customer'],
      [{ payer: 'C9' }, 422, 'customer.not_found', 'payer'],
      [{ site: 'S9' }, 422, 'site.not_found', 'site'],
      [{ items: [ITEM, { item: 'voip', plan: 'P9' }] }, 422, 'plan.not_found', 'items[1].plan'],
      [{ items: [{ description: 'Internet' }] }, 422, 'contract.price_missing', 'items[0].priceE8'],
      [{ items: [{ ...ITEM, vatRate: 0 }] }, 422, 'contract.natura_missing', 'items[0].natura'],
      [{ items: [{ ...ITEM, cadence: 'days:28' }] }, 422, 'contract.cadence_unconfirmed', 'items[0].cadence'],
      [{ items: [ITEM, ITEM] }, 422, 'contract.item_twice', 'items'],
      [{ code: 'K1' }, 409, 'contract.code_taken', 'code'],
    ];
    for (const [change, status, code, field] of cases) {
      const { body } = await send('POST', '/contracts', { ...DRAFT, code: 'K2', ...change });
      deepEqual([body['status'], body['code'], body['field']], [status, code, field]);
    }
    equal(await p.number('SELECT COUNT(*) FROM contract'), 1);
    const elsewhere = await send('GET', '/contracts/9');
    deepEqual([elsewhere.body['code'], elsewhere.body['field']], ['contract.not_found', undefined]);
    equal((await send('POST', '/contracts/9/holds', { reason: 'mora' })).status, 404);
  });

  it('items are added, changed from a day on, and removed', async () => {
    const { send } = await provider();
    await active(send);
    const voip = { item: 'voip', description: 'VoIP', priceE8: 500_000_000, vatRate: 2200 };
    const added = await send('POST', '/contracts/1/items', { ...voip, from: '2026-12-01' });
    equal(added.status, 201);
    equal((await send('POST', '/contracts/1/items', { ...voip, from: '2026-12-01' })).status, 409);
    const dearer = await send('POST', '/contracts/1/items/voip/change', {
      from: '2027-01-01',
      quantity: 2_000_000,
    });
    await send('POST', '/contracts/1/items/main/remove', { lastDay: '2026-12-31' });
    deepEqual(
      items((await send('GET', '/contracts/1')).body).map((v) => [
        v['item'],
        v['from'],
        v['lastDay'],
        v['quantity'],
      ]),
      [
        ['main', '2026-11-01', '2026-12-31', 1_000_000],
        ['voip', '2026-12-01', '2026-12-31', 1_000_000],
        ['voip', '2027-01-01', null, 2_000_000],
      ],
    );
    equal(items(dearer.body).length, 3);
    const unknown = await send('POST', '/contracts/1/items/tv/change', { quantity: 2_000_000 });
    deepEqual([unknown.status, unknown.body['code']], [422, 'contract.item_unknown']);
  });

  it('a contract is held and released; its hold is found in no other contract', async () => {
    const { send } = await provider();
    await active(send);
    await send('POST', '/contracts', { ...DRAFT, code: 'K2' });
    const hold = { reason: 'mora', lastDay: '2026-11-20', access: 'cut', blocksChanges: true };
    const held = await send('POST', '/contracts/1/holds', hold);
    const [{ id, from, lastDay, blocksBilling, releasedAt }] = holds(held.body) as [Named];
    deepEqual(
      [held.status, held.body['shownAs'], { from, lastDay, blocksBilling, releasedAt }],
      [201, 'Sospeso', { from: '2026-11-10', lastDay: '2026-11-20', blocksBilling: true, releasedAt: null }],
    );
    const blocked = await send('POST', '/contracts/1/items', { ...ITEM, item: 'b', from: '2026-12-01' });
    equal(blocked.body['code'], 'contract.changes_blocked');
    equal((await send('POST', `/contracts/2/holds/${id}/release`, {})).body['code'], 'hold.not_found');
    const outside = { on: '2026-11-12', billedDays: ['2026-11-12'] };
    equal((await send('POST', `/contracts/1/holds/${id}/release`, outside)).body['field'], 'billedDays');
    const early = await send('POST', '/contracts/1/holds', { ...hold, from: '2026-11-30' });
    deepEqual([early.status, early.body['field']], [422, 'lastDay']);
    const free = await send('POST', `/contracts/1/holds/${id}/release`, {
      on: '2026-11-12',
      policy: 'credit',
    });
    deepEqual(
      [free.body['shownAs'], holds(free.body)[0]?.['lastDay'], holds(free.body)[0]?.['releasePolicy']],
      ['Sospeso', '2026-11-11', 'credit'],
    );
    equal((await send('POST', `/contracts/1/holds/${id}/release`, {})).body['code'], 'hold.released');
  });

  it('a contract passes to another customer, who answers for it from then on', async () => {
    const { send } = await provider();
    await active(send);
    const to = { code: 'K2', customer: 'C2', from: '2026-12-01' };
    const unknown = await send('POST', '/contracts/1/holder', { ...to, payer: 'C9' });
    deepEqual([unknown.status, unknown.body['field']], [422, 'payer']);
    const { status, body } = await send('POST', '/contracts/1/holder', to);
    const { code, activatedOn, attributes } = body;
    deepEqual(
      [status, { code, activatedOn, attributes }],
      [201, { code: 'K2', activatedOn: '2026-12-01', attributes: { predecessor: 'K1' } }],
    );
    equal((await send('GET', '/contracts/1')).body['lastDay'], '2026-11-30');
  });

  it('one thing is charged once, however often it is sent', async () => {
    const { send } = await provider();
    await active(send);
    const visit = { source: { type: 'visit', id: '17' }, description: 'Uscita', amount: 5000, vatRate: 2200 };
    const [first, second] = [
      await send('POST', '/contracts/1/charges', visit),
      await send('POST', '/contracts/1/charges', visit),
    ];
    deepEqual([first.body['added'], second.body], [true, { id: first.body['id'], added: false }]);
    const other = await send('POST', '/contracts/1/charges', { ...visit, amount: 1 });
    deepEqual([other.status, other.body['code'], other.body['field']], [409, 'charge.key_taken', 'source']);
    const free = { ...visit, source: { type: 'visit', id: '18' }, vatRate: 0 };
    equal((await send('POST', '/contracts/1/charges', free)).body['field'], 'natura');
    equal((await send('POST', '/contracts/9/charges', visit)).status, 404);
  });

  it('what keeps a contract from being billed is shown with it', async () => {
    const { p, send } = await provider();
    await active(send);
    await p.app.database.sql.run('UPDATE contract_item_version SET vat_rate = 0');
    await p.bill();
    const { parked } = (await send('GET', '/contracts/1')).body as { parked: Named };
    deepEqual([parked['code'], parked['plugin']], ['item.vat_missing', null]);
  });
});
