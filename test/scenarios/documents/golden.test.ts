import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { DocumentView } from '@traliccio/sdk';
import { checkFile } from '../../../plugins/fatturapa/src/check-file.ts';
import { fatturaOf } from '../../../plugins/fatturapa/src/from-document.ts';
import { writeFattura } from '../../../plugins/fatturapa/src/write.ts';
import { creditNotes } from './credit-notes.ts';
import { invoices } from './invoices.ts';
import { documentOf, type Scenario } from './make.ts';
import { withoutVat } from './without-vat.ts';

/**
 * The documents that an Italian provider issues, each under the name that an accountant has for it: what is priced, and
 * the document and the file that come of it. `UPDATE_GOLDEN=1` writes the files again: check the figures by hand.
 */
const GOLDEN = new URL('golden/', import.meta.url);
const SCHEMA = fileURLToPath(
  new URL('../../../plugins/fatturapa/src/xsd/FatturaPA_ordinaria_v1.2.3.xsd', import.meta.url),
);
const SCENARIOS: Readonly<Record<string, Scenario>> = { ...invoices, ...withoutVat, ...creditNotes };

/** Bytes as they stand in the file. */
const asJson = (document: DocumentView): string =>
  `${JSON.stringify(document, (_key, value: unknown) => (isBytes(value) ? Buffer.from(value.data).toString('base64') : value), 2)}\n`;
const isBytes = (value: unknown): value is { data: number[] } =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'Buffer' &&
  'data' in value;

function assertGolden(name: string, text: string): void {
  const file = new URL(name, GOLDEN);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  // Line by line: what differs is then shown with its neighbours.
  assert.deepEqual(text.split('\n'), readFileSync(file, 'utf8').split('\n'), `golden/${name}`);
}

describe('documents, as an accountant knows them', () => {
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    it(name, () => {
      const document = documentOf(scenario);
      const { fattura, findings } = fatturaOf(document, '0001A');
      const xml = writeFattura(fattura);
      assertGolden(`${name}.json`, asJson(document));
      assertGolden(`${name}.xml`, xml);
      assert.deepEqual(findings, []);
      assert.deepEqual(
        checkFile(Buffer.from(xml), { name: 'IT99999999990_0001A.xml', received: document.date }),
        [],
        'all rules of the checker, and its advice',
      );
    });
  }

  it('all conform to the official schema by xmllint', (t) => {
    if (spawnSync('xmllint', ['--version']).error) {
      t.skip('xmllint is not installed');
      return;
    }
    const files = Object.keys(SCENARIOS).map((name) => fileURLToPath(new URL(`${name}.xml`, GOLDEN)));
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', SCHEMA, ...files], { stdio: 'pipe' });
  });

  it('no file is left of a scenario that is gone', () => {
    const names = readdirSync(GOLDEN).map((file) => file.replace(/\.(json|xml)$/, ''));
    assert.deepEqual([...new Set(names)].sort(), Object.keys(SCENARIOS).sort());
  });
});
