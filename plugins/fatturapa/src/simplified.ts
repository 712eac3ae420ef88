import { formatDecimal, parseDecimal, type Cents, type Finding } from '@traliccio/sdk';
import type { XmlDocument } from 'libxml2-wasm';
import { childOf, childrenOf, textOf, treeOf, type XmlTree } from './xml-tree.ts';

/** Article 21-bis DPR 633/72 and the decree of 10 May 2019. */
const LIMIT: Cents = 40_000;
const WITHOUT_LIMIT = new Set(['RF19', 'RF20']);

/**
 * The one control of its own that a simplified invoice has (00460), for a file that conforms to its schema. Traliccio
 * makes none: this is for files that an operator brings, and says that it isn't the whole check.
 */
export function checkSimplified(document: XmlDocument): Finding[] {
  const root = treeOf(document);
  const header = childOf(root, 'FatturaElettronicaHeader');
  const regime = textOf(header && childOf(header, 'CedentePrestatore'), 'RegimeFiscale') ?? '';
  const over = WITHOUT_LIMIT.has(regime) ? [] : childrenOf(root, 'FatturaElettronicaBody').flatMap(overLimit);
  return [...over, PARTIAL];
}

function overLimit(body: XmlTree, index: number): Finding[] {
  // A correction has no limit of its own.
  const general = childOf(body, 'DatiGenerali');
  if (general && childOf(general, 'DatiFatturaRettificata')) return [];
  let total = 0;
  for (const goods of childrenOf(body, 'DatiBeniServizi'))
    total += parseDecimal(textOf(goods, 'Importo') ?? '0', 2) ?? 0;
  if (total <= LIMIT) return [];
  return [
    {
      code: '00460',
      severity: 'error',
      path: `FatturaElettronicaBody[${index + 1}]/DatiBeniServizi/Importo`,
      message: `gli importi fanno ${formatDecimal(total, 2)} €, il limite della fattura semplificata è 400,00 €: emettere una fattura ordinaria`,
    },
  ];
}

const PARTIAL: Finding = {
  code: 'W007',
  severity: 'warning',
  path: 'FatturaElettronicaSemplificata',
  message: 'di una fattura semplificata (FSM10) si controllano solo il formato e il limite di importo',
};
