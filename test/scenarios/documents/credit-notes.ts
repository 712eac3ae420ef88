import { invoices } from './invoices.ts';
import type { Invoice, Scenario } from './make.ts';
import { withoutVat } from './without-vat.ts';

const invoice = (name: string): Invoice => {
  const scenario = invoices[name] ?? withoutVat[name];
  if (!scenario || 'credits' in scenario) throw new Error(`there is no invoice ${name}`);
  return scenario;
};

/** What is taken back of the invoices of the other scenarios. */
export const creditNotes: Readonly<Record<string, Scenario>> = {
  'nota-credito-totale': { credits: invoice('ivati-e-netti-misti'), reason: 'Fattura emessa per errore' },
  'nota-credito-parziale-quantita': {
    credits: invoice('fattura-differita-ddt'),
    lines: [{ line: 1, quantity: 1_000_000 }],
    reason: 'Reso di un router',
  },
  'nota-credito-parziale-importo': {
    credits: invoice('canone-mensile-privato'),
    lines: [{ line: 1, amount: 1495 }],
    reason: 'Disservizio dal 16 al 30 novembre',
  },
  'nota-credito-aliquote-miste': {
    credits: invoice('aliquote-miste'),
    lines: [{ line: 1, amount: 1333 }, { line: 3 }],
    reason: 'Sconto concordato',
  },
  'nota-credito-split-payment': {
    credits: invoice('ente-pubblico-split-payment'),
    lines: [{ line: 1, amount: 3333 }],
    reason: 'Penale da contratto',
  },
  'nota-credito-ritenuta': {
    credits: invoice('condominio-ritenuta-4'),
    lines: [{ line: 2 }],
    reason: 'Materiali resi',
  },
  'nota-credito-dichiarazione-intento': {
    credits: invoice('bollo-riaddebitato'),
    reason: 'Fattura emessa per errore',
  },
  'nota-credito-forfettario': {
    credits: invoice('forfettario-con-bollo'),
    lines: [{ line: 1, amount: 2000 }],
    reason: 'Intervento più breve',
  },
};
