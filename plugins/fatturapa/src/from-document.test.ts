import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentView } from '@traliccio/sdk';
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { checkFile } from './check-file.ts';
import { fatturaOf } from './from-document.ts';
import { parseFattura } from './parse.ts';
import { runRules } from './rules/table.ts';
import { documents } from './testing/arbitraries.ts';
import {
  COMPANY,
  CONDOMINIUM,
  FOREIGN_EU,
  FOREIGN_PRIVATE,
  ISSUER,
  PRIVATE,
  PUBLIC_BODY,
  SOLE_TRADER,
  documentOf,
} from './testing/documents.ts';
import { writeFattura } from './write.ts';
import { validateXsd } from './xsd.ts';

const lines = [{ description: 'Canone', price: 1000 }];
const xmlOf = (document: DocumentView): string => writeFattura(fatturaOf(document, '00001').fattura);
const buyerOf = (customer: DocumentView['customer']) =>
  fatturaOf(documentOf({ customer, lines }), '00001').fattura.FatturaElettronicaHeader.CessionarioCommittente;
const findingsOf = (document: DocumentView) =>
  fatturaOf(document, '00001').findings.map((f) => `${f.code} ${f.path}`);

describe('the buyer', () => {
  it('a person goes by given and family name and an upper-case tax code', () => {
    assert.deepEqual(buyerOf(PRIVATE).DatiAnagrafici, {
      IdFiscaleIVA: undefined,
      CodiceFiscale: 'RSSMRA80A01H501U',
      Anagrafica: { Denominazione: undefined, Nome: 'Mario', Cognome: 'Rossi' },
    });
  });

  it('a company goes by VAT number and tax code', () => {
    assert.deepEqual(buyerOf(COMPANY).DatiAnagrafici, {
      IdFiscaleIVA: { IdPaese: 'IT', IdCodice: '12345678903' },
      CodiceFiscale: '12345678903',
      Anagrafica: { Denominazione: 'Frantoio Iblei & Figli S.n.c.', Nome: undefined, Cognome: undefined },
    });
  });

  it('a condominium goes by its 11-digit tax code, and gets its mail by PEC', () => {
    assert.equal(buyerOf(CONDOMINIUM).DatiAnagrafici.IdFiscaleIVA, undefined);
    assert.equal(buyerOf(CONDOMINIUM).DatiAnagrafici.CodiceFiscale, '77777777770');
    assert.match(
      xmlOf(documentOf({ customer: CONDOMINIUM, lines })),
      /<PECDestinatario>condominio@pec\.example\.it</,
    );
    assert.doesNotMatch(
      xmlOf(documentOf({ customer: { ...COMPANY, pec: 'a@pec.example.it' }, lines })),
      /PECDestinatario/,
    );
  });

  it('a public body gets FPA12', () => {
    assert.match(
      xmlOf(documentOf({ customer: PUBLIC_BODY, lines })),
      /versione="FPA12"[^]*<FormatoTrasmissione>FPA12<[^]*<CodiceDestinatario>UFABCD</,
    );
  });

  it('a foreigner has no Italian postcode, province or tax code', () => {
    assert.deepEqual(buyerOf(FOREIGN_EU), {
      DatiAnagrafici: {
        IdFiscaleIVA: { IdPaese: 'DE', IdCodice: '123456789' },
        CodiceFiscale: undefined,
        Anagrafica: { Denominazione: 'Muster GmbH', Nome: undefined, Cognome: undefined },
      },
      Sede: {
        Indirizzo: 'Hauptstraße 1',
        NumeroCivico: undefined,
        CAP: '00000',
        Comune: 'Berlin',
        Provincia: undefined,
        Nazione: 'DE',
      },
    });
  });

  it('a foreigner of whom we know no number gets the stand-in of practice', () => {
    const idOf = (customer: DocumentView['customer']) => buyerOf(customer).DatiAnagrafici.IdFiscaleIVA;
    assert.deepEqual(idOf(FOREIGN_PRIVATE), { IdPaese: 'GB', IdCodice: 'OO99999999999' });
    assert.deepEqual(idOf({ ...FOREIGN_EU, vatCountry: null, vatNumber: null }), {
      IdPaese: 'DE',
      IdCodice: '0000000',
    });
    assert.deepEqual(idOf({ ...FOREIGN_PRIVATE, taxCode: 'qq 12 34 56 c' }), {
      IdPaese: 'GB',
      IdCodice: 'QQ123456C',
    });
  });

  it('a foreigner with an Italian tax code has it where SDI looks it up', () => {
    assert.equal(
      buyerOf({ ...FOREIGN_PRIVATE, taxCode: 'RSSMRA80A01H501U' }).DatiAnagrafici.CodiceFiscale,
      'RSSMRA80A01H501U',
    );
  });

  it('a house number that is too long goes into the street', () => {
    const { Sede } = buyerOf({ ...PRIVATE, address: { ...PRIVATE.address, houseNumber: '10/A scala B' } });
    assert.deepEqual([Sede.Indirizzo, Sede.NumeroCivico], ['Via Roma 10/A scala B', undefined]);
  });
});

