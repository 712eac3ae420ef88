import { defineManifest, Type } from '@traliccio/sdk';

export default defineManifest({
  id: 'accountant',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'Commercialista', en: 'Accountant' },
  description: {
    it: 'Prepara e spedisce al commercialista i documenti di un periodo: XML, PDF, registro IVA, indice e numeri mancanti.',
    en: 'Packs the documents of a period for the accountant and sends them: XML, PDF, VAT register, index and missing numbers.',
  },
  edition: 'BASIC',
  uses: ['DocumentRenderer', 'MailTransport'],
  permissions: [
    {
      id: 'accountant.export',
      label: {
        it: 'Scaricare i documenti per il commercialista',
        en: 'Download the documents for the accountant',
      },
    },
    {
      id: 'accountant.send',
      label: { it: 'Spedire i documenti al commercialista', en: 'Send the documents to the accountant' },
    },
  ],
  ui: { entry: './ui/index.js', styles: ['./ui/accountant.css'] },
  settings: Type.Object({
    addresses: Type.Array(
      Type.String({ maxLength: 254, pattern: '^[^\\s@<>",;:()]+@[^\\s@<>",;:()]+\\.[^\\s@<>",;:()]+$' }),
      {
        default: [],
        maxItems: 20,
        title: 'Indirizzi / Addresses',
        description:
          'A chi vanno i pacchetti, un messaggio ciascuno. / E-mail addresses that packages go to, one message each.',
      },
    ),
    cadence: Type.Unsafe<'never' | 'monthly' | 'quarterly'>(
      Type.String({
        enum: ['never', 'monthly', 'quarterly'],
        default: 'never',
        title: 'Invio automatico / Sent by itself',
        description:
          'monthly: il mese prima. quarterly: il trimestre prima. never: solo a mano. / monthly: the month before. quarterly: the quarter before. never: by hand only.',
      }),
    ),
    day: Type.Integer({
      default: 5,
      minimum: 1,
      maximum: 28,
      title: 'Giorno del mese / Day of the month',
    }),
    pdf: Type.Boolean({
      default: true,
      title: 'PDF',
      description:
        'I pacchetti che partono da soli hanno anche i PDF. / Packages that go out by themselves have the PDFs, too.',
    }),
    maxMegabytes: Type.Integer({
      default: 10,
      minimum: 1,
      maximum: 40,
      title: 'Allegato fino a (MB) / Attached up to (MB)',
      description: 'I pacchetti più grandi partono come link. / Larger packages are sent as a link.',
    }),
    linkBase: Type.String({
      default: '',
      maxLength: 200,
      pattern: '^(https?://[^\\s/?#]+(/[^\\s?#]*)?)?$',
      title: 'Indirizzo dei link / Address of links',
      description:
        'Come si raggiunge da fuori ciò che apre PUBLIC_PORT: https://download.example.it. Vuoto: niente link. / How outsiders reach the listener that PUBLIC_PORT opens. Empty: no links.',
    }),
    linkSecret: Type.String({
      default: '',
      format: 'secret',
      title: 'Segreto dei link / Secret of links',
      description:
        'Almeno 16 caratteri a caso; cambiarlo annulla tutti i link. / At least 16 characters, at random. Another one makes all links worthless.',
    }),
    fromName: Type.String({
      default: '',
      maxLength: 200,
      title: 'Nome del mittente / Sender name',
      description: 'Vuoto: il nome di chi emette. / Empty: the name of the issuer.',
    }),
    fromAddress: Type.String({
      default: '',
      maxLength: 254,
      title: 'Indirizzo del mittente / Sender address',
      description: 'Vuoto: l’e-mail di chi emette. / Empty: the e-mail address of the issuer.',
    }),
  }),
});
