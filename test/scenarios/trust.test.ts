import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { PluginDefinition } from '@traliccio/sdk';
import { boundsTripped, type PlanFigures } from '@traliccio/core/src/domain/billing/bounds.ts';
import { DEFAULT_LIMITS } from '@traliccio/core/src/domain/billing/settings.ts';
import { verifyDocuments } from '@traliccio/core/src/domain/documents/verify.ts';
import { fileSource } from '@traliccio/core/src/domain/import/source.ts';
import fatturapa from '../../plugins/fatturapa/src/index.ts';
import { eachDatabase } from '../host/database.ts';
import { BY, MONTHLY, openProvider, type Provider } from '../host/provider.ts';

const LONG_AGO = { 'months:1': { periods: 1000, amount: 3_000_000 } };
const HISTORY = [LONG_AGO, LONG_AGO, LONG_AGO];
const plan = (changes: Partial<PlanFigures>): PlanFigures => ({
  billed: 1000,
  expected: 1000,
  byCadence: { 'months:1': { periods: 1000, amount: 3_000_000 } },
  ...changes,
});
const tripped = (changes: Partial<PlanFigures>, history = HISTORY): string[] =>
  boundsTripped(plan(changes), history, DEFAULT_LIMITS).map((b) => b.code);

describe('the bounds of a run', () => {
  it('let a run like the others pass', () => assert.deepEqual(tripped({}), []));
  it('ask for a confirmation when there is nothing to compare with', () =>
    assert.deepEqual(tripped({}, []), ['bounds.no_history']));
  it('hold fewer than 70 % of the contracts expected, not 70 %', () => {
    assert.deepEqual(tripped({ billed: 700 }), []);
    assert.deepEqual(tripped({ billed: 699 }), ['bounds.count']);
  });
  it('hold more than 102 %, not 102 %', () => {
    assert.deepEqual(tripped({ billed: 1020 }), []);
    assert.deepEqual(tripped({ billed: 1021 }), ['bounds.count']);
  });
  it('hold a total per period 20 % off what earlier runs made of it, not less', () => {
    const total = (amount: number): string[] =>
      tripped({ byCadence: { 'months:1': { periods: 1000, amount } } });
    assert.deepEqual([total(3_600_000), total(2_400_000)], [[], []]);
    assert.deepEqual([total(3_600_001), total(2_399_999)], [['bounds.total'], ['bounds.total']]);
  });
  it('count periods, so that a run after downtime is like any other', () =>
    assert.deepEqual(tripped({ byCadence: { 'months:1': { periods: 3000, amount: 9_000_000 } } }), []));
  it('say nothing of a cadence with fewer than three runs, nor of small differences', () => {
    assert.deepEqual(tripped({ byCadence: { 'months:12': { periods: 10, amount: 90_000_000 } } }), []);
    assert.deepEqual(
      tripped({ billed: 3, expected: 9, byCadence: { 'months:1': { periods: 3, amount: 40_000 } } }),
      [],
    );
  });
});

async function billed(p: Provider): Promise<void> {
  await p.customer('C1');
  await p.contract('K1', { startOn: '2026-03-01' });
  await p.customer('C2', { firstName: 'Anna' });
  await p.contract('K2', { startOn: '2026-03-01', customer: 'C2' });
  await p.contract('K3', { startOn: '2026-03-01', customer: 'C2' });
}

