import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Value } from 'typebox/value';
import { eachDatabase, type OpenDatabase } from '../../../../test/host/database.ts';
import { openServer, type TestServer } from '../../../../test/host/http.ts';
import { openProvider, type Provider } from '../../../../test/host/provider.ts';
import { clockOffset } from '../../kernel/clock.ts';
import { DocumentDetail, LineExplanation } from './document.schema.ts';

/** A provider with one invoice, 1/A, and the server over its database. */
async function withInvoice(open: OpenDatabase): Promise<{ p: Provider; s: TestServer }> {
  const place = await open();
  const p = await openProvider(async () => place, { day: '2026-03-15' });
  await p.customer('C1');
  await p.contract('K1', { startOn: '2026-03-15' });
  await p.bill();
  const s = await openServer(async () => place, { env: { clockOffset: clockOffset('2026-03-16')! } });
  return { p, s };
}

/** No address of a document: refused, or leads to nothing. */
const NO_DOCUMENTS: [path: string, status: number][] = [
  ['/documents/999999', 404],
  ['/documents/0', 400],
  ['/documents/-1', 400],
  ['/documents/1.5', 400],
  ['/documents/abc', 400],
  ['/documents/__proto__', 400],
  ["/documents/1'--", 400],
  [`/documents/${'9'.repeat(30)}`, 400],
  ['/documents/999999/pdf', 404],
  ['/documents/999999/artifacts', 404],
  ['/documents/999999/artifacts/fatturapa', 404],
  ['/documents/999999/lines/1/explanation', 404],
  ['/documents/find', 400],
  ['/documents/find?number=1', 400],
  ['/documents/find?number=0/A', 400],
  ['/documents/find?number=1/A/26', 400],
  ["/documents/find?number=1/A'", 400],
  ['/documents/find?number=1/A&number=2/A', 400],
  ['/documents/find?number[$gt]=1', 400],
  ['/documents/find?number=1/A&series=A', 400],
  ['/documents/find?number=2/A', 404],
  ['/documents/find?number=1/ZZ', 404],
  ['/documents/find?number=1/A/2025', 404],
];

eachDatabase((_name, open) => {
  it('a document is shown as it was issued, with its files, its lines explained and what became of it', async () => {
    const { p, s } = await withInvoice(open);
    const { json } = await s.ask('GET', '/api/documents/find?number=1/A');
    assert.ok(Value.Check(DocumentDetail, json), JSON.stringify([...Value.Errors(DocumentDetail, json)]));
    const url = `/api/documents/${json.id}`;
    assert.deepEqual((await s.ask('GET', url)).json, json);
    assert.deepEqual((await s.ask('GET', '/api/documents/find?number=1/A/2026')).json, json);
    const [{ 'SUM(total)': total } = {}] = await p.rows('SELECT SUM(total) FROM document');
    assert.deepEqual([json.numberText, json.total, json.customer.code], ['1/A', total, 'C1']);
    assert.deepEqual([json.creditedBy, json.deliveries.map((one: { state: string }) => one.state)], [[], []]);

    const { items } = (await s.ask('GET', `${url}/artifacts`)).json;
    const [kept] = await p.app.documents.artifacts(json.id);
    assert.deepEqual(
      items.map((one: { kind: string; size: number }) => [one.kind, one.size]),
      [['fatturapa', kept!.bytes.length]],
    );
    const xml = await s.ask('GET', `${url}/artifacts/fatturapa`);
    assert.equal(xml.text, Buffer.from(kept!.bytes).toString());
    assert.equal(xml.headers.get('content-type'), 'application/octet-stream');
    assert.match(xml.headers.get('content-disposition')!, /^attachment; filename="IT\w+\.xml"/);
    for (const [kind, status] of [
      ['other', 404],
      ['..%2f..%2fetc', 400],
      ['x'.repeat(21), 400],
    ] as const)
      assert.equal((await s.ask('GET', `${url}/artifacts/${kind}`)).status, status, kind);

    const why = (await s.ask('GET', `${url}/lines/1/explanation`)).json;
    assert.ok(Value.Check(LineExplanation, why));
    assert.match(why.charges[0]?.formula ?? '', /30,00 €/);
    assert.equal((await s.ask('GET', `${url}/lines/2/explanation`)).json.code, 'document.line_not_found');
    assert.equal((await s.ask('GET', `${url}/lines/0/explanation`)).status, 400);

    const pdf = await s.ask('GET', `${url}/pdf`);
    assert.deepEqual([pdf.status, pdf.text.slice(0, 5)], [200, '%PDF-']);
    assert.equal(pdf.headers.get('content-type'), 'application/pdf');
    assert.match(
      pdf.headers.get('content-disposition')!,
      /^attachment; filename="Fattura_1-A_2026-03-15\.pdf"/,
    );
    for (const [path, status] of NO_DOCUMENTS)
      assert.equal((await s.ask('GET', `/api${path}`)).status, status, path);
  });

  it('an invoice is credited once, by who may, and both documents say so', async () => {
    const { p, s } = await withInvoice(open);
    const { json } = await s.ask('GET', '/api/documents/find?number=1/A');
    const url = `/api/documents/${json.id}/credit`;
    const body = { reason: 'Recesso', rebill: false };
    const reader = await s.tokenFor('documents.read');
    assert.equal((await s.ask('POST', url, { body, token: reader })).status, 403);
    assert.equal((await s.ask('POST', url, { body, token: null })).status, 401);
    for (const bad of [
      {},
      { reason: 'x' },
      { reason: null, rebill: false },
      { reason: '', rebill: false },
      { reason: 7, rebill: false },
      { reason: 'x'.repeat(201), rebill: false },
      { reason: 'a\u0000b', rebill: false },
      { reason: { $gt: '' }, rebill: false },
      { reason: 'x', rebill: 'true' },
      { ...body, total: 1 },
      { ...body, constructor: 1 },
      [body],
      'x',
      '{"__proto__":{},"reason":"x","rebill":false}',
    ])
      assert.equal((await s.ask('POST', url, { body: bad })).status, 400, JSON.stringify(bad));
    assert.equal((await s.ask('POST', url, { body: { reason: '   ', rebill: false } })).status, 422);
    assert.equal((await s.ask('POST', '/api/documents/999999/credit', { body })).status, 404);

    const answers = await Promise.all([1, 2, 3].map(() => s.ask('POST', url, { body })));
    assert.deepEqual(
      answers.map((one) => one.status).toSorted((a, b) => a - b),
      [201, 409, 409],
    );
    const credited = answers.find((one) => one.status === 201)!.json;
    const note = (await s.ask('GET', `/api/documents/${credited.id}`)).json;
    assert.deepEqual([note.kind, note.total, note.credits.reason], ['credit_note', json.total, 'Recesso']);
    const after = (await s.ask('GET', `/api/documents/${json.id}`)).json;
    assert.deepEqual(after.creditedBy, [{ id: note.id, numberText: note.numberText, date: '2026-03-16' }]);
    // That the customer is told of the credit note is an effect of it.
    const effects = note.deliveries.map((one: { event: string; subscriber: string }) =>
      [one.event, one.subscriber.split('/')[0]].join(' '),
    );
    assert.deepEqual([...new Set(effects)], ['document.issued messaging']);
    const [who] = await p.rows(
      `SELECT actor FROM audit_log WHERE entity = 'document' AND entity_id = ${note.id}`,
    );
    assert.equal(who!['actor'], 'operator:operator1@example.it');
    assert.equal((await s.ask('POST', `/api/documents/${note.id}/credit`, { body })).status, 422);
  });
});
