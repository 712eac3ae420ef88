import { defineManifest, Type } from '@traliccio/sdk';

export default defineManifest({
  id: 'mail-folder',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'Posta in una cartella', en: 'Mail to a folder' },
  description: {
    it: 'Scrive ogni e-mail come file .eml in una cartella, senza spedirla: per prova, o per chi la spedisce da sé.',
    en: 'Writes each e-mail as an .eml file into a folder instead of sending it: for trials, or for those who send it on.',
  },
  edition: 'BASIC',
  provides: ['MailTransport'],
  settings: Type.Object({
    folder: Type.String({
      default: '',
      title: 'Cartella / Folder',
      description:
        'Vuoto: la cartella del plugin. Un percorso relativo parte da lì. / Empty: the folder of the plugin. A relative path starts there.',
    }),
  }),
});
