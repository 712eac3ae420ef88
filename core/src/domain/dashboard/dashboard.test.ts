import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Value } from 'typebox/value';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openServer } from '../../../../test/host/http.ts';
import { BY, openProvider, type Provider } from '../../../../test/host/provider.ts';
import { clockOffset } from '../../kernel/clock.ts';
import { recountTurnover, turnoverDifferences } from '../documents/turnover.ts';
import { sentSource } from '../import/source.ts';
import { checkInvariants } from '../invariants.ts';
import { Dashboard } from './dashboard.schema.ts';

const HEAD = 'document;series;number;date;kind;customer;description;amount;vat_rate\n';
const imported = (number: number, date: string, kind = 'invoice'): string =>
  `${number}/V;V;${number};${date};${kind};C1;Canone;100,00;22\n`;

const kept = ({ rows }: Provider) => rows('SELECT * FROM turnover ORDER BY date, kind, series');

/** Keeps what was counted as it went along beside what comes out when it is all counted anew. */
async function isCounted(p: Provider): Promise<void> {
  assert.deepEqual(await turnoverDifferences(p.app.database.sql), []);
  const counted = await kept(p);
  await recountTurnover(p.app.database);
  assert.deepEqual(await kept(p), counted);
}

eachDatabase((_name, open) => {
  it('turnover is what the documents come to, whichever way they came', async () => {
    const p = await openProvider(open, { day: '2026-02-10' });
    await p.customer('C1');
    await p.customer('C2');
    await p.contract('K1', { startOn: '2026-02-10' });
    await p.contract('K2', { startOn: '2026-02-10', customer: 'C2' });
    await p.bill();
    await isCounted(p);
    p.on('2026-03-15');
    await p.bill();
    await isCounted(p);
    const [invoice] = await p.app.documents.list({ from: '2026-03-01' });
    await p.app.documents.credit({ documentId: invoice!.id, reason: 'Errore', rebill: true }, BY);
    await p.bill({ date: '2026-03-15' });
    await isCounted(p);
    const file =
      HEAD + imported(1, '2026-02-28') + imported(2, '2026-02-28', 'credit_note') + imported(3, '2026-03-01');
    const { imported: n } = await p.app.importer.run('documents', sentSource(Buffer.from(file)), { by: BY });
    assert.equal(n, 3);
    await isCounted(p);
    await p.app.importer.run('documents', sentSource(Buffer.from(HEAD + imported(4, '2026-03-02'))), {
      by: BY,
      dryRun: true,
    });
    await isCounted(p);
    assert.deepEqual((await checkInvariants(p.app)).violations, []);

    await p.app.database.sql.run(
      "UPDATE turnover SET net = net + 1 WHERE kind = 'credit_note' AND series = 'V'",
    );
    const wrong = (await checkInvariants(p.app)).violations;
    assert.deepEqual(
      wrong.map(({ id, about }) => [id, about]),
      [['I11', 'credit_note of series V on 2026-02-28']],
    );
    await recountTurnover(p.app.database);
    assert.deepEqual((await checkInvariants(p.app)).violations, []);
  });

  it('the dashboard says how it stands, to each what he may see', async () => {
    const place = await open();
    const p = await openProvider(async () => place, { day: '2026-02-10' });
    await p.customer('C1');
    await p.contract('K1', { startOn: '2026-02-10' });
    await p.contract('K2', { startOn: '2026-02-20' });
    await p.bill();
    p.on('2026-02-20');
    await p.bill();
    p.on('2026-03-15');
    const file = HEAD + imported(1, '2026-03-01') + imported(2, '2026-03-02', 'credit_note');
    await p.app.importer.run('documents', sentSource(Buffer.from(file)), { by: BY });
    const s = await openServer(async () => place, { env: { clockOffset: clockOffset('2026-03-15')! } });
    const { json } = await s.ask('GET', '/api/dashboard');
    assert.ok(Value.Check(Dashboard, json), JSON.stringify(json));
    const { turnover } = json;
    assert.ok(turnover);
    assert.deepEqual(turnover.thisMonth, {
      from: '2026-03-01',
      to: '2026-03-15',
      net: 0,
      vat: 0,
      total: 0,
      invoices: 1,
      creditNotes: 1,
    });
    const [first, both] = await p.rows(
      "SELECT SUM(net) AS net FROM document WHERE date = '2026-02-10' UNION ALL SELECT SUM(net) FROM document WHERE date < '2026-03-01'",
    );
    assert.equal(turnover.sameDays.net, Number(first!['net']));
    assert.equal(turnover.lastMonth.net, Number(both!['net']));
    assert.equal(turnover.lastMonth.invoices, 2);
    assert.deepEqual([turnover.sameDays.to, turnover.lastMonth.to], ['2026-02-15', '2026-02-28']);
    const dueSoon = { from: '2026-03-16', to: '2026-03-22', count: 1 };
    assert.deepEqual(json.contracts, { active: 2, due: 1, dueSoon, parked: 0 });
    assert.deepEqual(json.deliveries, { dead: 0, uncertain: 0 });
    assert.deepEqual([json.hasIssuer, typeof json.lateJobs], [true, 'number']);

    const [owed] = await p.rows(
      "SELECT SUM(open_amount) AS owed, COUNT(*) AS n FROM open_item WHERE kind = 'invoice' AND open_amount > 0 AND due_date < '2026-03-15'",
    );
    assert.deepEqual(json.payments, {
      overdue: Number(owed!['owed']),
      overdueDocuments: owed!['n'],
      collected: 0,
    });
    assert.ok(json.payments.overdue > 0);

    const nothing = { turnover: null, contracts: null, payments: null, deliveries: null, lateJobs: null };
    const seen = async (permission: string) => {
      const {
        today: _,
        hasIssuer: __,
        ...parts
      } = (await s.ask('GET', '/api/dashboard', { token: await s.tokenFor(permission) })).json;
      return parts as unknown;
    };
    assert.deepEqual(await seen('customers.read'), nothing);
    assert.deepEqual(await seen('documents.read'), { ...nothing, turnover: turnover });
    assert.deepEqual(await seen('outbox.read'), { ...nothing, deliveries: json.deliveries });
    assert.equal((await s.ask('GET', '/api/dashboard', { token: null })).status, 401);
  });
});
