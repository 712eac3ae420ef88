import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { PluginDefinition } from '@traliccio/sdk';
import messaging from '../../../../plugins/messaging/src/index.ts';
import { eachDatabase, type OpenDatabase } from '../../../../test/host/database.ts';
import { domainApi, type Send } from '../../../../test/host/domain-api.ts';
import { openProvider, type Provider } from '../../../../test/host/provider.ts';

/** A provider with one invoice, 1, told of by mail to whoever has `plugins`. */
async function withInvoice(
  open: OpenDatabase,
  plugins: readonly unknown[],
): Promise<{ p: Provider; send: Send; id: number }> {
  const p = await openProvider(open, { day: '2026-03-15', plugins: plugins as PluginDefinition[] });
  await p.customer('C1');
  await p.contract('K1', { startOn: '2026-03-15' });
  await p.bill();
  const id = await p.number('SELECT id FROM document');
  return { p, send: await domainApi(p), id };
}
const RESENT =
  "SELECT delivery_key, aggregate, payload FROM outbox WHERE event = 'document.resend' ORDER BY id";

eachDatabase((_name, open) => {
  it('a document is sent again each time somebody asks, and once when a request is repeated', async () => {
    const { p, send, id } = await withInvoice(open, [messaging]);
    const url = `/documents/${id}/resend`;
    const key = { 'idempotency-key': 'resend-again-1' };
    assert.deepEqual((await send('POST', url, undefined, key)).body, { request: 1 });
    assert.deepEqual((await send('POST', url, undefined, key)).body, { request: 1 }, 'a repeat');
    const both = await Promise.all(
      [2, 3].map((n) => send('POST', url, undefined, { 'idempotency-key': `resend-again-${n}` })),
    );
    assert.deepEqual(new Set(both.map((one) => one.body.request)), new Set([2, 3]));

    const rows = await p.rows(RESENT);
    assert.deepEqual(
      new Set(rows.map((row) => row['delivery_key'])),
      new Set([1, 2, 3].map((n) => `document.resend:${id}:${n}:messaging/mail`)),
    );
    assert.ok(rows.every((row) => row['aggregate'] === `document:${id}`));
    const { total, ...payload } = JSON.parse(String(rows[0]!['payload'])) as Record<string, unknown>;
    assert.equal(total, await p.number('SELECT total FROM document'));
    assert.deepEqual(
      { ...payload, request: 1 },
      {
        documentId: id,
        revision: 0,
        kind: 'invoice',
        customerId: await p.number('SELECT id FROM customer'),
        request: 1,
      },
    );
    const audit = await p.rows(
      "SELECT actor, entity_id, detail FROM audit_log WHERE action = 'document.resent' ORDER BY id",
    );
    assert.deepEqual(
      audit.map((row) => [row['actor'], row['entity_id'], row['detail']]),
      [1, 2, 3].map((request) => ['operator:anna@example.it', id, JSON.stringify({ request })]),
    );
    assert.equal(await p.number('SELECT COUNT(*) FROM document_resend'), 3);
    const { body } = await send('GET', `/documents/${id}`);
    assert.equal(
      body.deliveries.filter((one: { event: string }) => one.event === 'document.resend').length,
      3,
      'the document shows what became of them',
    );
  });

  it('is refused when nobody sends documents, and nothing is left behind', async () => {
    const { p, send, id } = await withInvoice(open, []);
    const { status, body } = await send('POST', `/documents/${id}/resend`);
    assert.deepEqual([status, body.code], [409, 'document.resend_nobody']);
    assert.equal((await send('POST', '/documents/999999/resend')).body.code, 'document.not_found');
    assert.equal(await p.number('SELECT COUNT(*) FROM document_resend'), 0);
    assert.equal(await p.number("SELECT COUNT(*) FROM audit_log WHERE action = 'document.resent'"), 0);
  });

  it('an export is written down before the first page is read for it', async () => {
    const p = await openProvider(open, { day: '2026-03-15' });
    const send = await domainApi(p);
    const body = { list: 'customers', filter: 'state=active&q=rossi', format: 'csv' };
    assert.equal((await send('POST', '/exports', body)).status, 200);
    for (const bad of [
      { ...body, list: '../etc' },
      { ...body, list: '' },
      { ...body, format: 'pdf' },
      { ...body, filter: 'a\u0000' },
      { ...body, filter: 'x'.repeat(1001) },
      { ...body, rows: -1 },
      { list: 'customers', format: 'csv' },
    ])
      assert.equal((await send('POST', '/exports', bad)).status, 400, JSON.stringify(bad));
    const rows = await p.rows("SELECT actor, entity, detail FROM audit_log WHERE action = 'list.exported'");
    assert.deepEqual(
      rows.map((row) => [row['actor'], row['entity'], JSON.parse(String(row['detail']))]),
      [['operator:anna@example.it', 'list', body]],
    );
  });
});