eachDatabase((name, open) => {
  const raw = (p: Provider, sql: string): Promise<number> => p.app.database.sql.run(sql);

  describe('bad data that is stored', () => {
    it('parks its contract with code and field before any number is given; the rest of the invoice is billed', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await billed(p);
      await raw(
        p,
        "UPDATE contract_item_version SET vat_rate = 0 WHERE contract_id = (SELECT id FROM contract WHERE code = 'K3')",
      );
      const run = await p.bill();
      assert.deepEqual(
        run.parked.map((one) => [one.contract, one.code, one.field]),
        [['K3', 'item.vat_missing', 'items.main.vatRate']],
      );
      assert.equal(run.documents, 2);
      assert.deepEqual((await p.app.documents.find('2/A')).contractCodes, ['K2']);
      await raw(p, 'UPDATE contract_item_version SET vat_rate = 2200 WHERE vat_rate = 0');
      p.on('2026-03-02');
      const next = await p.bill();
      assert.deepEqual([next.documents, next.parked], [1, []]);
      assert.equal(await p.number('SELECT COUNT(*) AS n FROM parked_contract'), 0);
    });

    it('a customer whose codice fiscale is wrong is parked by the rules of the SDI', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await billed(p);
      await raw(
        p,
        "UPDATE customer SET tax_code = 'RSSMRA80A01H501X', version = version + 1 WHERE code = 'C1'",
      );
      const run = await p.bill();
      assert.deepEqual(
        run.parked.map((one) => [one.contract, one.code, one.plugin]),
        [['K1', 'document.00306', 'fatturapa']],
      );
      assert.equal(
        await p.number('SELECT MAX(last_number) AS n FROM series'),
        1,
        'no number was spent on it',
      );
    });

    it('a description that the SDI refuses parks the contract of that line only', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await billed(p);
      await raw(
        p,
        "UPDATE contract_item_version SET description = '漢字' WHERE contract_id = (SELECT id FROM contract WHERE code = 'K2')",
      );
      const run = await p.bill();
      assert.deepEqual(
        run.parked.map((one) => [one.contract, one.code]),
        [['K2', 'document.00200']],
      );
      assert.deepEqual((await p.app.documents.find('2/A')).contractCodes, ['K3']);
    });

    it('a contract without items is parked, and so is one with an impossible number of lines', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await billed(p);
      await raw(
        p,
        "DELETE FROM contract_item_version WHERE contract_id = (SELECT id FROM contract WHERE code = 'K1')",
      );
      await p.contract('K4', { startOn: '2024-01-01', customer: 'C2', separateGroup: 'x' });
      const run = await p.bill();
      assert.deepEqual(
        run.parked.map((one) => [one.contract, one.code]),
        [
          ['K1', 'contract.no_price'],
          ['K4', 'invoice.too_many_lines'],
        ],
      );
    });
  });

  describe('a run out of bounds', () => {
    it('is held before the first number, and passes when it is confirmed', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await billed(p);
      const held = await p.bill({ confirm: false });
      assert.deepEqual([held.state, held.bounds.map((b) => b.code)], ['held', ['bounds.no_history']]);
      assert.equal(await p.number('SELECT COUNT(*) AS n FROM document'), 0);
      assert.equal(await p.number('SELECT COUNT(*) AS n FROM series'), 0);
      assert.equal((await p.bill()).documents, 2);
    });

    it('parks an invoice of more than five times what its payer is usually billed', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await billed(p);
      await p.bill();
      await p.tx((t) =>
        p.app.items.change(
          t,
          { contract: { code: 'K1' }, from: '2026-04-01', to: { ...MONTHLY, priceE8: 30_000_000_000 } },
          BY,
        ),
      );
      p.on('2026-04-01');
      assert.deepEqual(
        (await p.bill()).parked.map((one) => [one.contract, one.code]),
        [['K1', 'invoice.too_high']],
      );
    });
  });

  describe('a run without the plugin that makes the fiscal files', () => {
    const broken: PluginDefinition = {
      manifest: { ...fatturapa.manifest, provides: [] },
      setup: () => {
        throw new Error('no schema');
      },
    };

    it('is held before the first number, whatever is confirmed, and names the plugin', async () => {
      const p = await openProvider(open, { day: '2026-03-01', fiscal: broken });
      await billed(p);
      const held = await p.bill({ confirm: true });
      assert.deepEqual([held.state, held.bounds.map((b) => b.code)], ['held', ['bounds.plugin_not_up']]);
      assert.match(held.bounds[0]?.message ?? '', /fatturapa \(no schema\)/);
      assert.equal(await p.number('SELECT COUNT(*) AS n FROM document'), 0);
    });
  });

  describe('a credit note', () => {
    it('gives days that another system billed back against its invoice, when that came along', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-01-01' });
      await p.app.database.sql.run("UPDATE contract_item_version SET billed_to = '2026-04-01'");
      const folder = await mkdtemp(join(tmpdir(), 'traliccio-credit-'));
      after(() => rm(folder, { recursive: true, force: true }));
      const file = join(folder, 'documents.csv');
      await writeFile(
        file,
        'document;series;number;date;customer;contract;description;amount;vat_rate\n7/V;V;7;2026-03-01;C1;K1;Internet;30,00;22\n',
      );
      await p.app.importer.run('documents', fileSource(file), { by: BY });
      p.on('2026-03-11');
      await p.tx((t) => p.app.contracts.end(t, { contract: { code: 'K1' }, lastDay: '2026-03-10' }, BY));
      const closing = await p.bill();
      assert.deepEqual([closing.byType, closing.parked], [{ TD04: 1 }, []]);
      const note = await p.app.documents.find('1/NC');
      assert.deepEqual([note.net, note.credits?.numberText], [2032, '7/V']);
    });

    it('reverses every figure of its invoice, once', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await billed(p);
      await p.bill();
      const invoice = await p.app.documents.find('2/A');
      await p.app.documents.credit(
        { documentId: invoice.id, reason: 'Errata intestazione', rebill: false },
        BY,
      );
      const note = await p.app.documents.find('1/NC');
      const figures = (v: typeof note): unknown => [
        v.net,
        v.vatTotal,
        v.total,
        v.lines.map((l) => l.amount),
        v.vat,
      ];
      assert.deepEqual(figures(note), figures(invoice));
      assert.deepEqual([note.tipoDocumento, note.payment, note.credits?.numberText], ['TD04', null, '2/A']);
      await assert.rejects(
        p.app.documents.credit({ documentId: invoice.id, reason: 'di nuovo', rebill: false }, BY),
        { code: 'document.credited' },
      );
      p.on('2026-03-02');
      assert.equal((await p.bill()).documents, 0, 'what was credited is not billed again');
    });

    it('lets the next run bill the days again where that was asked for', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await p.customer('C1');
      await p.contract('K1', { startOn: '2026-03-01' });
      await p.bill();
      const invoice = await p.app.documents.find('1/A');
      await p.app.documents.credit(
        { documentId: invoice.id, reason: 'Errata intestazione', rebill: true },
        BY,
      );
      p.on('2026-03-02');
      const again = await p.bill();
      assert.deepEqual([again.documents, again.total], [1, invoice.total]);
    });
  });

  describe('what has been issued', () => {
    it('is refused to change by the database itself', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await billed(p);
      await p.bill();
      for (const sql of [
        'UPDATE document SET total = total + 1',
        'DELETE FROM document',
        'UPDATE document_line SET amount = 1',
        'DELETE FROM document_vat',
        "UPDATE artifact SET sha256 = 'x'",
        'UPDATE charge SET amount = amount + 1',
        'DELETE FROM charge',
        "UPDATE snapshot SET content = '{}'",
        'DELETE FROM audit_log',
      ])
        await assert.rejects(raw(p, sql), /never|only appended/, sql);
    });

    it('is named by verify when it was changed all the same', async () => {
      const tampers = [
        ['document', 'UPDATE', 'UPDATE document SET total = total + 1, net = net + 1 WHERE number = 2'],
        ['document', 'UPDATE', "UPDATE document SET customer_snapshot = '{}' WHERE number = 2"],
        [
          'document_line',
          'UPDATE',
          "UPDATE document_line SET description = 'altro' WHERE document_id = (SELECT id FROM document WHERE number = 2)",
        ],
        [
          'document_line',
          'DELETE',
          'DELETE FROM document_line WHERE document_id = (SELECT id FROM document WHERE number = 2)',
        ],
        ['document_vat', 'UPDATE', 'UPDATE document_vat SET vat = vat - 1'],
        [
          'artifact',
          'UPDATE',
          "UPDATE artifact SET bytes = 'x' WHERE document_id = (SELECT id FROM document WHERE number = 2)",
        ],
        ['document', 'DELETE', 'DELETE FROM document WHERE number = 2'],
      ] as const;
      for (const [table, action, sql] of tampers) {
        const p = await openProvider(open, { day: '2026-03-01' });
        await billed(p);
        await p.bill();
        assert.deepEqual((await verifyDocuments(p.app.database.sql)).problems, []);
        await raw(p, `DROP TRIGGER ${table}_no_${action.toLowerCase()}`);
        await raw(p, sql);
        const { problems } = await verifyDocuments(p.app.database.sql);
        assert.ok(
          problems.some((one) => one.document === '2/A' || one.document === 'A 2026'),
          `${name}: ${sql}: ${JSON.stringify(problems)}`,
        );
      }
    });
  });
});
