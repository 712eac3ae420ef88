import { defineManifest, Type } from '@traliccio/sdk';

const statuses = (codes: number[], description: string) =>
  Type.Array(Type.Integer({ minimum: 100, maximum: 599 }), {
    default: codes,
    title: 'Stati HTTP / HTTP statuses',
    description,
  });
const text = (title: string, description: string) => Type.String({ default: '', title, description });
const PLACE = 'Punto della risposta / Place in the answer';

/** How the gateway is spoken to: plain data without secrets, which operators exchange. The README has examples. */
const gateway = Type.Object(
  {
    method: Type.Unsafe<'POST' | 'PUT' | 'GET'>(
      Type.String({ enum: ['POST', 'PUT', 'GET'], default: 'POST', title: 'Metodo / Method' }),
    ),
    url: text(
      'Indirizzo / Address',
      'Dove si mandano i messaggi; senza segnaposto. / Where messages are sent to; without placeholders.',
    ),
    authorization: Type.Unsafe<'none' | 'basic' | 'bearer'>(
      Type.String({
        enum: ['none', 'basic', 'bearer'],
        default: 'none',
        title: 'Autorizzazione / Authorization',
        description:
          'basic manda utente e password, bearer il token. / basic sends user and password, bearer the token.',
      }),
    ),
    headers: Type.Record(Type.String(), Type.String(), {
      default: {},
      title: 'Intestazioni / Headers',
      description:
        'Con {{user}}, {{sender}}, {{key}}, {{secret.password}}, {{secret.token}}. / With {{user}}, {{sender}}, {{key}}, {{secret.password}}, {{secret.token}}.',
    }),
    format: Type.Unsafe<'json' | 'form' | 'query'>(
      Type.String({
        enum: ['json', 'form', 'query'],
        default: 'json',
        title: 'Formato / Format',
        description:
          'Come partono i campi: JSON, modulo, o nell’indirizzo. / How the fields are sent: as a JSON body, a form body, or in the address.',
      }),
    ),
    fields: Type.Record(Type.String(), Type.Unknown(), {
      default: {},
      title: 'Campi / Fields',
      description:
        'Che cosa si manda, con {{to}}, {{digits}}, {{text}}, {{coding}} e quelli delle intestazioni. / What is sent, with {{to}}, {{digits}}, {{text}}, {{coding}} and those of the headers.',
    }),
    accepted: Type.Object(
      {
        statuses: statuses(
          [200, 201, 202],
          'Risposte che possono dire «preso». / Answers that may mean "taken".',
        ),
        path: text(
          PLACE,
          'Dove guardare nella risposta JSON: result, o messages.0.state. / Where in the JSON answer to look: result, or messages.0.state.',
        ),
        equals: text(
          'È uguale a / Equals',
          'Che cosa deve esserci; vuoto: qualsiasi cosa. / What must stand there; empty: anything.',
        ),
        contains: text(
          'Contiene / Contains',
          'Che cosa deve contenere la risposta, come testo. / What the answer must contain, as text.',
        ),
      },
      {
        default: {},
        title: 'Preso / Taken',
        description: 'Deve valere tutto ciò che è dato. / All that is given must hold.',
      },
    ),
    refused: Type.Object(
      {
        statuses: statuses([400, 422], 'Risposte che dicono «mai». / Answers that mean "never".'),
        path: text(PLACE, 'Dove guardare nella risposta JSON. / Where in the JSON answer to look.'),
        equals: Type.Array(Type.String(), {
          default: [],
          title: 'È uguale a / Equals',
          description: 'Valori che lì dicono «mai». / Values there that mean "never".',
        }),
        contains: text(
          'Contiene / Contains',
          'Testo delle risposte che dicono «mai». / Text of answers that mean "never".',
        ),
      },
      {
        default: {},
        title: 'Rifiutato / Refused',
        description: 'Ne basta una. / Any of it is enough.',
      },
    ),
    later: Type.Object(
      {
        statuses: statuses(
          [408, 425, 429, 500, 503],
          'Risposte che dicono che ora non è stato preso nulla. / Answers that mean that nothing was taken, now.',
        ),
      },
      { default: {}, title: 'Più tardi / Later' },
    ),
    idPath: text(
      'Punto del codice / Place of the id',
      'Dov’è nella risposta JSON il codice che il gateway dà al messaggio. / Where in the JSON answer the gateway’s id of the message is.',
    ),
    balance: Type.Object(
      {
        url: text(
          'Indirizzo / Address',
          'Dove si chiede il credito, con GET e le stesse intestazioni; vuoto: da nessuna parte. / Where the balance is asked for, by GET with the same headers; empty: nowhere.',
        ),
        path: text(PLACE, 'Dov’è nella risposta JSON. / Where in the JSON answer it is.'),
        unit: Type.Unsafe<'EUR' | 'sms'>(
          Type.String({ enum: ['EUR', 'sms'], default: 'sms', title: 'Unità / Unit' }),
        ),
      },
      { default: {}, title: 'Credito / Balance' },
    ),
  },
  { default: {}, title: 'Gateway' },
);

export default defineManifest({
  id: 'sms-http',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'SMS via HTTP', en: 'SMS by HTTP' },
  description: {
    it: 'Spedisce SMS attraverso un gateway HTTP qualsiasi, descritto nelle impostazioni.',
    en: 'Sends SMS through any HTTP gateway, described in the settings.',
  },
  edition: 'BASIC',
  provides: ['SmsGateway'],
  settings: Type.Object({
    gateway,
    user: Type.String({ default: '', title: 'Utente / User' }),
    password: Type.String({ default: '', format: 'secret', title: 'Password' }),
    token: Type.String({ default: '', format: 'secret', title: 'Token' }),
    sender: Type.String({
      default: '',
      maxLength: 16,
      title: 'Mittente / Sender',
      description:
        'Un numero, o un alias registrato da questo fornitore. / A number, or an alias that is registered with this supplier.',
    }),
    network: Type.Unsafe<'public' | 'private'>(
      Type.String({
        enum: ['public', 'private'],
        default: 'public',
        title: 'Rete / Network',
        description:
          'public: https verso indirizzi pubblici. private: un gateway vostro, anche su http e indirizzi privati. / public: https to public addresses. private: a gateway of your own, on http and private addresses too.',
      }),
    ),
    maxSegments: Type.Integer({
      default: 4,
      minimum: 1,
      maximum: 10,
      title: 'Lunghezza massima / Longest text',
      description:
        'In messaggi da 160 caratteri, o da 70 con caratteri insoliti. / In messages of 160 characters, or 70 with unusual ones.',
    }),
    perMinute: Type.Integer({
      default: 0,
      minimum: 0,
      maximum: 6000,
      title: 'SMS al minuto / SMS a minute',
      description: '0: nessun limite. / 0: no limit.',
    }),
    perDay: Type.Integer({
      default: 0,
      minimum: 0,
      title: 'SMS al giorno / SMS a day',
      description: 'In 24 ore qualsiasi. 0: nessun limite. / In any 24 hours. 0: no limit.',
    }),
  }),
});
