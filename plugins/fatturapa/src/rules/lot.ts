import type { Finding } from '@traliccio/sdk';
import type { Body } from '../fattura.ts';

/** 00409: two documents of a file with the same number in a year, or on a day with Art73. Credit notes count apart. */
export function lotFindings(bodies: readonly Body[]): Finding[] {
  const seen = new Map<string, number>();
  const findings: Finding[] = [];
  for (const [index, { DatiGeneraliDocumento: d }] of bodies.entries()) {
    const key = JSON.stringify([
      d.TipoDocumento === 'TD04',
      d.Numero,
      d.Art73 ? d.Data.slice(0, 10) : d.Data.slice(0, 4),
    ]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index + 1);
    else
      findings.push({
        code: '00409',
        severity: 'error',
        path: `FatturaElettronicaBody[${index + 1}]/DatiGeneraliDocumento/Numero`,
        message: `il numero ${d.Numero} è già nel documento ${first} dello stesso file: toglierne uno`,
      });
  }
  return findings;
}
