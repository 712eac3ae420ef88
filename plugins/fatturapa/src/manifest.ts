import { defineManifest } from '@traliccio/sdk';

export const manifest = defineManifest({
  id: 'fatturapa',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'Fattura elettronica', en: 'Electronic invoice' },
  description: {
    it: 'Controlla ogni documento come farebbe il Sistema di Interscambio e ne produce il file XML FatturaPA.',
    en: 'Checks each document as the Italian exchange system would, and makes its FatturaPA XML file.',
  },
  edition: 'BASIC',
  provides: ['DocumentChecker'],
});

export default manifest;
