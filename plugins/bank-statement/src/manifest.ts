import { defineManifest } from '@traliccio/sdk';

export const READ = 'bank-statement.read';
export const BOOK = 'bank-statement.book';

export default defineManifest({
  id: 'bank-statement',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'Estratti conto', en: 'Bank statements' },
  description: {
    it: 'Legge gli estratti conto (CBI, camt.053, MT940, CSV, XLSX) e abbina i bonifici alle fatture aperte.',
    en: 'Reads bank statements (CBI, camt.053, MT940, CSV, XLSX) and matches transfers with open invoices.',
  },
  edition: 'BASIC',
  permissions: [
    { id: READ, label: { it: 'Vedere gli estratti conto', en: 'See bank statements' } },
    {
      id: BOOK,
      label: {
        it: 'Importare estratti conto e registrare gli incassi',
        en: 'Import bank statements and book what came in',
      },
    },
  ],
  ui: { entry: './ui/index.js', styles: ['./ui/bank-statement.css'] },
});
