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
        description: 'E-mail addresses that packages go to, one message each.',
      },
    ),
    cadence: Type.Unsafe<'never' | 'monthly' | 'quarterly'>(
      Type.String({
        enum: ['never', 'monthly', 'quarterly'],
        default: 'never',
        title: 'Invio automatico / Sent by itself',
        description: 'monthly: the month before. quarterly: the quarter before. never: by hand only.',
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
      description: 'Packages that go out by themselves have the PDFs, too.',
    }),
    maxMegabytes: Type.Integer({
      default: 10,
      minimum: 1,
      maximum: 40,
      title: 'Allegato fino a (MB) / Attached up to (MB)',
      description: 'Larger packages are sent as a link.',
    }),
    linkBase: Type.String({
      default: '',
      maxLength: 200,
      pattern: '^(https?://[^\\s/?#]+(/[^\\s?#]*)?)?$',
      title: 'Indirizzo dei link / Address of links',
      description:
        'How outsiders reach the listener that PUBLIC_PORT opens: https://download.example.it. Empty: no links.',
    }),
    linkSecret: Type.String({
      default: '',
      format: 'secret',
      title: 'Segreto dei link / Secret of links',
      description: 'At least 16 characters, at random. Another one makes all links worthless.',
    }),
    fromName: Type.String({
      default: '',
      maxLength: 200,
      title: 'Nome del mittente / Sender name',
      description: 'Empty: the name of the issuer.',
    }),
    fromAddress: Type.String({
      default: '',
      maxLength: 254,
      title: 'Indirizzo del mittente / Sender address',
      description: 'Empty: the e-mail address of the issuer.',
    }),
  }),
});
