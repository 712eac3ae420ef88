import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import type { DocumentView } from '@traliccio/sdk';
import { checkFile } from './check-file.ts';
import { fatturaOf } from './from-document.ts';
import {
  COMPANY,
  CONDOMINIUM,
  FOREIGN_EU,
  FOREIGN_PRIVATE,
  PUBLIC_BODY,
  SOLE_TRADER,
  documentOf,
} from './testing/documents.ts';
import { writeFattura } from './write.ts';

/** One document of each sort that an ISP issues. `UPDATE_GOLDEN=1` writes the files again; read the difference. */
const GOLDEN = new URL('../test-data/golden/', import.meta.url);
const november = ['2026-11-01', '2026-11-30'] as const;

const DOCUMENTS: Record<string, DocumentView> = {
  privato: documentOf({
    lines: [
      {
        description: 'Canone FIBRA – FWA 100/20',
        price: 2990,
        vatIncluded: true,
        period: november,
        contractCode: 'C-000456',
      },
    ],
  }),
  azienda: documentOf({
    customer: COMPANY,
    causale: `Canoni e interventi del mese. ${'Per informazioni scrivere ad amministrazione@example.it. '.repeat(6)}`,
    lines: [
      { description: 'Canone 200/200 <business> & IP statico', price: 8900, period: november },
      { description: 'Intervento tecnico', price: 4000, quantity: 1_500_000, unit: 'ore' },
      { description: 'Sconto fedeltà', price: 1000, quantity: -1_000_000 },
    ],
  }),
  'pubblica-amministrazione': documentOf({
    customer: PUBLIC_BODY,
    esigibilita: 'S',
    lines: [
      { description: 'Connettività palazzo comunale', price: 10_000, period: ['2026-10-01', '2026-10-31'] },
    ],
    purchaseOrder: { id: 'DET-123', date: '2026-01-15', cig: 'Z1234567AB', cup: 'B11C22000000001' },
  }),
  condominio: documentOf({
    customer: CONDOMINIUM,
    lines: [{ description: 'Canone antenna condominiale', price: 1999, vatIncluded: true }],
  }),
  'estero-ue': documentOf({
    customer: FOREIGN_EU,
    stampDuty: 200,
    lines: [
      {
        description: 'Colocation and IP transit',
        price: 50_000,
        vatRate: 0,
        natura: 'N2.1',
        reference: 'Inversione contabile art. 7-ter DPR 633/72',
      },
    ],
  }),
  'estero-extra-ue': documentOf({
    customer: FOREIGN_PRIVATE,
    lines: [{ description: 'Canone casa vacanze', price: 2990, vatIncluded: true }],
  }),
  // 19,99 with VAT and 8,11 without: the VAT stays in SDI's bound only if a cent goes into Arrotondamento.
  'prezzi-ivati-e-netti': documentOf({
    lines: [
      { description: 'Canone 19,99 IVA inclusa', price: 1999, vatIncluded: true },
      { description: 'Noleggio CPE', price: 811 },
      { description: 'Libro', price: 1250, vatRate: 400 },
    ],
  }),
  'nota-di-credito': documentOf({
    kind: 'credit_note',
    tipoDocumento: 'TD04',
    numberText: '7/NC',
    date: '2026-11-15',
    credits: {
      id: 1,
      numberText: '123/A',
      date: '2026-11-01',
      reason: 'Storno parziale: recesso del cliente “anticipato”',
    },
    lines: [
      {
        description: 'Canone FIBRA - FWA 100/20',
        price: 1495,
        vatIncluded: true,
        period: ['2026-11-16', '2026-11-30'],
        contractCode: 'C-000456',
      },
    ],
  }),
  'forfettario-con-bollo': documentOf({
    issuer: SOLE_TRADER,
    customer: COMPANY,
    stampDuty: 200,
    lines: [
      {
        description: 'Assistenza tecnica a domicilio',
        price: 10_000,
        vatRate: 0,
        natura: 'N2.2',
        reference: 'Art. 1 c. 54-89 L. 190/2014',
      },
      {
        description: 'Imposta di bollo',
        price: 200,
        vatRate: 0,
        natura: 'N1',
        reference: 'Art. 15 DPR 633/72',
      },
    ],
  }),
  'piu-contratti': documentOf({
    customer: COMPANY,
    lines: [
      { description: 'Canone sede', price: 5000, period: november, contractCode: 'C-000456' },
      { description: 'Canone magazzino', price: 3000, period: november, contractCode: 'C-000457' },
      { description: 'IP statico sede', price: 500, period: november, contractCode: 'C-000456' },
    ],
  }),
};

describe('golden invoices', () => {
  for (const [name, document] of Object.entries(DOCUMENTS)) {
    const file = new URL(`${name}.xml`, GOLDEN);

    it(`${name} is written as before, byte for byte`, () => {
      const { fattura, findings } = fatturaOf(document, '0001A');
      assert.deepEqual(findings, []);
      const bytes = Buffer.from(writeFattura(fattura));
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, bytes);
      assert.equal(bytes.toString('utf8'), readFileSync(file, 'utf8'));
      assert.ok(bytes.equals(readFileSync(file)));
    });

    it(`${name} would be accepted by SDI`, () => {
      assert.deepEqual(
        checkFile(readFileSync(file), { name: 'IT99999999990_0001A.xml', received: '2026-11-24' }),
        [],
      );
    });

    it(`${name} conforms to the schema by xmllint as well`, (t) => {
      if (spawnSync('xmllint', ['--version']).error) {
        t.skip('xmllint is not installed');
        return;
      }
      const schema = fileURLToPath(new URL('./xsd/FatturaPA_ordinaria_v1.2.3.xsd', import.meta.url));
      execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, fileURLToPath(file)], {
        stdio: 'pipe',
      });
    });
  }
});
