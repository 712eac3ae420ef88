import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkFile } from './check-file.ts';

const SAMPLE = readFileSync(
  new URL('../test-data/samples/valid/v01_TD01_B2C_canone__IT99999999990_00001.xml', import.meta.url),
);
const XML = SAMPLE.toString('utf8');
const OPTIONS = { name: 'IT99999999990_00001.xml', received: '2026-11-24' } as const;
const codes = (
  bytes: Uint8Array | string,
  options: Partial<typeof OPTIONS> | { name: string } = {},
): string[] =>
  checkFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { ...OPTIONS, ...options }).map(
    (f) => f.code,
  );

describe('checking a file', () => {
  it('finds nothing in a good one', () => {
    assert.deepEqual(codes(SAMPLE), []);
  });

  it('looks at the name under which it is to be sent', () => {
    assert.deepEqual(codes(SAMPLE, { name: 'fattura.xml' }), ['00001']);
  });

  it('compares the date with the day of reception', () => {
    assert.deepEqual(
      checkFile(SAMPLE, { ...OPTIONS, received: '2026-10-31' }).map((f) => f.code),
      ['00403'],
    );
  });

  it('refuses an empty, cut or foreign file as corrupt', () => {
    for (const bytes of [
      '',
      ' ',
      'ciao',
      XML.slice(0, 1000),
      XML.replace('Canone', 'Canone \u0001'),
      `${XML}<a/>`,
    ])
      assert.deepEqual(codes(bytes), ['00106']);
    assert.deepEqual(codes(new Uint8Array([1, 2, 3])), ['00106']);
    assert.deepEqual(codes(Buffer.from(XML.replace('Canone', 'Perché'), 'latin1')), ['00106']);
  });

  it('refuses a file over the limit without reading it', () => {
    const padded = (size: number): Buffer => Buffer.from(XML + ' '.repeat(size - SAMPLE.length));
    assert.deepEqual(codes(padded(5_000_000)), []);
    assert.deepEqual(codes(padded(5_000_001)), ['00003']);
  });

  it('says that signed and zipped files are not opened', () => {
    assert.deepEqual(codes(SAMPLE, { name: 'IT99999999990_00001.xml.p7m' }), ['E001']);
    assert.deepEqual(codes(new Uint8Array([0x30, 0x82, 0x10, 0x00])), ['E001']);
    assert.deepEqual(codes('MIIGhwYJKoZIhvcNAQcC'), ['E001']);
    assert.deepEqual(codes(new Uint8Array([0x50, 0x4b, 3, 4]), { name: 'IT99999999990_00001.zip' }), [
      'E001',
    ]);
  });

  it('refuses a DOCTYPE before anything is made of it', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const from = '<p:FatturaElettronica ';
    for (const text of [
      XML.replace(from, bomb + from),
      XML.replace(from, `<!-- <!-- > --\u003e<?pi <?>\n${bomb}${from}`),
    ])
      assert.ok(['00200', '00106'].includes(codes(text)[0] ?? ''));
    assert.deepEqual(codes(XML.replace(from, bomb + from)), ['00200']);
    assert.deepEqual(codes(`\uFEFF${XML.replace(from, bomb + from)}`), ['00200']);
    assert.deepEqual(
      codes(Buffer.from(`\uFEFF${XML.replace('UTF-8', 'UTF-16').replace(from, bomb + from)}`, 'utf16le')),
      ['00200'],
    );
    assert.deepEqual(codes(`<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>`), ['00200']);
    assert.deepEqual(codes(XML.replace(from, `<!-- <!DOCTYPE a> -->${from}`)), []);
  });

  it('reads other encodings, a byte-order mark, comments and CDATA', () => {
    const accented = XML.replace('Canone', 'Perché');
    assert.deepEqual(codes(`\uFEFF${accented}`), []);
    assert.deepEqual(codes(Buffer.from(accented.replace('UTF-8', 'ISO-8859-1'), 'latin1')), []);
    assert.deepEqual(codes(Buffer.from(accented.replace('UTF-8', 'windows-1252'), 'latin1')), []);
    assert.deepEqual(codes(Buffer.from(`\uFEFF${accented.replace('UTF-8', 'UTF-16')}`, 'utf16le')), []);
    assert.deepEqual(
      codes(XML.replace('<Numero>2026/000123<', '<Numero><!-- x --><![CDATA[2026/000123]]><')),
      [],
    );
  });

  it('stops at format errors: sums of such a file mean nothing', () => {
    assert.deepEqual(codes(XML.replace('<Imposta>5.39', '<Imposta>99.99').replace('TD01', 'TD99')), [
      '00200',
    ]);
  });

  it('checks every document of a lot', () => {
    const body = /<FatturaElettronicaBody>[^]*<\/FatturaElettronicaBody>/.exec(XML)?.[0] ?? '';
    const lot = (second: string): string[] =>
      checkFile(
        Buffer.from(XML.replace('</p:FatturaElettronica>', `${second}</p:FatturaElettronica>`)),
        OPTIONS,
      ).map((f) => `${f.code} ${f.path}`);
    assert.deepEqual(lot(body), ['00409 FatturaElettronicaBody[2]/DatiGeneraliDocumento/Numero']);
    assert.deepEqual(
      lot(body.replace('2026/000123', '2026/000124').replace('<Imposta>5.39', '<Imposta>5.50')),
      [
        '00421 FatturaElettronicaBody[2]/DatiRiepilogo[1]/Imposta',
        'W001 FatturaElettronicaBody[2]/DatiGeneraliDocumento/ImportoTotaleDocumento',
      ],
    );
  });

  it('reads a simplified invoice for its limit, and says that this isn’t all', () => {
    const simple = (importo: string, regime = 'RF01', type = 'TD07', extra = ''): string =>
      `<p:FatturaElettronicaSemplificata xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0" versione="FSM10"><FatturaElettronicaHeader><DatiTrasmissione><IdTrasmittente><IdPaese>IT</IdPaese><IdCodice>99999999990</IdCodice></IdTrasmittente><ProgressivoInvio>1</ProgressivoInvio><FormatoTrasmissione>FSM10</FormatoTrasmissione><CodiceDestinatario>0000000</CodiceDestinatario></DatiTrasmissione><CedentePrestatore><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>99999999990</IdCodice></IdFiscaleIVA><Denominazione>X</Denominazione><Sede><Indirizzo>Via</Indirizzo><CAP>97100</CAP><Comune>Ragusa</Comune><Nazione>IT</Nazione></Sede><RegimeFiscale>${regime}</RegimeFiscale></CedentePrestatore><CessionarioCommittente><IdentificativiFiscali><CodiceFiscale>RSSMRA80A01H501U</CodiceFiscale></IdentificativiFiscali></CessionarioCommittente></FatturaElettronicaHeader><FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>${type}</TipoDocumento><Divisa>EUR</Divisa><Data>2026-11-01</Data><Numero>1</Numero></DatiGeneraliDocumento>${extra}</DatiGenerali><DatiBeniServizi><Descrizione>a</Descrizione><Importo>${importo}</Importo><DatiIVA><Aliquota>22.00</Aliquota></DatiIVA></DatiBeniServizi><DatiBeniServizi><Descrizione>b</Descrizione><Importo>100.00</Importo><DatiIVA><Aliquota>22.00</Aliquota></DatiIVA></DatiBeniServizi></FatturaElettronicaBody></p:FatturaElettronicaSemplificata>`;
    assert.deepEqual(codes(simple('300.00')), ['W007']);
    assert.deepEqual(codes(simple('300.01')), ['00460', 'W007']);
    assert.deepEqual(codes(simple('300.01', 'RF19')), ['W007']);
    const corrected =
      '<DatiFatturaRettificata><NumeroFR>1</NumeroFR><DataFR>2026-10-01</DataFR><ElementiRettificati>a</ElementiRettificati></DatiFatturaRettificata>';
    assert.deepEqual(codes(simple('300.01', 'RF01', 'TD08', corrected)), ['W007']);
    assert.deepEqual(codes(simple('300')), ['00200']);
  });

  it('never throws, whatever bytes it is given', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: SAMPLE.length - 1 }),
        fc.uint8Array({ maxLength: 20 }),
        fc.boolean(),
        (at, junk, insert) => {
          const bytes = Buffer.concat([
            SAMPLE.subarray(0, at),
            junk,
            SAMPLE.subarray(insert ? at : Math.min(SAMPLE.length, at + junk.length)),
          ]);
          for (const f of checkFile(bytes, OPTIONS)) assert.match(f.code, /^(\d{5}|[EW]\d{3})$/);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
