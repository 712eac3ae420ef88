import { defineManifest, Type } from '@traliccio/sdk';

export default defineManifest({
  id: 'messaging',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'Messaggi ai clienti', en: 'Messages to customers' },
  description: {
    it: 'Spedisce per e-mail fatture e note di credito appena emesse, con PDF e XML allegati; se vuoi, avvisa per SMS.',
    en: 'Mails invoices and credit notes when they are issued, with PDF and XML attached; tells of them by SMS if you like.',
  },
  edition: 'BASIC',
  // SmsGateway too, once SMS are switched on: its absence then shows in the health.
  uses: ['MailTransport', 'DocumentRenderer'],
  settings: Type.Object({
    mail: Type.Boolean({
      default: true,
      title: 'E-mail',
      description: 'Manda i documenti ai clienti. / Mail documents to customers.',
    }),
    sms: Type.Boolean({
      default: false,
      title: 'SMS',
      description:
        'Avvisa delle fatture per SMS chi ha un cellulare per le fatture. Ogni SMS si paga. / Tell of invoices by SMS, those who have a mobile number for invoices. Each costs money.',
    }),
    fromName: Type.String({
      default: '',
      title: 'Nome del mittente / Sender name',
      description: 'Vuoto: il nome di chi emette. / Empty: the name of the issuer.',
    }),
    fromAddress: Type.String({
      default: '',
      title: 'Indirizzo del mittente / Sender address',
      description: 'Vuoto: l’e-mail di chi emette. / Empty: the e-mail address of the issuer.',
    }),
  }),
});
