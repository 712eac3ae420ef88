import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlainDate } from '@traliccio/sdk';
import { explainLine } from '@traliccio/core/src/domain/documents/document-detail.ts';
import { checkInvariants } from '@traliccio/core/src/domain/invariants.ts';
import { eachDatabase } from '../host/database.ts';
import { BY, MONTHLY, openProvider, type Provider } from '../host/provider.ts';

async function linesOf(
  p: Provider,
  number: string,
): Promise<[string, number, PlainDate | null, PlainDate | null][]> {
  const view = await p.app.documents.find(number);
  return view.lines.map((l) => [l.description, l.amount, l.periodFrom, l.periodTo]);
}

async function assertSound(p: Provider): Promise<void> {
  const { violations } = await checkInvariants(p.app);
  assert.deepEqual(violations, []);
}

eachDatabase((_name, open) => {
  describe('a billing run', () => {
    it('bills what is due once, whatever the number of runs', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-03-01' });
      const first = await p.bill();
      assert.deepEqual([first.documents, first.total, first.byType], [1, 3660, { TD01: 1 }]);
      assert.equal((await p.bill()).documents, 1, 'the run of the day has its one document');
      p.on('2026-03-02');
      assert.equal((await p.bill()).documents, 0);
      await assertSound(p);
    });

    it('catches up three months with one invoice and a line a month', async () => {
      const p = await openProvider(open, { day: '2026-03-15' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-03-15' });
      p.on('2026-05-20');
      await p.bill();
      assert.deepEqual(await linesOf(p, '1/A'), [
        ['Internet 100', 3000, '2026-03-15', '2026-04-14'],
        ['Internet 100', 3000, '2026-04-15', '2026-05-14'],
        ['Internet 100', 3000, '2026-05-15', '2026-06-14'],
      ]);
      await assertSound(p);
    });

    it('200 -> 100 a month on 20 October, already billed: credits 77,42 and charges 38,71 on the next invoice', async () => {
      const p = await openProvider(open, { day: '2026-10-01' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-10-01', items: [{ ...MONTHLY, priceE8: 20_000_000_000 }] });
      await p.bill();
      p.on('2026-10-20');
      await p.tx((t) =>
        p.app.items.change(
          t,
          { contract: { code: 'K1' }, from: '2026-10-20', to: { ...MONTHLY, priceE8: 10_000_000_000 } },
          BY,
        ),
      );
      const change = await p.bill();
      assert.equal(change.documents, 0, 'less than nothing waits');
      p.on('2026-11-01');
      await p.bill();
      assert.deepEqual(
        (await linesOf(p, '2/A')).map((l) => l[1]).toSorted((a, b) => a - b),
        [-7742, 3871, 10_000],
      );
      await assertSound(p);
    });

    it('gives the paid days of a contract that ends back with a credit note against its newest invoice', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-03-01' });
      await p.bill();
      p.on('2026-03-11');
      await p.tx((t) => p.app.contracts.end(t, { contract: { code: 'K1' }, lastDay: '2026-03-10' }, BY));
      const closing = await p.bill();
      assert.deepEqual([closing.byType, closing.parked], [{ TD04: 1 }, []]);
      const note = await p.app.documents.find('1/NC');
      // 21 of 31 days of 30,00 net: what was charged less what ten days cost.
      assert.deepEqual([note.net, note.credits?.numberText], [2032, '1/A']);
      await assertSound(p);
    });

    it('leaves out a contract on hold, and goes by the release policy when it is lifted', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-03-01' });
      await p.bill();
      p.on('2026-03-20');
      const hold = await p.tx((t) =>
        p.app.holds.create(
          t,
          {
            contract: { code: 'K1' },
            reason: 'Fattura 1/A non pagata',
            blocksBilling: true,
            releasePolicy: 'resume',
          },
          BY,
        ),
      );
      p.on('2026-04-01');
      assert.equal((await p.bill()).documents, 0);
      p.on('2026-04-11');
      await p.tx((t) => p.app.holds.release(t, { holdId: hold.id }, BY));
      await p.bill();
      assert.deepEqual(await linesOf(p, '2/A'), [['Internet 100', 2000, '2026-04-11', '2026-04-30']]);
      await assertSound(p);
    });

    it('bills an intervention on the next invoice', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-03-01' });
      await p.bill();
      p.on('2026-03-15');
      const charge = {
        contract: { code: 'K1' },
        source: { type: 'intervention', id: '77' },
        description: 'Riallineamento antenna',
        amount: 3500,
        vatRate: 2200,
      };
      assert.equal(await p.tx((t) => p.app.charges.addOnce(t, charge, BY)), true);
      assert.equal(
        await p.tx((t) => p.app.charges.addOnce(t, charge, BY)),
        false,
        'the same intervention is charged once',
      );
      assert.equal((await p.bill()).documents, 0);
      p.on('2026-04-01');
      await p.bill();
      assert.deepEqual((await linesOf(p, '2/A')).map((l) => l[0]).toSorted(), [
        'Internet 100',
        'Riallineamento antenna',
      ]);
      await assertSound(p);
    });

    it('puts the contracts of a payer on one invoice, but a separate group apart', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await p.customer('C1');
      await p.customer('C2', { firstName: 'Anna' });
      await p.contract('K1', { startOn: '2026-03-01' });
      await p.contract('K2', { startOn: '2026-03-01', customer: 'C2', payer: 'C1' });
      await p.contract('K3', { startOn: '2026-03-01', separateGroup: 'baita' });
      assert.equal((await p.bill()).documents, 2);
      const both = await p.app.documents.find('1/A');
      assert.deepEqual(both.contractCodes, ['K1', 'K2']);
      await assertSound(p);
    });

    it('lets a public body pay the net amount under split payment', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await p.customer('C1', {
        kind: 'public_body',
        name: 'Comune di Prova',
        firstName: null,
        lastName: null,
        taxCode: '00337870406',
        codiceDestinatario: 'UFABCD',
      });
      await p.contract('K1', { startOn: '2026-03-01', cig: 'Z1234567AB', purchaseOrder: 'DET-1' });
      const run = await p.bill();
      assert.deepEqual(run.parked, []);
      const view = await p.app.documents.find('1/A');
      assert.deepEqual([view.total, view.payable, view.vat[0]?.esigibilita], [3660, 3000, 'S']);
    });

    it('makes no document of nothing', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-03-01', items: [{ ...MONTHLY, priceE8: 0 }] });
      assert.equal((await p.bill()).documents, 0);
      await assertSound(p);
    });

    it('bills nothing of what another system has billed', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-01-01' });
      await p.app.database.sql.run("UPDATE contract_item_version SET billed_to = '2026-03-16'");
      await p.app.database.sql.run("UPDATE contract SET billed_through = '2026-03-15'");
      assert.equal((await p.bill()).documents, 0);
      p.on('2026-03-16');
      await p.bill();
      assert.deepEqual(await linesOf(p, '1/A'), [['Internet 100', 1548, '2026-03-16', '2026-03-31']]);
      await assertSound(p);
    });

    it('writes nothing in a preview', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-03-01' });
      const tables = [
        'document',
        'charge',
        'series',
        'outbox',
        'audit_log',
        'run',
        'parked_contract',
        'counter',
        'artifact',
      ];
      const counts = async (): Promise<number[]> =>
        Promise.all(tables.map((t) => p.number(`SELECT COUNT(*) AS n FROM ${t}`)));
      const before = await counts();
      const preview = await p.bill({ preview: true });
      assert.deepEqual(
        [preview.state, preview.documents, preview.total, preview.bills[0]?.customer],
        ['preview', 1, 3660, 'C1'],
      );
      assert.deepEqual(await counts(), before);
    });

    it('refuses a run of a day to come', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await assert.rejects(p.bill({ date: '2026-03-02' }), { code: 'run.date_in_future' });
    });

    it('never dates a document before one that has a lower number', async () => {
      const p = await openProvider(open, { day: '2026-03-10' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-03-01' });
      await p.bill();
      await p.contract('K2', { startOn: '2026-03-01' });
      p.on('2026-03-09');
      const back = await p.bill();
      assert.deepEqual(
        back.parked.map((one) => one.code),
        ['document.date_before_last'],
      );
      assert.equal(await p.number('SELECT COUNT(*) AS n FROM document'), 1);
    });

    it('explains each line with the formula it was computed by', async () => {
      const p = await openProvider(open, { day: '2026-03-15' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-03-15', items: [{ ...MONTHLY, anchor: '2026-03-01' }] });
      await p.bill();
      const view = await p.app.documents.find('1/A');
      const { charges } = await explainLine(p.app.database.sql, view.id, 1);
      assert.equal(
        charges[0]?.formula,
        '30,00 € per 01/03/2026-31/03/2026, dovuti 17 giorni (15/03/2026-31/03/2026) = 16,45 €',
      );
    });
  });
});