describe('the seller', () => {
  const contacts = (phone: string | null, email: string | null) =>
    fatturaOf(documentOf({ issuer: { ...ISSUER, phone, email }, lines }), '00001').fattura
      .FatturaElettronicaHeader.CedentePrestatore.Contatti;

  it('a sole trader goes by name and has no register entry', () => {
    assert.match(
      xmlOf(documentOf({ issuer: SOLE_TRADER, lines })),
      /<Nome>Mario<\/Nome>\n<Cognome>Rossi<\/Cognome>\n<\/Anagrafica>\n<RegimeFiscale>RF19</,
    );
    assert.doesNotMatch(
      xmlOf(documentOf({ issuer: SOLE_TRADER, lines })),
      /IscrizioneREA|Denominazione>Rossi/,
    );
  });

  it('has a telephone number of digits, or none', () => {
    assert.equal(contacts('+39 0932 / 12.34.56', null)?.Telefono, '0932123456');
    assert.equal(contacts('0039 333 1234567', null)?.Telefono, '3331234567');
    assert.equal(contacts('12', null), undefined);
    assert.deepEqual(contacts(null, 'a@example.it'), { Telefono: undefined, Email: 'a@example.it' });
  });
});

describe('the document', () => {
  it('never has a negative quantity: the price is negative instead', () => {
    assert.match(
      xmlOf(documentOf({ lines: [{ description: 'x', price: 1000, quantity: -1_500_000 }] })),
      /<Quantita>1\.50<\/Quantita>\n<PrezzoUnitario>-10\.00<\/PrezzoUnitario>\n<PrezzoTotale>-15\.00</,
    );
  });

  it('under split payment asks for the total without VAT', () => {
    assert.match(
      xmlOf(documentOf({ customer: PUBLIC_BODY, esigibilita: 'S', lines })),
      /<ImportoTotaleDocumento>12\.20<[^]*<EsigibilitaIVA>S<[^]*<ImportoPagamento>10\.00</,
    );
  });

  it('a credit note names its invoice, gives the reason, and asks for no payment', () => {
    const note = xmlOf(
      documentOf({
        kind: 'credit_note',
        tipoDocumento: 'TD04',
        credits: { id: 1, numberText: '5/A', date: '2026-10-01', reason: 'Recesso' },
        lines,
      }),
    );
    assert.match(
      note,
      /<Causale>Recesso<[^]*<DatiFattureCollegate>\n<IdDocumento>5\/A<\/IdDocumento>\n<Data>2026-10-01</,
    );
    assert.doesNotMatch(note, /DatiPagamento/);
  });

  it('puts a long reason into pieces of 200 characters', () => {
    const causale = 'parola '.repeat(100);
    const pieces = [...xmlOf(documentOf({ causale, lines })).matchAll(/<Causale>(.*)<\/Causale>/g)].map(
      (m) => m[1] ?? '',
    );
    assert.equal(pieces.join(' '), causale.trim());
    assert.ok(pieces.length === 4 && pieces.every((p) => p.length <= 200));
  });

  it('says by how much lines and bases, and bases and total, differ', () => {
    const gross = { price: 999, vatIncluded: true };
    const xml = xmlOf(
      documentOf({
        lines: [
          { description: 'a', ...gross },
          { description: 'b', ...gross },
          { description: 'c', price: 1 },
        ],
      }),
    );
    assert.match(
      xml,
      /<DatiRiepilogo>\n<AliquotaIVA>22\.00<\/AliquotaIVA>\n<Arrotondamento>-?0\.\d+<\/Arrotondamento>\n<ImponibileImporto>16\.39</,
    );
    const rounded = xmlOf({ ...documentOf({ lines }), total: 1221, rounding: 1 });
    assert.match(rounded, /<ImportoTotaleDocumento>12\.21<\/ImportoTotaleDocumento>\n<Arrotondamento>0\.01</);
  });

  it('refuses codes and numbers that would have to be cut', () => {
    assert.deepEqual(findingsOf(documentOf({ numberText: '123456789012345678/AB', lines })), [
      '00200 DatiGeneraliDocumento/Numero',
    ]);
    assert.deepEqual(
      findingsOf(
        documentOf({
          purchaseOrder: { id: 'DET-123', date: null, cig: 'Z123456789012345', cup: null },
          lines,
        }),
      ),
      ['00200 DatiOrdineAcquisto/CodiceCIG'],
    );
    assert.deepEqual(
      findingsOf(
        documentOf({
          customer: PUBLIC_BODY,
          purchaseOrder: { id: ' ', date: null, cig: 'Z1', cup: '' },
          lines,
        }),
      ),
      ['00200 DatiOrdineAcquisto/IdDocumento'],
    );
  });

  it('cuts prose', () => {
    assert.match(
      xmlOf(documentOf({ lines: [{ description: 'a'.repeat(1200), price: 1 }] })),
      /<Descrizione>a{1000}</,
    );
  });

  it('names the characters that the format does not have', () => {
    const { findings } = fatturaOf(
      documentOf({
        lines: [
          { description: 'ok', price: 1 },
          { description: 'Router 漢字 🚀', price: 1 },
        ],
      }),
      '00001',
    );
    assert.deepEqual(findings, [
      {
        code: '00200',
        severity: 'error',
        path: 'DettaglioLinee[2]/Descrizione',
        message:
          'caratteri non ammessi dal formato: «漢» (U+6F22), «字» (U+5B57), «🚀» (U+1F680); riscrivere il testo senza di essi',
      },
    ]);
  });
});

