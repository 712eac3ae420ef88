import { defineManifest, Type } from '@traliccio/sdk';

export default defineManifest({
  id: 'invoice-pdf',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'Fatture in PDF', en: 'Invoices as PDF' },
  description: {
    it: 'La copia di cortesia dei documenti emessi: PDF/A-3 con l’XML allegato.',
    en: 'The copy of issued documents that people read: PDF/A-3 with the XML attached.',
  },
  edition: 'BASIC',
  provides: ['DocumentRenderer'],
  settings: Type.Object({
    color: Type.String({
      default: '#1f4e79',
      pattern: '^#[0-9a-fA-F]{6}$',
      title: 'Colore / Colour',
      description:
        'Dei titoli e dell’importo da pagare, come #rrggbb. Scegline uno su cui si legge il bianco. / Of titles and of the amount to pay, as #rrggbb. Choose one that white can be read on.',
    }),
  }),
});
