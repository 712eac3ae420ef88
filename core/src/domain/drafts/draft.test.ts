import assert from 'node:assert/strict';
import { it } from 'node:test';
import { DocumentRenderer, type DocumentView } from '@traliccio/sdk';
import { eachDatabase } from '../../../../test/host/database.ts';
import { domainApi } from '../../../../test/host/domain-api.ts';
import { BY, MONTHLY, openProvider, type Provider } from '../../../../test/host/provider.ts';
import { foundDocuments } from '../documents/found-documents.ts';
import { verifyDocuments } from '../documents/verify.ts';
import { monthEnd } from '../reports/month-end.ts';
import { vatTotals } from '../reports/vat-report.ts';
import type { DraftFinding, DraftInput } from './draft.schema.ts';

const DAY = '2026-11-01';
const ROUTER = { description: 'Router', priceE8: 3_000_000_000, vatRate: 2200 } as const;
const TWO_RATES: DraftInput = {
  customer: 'C1',
  lines: [
    ROUTER,
    { description: 'Libro', quantity: 2_000_000, priceE8: 1_000_000_000, vatIncluded: true, vatRate: 400 },
  ],
};

const written = (p: Provider, input: DraftInput): Promise<number> =>
  p.tx((tx) => p.app.drafts.create(tx, input, BY));
async function xmlOf(p: Provider, id: number): Promise<string> {
  const files = await p.app.documents.artifacts(id);
  return Buffer.from(files.find((one) => one.kind === 'fatturapa')!.bytes).toString();
}
const figures = (v: DocumentView) => ({
  vat: v.vat,
  net: v.net,
  vatTotal: v.vatTotal,
  rounding: v.rounding,
  total: v.total,
  payable: v.payable,
  stampDuty: v.stampDuty,
  payment: v.payment && { ...v.payment, reference: null },
  series: v.series,
});
/** What lines say without the contract and the period that a run bills. */
const lineFigures = (v: DocumentView) =>
  v.lines.map(({ periodFrom: _, periodTo: _t, contractCode: _c, ...line }) => line);

