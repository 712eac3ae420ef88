import type { CheckOptions, Finding } from '@traliccio/sdk';
import { XmlDocument } from 'libxml2-wasm';
import { isFileName } from './file-name.ts';
import { openFile } from './open-file.ts';
import { parseFattura } from './parse.ts';
import { runRules } from './rules/table.ts';
import { checkSimplified } from './simplified.ts';
import { xsdFindings } from './xsd-findings.ts';
import { validateDocument } from './xsd.ts';

/**
 * What SDI would say about a file, as far as this can be told off line. As SDI does, it stops at a file that can't be
 * read, and at one that doesn't conform to the format: sums in such a file mean nothing.
 */
export function checkFile(bytes: Uint8Array, { name, received }: CheckOptions): Finding[] {
  const findings: Finding[] = isFileName(name) ? [] : [badName(name)];
  const opened = openFile(bytes, name);
  if (!(opened instanceof XmlDocument)) return [...findings, opened];
  try {
    const simplified = opened.root.name === 'FatturaElettronicaSemplificata';
    const format = xsdFindings(
      validateDocument(
        opened,
        simplified ? 'FatturaPA_semplificata_v1.0.2.xsd' : 'FatturaPA_ordinaria_v1.2.3.xsd',
      ),
    );
    if (format.length > 0) return [...findings, ...format];
    return [
      ...findings,
      ...(simplified ? checkSimplified(opened) : runRules(parseFattura(opened), received)),
    ];
  } finally {
    opened.dispose();
  }
}

const badName = (name: string): Finding => ({
  code: '00001',
  severity: 'error',
  path: 'NomeFile',
  message: `"${name}" non è un nome valido: serve paese e codice del trasmittente, trattino basso e da 1 a 5 caratteri, come IT01234567890_00001.xml`,
});
