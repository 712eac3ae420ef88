import { defineManifest, Type } from '@traliccio/sdk';

export default defineManifest({
  id: 'mail-smtp',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'Posta via SMTP', en: 'Mail by SMTP' },
  description: {
    it: 'Spedisce le e-mail attraverso un server SMTP, entro i limiti del suo contratto.',
    en: 'Sends e-mails through an SMTP server, within the limits of its contract.',
  },
  edition: 'BASIC',
  provides: ['MailTransport'],
  settings: Type.Object({
    host: Type.String({
      default: '',
      title: 'Server',
      description: 'Nome del server SMTP. / Name of the SMTP server.',
    }),
    port: Type.Integer({
      default: 0,
      minimum: 0,
      maximum: 65535,
      title: 'Porta / Port',
      description:
        '0: 465 con tls, 587 con starttls, 25 con none. / 0: 465 with tls, 587 with starttls, 25 with none.',
    }),
    security: Type.Unsafe<'tls' | 'starttls' | 'none'>(
      Type.String({
        enum: ['tls', 'starttls', 'none'],
        default: 'tls',
        title: 'Cifratura / Encryption',
        description:
          'tls dal primo byte; starttls, che deve riuscire; none per un server su questa macchina. / tls from the first byte; starttls, which must succeed; none for a server on this machine.',
      }),
    ),
    allowPlaintext: Type.Boolean({
      default: false,
      title: 'Ammetti senza cifratura / Allow without encryption',
      description:
        'Ammette none per un server altrove: chiunque sia sulla strada legge e-mail e password. / Allows none for a server elsewhere: anybody on the way reads mails and password.',
    }),
    user: Type.String({
      default: '',
      title: 'Utente / User',
      description: 'Vuoto: nessun accesso. / Empty: no login.',
    }),
    password: Type.String({ default: '', format: 'secret', title: 'Password' }),
    ca: Type.String({
      default: '',
      title: 'Certificato CA / CA certificate',
      description:
        'Testo PEM, per un server il cui certificato non è firmato da un’autorità pubblica. / PEM text, for a server whose certificate no public authority has signed.',
    }),
    fingerprint: Type.String({
      default: '',
      title: 'Impronta SHA-256 / SHA-256 fingerprint',
      description:
        'Se c’è, il server deve avere il certificato con questa impronta, qualunque nome porti. / If given, the server must have the certificate with it, whatever name is in it.',
    }),
    perMinute: Type.Integer({
      default: 0,
      minimum: 0,
      maximum: 6000,
      title: 'E-mail al minuto / Mails a minute',
      description: '0: nessun limite. / 0: no limit.',
    }),
    perDay: Type.Integer({
      default: 0,
      minimum: 0,
      title: 'E-mail al giorno / Mails a day',
      description: 'In 24 ore qualsiasi. 0: nessun limite. / In any 24 hours. 0: no limit.',
    }),
  }),
});
