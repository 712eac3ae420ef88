import { defineManifest, Type } from '@traliccio/sdk';

const statuses = (codes: number[], description: string) =>
  Type.Array(Type.Integer({ minimum: 100, maximum: 599 }), { default: codes, description });
const text = (description: string) => Type.String({ default: '', description });

/** How the gateway is spoken to: plain data without secrets, which operators exchange. The README has examples. */
const gateway = Type.Object(
  {
    method: Type.Unsafe<'POST' | 'PUT' | 'GET'>(
      Type.String({ enum: ['POST', 'PUT', 'GET'], default: 'POST' }),
    ),
    url: text('Where messages are sent to; without placeholders.'),
    authorization: Type.Unsafe<'none' | 'basic' | 'bearer'>(
      Type.String({
        enum: ['none', 'basic', 'bearer'],
        default: 'none',
        description: 'basic sends user and password, bearer the token.',
      }),
    ),
    headers: Type.Record(Type.String(), Type.String(), {
      default: {},
      description: 'With {{user}}, {{sender}}, {{key}}, {{secret.password}}, {{secret.token}}.',
    }),
    format: Type.Unsafe<'json' | 'form' | 'query'>(
      Type.String({
        enum: ['json', 'form', 'query'],
        default: 'json',
        description: 'How the fields are sent: as a JSON body, a form body, or in the address.',
      }),
    ),
    fields: Type.Record(Type.String(), Type.Unknown(), {
      default: {},
      description: 'What is sent, with {{to}}, {{digits}}, {{text}}, {{coding}} and those of the headers.',
    }),
    accepted: Type.Object(
      {
        statuses: statuses([200, 201, 202], 'Answers that may mean "taken".'),
        path: text('Where in the JSON answer to look: result, or messages.0.state.'),
        equals: text('What must stand there; empty: anything.'),
        contains: text('What the answer must contain, as text.'),
      },
      { default: {}, description: 'All that is given must hold.' },
    ),
    refused: Type.Object(
      {
        statuses: statuses([400, 422], 'Answers that mean "never".'),
        path: text('Where in the JSON answer to look.'),
        equals: Type.Array(Type.String(), { default: [], description: 'Values there that mean "never".' }),
        contains: text('Text of answers that mean "never".'),
      },
      { default: {}, description: 'Any of it is enough.' },
    ),
    later: Type.Object(
      {
        statuses: statuses([408, 425, 429, 500, 503], 'Answers that mean that nothing was taken, now.'),
      },
      { default: {} },
    ),
    idPath: text('Where in the JSON answer the gateway’s id of the message is.'),
    balance: Type.Object(
      {
        url: text('Where the balance is asked for, by GET with the same headers; empty: nowhere.'),
        path: text('Where in the JSON answer it is.'),
        unit: Type.Unsafe<'EUR' | 'sms'>(Type.String({ enum: ['EUR', 'sms'], default: 'sms' })),
      },
      { default: {} },
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
      description: 'A number, or an alias that is registered with this supplier.',
    }),
    network: Type.Unsafe<'public' | 'private'>(
      Type.String({
        enum: ['public', 'private'],
        default: 'public',
        title: 'Rete / Network',
        description:
          'public: https to public addresses. private: a gateway of your own, on http and private addresses too.',
      }),
    ),
    maxSegments: Type.Integer({
      default: 4,
      minimum: 1,
      maximum: 10,
      title: 'Lunghezza massima / Longest text',
      description: 'In messages of 160 characters, or 70 with unusual ones.',
    }),
    perMinute: Type.Integer({
      default: 0,
      minimum: 0,
      maximum: 6000,
      title: 'SMS al minuto / SMS a minute',
      description: '0: no limit.',
    }),
    perDay: Type.Integer({
      default: 0,
      minimum: 0,
      title: 'SMS al giorno / SMS a day',
      description: 'In any 24 hours. 0: no limit.',
    }),
  }),
});
