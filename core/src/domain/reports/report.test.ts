import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openServer } from '../../../../test/host/http.ts';
import { BY, MONTHLY, openProvider } from '../../../../test/host/provider.ts';
import { clockOffset } from '../../kernel/clock.ts';

eachDatabase((_name, open) => {
  it('the VAT register adds up by rate and natura, credit notes negative, and its rows come to the totals', async () => {
    const place = await open();
    const p = await openProvider(async () => place, { day: '2026-03-01' });
    const exempt = {
      ...MONTHLY,
      priceE8: 10_000_000_000,
      vatRate: 0,
      natura: 'N2.2',
      vatReference: 'art. 7',
    };
    for (const [code, item] of [
      ['C1', MONTHLY],
      ['C2', MONTHLY],
      ['C3', exempt],
    ] as const) {
      await p.customer(code);
      await p.contract(`K-${code}`, { startOn: '2026-03-01', customer: code, payer: code, items: [item] });
    }
    await p.bill();
    p.on('2026-04-02');
    const first = await p.app.documents.find('1/A');
    await p.app.documents.credit(
      { documentId: first.id, reason: 'Sconto', rebill: false, lines: [{ line: 1, amount: 1000 }] },
      BY,
    );
    const s = await openServer(async () => place, { env: { clockOffset: clockOffset('2026-04-02')! } });
    const get = async (path: string) => (await s.ask('GET', `/api/reports/${path}`)).json;

    const march = await get('vat?from=2026-03-01&to=2026-03-31');
    assert.deepEqual(
      march.totals.map((one: Record<string, unknown>) => [
        one['vatRate'],
        one['natura'],
        one['esigibilita'],
        one['documents'],
        one['base'],
        one['vat'],
      ]),
      [
        [2200, null, 'I', 2, 6000, 1320],
        [0, 'N2.2', null, 1, 10_000, 0],
      ],
    );
    const april = await get('vat?from=2026-04-01&to=2026-04-30');
    assert.deepEqual([april.base, april.vat], [-1000, -220]);

    const rows: { base: number; vat: number; kind: string }[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: typeof rows; next: string | null } = await get(
        `vat/rows?from=2026-03-01&to=2026-04-30&limit=1${next && `&after=${next}`}`,
      );
      rows.push(...page.items);
      ({ next } = page);
    }
    assert.deepEqual(
      rows.map((row) => [row.kind, row.base, row.vat]),
      [
        ['invoice', 3000, 660],
        ['invoice', 3000, 660],
        ['invoice', 10_000, 0],
        ['credit_note', -1000, -220],
      ],
    );

    const csv = (await s.ask('GET', '/api/reports/vat/file?from=2026-03-01&to=2026-04-30')).text;
    const lines = csv.trim().split('\r\n');
    assert.equal(lines.length, 5);
    assert.match(lines[4]!, /^02\/04\/2026;1\/NC;TD04;"C1";.*;22,00;;I;-10,00;-2,20;-12,20$/);

    const stamps = await get('stamp-duty?year=2026');
    assert.ok(stamps.quarters, JSON.stringify(stamps));
    assert.deepEqual(
      stamps.quarters.map((one: { documents: number; total: number }) => [one.documents, one.total]),
      [
        [1, 200],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    );
    assert.deepEqual(
      stamps.items.map((one: { numberText: string; stampDuty: number }) => [one.numberText, one.stampDuty]),
      [['3/A', 200]],
    );

    for (const [path, code] of [
      ['vat?from=2026-03-02&to=2026-03-01', 'report.period_reversed'],
      ['vat?from=2025-03-01&to=2026-03-01', 'report.period_long'],
    ] as const)
      assert.equal((await get(path)).code, code);
    assert.equal((await s.ask('GET', '/api/reports/vat?from=2026-03-01')).status, 400);
    const other = await s.tokenFor('customers.read');
    for (const path of ['vat?from=2026-03-01&to=2026-03-31', 'stamp-duty?year=2026', 'conservation'])
      assert.equal((await s.ask('GET', `/api/reports/${path}`, { token: other })).status, 403);
    assert.deepEqual(await get('conservation'), { by: '', exportedOn: null });
  });

  it('the registers are read by an index', async () => {
    const place = await open();
    const p = await openProvider(async () => place, { day: '2026-03-01' });
    const explain = p.app.database.sql.dialect === 'sqlite' ? 'EXPLAIN QUERY PLAN ' : 'EXPLAIN ';
    const plan = JSON.stringify(
      await p.rows(
        `${explain} SELECT COUNT(*), SUM(stamp_duty) FROM document WHERE stamp_duty > 0 AND date >= '2026-01-01' AND date <= '2026-12-31' AND state = 'issued'`,
      ),
    );
    assert.match(plan, /document_stamp_duty|document_date/);
  });
});
