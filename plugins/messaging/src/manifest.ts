import { defineManifest, Type } from '@traliccio/sdk';

export default defineManifest({
  id: 'messaging',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'Messaggi ai clienti', en: 'Messages to customers' },
  description: {
    it: 'Spedisce per e-mail fatture e note di credito appena emesse, con PDF e XML allegati.',
    en: 'Mails invoices and credit notes when they are issued, with PDF and XML attached.',
  },
  edition: 'BASIC',
  uses: ['MailTransport', 'DocumentRenderer'],
  settings: Type.Object({
    fromName: Type.String({
      default: '',
      title: 'Nome del mittente / Sender name',
      description: 'Empty: the name of the issuer.',
    }),
    fromAddress: Type.String({
      default: '',
      title: 'Indirizzo del mittente / Sender address',
      description: 'Empty: the e-mail address of the issuer.',
    }),
  }),
});
