import { defineManifest, Type } from '@traliccio/sdk';

export default defineManifest({
  id: 'accountant',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'Commercialista', en: 'Accountant' },
  description: {
    it: 'Prepara per il commercialista i documenti di un periodo: XML, PDF, registro IVA, indice e numeri mancanti.',
    en: 'Packs the documents of a period for the accountant: XML, PDF, VAT register, index and missing numbers.',
  },
  edition: 'BASIC',
  uses: ['DocumentRenderer'],
  permissions: [
    {
      id: 'accountant.export',
      label: {
        it: 'Scaricare i documenti per il commercialista',
        en: 'Download the documents for the accountant',
      },
    },
  ],
  settings: Type.Object({}),
});
