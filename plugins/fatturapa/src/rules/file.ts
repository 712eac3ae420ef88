import type { Rule } from './rule.ts';

/** Controls of the file itself, made by `check-file.ts` and the schema, not by looking at the invoice. */
export const fileRules: readonly Rule[] = [
  {
    code: '00001',
    offline: 'yes',
    severity: 'error',
    title: 'Il nome del file è valido',
    note: 'of a file given to the checker; ours are made to measure',
  },
  {
    code: '00002',
    offline: 'partly',
    severity: 'error',
    title: 'Il nome del file non è già stato usato',
    note: 'the counter `sdi-file` never gives a number twice; names sent by other software are unknown',
  },
  {
    code: '00003',
    offline: 'yes',
    severity: 'error',
    title: 'Il file non supera 5 MB',
    note: 'taken as 5,000,000 bytes, the lower reading',
  },
  {
    code: '00106',
    offline: 'yes',
    severity: 'error',
    title: 'Il file non è vuoto né corrotto',
    note: 'empty, or not well-formed XML',
  },
  {
    code: '00200',
    offline: 'yes',
    severity: 'error',
    title: 'Il file è conforme al formato',
    note: 'schema 1.2.3, and texts that don’t fit their element',
  },
  { code: '00201', offline: 'yes', severity: 'error', title: 'Il file non ha più di 50 errori di formato' },
  {
    code: '00409',
    offline: 'yes',
    severity: 'error',
    title: 'Nel lotto non ci sono due documenti uguali',
    note: 'same number and year (day with Art73), credit notes apart',
  },
  {
    code: '00460',
    offline: 'yes',
    severity: 'error',
    title: 'La fattura semplificata non supera 400 €',
    note: 'sum of Importo, except RF19, RF20 and corrections (DatiFatturaRettificata)',
  },
  {
    code: 'E001',
    offline: 'yes',
    severity: 'error',
    title: 'Il file non è firmato (.p7m)',
    note: 'ours: a signed file is not opened, check the XML before signing it',
  },
  {
    code: 'W007',
    offline: 'yes',
    severity: 'warning',
    title: 'Una fattura semplificata è controllata solo in parte',
    note: 'ours: of FSM10 only format and limit are checked, Traliccio makes ordinary invoices',
  },
];
