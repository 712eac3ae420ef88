import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { DocumentView } from '@traliccio/sdk';
import { eachDatabase } from '../../../../test/host/database.ts';
import { BY, MONTHLY, openProvider, type Provider } from '../../../../test/host/provider.ts';
import { checkInvariants } from '../invariants.ts';
import type { Draft } from './draft.ts';
import { invoiceLine, invoiceOf } from './invoice.ts';
import { issueDrafts, type IssuePorts } from './issue.ts';
import { loadIssuers, loadPayers } from './parties.ts';
import { verifyDocuments } from './verify.ts';

const CONDOMINIUM = {
  kind: 'condominium',
  name: 'Condominio Via Roma 10',
  firstName: null,
  lastName: null,
  taxCode: '77777777770',
  withholding: true,
};
const COMPANY = {
  kind: 'company',
  name: 'Esportazioni S.r.l.',
  firstName: null,
  lastName: null,
  taxCode: null,
  vatNumber: '12345678903',
};
const DECLARATION = {
  protocol: '08060120341234567 000001',
  receivedOn: '2026-01-10',
  validFrom: '2026-01-15',
  validTo: '2026-12-31',
  ceiling: 5_000_000,
};

const portsOf = ({ app }: Provider): IssuePorts => ({
  artifacts: (tx, documents, today) => app.filters.collect('document.artifacts', documents, { tx, today }),
  emitIssued: async () => undefined,
  post: async () => undefined,
  emitCredited: async () => undefined,
  audit: async () => undefined,
  clock: app.clock,
});

/** Rules that decide what a document says are the issuer's, and nobody has a screen for them here. */
const issuer = (p: Provider, set: string) =>
  p.tx((tx) => tx.run(`UPDATE issuer SET ${set}, version = version + 1`));

async function sound(p: Provider): Promise<void> {
  assert.deepEqual((await verifyDocuments(p.app.database.sql)).problems, []);
  assert.deepEqual((await checkInvariants(p.app)).violations, []);
}

