import { methods } from './payment-methods.ts';

/** What values are called, on the customer's page and in its form. */
export const words = {
  it: {
    kinds: {
      private: 'privato',
      company: 'azienda',
      public_body: 'ente pubblico',
      condominium: 'condominio',
      foreign: 'estero',
    },
    roles: { billing: 'fatturazione', technical: 'tecnico', admin: 'amministrazione' },
    languages: { it: 'italiano', en: 'inglese' },
    methods: methods.it,
  },
  en: {
    kinds: {
      private: 'private person',
      company: 'company',
      public_body: 'public body',
      condominium: 'condominium',
      foreign: 'foreign',
    },
    roles: { billing: 'billing', technical: 'technical', admin: 'administration' },
    languages: { it: 'Italian', en: 'English' },
    methods: methods.en,
  },
};
