import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { type Artifact, type DocumentView } from '@traliccio/sdk';
import { sampleCustomer, sampleDocument, sampleLine } from '@traliccio/sdk/testing';
import { loadFonts } from './fonts.ts';
import { LogoCache } from './logo.ts';
import { renderPdf } from './render.ts';
import { samplePng } from './sample-png.ts';

const skip = spawnSync('pdftotext', ['-v']).error ? 'poppler-utils is not installed' : false;
const noQpdf = spawnSync('qpdf', ['--version']).error ? 'qpdf is not installed' : false;
const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'invoice-pdf-'));
after(() => rm(folder, { recursive: true }));
const fonts = loadFonts();
let files = 0;

const xml: Artifact = {
  kind: 'fatturapa',
  fileName: 'IT01234567897_00001.xml',
  mediaType: 'text/xml',
  bytes: Buffer.from(`<FatturaElettronica>${'àè\r\n'.repeat(500)}</FatturaElettronica>`),
};
async function pdf(
  document: DocumentView,
  attachments: Artifact[] = [],
  logo: Uint8Array | null = null,
): Promise<string> {
  const file = join(folder, `${(files += 1)}.pdf`);
  const read = logo && (await new LogoCache().read(logo));
  await writeFile(file, await renderPdf({ document, attachments }, { fonts, logo: read, color: '#1f4e79' }));
  return file;
}
async function textOf(overrides: Partial<DocumentView>): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', await pdf(sampleDocument(overrides)), '-']);
  return stdout.replaceAll(/[ \u00a0]+/g, ' ');
}

