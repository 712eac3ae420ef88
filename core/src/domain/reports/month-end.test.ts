import assert from 'node:assert/strict';
import { it } from 'node:test';
import { defineManifest, definePlugin, type PluginDefinition } from '@traliccio/sdk';
import { isMailed, sumsStatement } from './month-end.ts';
import { eachDatabase } from '../../../../test/host/database.ts';
import { domainApi } from '../../../../test/host/domain-api.ts';
import { BY, openProvider } from '../../../../test/host/provider.ts';

const label = { it: 'Posta', en: 'Post' };
/** Delivers whatever it hears of, but to one customer. */
const post = definePlugin(
  defineManifest({
    id: 'post',
    version: '1.0.0',
    sdk: '^1.0.0',
    label,
    description: label,
    edition: 'BASIC',
  }),
  {
    setup: (ctx) =>
      ctx.events.on('document.issued', { id: 'mail', whileDisabled: 'skip' }, async ({ data }) => {
        if (data.customerId === 2) throw new Error('no such mailbox');
      }),
  },
) as PluginDefinition;

eachDatabase((_name, open) => {
  it('says how far the documents of a month have come, and names those that have not', async () => {
    const p = await openProvider(open, { day: '2026-10-05', plugins: [post] });
    for (const [code, changes] of [
      ['C1', {}],
      ['C2', {}],
      ['C3', { contacts: [] }],
    ] as const) {
      await p.customer(code, changes);
      await p.contract(`K-${code}`, { startOn: '2026-10-05', customer: code });
    }
    await p.bill();
    p.on('2026-10-20');
    const first = await p.app.documents.find('1/A');
    await p.app.documents.credit(
      { documentId: first.id, reason: 'Sconto', rebill: false, lines: [{ line: 1, amount: 1000 }] },
      BY,
    );
    await p.tx((tx) =>
      p.app.core.payments.record(tx, {
        key: 'test:1',
        customerId: first.customer.id,
        method: 'transfer',
        receivedOn: '2026-10-20',
        amount: 2440,
        allocate: 'oldest',
      }),
    );
    await p.app.relay.drain();
    const send = await domainApi(p);
    const month = async (query: string) => (await send('GET', `/reports/month-end?${query}`)).body;
    const october = await month('from=2026-10-01&to=2026-10-31');

    assert.deepEqual(october.issued, { documents: 4, total: 3 * 3660 - 1220 });
    assert.deepEqual(october.withXml, {
      documents: 4,
      total: 9760,
      missing: { documents: 0, total: 0, first: [] },
    });
    const numbers = async (of: { first: { numberText: string; amount: number }[] }) =>
      of.first.map(({ numberText, amount }) => `${numberText} ${amount}`).sort();
    const owner = async (id: number): Promise<string> =>
      String(
        (
          await p.rows(`SELECT number_text AS n FROM document WHERE customer_id = ${id} AND kind = 'invoice'`)
        )[0]?.['n'],
      );
    const reached = first.customer.id === 1 ? 2 : first.customer.id === 2 ? 0 : 1;
    assert.equal(october.mailed.documents, reached);
    assert.equal(october.mailed.missing.documents, 4 - reached);
    for (const id of [2, 3])
      assert.ok((await numbers(october.mailed.missing)).includes(`${await owner(id)} 3660`), String(id));
    assert.deepEqual(
      [
        october.collected.documents,
        october.collected.total,
        october.collected.missing.documents,
        october.collected.missing.total,
      ],
      [1, 3660, 2, 7320],
    );
    assert.deepEqual(await numbers(october.collected.missing), ['2/A 3660', '3/A 3660']);
    assert.deepEqual(october.vat, { base: 8000, vat: 1760 });
    assert.deepEqual(october.stampDuty, { documents: 0, total: 0 });

    const none = await month('from=2026-09-01&to=2026-09-30');
    assert.deepEqual([none.issued.documents, none.collected.missing.documents], [0, 0]);
    assert.equal((await month('from=2026-10-31&to=2026-10-01')).code, 'report.period_reversed');
  });

  it('each document is read by indexes, whatever else there is', async () => {
    const { app } = await openProvider(open, { day: '2026-10-05' });
    const { sql } = app.database;
    const mailed = isMailed(sql, ['messaging/mail']);
    const plan = await sql.all(
      `${sql.dialect === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN'} ${sumsStatement(mailed)}`,
      [...mailed.params, '2026-10-01', '2026-10-31'],
    );
    const steps = plan.map((row) => Object.values(row).join(' '));
    if (sql.dialect === 'sqlite')
      assert.deepEqual(
        steps.filter((step) => /SCAN (?!x\b|\(subquery)/.test(step)),
        [],
      );
    for (const index of ['outbox_order', 'contact_customer'])
      assert.ok(
        steps.some((step) => step.includes(index)),
        `${index}: ${steps.join('; ')}`,
      );
  });

  it('tells of no mail where nobody mails', async () => {
    const p = await openProvider(open, { day: '2026-10-05' });
    await p.customer('C1');
    await p.contract('K1', { startOn: '2026-10-05' });
    await p.bill();
    const send = await domainApi(p);
    const { body } = await send('GET', '/reports/month-end?from=2026-10-01&to=2026-10-31');
    assert.equal(body.mailed, null);
    assert.equal(body.collected.missing.documents, 1);
  });
});
