import { defineManifest, Type } from '@traliccio/sdk';

export default defineManifest({
  id: 'sms-folder',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'SMS in una cartella', en: 'SMS to a folder' },
  description: {
    it: 'Scrive ogni SMS come file in una cartella, senza spedirlo: per prova, o per un programma che li spedisce.',
    en: 'Writes each SMS as a file into a folder instead of sending it: for trials, or for a program that sends them.',
  },
  edition: 'BASIC',
  provides: ['SmsGateway'],
  settings: Type.Object({
    folder: Type.String({
      default: '',
      title: 'Cartella / Folder',
      description:
        'Vuoto: la cartella del plugin. Un percorso relativo parte da lì. / Empty: the folder of the plugin. A relative path starts there.',
    }),
    maxSegments: Type.Integer({
      default: 4,
      minimum: 1,
      maximum: 10,
      title: 'Lunghezza massima / Longest text',
      description:
        'In messaggi da 160 caratteri, o da 70 con caratteri insoliti. / In messages of 160 characters, or 70 with unusual ones.',
    }),
  }),
});