describe('the PDF of an invoice', { skip }, () => {
  it('carries the fiscal XML byte for byte', async () => {
    const file = await pdf(sampleDocument(), [xml]);
    match((await run('pdfdetach', ['-list', file])).stdout, /1: IT01234567897_00001\.xml/);
    const out = join(folder, 'out.xml');
    await run('pdfdetach', ['-save', '1', '-o', out, file]);
    deepEqual(await readFile(out), xml.bytes);
  });

  it('embeds its fonts, as an archive asks', async () => {
    const { stdout } = await run('pdffonts', [await pdf(sampleDocument())]);
    const rows = stdout.trim().split('\n').slice(2);
    equal(rows.length, 2);
    for (const row of rows) match(row, / yes yes yes /);
  });

  it('is tagged for screen readers and says what it is', async () => {
    const file = await pdf(sampleDocument());
    const { stdout } = await run('pdfinfo', [file]);
    match(stdout, /Title: +Fattura n\. 123\/A del 01\/11\/2026/);
    match(stdout, /Tagged: +yes/);
    const { stdout: metadata } = await run('pdfinfo', ['-meta', file]);
    match(metadata, /<pdfaid:part>3<[^]*<pdfaid:conformance>B</);
  });

  it('says who bills whom, what for, how much and how to pay', async () => {
    const text = await textOf({});
    for (const part of [
      'Fattura',
      'n. 123/A del 01/11/2026',
      'Reti Aeree S.r.l.',
      'P. IVA e C.F. IT01234567897',
      'Mario Rossi',
      'RSSMRA80A01H501U',
      '33010 Tavagnacco (UD)',
    ])
      ok(text.includes(part), part);
    for (const part of [
      'Internet 100 Mega Casa',
      '01/11/2026 – 30/11/2026',
      '29,90',
      'Da pagare entro il 21/11/2026',
      '72,60 €',
      'Bonifico bancario',
      'IT60 X054 2811 1010 0000 0123 456',
      'Riferimento da indicare: FT 123/A C00010',
      'INT-2024-0042',
      'Pagina 1 di 1',
    ])
      ok(text.includes(part), part);
  });

  it('tells a private customer where the original is, and a company that it is the XML', async () => {
    match(
      await textOf({}),
      /Copia di cortesia priva di valore fiscale: il documento originale è disponibile nell’area riservata/,
    );
    match(
      await textOf({ customer: sampleCustomer({ kind: 'company' }) }),
      /Copia di cortesia .* file XML trasmesso/,
    );
  });

  it('says of what has no number that it is a pro-forma, and shows no number', async () => {
    const text = await textOf({ number: null });
    match(text, /PROFORMA/);
    match(text, /Fattura senza numero del 01\/11\/2026/);
    match(text, /Proforma senza valore fiscale: non è una fattura/);
    doesNotMatch(text, /Copia di cortesia|n\. 123\/A/);
  });

  it('shows a public body what it pays and what VAT it owes by itself', async () => {
    const text = await textOf({
      customer: sampleCustomer({ kind: 'public_body' }),
      lines: [sampleLine({ amount: 12_000, vatIncluded: false })],
    });
    for (const part of [
      'Totale documento 146,40 €',
      'IVA a carico del cessionario -26,40 €',
      'Netto a pagare 120,00 €',
      'art. 17-ter',
    ])
      ok(text.includes(part), part);
  });

  it('shows what the customer keeps back, and what else few documents say', async () => {
    const text = await textOf({
      withholding: { type: 'RT02', rate: 400, amount: 238, causale: 'W' },
      payable: 7022,
      tipoDocumento: 'TD24',
      deliveryNotes: [{ number: '17', date: '2026-10-12', lines: [1] }],
      declarationOfIntent: { protocol: '08060120341234567-000001', receivedOn: '2026-01-10' },
      attachments: [{ name: 'rapporto.pdf', format: 'PDF', description: null }],
    });
    for (const part of [
      'Fattura differita',
      'Totale documento 72,60 €',
      'Ritenuta d’acconto 4% -2,38 €',
      'Netto a pagare 70,22 €',
      'Documenti di trasporto: n. 17 del 12/10/2026',
      'Dichiarazione d’intento n. 08060120341234567-000001, ricevuta dall’Agenzia delle Entrate il 10/01/2026.',
      'Allegati: rapporto.pdf',
    ])
      ok(text.includes(part), part);
    doesNotMatch(text, /IVA a carico del cessionario/);
  });

  it('mentions the stamp duty that was paid', async () => {
    match(
      await textOf({ lines: [sampleLine({ vatRate: 0, natura: 'N2.2', amount: 10_000 })], stampDuty: 200 }),
      /Imposta di bollo di 2,00 € assolta in modo virtuale/,
    );
  });

  it('shows the rounding that makes the total the advertised one', async () => {
    match(await textOf({ rounding: -1 }), /Arrotondamento -0,01 €/);
  });

  it('says of a credit note which invoice it credits and why', async () => {
    const credits = { id: 1, numberText: '99/A', date: '2026-10-01', reason: 'recesso' } as const;
    const text = await textOf({ kind: 'credit_note', numberText: '4/NC', credits, payment: null });
    for (const part of [
      'Nota di credito',
      'A storno della fattura n. 99/A del 01/10/2026. Motivo: recesso.',
      'Totale a credito',
    ])
      ok(text.includes(part), part);
  });

  it('tells who pays by direct debit that there is nothing to do', async () => {
    const payment = {
      method: 'MP19',
      dueDate: '2026-11-20',
      iban: null,
      bankName: null,
      reference: 'R',
    } as const;
    match(await textOf({ payment }), /Addebito il 20\/11\/2026/);
  });

  it('repeats the head of the table on every page and counts the pages', async () => {
    const lines = Array.from({ length: 80 }, (_, index) =>
      sampleLine({ number: index + 1, description: `Riga ${index + 1}.` }),
    );
    const text = await textOf({ lines });
    const pages = Number(/Pagina 1 di (\d+)/.exec(text)?.[1]);
    ok(pages > 2, `${pages} pages`);
    equal(text.split('Descrizione').length - 1, pages);
    for (const { description } of lines) ok(text.includes(description), description);
  });

  it('is drawn with the logo, transparent or not', async () => {
    for (const colors of [3, 4] as const) {
      const { stdout } = await run('pdfimages', [
        '-list',
        await pdf(sampleDocument(), [], samplePng(colors)),
      ]);
      match(stdout, / image +8 +6 +rgb/);
      equal(/ smask /.test(stdout), colors === 4);
    }
  });

  it('takes less than 20 kB, and less than 30 with a page of lines, the XML included', async () => {
    const lines = Array.from({ length: 25 }, (_, index) => sampleLine({ number: index + 1 }));
    ok((await readFile(await pdf(sampleDocument(), [xml]))).length < 20_000);
    ok((await readFile(await pdf(sampleDocument({ lines }), [xml]))).length < 30_000);
  });

  it('has every object where its table says', { skip: noQpdf }, async () => {
    const lines = Array.from({ length: 60 }, (_, index) => sampleLine({ number: index + 1 }));
    for (const document of [sampleDocument(), sampleDocument({ lines })]) {
      const { stdout, stderr } = await run('qpdf', ['--check', await pdf(document, [xml], samplePng(4))]);
      match(stdout, /No syntax or stream encoding errors found/);
      equal(stderr, '');
    }
  });
});