describe('any document that core can issue', () => {
  it('gives an invoice without errors that conforms to the schema', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { fattura, findings } = fatturaOf(document, '0ZZZZ');
        assert.deepEqual(findings, []);
        assert.deepEqual(
          runRules(fattura, document.date).filter((f) => f.severity === 'error'),
          [],
        );
        assert.deepEqual(validateXsd(Buffer.from(writeFattura(fattura))), []);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back as it was written', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { fattura } = fatturaOf(document, '0ZZZZ');
        const parsed = XmlDocument.fromBuffer(Buffer.from(writeFattura(fattura)));
        try {
          assert.deepEqual(parseFattura(parsed), fattura);
        } finally {
          parsed.dispose();
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a document with garbage in every text', () => {
  it('gives a clean invoice or a finding, never an exception or a broken file', () => {
    fc.assert(
      fc.property(documents, fc.infiniteStream(garbage), (document, stream) => {
        const next = (): string => String(stream.next().value);
        const spoiled = spoil(document, next);
        const { fattura, findings } = fatturaOf(spoiled, '0ZZZZ');
        const bytes = Buffer.from(writeFattura(fattura));
        const codes = [
          ...findings,
          ...checkFile(bytes, { name: 'IT99999999990_0ZZZZ.xml', received: '2030-01-01' }),
        ].map((f) => f.code);
        assert.ok(!codes.includes('00106'), 'always well-formed');
        if (findings.length === 0 && !codes.includes('00200')) assert.deepEqual(validateXsd(bytes), []);
      }),
      { numRuns: 1500 },
    );
  });
});

/** Text as bad data, other scripts, control characters, half surrogates and markup make it. */
const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      '<',
      '&',
      '>',
      '"',
      "'",
      ']]>',
      '<!--',
      '\u0000',
      '\uD83D',
      '\uFFFF',
      '\u00A0',
      ' ',
      'é',
      '漢',
      '€',
      'a',
      '1',
    ),
    maxLength: 300,
  }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('', ' ', 'x'),
);

/** Every text of a document replaced, wherever it is, except those that core makes itself (kinds and dates). */
function spoil(document: DocumentView, next: () => string): DocumentView {
  const KEPT = new Set([
    'kind',
    'tipoDocumento',
    'currency',
    'date',
    'dueDate',
    'periodFrom',
    'periodTo',
    'esigibilita',
    'socioUnico',
    'liquidazione',
  ]);
  const walk = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (typeof value === 'string') return KEPT.has(key) ? value : next();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v, k)]));
  };
  return walk(document) as DocumentView;
}
