import { defineManifest } from '@traliccio/sdk';

export default defineManifest({
  id: 'billing-cadences',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'Cadenze di fatturazione', en: 'Billing cadences' },
  description: {
    it: 'I periodi con cui si fattura: da mensile ad annuale, e ogni N mesi, settimane o giorni.',
    en: 'The periods to bill by: from monthly to yearly, and every N months, weeks or days.',
  },
  edition: 'BASIC',
  provides: ['BillingCadence'],
});
