import { Type } from 'typebox';
import { coreSetting } from '../../kernel/settings/core-setting.ts';

/** Art. 98-septies decies c. 5 D.Lgs. 259/2003: customers are told at least thirty days before. */
export const PRICE_CHANGE_NOTICE_DAYS = coreSetting({
  name: 'price_changes.notice_days',
  label: {
    it: 'Cambi di prezzo: giorni di preavviso ai clienti (art. 98-septies decies c. 5 D.Lgs. 259/2003: almeno 30)',
    en: 'Price changes: days of notice to customers (art. 98-septies decies c. 5 D.Lgs. 259/2003: at least 30)',
  },
  schema: Type.Integer({ minimum: 30, maximum: 365 }),
  default: 30,
});
