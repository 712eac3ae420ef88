import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fatturaOf } from './from-document.ts';
import { documentOf } from './testing/documents.ts';
import { writeFattura } from './write.ts';
import { xsdFindings } from './xsd-findings.ts';
import { validateXsd } from './xsd.ts';

const XML = writeFattura(
  fatturaOf(
    documentOf({ lines: [{ description: 'Canone', price: 1000, period: ['2026-11-01', '2026-11-30'] }] }),
    '00001',
  ).fattura,
);
const errors = (from: string | RegExp, to: string) => validateXsd(Buffer.from(XML.replace(from, to)));
const findings = (from: string | RegExp, to: string) =>
  xsdFindings(errors(from, to)).map((f) => [f.code, f.path, f.message]);

describe('the schemas', () => {
  const hashes = {
    'FatturaPA_ordinaria_v1.2.3.xsd': 'e8fd1160860ed4ca5acebc773c624892771ebaf3ed604faa1a4c7631874fc00f',
    'FatturaPA_semplificata_v1.0.2.xsd': '0441bec5a5e39fae3cdf578bd89360aec51b99ca7edeaddcc31485b8e61fcef6',
    'xmldsig-core-schema.xsd': '35cf8197da812c85e40d57891b35c94187569ed474a2dac813ce5090dafcd35c',
  };
  for (const [name, hash] of Object.entries(hashes))
    it(`${name} is the one we know`, () => {
      const bytes = readFileSync(new URL(`./xsd/${name}`, import.meta.url));
      assert.equal(createHash('sha256').update(bytes).digest('hex'), hash);
    });
});

describe('validation against the schema', () => {
  it('passes what we write', () => {
    assert.deepEqual(validateXsd(Buffer.from(XML)), []);
  });

  it('tells line, path and problem, in Italian', () => {
    assert.deepEqual(errors('<CAP>97100', '<CAP>9710'), [
      {
        line: 28,
        path: 'CedentePrestatore/Sede/CAP',
        message:
          "Element 'CAP': [facet 'pattern'] The value '9710' is not accepted by the pattern '[0-9][0-9][0-9][0-9][0-9]'.",
      },
    ]);
    assert.deepEqual(findings('<CAP>97100', '<CAP>9710'), [
      [
        '00200',
        'CedentePrestatore/Sede/CAP',
        'CAP: il valore "9710" non rispetta il formato [0-9][0-9][0-9][0-9][0-9] (riga 28)',
      ],
    ]);
  });

  const messages: readonly (readonly [from: string | RegExp, to: string, message: RegExp])[] = [
    ['TD01', 'TD99', /^TipoDocumento: il valore "TD99" non è tra quelli ammessi: 'TD01'/],
    [
      '>Canone<',
      `>${'a'.repeat(1001)}<`,
      /^Descrizione: il valore "a{60}\.\.\." ha 1001 caratteri, il massimo è 1000 /,
    ],
    ['>Canone<', '>Canone – €<', /ha caratteri non ammessi: – €/],
    ['>123/A<', '>12è<', /^Numero: il valore "12è" ha caratteri non ammessi: è/],
    ['>Canone<', '><', /^Descrizione: il campo è vuoto/],
    ['<NumeroLinea>1</NumeroLinea>', '', /^Descrizione: elemento inatteso: qui deve stare NumeroLinea/],
    ['<Divisa>', '<Nuovo>1</Nuovo><Divisa>', /^Nuovo: elemento inatteso: qui deve stare Divisa/],
    [/<DatiRiepilogo>[^]*<\/DatiRiepilogo>/, '', /manca un elemento: .*DatiRiepilogo/],
    [' versione="FPR12"', '', /manca l'attributo versione/],
    [' versione="FPR12"', ' versione="FPR12" altro="1"', /l'attributo altro non è ammesso/],
    ['>22.00<', '>122.00<', /AliquotaIVA: il valore "122.00" è fuori dai limiti \(maxInclusive 100.00\)/],
    ['>2026-11-01<', '>2026-02-30<', /non è valido per il tipo/],
    ['/fatture/v1.2', '/fatture/v9', /la radice non è FatturaElettronica v1\.2/],
  ];
  for (const [from, to, message] of messages)
    it(`explains: ${message.source.slice(0, 70)}`, () => {
      assert.match(findings(from, to)[0]?.[2] ?? '', message);
    });

  it('lets blanks around a date pass, as xs:date does', () => {
    assert.deepEqual(findings('<Data>2026-11-01', '<Data> 2026-11-01\n'), []);
    assert.deepEqual(findings('<DataInizioPeriodo>2026-11-01', '<DataInizioPeriodo>\t2026-11-01Z '), []);
    assert.equal(findings('<DataInizioPeriodo>2026-11-01', '<DataInizioPeriodo> 2026-11-1 ').length, 1);
    assert.equal(findings('<DataInizioPeriodo>2026-11-01', '<DataInizioPeriodo> 2026-02-30 ').length, 1);
  });

  it('adds 00201 past 50 errors', () => {
    const broken =
      '<DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>–</Descrizione><PrezzoUnitario>1.00</PrezzoUnitario><PrezzoTotale>1.00</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>';
    const codes = (count: number) =>
      findings('<DatiRiepilogo>', broken.repeat(count) + '<DatiRiepilogo>').map(([code]) => code);
    assert.equal(codes(50).filter((c) => c === '00200').length, 50);
    assert.equal(codes(50).includes('00201'), false);
    assert.equal(codes(51).filter((c) => c === '00200').length, 50);
    assert.equal(codes(51).at(-1), '00201');
  });

  it('reports a file that is not well-formed instead of throwing', () => {
    assert.ok(validateXsd(Buffer.from(XML.slice(0, 500))).length > 0);
  });

  it('gives back its memory: ten thousand validations don’t grow the process', () => {
    const bytes = Buffer.from(XML);
    for (let i = 0; i < 2000; i += 1) validateXsd(bytes);
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 10_000; i += 1) validateXsd(bytes);
    assert.ok(process.memoryUsage().rss - before < 40_000_000);
  });
});
