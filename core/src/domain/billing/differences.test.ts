import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Value } from 'typebox/value';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openServer } from '../../../../test/host/http.ts';
import { BY, openProvider } from '../../../../test/host/provider.ts';
import { clockOffset } from '../../kernel/clock.ts';
import { type PreviewBill, PreviewDifferences } from './preview.schema.ts';

eachDatabase((_name, open) => {
  it('a preview says who is new, who is billed something else than the last time, and who is gone', async () => {
    const place = await open();
    const p = await openProvider(async () => place, { day: '2026-03-15' });
    for (const n of [1, 2, 3, 4]) {
      await p.customer(`C${n}`);
      if (n < 4) await p.contract(`K${n}`, { customer: `C${n}`, startOn: '2026-03-15' });
    }
    await p.bill();
    p.on('2026-04-14');
    await p.bill();
    p.on('2026-04-15');
    await p.contract('K4', { customer: 'C4', startOn: '2026-04-15' });
    await p.tx(async (tx) => {
      await p.app.contracts.end(tx, { contract: { code: 'K3' }, lastDay: '2026-04-14' }, BY);
      await p.app.charges.addOnce(
        tx,
        {
          contract: { code: 'K2' },
          source: { type: 'work', id: '1' },
          description: 'Uscita del tecnico',
          amount: 5000,
          vatRate: 2200,
        },
        BY,
      );
    });
    await p.app.previews.make({ by: BY }, () => undefined);
    const { id } = (await p.app.runs.find('billing_preview', '2026-04-15'))!;
    const s = await openServer(async () => place, { env: { clockOffset: clockOffset('2026-04-15')! } });
    const url = `/api/runs/previews/${id}`;
    const { figures } = (await s.ask('GET', url)).json;
    assert.deepEqual(figures.differences, { new: 1, changed: 1, gone: 1 });
    const found = async (kind: string) => {
      const { json } = await s.ask('GET', `${url}/differences?kind=${kind}`);
      assert.ok(Value.Check(PreviewDifferences, json), JSON.stringify(json));
      return json.items[0]!;
    };
    const [fresh, changed, gone] = [await found('new'), await found('changed'), await found('gone')];
    assert.deepEqual([fresh.customer.code, fresh.before], ['C4', null]);
    assert.deepEqual([changed.customer.code, changed.contracts[0]!.code], ['C2', 'K2']);
    assert.ok(changed.total! > changed.before!.total, JSON.stringify(changed));
    assert.deepEqual([gone.customer.code, gone.total, gone.before?.date], ['C3', null, '2026-03-15']);
    const bills: PreviewBill[] = (await s.ask('GET', `${url}/bills`)).json.items;
    const same = bills.find((one) => one.customer === 'C1')!;
    assert.equal(same.before?.total, same.total);
    for (const query of ['', '?kind=bill', '?kind=new&kind=gone'])
      assert.equal((await s.ask('GET', `${url}/differences${query}`)).status, 400, query);
  });
});
