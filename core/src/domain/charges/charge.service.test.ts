import { deepEqual, equal, rejects } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { BY, openProvider, type Provider } from '../../../../test/host/provider.ts';

const add = (p: Provider, changes: object = {}) =>
  p.tx((tx) =>
    p.app.charges.addOnce(
      tx,
      {
        contract: { code: 'K1' },
        source: { type: 'visit', id: '17' },
        description: 'Uscita tecnica',
        amount: 5000,
        vatRate: 2200,
        ...changes,
      },
      BY,
    ),
  );

eachDatabase((_name, open) => {
  it('a one-off charge waits for the next invoice and stands on it once', async () => {
    const p = await openProvider(open, { day: '2026-11-01' });
    await p.customer('C1');
    await p.contract('K1', { startOn: '2026-11-01' });
    await p.bill();
    p.on('2026-11-10');
    deepEqual([await add(p), await add(p)], [true, false]);
    equal((await p.bill()).documents, 0, 'it waits');
    p.on('2026-12-01');
    await p.bill();
    deepEqual(
      (await p.app.documents.find('2/A')).lines.map((l) => l.amount).toSorted((a, b) => a - b),
      [3000, 5000],
    );
  });

  it('on a contract that is never due again it makes it due', async () => {
    const p = await openProvider(open, { day: '2026-11-01' });
    await p.customer('C1');
    await p.contract('K1', { startOn: '2026-10-01' });
    await p.tx((tx) => p.app.contracts.end(tx, { contract: { code: 'K1' }, lastDay: '2026-10-31' }, BY));
    await p.bill();
    p.on('2026-11-10');
    await p.bill();
    equal((await p.rows('SELECT next_due FROM contract'))[0]?.['next_due'], null);
    await add(p, { source: { type: 'return', id: 'cpe-1' } });
    equal((await p.bill()).documents, 1);
  });

  it('the same source with another amount, nothing, or a wrong rate is refused', async () => {
    const p = await openProvider(open, { day: '2026-11-01' });
    await p.customer('C1');
    await p.contract('K1', { startOn: '2026-11-01' });
    await add(p);
    await rejects(add(p, { amount: 6000 }), { code: 'charge.key_taken' });
    await rejects(add(p, { amount: 0 }), { code: 'charge.amount_invalid' });
    await rejects(add(p, { vatRate: 0 }), { code: 'charge.natura_missing' });
    await rejects(add(p, { description: 'Uscita 🚐' }), { code: 'charge.description_characters' });
    await rejects(add(p, { contract: { code: 'K9' } }), { code: 'contract.not_found' });
  });
});