eachDatabase((_name, open) => {
  it('a condominium keeps back 4 %, and notes give back what it kept', async () => {
    const p = await openProvider(open, { day: '2026-03-01' });
    await p.customer('C1', CONDOMINIUM);
    await p.contract('K1', { startOn: '2026-03-01', items: [{ ...MONTHLY, priceE8: 3_333_000_000 }] });
    await p.bill();
    const invoice = await p.app.documents.find('1/A');
    assert.deepEqual(invoice.withholding, { type: 'RT02', rate: 400, amount: 133, causale: 'W' });
    assert.deepEqual([invoice.total, invoice.payable], [4066, 3933]);
    const credit = (lines?: { line: number; amount: number }[]) =>
      p.app.documents.credit({ documentId: invoice.id, reason: 'Disservizio', rebill: false, lines }, BY);
    await credit([{ line: 1, amount: 1111 }]);
    await credit();
    const notes = await Promise.all(['1/NC', '2/NC'].map((number) => p.app.documents.find(number)));
    assert.deepEqual(
      notes.map((note) => note.withholding?.amount),
      [44, 89],
    );
    const sum = (of: 'total' | 'payable'): number => notes.reduce((n, note) => n + note[of], 0);
    assert.deepEqual([sum('total'), sum('payable')], [invoice.total, invoice.payable]);
    await sound(p);
  });

  it('who has sent a declaration of intent is billed without VAT, with stamp duty charged on top', async () => {
    const p = await openProvider(open, { day: '2026-03-01' });
    await issuer(p, 'recharge_stamp_duty = 1');
    await p.customer('C1', { ...COMPANY, declarationOfIntent: DECLARATION });
    await p.contract('K1', { startOn: '2026-03-01', items: [{ ...MONTHLY, priceE8: 10_000_000_000 }] });
    await p.bill();
    const invoice = await p.app.documents.find('1/A');
    assert.deepEqual(invoice.declarationOfIntent, {
      protocol: '08060120341234567-000001',
      receivedOn: '2026-01-10',
    });
    assert.deepEqual(
      invoice.lines.map((line) => [line.amount, line.natura]),
      [
        [10_000, 'N3.5'],
        [200, 'N1'],
      ],
    );
    assert.deepEqual([invoice.stampDuty, invoice.stampDutyLine, invoice.total], [200, 2, 10_200]);
    const [xml] = await p.app.documents.artifacts(invoice.id);
    const text = Buffer.from(xml?.bytes ?? []).toString();
    assert.match(text, /<TipoDato>INTENTO<\/TipoDato>\n<RiferimentoTesto>08060120341234567-000001</);
    assert.match(text, /<RiferimentoData>2026-01-10</);
    await p.app.documents.credit(
      { documentId: invoice.id, reason: 'Errore', rebill: false, lines: [{ line: 2 }] },
      BY,
    );
    assert.equal((await p.app.documents.find('1/NC')).stampDuty, 0);
    await sound(p);
  });

  it('of a VAT-included price the rest of a period is counted with VAT, and charged without', async () => {
    const p = await openProvider(open, { day: '2026-03-01' });
    await p.customer('C1', { ...COMPANY, declarationOfIntent: DECLARATION });
    const price = { ...MONTHLY, priceE8: 2_990_000_000, vatIncluded: true };
    await p.contract('K1', { startOn: '2026-03-01', items: [price] });
    await p.bill();
    await sound(p);
    const invoice = await p.app.documents.find('1/A');
    assert.equal(invoice.total, 2451);
    await p.tx((tx) => p.app.contracts.end(tx, { contract: { code: 'K1' }, lastDay: '2026-03-15' }, BY));
    p.on('2026-03-17');
    await p.bill();
    const note = await p.app.documents.find('1/NC');
    // 29,90 less 14,47 for 15 of 31 days, and that without its VAT.
    assert.deepEqual([note.total, note.lines[0]?.natura], [1265, 'N3.5']);
    assert.deepEqual(note.declarationOfIntent, invoice.declarationOfIntent);
    await sound(p);
  });

  it('invoices to public bodies have a series of their own where the issuer says so', async () => {
    const p = await openProvider(open, { day: '2026-03-01' });
    await issuer(p, "public_body_series = 'PA'");
    const body = {
      ...COMPANY,
      kind: 'public_body',
      name: 'Comune',
      taxCode: '77777777770',
      codiceDestinatario: 'UFABCD',
    };
    await p.customer('C1', body);
    await p.contract('K1', { startOn: '2026-03-01' });
    await p.bill();
    const invoice = await p.app.documents.find('1/PA');
    assert.deepEqual([invoice.total, invoice.payable, invoice.vat[0]?.esigibilita], [3660, 3000, 'S']);
    await sound(p);
  });

  it('what a written document carries is kept with it, files byte for byte', async () => {
    const p = await openProvider(open, { day: '2026-03-01' });
    await p.customer('C1', COMPANY);
    const bytes = Buffer.from('%PDF-1.7 contratto');
    const draft: Draft = await p.tx(async (tx) => {
      const [payer] = (await loadPayers(tx, [1])).values();
      const [terms] = (await loadIssuers(tx, [1])).values();
      const line = invoiceLine({
        contractId: null,
        contractCode: null,
        description: 'Router',
        periodFrom: null,
        periodTo: null,
        quantity: 2_000_000,
        unit: 'pz',
        unitPriceE8: 5_000_000_000,
        amount: 10_000,
        vatIncluded: false,
        vatRate: 2200,
        natura: null,
        vatReference: null,
      });
      return invoiceOf({
        issuer: terms!,
        payer: payer!,
        lines: [line],
        date: '2026-03-01',
        tipoDocumento: 'TD24',
        series: null,
        causale: 'Consegne di febbraio',
        paymentMethod: null,
        paymentDays: null,
        purchaseOrder: null,
        deliveryNotes: [{ number: '17', date: '2026-02-20', lines: [1] }],
        attachments: [{ name: 'contratto.pdf', format: 'PDF', description: 'Contratto firmato', bytes }],
      });
    });
    await p.tx((tx) =>
      issueDrafts(portsOf(p), tx, [{ id: 901, draft }], {
        date: '2026-03-01',
        by: BY,
        runId: null,
        origin: 'manual',
      }),
    );
    const document: DocumentView = await p.app.documents.get(901);
    assert.deepEqual(document.deliveryNotes, [{ number: '17', date: '2026-02-20', lines: [1] }]);
    assert.deepEqual(document.attachments, [
      { name: 'contratto.pdf', format: 'PDF', description: 'Contratto firmato' },
    ]);
    const files = await p.app.documents.artifacts(901);
    assert.deepEqual(
      files.map((file) => [file.kind, file.fileName, file.mediaType]),
      [
        ['attachment-1', 'contratto.pdf', 'application/pdf'],
        ['fatturapa', 'IT01234567897_00001.xml', 'text/xml'],
      ],
    );
    assert.deepEqual(Buffer.from(files[0]?.bytes ?? []), bytes);
    const text = Buffer.from(files[1]?.bytes ?? []).toString();
    assert.ok(text.includes(`<Attachment>${bytes.toString('base64')}</Attachment>`));
    assert.match(text, /<DatiDDT>\n<NumeroDDT>17<\/NumeroDDT>\n<DataDDT>2026-02-20</);
    assert.deepEqual(await p.rows('SELECT origin FROM document'), [{ origin: 'manual' }]);
    assert.deepEqual((await verifyDocuments(p.app.database.sql)).problems, []);
    await assert.rejects(p.tx((tx) => tx.run('UPDATE artifact SET file_name = ?', ['x'])));
  });
});