eachDatabase((_name, open) => {
  it('comes to what a run bills for the same lines, whoever the customer is', async () => {
    const p = await openProvider(open, { day: DAY });
    const customers = [
      {},
      {
        kind: 'public_body',
        name: 'Comune',
        firstName: null,
        lastName: null,
        taxCode: '01234567897',
        codiceDestinatario: 'ABC123',
        splitPayment: true,
      },
      { vatNatura: 'N3.5', vatReference: 'art. 8 DPR 633/1972', paymentMethod: 'MP05', paymentDays: 45 },
    ];
    // In the order in which a run bills them.
    const items = [
      { ...MONTHLY, item: 'ip', description: 'Indirizzi', priceE8: 333_000_000, quantity: 3_000_000 },
      { ...MONTHLY, priceE8: 9_999_000_000, vatIncluded: true, description: 'Internet' },
    ];
    for (const [index, changes] of customers.entries()) {
      const customer = `C${index + 1}`;
      await p.customer(customer, changes);
      await p.contract(`K${index + 1}`, { startOn: DAY, customer, items });
    }
    await p.bill();
    for (const index of customers.keys()) {
      const billed = await p.app.documents.find(`${index + 1}/A`);
      const id = await written(p, {
        customer: billed.customer.code,
        lines: items.map(({ description, priceE8, quantity, vatIncluded, vatRate }) => ({
          description,
          priceE8: priceE8 as number,
          ...(quantity === undefined ? {} : { quantity }),
          vatIncluded: vatIncluded as boolean,
          vatRate: vatRate as number,
        })),
      });
      const issued = await p.app.drafts.issue({ id, version: 1 }, BY);
      const document = await p.app.documents.get(issued.id);
      assert.deepEqual(figures(document), figures(billed));
      // Where VAT is left out a run charges lines as a whole; a hand-written one keeps net prices of one.
      if (index < 2) assert.deepEqual(lineFigures(document), lineFigures(billed));
    }
    assert.deepEqual((await verifyDocuments(p.app.database.sql)).problems, []);
  });

  it('issued by many at once it becomes one document, with one number and one delivery each', async () => {
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1');
    const id = await written(p, TWO_RATES);
    const all = await Promise.all([1, 2, 3, 4].map(() => p.app.drafts.issue({ id, version: 1 }, BY)));
    assert.deepEqual(new Set(all.map((one) => one.numberText)), new Set(['1/A']));
    assert.deepEqual(new Set(all.map((one) => one.id)).size, 1);
    assert.equal(await p.number('SELECT COUNT(*) FROM document'), 1);
    assert.equal(await p.number("SELECT COUNT(*) FROM audit_log WHERE action = 'draft.issue'"), 1);
    assert.equal(await p.number('SELECT COUNT(*) FROM artifact'), 1);
    const another = await written(p, TWO_RATES);
    assert.equal((await p.app.drafts.issue({ id: another, version: 1 }, BY)).numberText, '2/A');
  });

  it('issued, it stands in what the accountant gets, in the VAT totals and at the end of the month', async () => {
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1');
    const { id } = await p.app.drafts.issue({ id: await written(p, TWO_RATES), version: 1 }, BY);
    const november = { from: DAY, to: '2026-11-30' } as const;
    const { sql } = p.app.database;
    const { items } = await foundDocuments(sql, november, { today: '2026-11-30' });
    assert.deepEqual(
      items.map((one) => [one.id, one.origin, one.artifacts]),
      [[id, 'manual', ['fatturapa']]],
    );
    const { issued, withXml } = await monthEnd(sql, november);
    assert.deepEqual([issued.documents, withXml.documents], [1, 1]);
    const totals = await vatTotals(sql, november);
    assert.deepEqual(
      totals.map((one) => [one.vatRate, one.documents]),
      [
        [2200, 1],
        [400, 1],
      ],
    );
  });

  it('one that a check refuses takes no number, stays, and can be mended', async () => {
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1');
    const send = await domainApi(p);
    const bad = [
      [{ lines: [] }, 'draft.lines_missing', 'lines'],
      [{ lines: [{ ...ROUTER, vatRate: 0 }] }, 'draft.natura_missing', 'lines[0].natura'],
      [{ lines: [ROUTER, { ...ROUTER, priceE8: -9_000_000_000 }] }, 'draft.total_negative', 'lines'],
      [{ lines: [{ ...ROUTER, priceE8: 0 }] }, 'draft.total_zero', 'lines'],
      [{ lines: [ROUTER], cig: 'Z1234567AB' }, 'draft.purchase_order_missing', 'purchaseOrder'],
      [{ lines: [ROUTER], paymentMethod: 'XX' }, 'draft.payment_method_invalid', 'paymentMethod'],
    ] as const;
    for (const [body, code, field] of bad) {
      const draft = await send('POST', '/drafts', { customer: 'C1', ...body });
      assert.equal(draft.status, 201, JSON.stringify(draft.body));
      const { body: seen } = await send('POST', '/drafts/preview', { customer: 'C1', ...body });
      assert.deepEqual(
        seen.findings.map((one: { code: string; field: string }) => [one.code, one.field]),
        code === 'draft.natura_missing'
          ? [
              [code, field],
              ['draft.vat_reference_missing', 'lines[0].vatReference'],
            ]
          : [[code, field]],
      );
      const refused = await send('POST', `/drafts/${draft.body.id}/issue`, undefined, { 'if-match': '"1"' });
      assert.deepEqual([refused.status, refused.body.code, refused.body.field], [422, code, field]);
      assert.equal((await send('GET', `/drafts/${draft.body.id}`)).body.state, 'draft');
    }
    assert.equal(await p.number('SELECT COUNT(*) FROM document'), 0);
    assert.equal(await p.number('SELECT COUNT(*) FROM series WHERE last_number > 0'), 0);
    const mended = await send('PATCH', '/drafts/2', { lines: [ROUTER] }, { 'if-match': '"1"' });
    assert.deepEqual([mended.status, mended.body.version, mended.body.total], [200, 2, 3660]);
    const issued = await send('POST', '/drafts/2/issue', undefined, { 'if-match': '"2"' });
    assert.deepEqual([issued.body.state, issued.body.document.numberText], ['issued', '1/A']);
    const again = await send('POST', '/drafts/2/issue', undefined, { 'if-match': '"2"' });
    assert.deepEqual(again.body, issued.body);
  });

  it('what the fiscal checks find is said of its line before anything is issued', async () => {
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1');
    const send = await domainApi(p);
    const lines = [ROUTER, { ...ROUTER, description: 'Consulenza', vatRate: 22 }];
    const { body: seen } = await send('POST', '/drafts/preview', { customer: 'C1', lines });
    assert.equal(seen.total, 3660 + 3007);
    const found = seen.findings.map((one: DraftFinding) => [one.code, one.severity, one.line]);
    assert.deepEqual(found[0], ['document.00424', 'error', 2]);
    assert.ok(
      found.every(([code]: string[]) => code === 'document.00424'),
      JSON.stringify(found),
    );
    assert.equal(await p.number('SELECT COUNT(*) FROM document_draft'), 0);
    const id = await written(p, { customer: 'C1', lines });
    await assert.rejects(p.app.drafts.issue({ id, version: 1 }, BY), { code: 'document.00424' });
    assert.equal(await p.number('SELECT COUNT(*) FROM document'), 0);
  });

  it('a void one stays, uses no number, and is neither changed nor issued; an issued one can not be voided', async () => {
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1');
    const send = await domainApi(p);
    const { body: first } = await send('POST', '/drafts', TWO_RATES);
    const { body: second } = await send('POST', '/drafts', TWO_RATES);
    const voided = await send('POST', `/drafts/${first.id}/void`);
    assert.deepEqual([voided.status, voided.body.state, voided.body.document], [200, 'void', null]);
    const version = { 'if-match': `"${voided.body.version}"` };
    for (const [method, path, body] of [
      ['POST', 'void'],
      ['POST', 'issue'],
      ['PATCH', '', { causale: 'x' }],
      ['GET', 'pdf'],
    ] as const) {
      const answer = await send(method, `/drafts/${first.id}${path && `/${path}`}`, body, version);
      assert.deepEqual([path, answer.status, answer.body.code], [path, 409, 'draft.closed']);
    }
    await send('POST', `/drafts/${second.id}/issue`, undefined, { 'if-match': '"1"' });
    assert.equal((await send('POST', `/drafts/${second.id}/void`)).body.code, 'draft.closed');
    assert.equal(await p.number('SELECT MAX(last_number) FROM series'), 1);
    const { body: list } = await send('GET', '/drafts?state=void');
    assert.deepEqual(
      list.items.map((one: { id: number }) => one.id),
      [first.id],
    );
    assert.equal(
      (await send('GET', '/drafts?state=issued&sort=updatedAt')).body.items[0].document.numberText,
      '1/A',
    );
  });

  it('a change to what somebody else has changed is refused, and shows what is there', async () => {
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1');
    const send = await domainApi(p);
    const { body: draft } = await send('POST', '/drafts', TWO_RATES);
    const stale = { 'if-match': '"1"' };
    await send('PATCH', `/drafts/${draft.id}`, { causale: 'Vendita' }, stale);
    for (const [method, path, body] of [
      ['PATCH', '', { causale: 'Altro' }],
      ['POST', '/issue', undefined],
    ] as const) {
      const answer = await send(method, `/drafts/${draft.id}${path}`, body, stale);
      assert.deepEqual([answer.status, answer.body.code], [409, 'draft.version']);
      assert.equal(answer.body.current.causale, 'Vendita');
    }
    assert.equal((await send('PATCH', `/drafts/${draft.id}`, { causale: 'x' })).status, 428);
  });

  it('lines name contracts of the customer, and of nobody else', async () => {
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1');
    await p.customer('C2');
    await p.contract('K1', { startOn: DAY });
    const send = await domainApi(p);
    const of = (customer: string, contract: string) =>
      send('POST', '/drafts', { customer, lines: [{ ...ROUTER, contract }] });
    const { body: draft } = await of('C1', 'K1');
    const other = await of('C2', 'K1');
    assert.deepEqual([other.body.code, other.body.field], ['draft.contract_other', 'lines[0].contract']);
    const none = await of('C1', 'K9');
    assert.deepEqual(
      [none.status, none.body.code, none.body.field],
      [422, 'contract.not_found', 'lines[0].contract'],
    );
    const issued = await p.app.drafts.issue({ id: draft.id, version: 1 }, BY);
    assert.deepEqual((await p.app.documents.get(issued.id)).contractCodes, ['K1']);
    // A run goes on by itself: nothing of the contract counts as billed.
    await p.bill();
    assert.equal((await p.app.documents.find('2/A')).total, 3660);
  });

  it('an issued invoice is copied into a draft that comes to the same, a credit note is not', async () => {
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1');
    const send = await domainApi(p);
    const lines = [
      { description: 'Cavo', quantity: 2_500_000, unit: 'm', priceE8: 123_456_789, vatRate: 2200 },
      {
        description: 'Router',
        quantity: 3_000_000,
        priceE8: 4_990_000_000,
        vatIncluded: true,
        vatRate: 2200,
      },
      { description: 'Bollo', priceE8: 200_000_000, vatRate: 0, natura: 'N1', vatReference: 'art. 15' },
    ];
    const id = await written(p, {
      customer: 'C1',
      lines,
      causale: 'Vendita',
      cig: 'Z1',
      purchaseOrder: 'O1',
    });
    const issued = await p.app.drafts.issue({ id, version: 1 }, BY);
    const { status, body: copy } = await send('POST', `/documents/${issued.id}/copy`);
    assert.equal(status, 201);
    const { body: first } = await send('GET', `/drafts/${id}`);
    assert.deepEqual(
      [copy.lines, copy.causale, copy.cig, copy.purchaseOrder, copy.total, copy.state],
      [first.lines, first.causale, first.cig, first.purchaseOrder, first.total, 'draft'],
    );
    const note = await p.app.documents.credit({ documentId: issued.id, reason: 'reso', rebill: false }, BY);
    assert.equal((await send('POST', `/documents/${note.id}/copy`)).body.code, 'draft.copy_credit_note');
  });

  it('a deferred invoice names its deliveries, no other does, and a late one is said', async () => {
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1');
    const send = await domainApi(p);
    const of = async (body: object): Promise<[string, string, string][]> => {
      const { status, body: seen } = await send('POST', '/drafts/preview', {
        customer: 'C1',
        lines: [ROUTER],
        ...body,
      });
      assert.equal(status, 200, JSON.stringify(seen));
      return seen.findings.map((one: DraftFinding) => [one.severity, one.code, one.field]);
    };
    const note = { number: 'D7', date: '2026-10-20' } as const;
    assert.deepEqual(await of({ tipoDocumento: 'TD24' }), [
      ['error', 'draft.delivery_notes_missing', 'deliveryNotes'],
    ]);
    assert.deepEqual(await of({ deliveryNotes: [note] }), [
      ['error', 'draft.delivery_notes_not_allowed', 'deliveryNotes'],
    ]);
    const wrong = { ...note, date: '2026-11-02', lines: [2] };
    assert.deepEqual(await of({ tipoDocumento: 'TD24', deliveryNotes: [wrong] }), [
      ['error', 'draft.date_invalid', 'deliveryNotes[0].date'],
      ['error', 'draft.lines_unknown', 'deliveryNotes[0].lines'],
    ]);
    assert.deepEqual(await of({ tipoDocumento: 'TD24', deliveryNotes: [note] }), []);
    assert.deepEqual(await of({ tipoDocumento: 'TD26' }), []);
    p.on('2026-11-16');
    assert.deepEqual(await of({ tipoDocumento: 'TD24', deliveryNotes: [note] }), [
      ['warning', 'draft.delivery_note_late', 'deliveryNotes[0].date'],
    ]);
    const deliveryNotes = [{ ...note, lines: [1] }];
    const id = await written(p, { customer: 'C1', tipoDocumento: 'TD24', lines: [ROUTER], deliveryNotes });
    const issued = await p.app.drafts.issue({ id, version: 1 }, BY);
    const document = await p.app.documents.get(issued.id);
    assert.deepEqual([document.tipoDocumento, document.deliveryNotes], ['TD24', deliveryNotes]);
    assert.equal(await p.number("SELECT COUNT(*) FROM document WHERE origin = 'manual'"), 1);
    assert.match(await xmlOf(p, issued.id), /<NumeroDDT>D7<[^]*<RiferimentoNumeroLinea>1</);
    const { body: copy } = await send('POST', `/documents/${issued.id}/copy`);
    assert.deepEqual([copy.tipoDocumento, copy.deliveryNotes], ['TD01', []]);
  });

  it('files are added, taken away, and carried by what is issued', async () => {
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1');
    const send = await domainApi(p);
    const { body: draft } = await send('POST', '/drafts', TWO_RATES);
    let version = 1;
    const add = async (query: string, bytes = '%PDF-1.7 contratto') => {
      const headers = { 'content-type': 'application/pdf', 'if-match': `"${version}"` };
      const answer = await send('POST', `/drafts/${draft.id}/attachments?${query}`, bytes, headers);
      if (answer.status === 200) version = answer.body.version;
      return answer;
    };
    assert.equal((await add('name=contratto.pdf&description=Firmato')).status, 200);
    assert.equal((await add('name=foto.jpg', 'JPEG')).status, 200);
    for (const [query, bytes, code] of [
      ['name=contratto.pdf', 'x', 'draft.attachment_taken'],
      ['name=virus.exe', 'x', 'draft.attachment_name_invalid'],
      ['name=..%2Fa.pdf', 'x', 'draft.attachment_name_invalid'],
      ['name=vuoto.pdf', '', 'draft.attachment_empty'],
    ] as const)
      assert.deepEqual([query, (await add(query, bytes)).body.code], [query, code]);
    const big = 'x'.repeat(2 * 1024 * 1024);
    assert.equal((await add('name=grande.zip', big)).status, 200);
    assert.equal((await add('name=altro.zip', big)).body.code, 'draft.attachments_too_large');
    const { body: seen } = await send('GET', `/drafts/${draft.id}`);
    assert.deepEqual(
      seen.attachments.map((one: { name: string; format: string }) => [one.name, one.format]),
      [
        ['contratto.pdf', 'PDF'],
        ['foto.jpg', 'JPG'],
        ['grande.zip', 'ZIP'],
      ],
    );
    for (const { id } of seen.attachments.slice(1)) {
      const headers = { 'if-match': `"${version}"` };
      const answer = await send('DELETE', `/drafts/${draft.id}/attachments/${id}`, undefined, headers);
      version = answer.body.version;
      const again = await send('DELETE', `/drafts/${draft.id}/attachments/${id}`, undefined, {
        'if-match': `"${version}"`,
      });
      assert.deepEqual([again.status, again.body.code], [404, 'draft.attachment_not_found']);
    }
    const stale = await send('POST', `/drafts/${draft.id}/issue`, undefined, { 'if-match': '"1"' });
    assert.equal(stale.body.code, 'draft.version');
    const issued = await p.app.drafts.issue({ id: draft.id, version }, BY);
    const document = await p.app.documents.get(issued.id);
    assert.deepEqual(document.attachments, [
      { name: 'contratto.pdf', format: 'PDF', description: 'Firmato' },
    ]);
    const kept = (await p.app.documents.artifacts(issued.id)).find((one) => one.kind === 'attachment-1');
    assert.equal(Buffer.from(kept!.bytes).toString(), '%PDF-1.7 contratto');
    assert.match(await xmlOf(p, issued.id), /<NomeAttachment>contratto\.pdf</);
    assert.equal((await add('name=tardi.pdf')).body.code, 'draft.closed');
    assert.deepEqual((await verifyDocuments(p.app.database.sql)).problems, []);
  });

  it('nothing is issued with a date in a locked month', async () => {
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1');
    const id = await written(p, TWO_RATES);
    p.on('2026-12-05');
    await p.tx((tx) => p.app.documentLocks.lock(tx, '2026-11-30', BY));
    p.on('2026-11-30');
    await assert.rejects(p.app.drafts.issue({ id, version: 1 }, BY), { code: 'document.month_locked' });
    assert.equal(await p.number('SELECT COUNT(*) FROM document'), 0);
    p.on('2026-12-05');
    assert.equal((await p.app.drafts.issue({ id, version: 1 }, BY)).numberText, '1/A');
  });

  it('a pro-forma shows no number and carries no fiscal file', async () => {
    const asked: { document: DocumentView; attachments: readonly unknown[] }[] = [];
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1');
    p.app.capabilities.provide('test', DocumentRenderer, {
      async render(request) {
        asked.push(request);
        return { fileName: 'a.pdf', mediaType: 'application/pdf', bytes: new Uint8Array([1]) };
      },
    });
    const id = await written(p, TWO_RATES);
    await p.app.printing.proForma(await p.app.drafts.proForma(id), new AbortController().signal);
    const [{ document, attachments } = assert.fail()] = asked;
    assert.deepEqual([document.number, attachments, document.total], [null, [], 3660 + 2000]);
    assert.equal(document.payment?.reference, `Proforma ${id} C1`);
    assert.equal(JSON.stringify(document).includes('9999999'), false);
  });
});
